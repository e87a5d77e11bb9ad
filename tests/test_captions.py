"""Captions: where a picture's text ends that was printed in front of a paragraph."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import BODIES
from unodc_feed._parsing.captions import split_caption

SPLIT = [
    # a credit, and the name after it
    ("en", "Photo: UNODC", "The EU has launched a programme."),
    ("en", "Photo: UNODC", "A few years ago, Anna came."),
    ("en", "Photo: UNODC", "UNODC recently launched a strategy."),
    ("en", "Photo: UNODC.", "UNODC Executive Director met the king."),
    ("en", "Photo: UNODC", "COPA Airlines has joined the campaign."),
    ("en", "Photo: UNODC", "22 auditors of the chamber met."),
    ("en", "Photo: UNODC", '"It was good," she said.'),
    ("es", "Photo: UNODC", "¿Por qué no?"),
    ("fr", "Photo: UNODC", "L'ONUDC a lancé sa stratégie."),
    ("fr", "Photo : CIO", "Cinquante-sept affaires sont réunies."),
    ("fr", "Photo: UNODC", "À Kinshasa, cinq policiers ont un refuge."),
    ("pt", "Photo: UNODC", "A Câmara de Contas formou auditores."),
    ("ru", "Фото: УНП ООН", "В новом докладе говорится о деньгах."),
    ("ru", "Фото: УНП ООН", "УНП ООН представила программу."),
    ("ru", "Фото: УНП ООН", "30 июля проходит день борьбы."),
    ("ru", "Фото: УНП ООН/С. Ким", "Судьи собрались в Оше."),
    ("ru", "Photo: UNODC", "Недавно судьи собрались в Оше."),
    ("ru", "Photo: Getty Images /", "На конкурсе победили молодые."),
    ("ar", "Photo: UNODC ROMENA", "تنافس طلاب من سبع جامعات"),
    ("ar", "صورة: مكتب الأمم المتحدة المعني بالمخدرات والجريمة", "انطلق البرنامج في عمان"),
    ("zh", "Photo: UNODC", "联合国毒品和犯罪问题办公室与中国举办培训班"),
    ("zh", "图片：联合国毒罪办", "培训班在北京开班"),
    ("en", "Photo: UNODC Mexico", "Since the campaign began, more came."),
    ("en", "Photo: UNODC Mexico", "iEmpathize has joined the campaign."),
    ("en", "Photo: UNODC ROCA", "A concession that produces nothing."),
    ("en", "Photo: UNODC ROCA", "UNODC has handed over a map."),
    ("en", "Photo: TRAFFIC", "TRAFFIC and the academy printed a guide."),
    ("en", "Photo: UNODC/M. Borovansky", "8 April 2008 - A month ago he came."),
    ("en", "UN Photo/E. Debebe", "The Assembly adopted the rules."),
    ("en", "© UNODC", "The Assembly adopted the rules."),
    ("en", "Photo courtesy of INTERPOL", "The police opened a hall."),
    ("en", "Image: campaign 'Human Rights 365'", "Today is a day."),
    ("en", 'Image: Screenshot of the game "Ready?"', "The game trains pupils."),
    ("en", "Job seekers looking at ads. Photo: UNODC", "In today's economy, people look for jobs."),
    ("en", "Workshop on drugs and migration.Photo: UNODC", "Investigative work was its focus."),
    ("en", "Photo: Minister Sebastian Kurz, Diplomat and politician Benita Waldner", "The UN Fund received a boost."),
    # plain alternative texts
    ("en", "Julia Ormond", "The office has released a series."),
    ("en", "Troels Vester", "Troels Vester speaks about it."),
    ("en", "Report cover", "20 October 2008 - According to a report, 60 cases were found."),
    ("es", "Global Action to Prevent Trafficking", "La Unión Europea ha puesto en marcha el programa."),
    ("fr", "Suva (Fidji)", "Depuis Suva, une experte conseille dix États."),
    ("fr", "Day against Corruption 2015", "Les Nations Unies consacrent la journée."),
    ("fr", "À bord de la vedette P-21", "À Lomé, une vedette a pris la mer."),
    ("ru", "Кадр из фильма «Конверт»", "Второе место занял фильм."),
    ("ar", "Dr. Leila Mansouri", "زارت خبيرة المكتب ثلاثة مراكز"),
    ("en", "Serinda Swan supports the campaign.", "On 17 August, the network will broadcast a marathon."),
    ("en", 'Campaign logo "Your NO counts"', "9 December 2009 - A nurse asks for money."),
    ("es", "Sra. Lucía Ferrer, Fiscal General", "Lucía Ferrer no acepta flores."),
    ("en", "UNODC", "The EU has launched a programme."),
    # an acronym before an ordinary opening, or before its own expansion
    ("en", "CARICC", "For ten days the officers slept on camp beds."),
    ("en", "AFP/GIZ", "The partnership met in Eschborn."),
    ("fr", "GAFI", "Les experts du groupe se sont réunis."),
    ("ru", "ЦАРИКЦ", "На севере прошла операция."),
    ("en", "E4J", "Education for Justice (E4J) has chosen eleven games."),
    ("en", "INCB", "International Narcotics Control Board experts met."),
    # a text that begins with the words before it
    ("en", "Photo: UNODC/Stand Up", "Stand Up, the campaign of the pupils, was launched."),
    ("en", "GIZ", "GIZ and the academy printed a guide."),
    # a noun that ends in front of a name or of any other capital
    ("en", "Publication cover", "YouTube channels are watched."),
    ("en", "Handbook cover", "Looted statues travel with garden furniture."),
    ("en", "Maize field near Arusha", "Farmers in Tanzania bought seed."),
    ("en", "Workshop", "In July 2008 the judges met."),
    # a quotation, an interview, a date, a capital that no acronym has, a small letter behind a credit
    ("fr", "Mme Trujillo, vérificatrice", "« Je compte les pieds de coca », dit-elle."),
    ("en", "Photo: Ana Lima", "Q: What did you count?"),
    ("en", "Photo: UNODC", "Q: What did you count?"),
    ("en", "World Drug Report 2013", "26 June 2013 - The number of new drugs rose."),
    ("fr", "Photo: ONUDC/DR", "À Lomé, une vedette a pris la mer."),
    ("es", "Foto: UNODC", "la primera edición del concurso fue buena."),
    ("en", "Photo: UNODC/Speak Up", "The winners met in Nairobi."),
    ("en", "Kandahar", "Solar pumps have turned the desert green."),
    ("en", "Suva, Fiji", "Small states cannot keep a specialist."),
    ("en", "Major Ahn", "Cargo of all kinds passes her desk."),
    ("en", "Amina Bello", "Judge Bello held the course."),
    ("fr", "Dhow in the Gulf of Aden", "Pêcheurs et marins ont pris la mer."),
    ("en", "Emma Ross", "San Salvador, 20 November 2020 - The court opened."),
    ("en", "Silence", "Is it fair to let a friend jump the queue?"),
    ("en", "Photo: IIJ", "As part of the course, judges met."),
    ("zh", "学生们在昆明参加活动", '"我原来以为没事，"一名学生说。'),
    # two sentences about a picture, and words of another language than the body's
    ("en", "Judges met in Nairobi. They spoke. Photo: UNODC", "The EU has launched a programme."),
    ("fr", "Visit of the Team", "Juges et procureurs se sont réunis."),
    ("en", "Cover", "Judge Bello wrote the report."),
    # a name in Latin letters before another script
    ("ru", "Leila Mansouri", "Судья рассказала о деле."),
    ("ru", "Hepatitis B", "Судьи собрались в Оше."),
    ("zh", "SMART Programme", "联合国毒罪办的报告发布。"),
    ("zh", "Drug Report 2013", "联合国毒罪办的报告发布。"),
    # Chinese that begins with a name of its own
    ("zh", "Global SMART Programme", "联合国毒罪办的报告显示缉获量增加。"),
    ("zh", "World Drug Report", "2013年6月26日，报告在维也纳发布。"),
]
SPACED = [
    ("en", "Photo: UNODC", "Vienna, 12 May 2015 - The Commission met on Monday."),
    ("en", "Photo: UNODC", "Bangkok (Thailand), 21 February 2012 - Migrants are smuggled."),
    ("fr", "Photo: UNODC", "Le fonds aide les victimes."),
    ("ru", "ФОТО: УНП ООН", "Борьба с торговлей людьми усилена."),
    ("en", "Photo: L'Osservatore Romano", '"It was a pleasure," he said.'),
    ("es", "Photo: Getty Images /", "la primera edición del concurso fue buena."),
    ("en", "Photo: UNODC", "Judges met in Nairobi."),
    ("en", "Photo: INTERPOL", "INTERPOL and the academy met."),
    ("en", "Photo: UNODC", "11 November 2009 - Judges met."),
    ("en", "Photo: UNODC Tajikistan", "Judges met in Dushanbe."),
    ("fr", "Photo: UNODC ROMENA", "Votée en 1998, la loi entre en vigueur."),
    ("en", "Photo: UNODC", "22 auditors met in Nairobi."),
    ("en", "Photo: Jane Doe", "Judges met in Nairobi."),
    ("en", "Photo: Jane Xavier", "Judges met in Nairobi."),
    ("en", "Photo: Reuters", '"It was a pleasure," he said.'),
    ("fr", "Opening of the conference in Dakar", "Dans son discours, la ministre a remercié les juges."),
    ("fr", "Opening of the conference in Dakar", "D’après les juges, la loi est bonne."),
    ("es", "Launch of the study in Lima", "Desde entonces los jueces se reúnen."),
    ("pt", "Opening of the session", "Para os juízes a lei é boa."),
    ("ru", "World Drug Report 2013", "Число дел выросло."),
    ("ru", "Judge Mansouri.", "Число дел выросло."),
    ("en", "Photo: IOM", "in Nairobi judges met."),
    ("en", "Photo: ILO", "in Nairobi judges met."),
    ("fr", "Goodwill Ambassador for Belgium, Ozark Henry", "Le rôle de monsieur Goddaer est nouveau."),
    ("fr", "Report cover", "La deuxième édition du rapport a paru."),
    ("fr", "Victims' memorial, Bamako", "À Bamako, les victimes ont la parole."),
    ("en", "UN.GIFT", "A series of spots has been produced."),
    ("en", "UNODC Executive Director Costa", "In his remarks he thanked all."),
    ("ru", "Opening of the conference in Montevideo", "Свыше полутора тысяч делегатов собрались."),
]
WHOLE = [
    ("en", "UN Women launched HeForShe in Vienna."),
    ("en", "Experts of the GlobE Network met in Vienna."),
    ("en", "The AirCop project helps airports."),
    ("en", "New features of IMoLIN were discussed."),
    ("en", "In Kenya, SheTrades opened a hall."),
    ("en", "On 3 May 2015The Minister spoke."),
    ("en", "UNODC has joined forces with iEmpathize to support her."),
    ("en", "UNODC's Global eLearning Programme covers many topics."),
    ("en", "Under GLO.ACT and UN.GIFT, courses were held by UNTOC parties."),
    ("en", "Ronald McDonald and Ellen MacArthur met Luis DeLorean."),
    ("en", "YouTube and WhatsApp videos reach the young."),
    ("en", "A competition is underway.One hundred and sixty people take part."),
    ("en", "Investigators in Dhaka now test samples.The laboratory is new."),
    ("en", "UNODC supported the meeting in Lilongwe, Malawi.The meeting endorsed a plan."),
    ("en", "Mary Robinson visited the centre.The staff showed her around."),
    ("en", "Vienna, 12 October 2020 - In the framework of the session, a side event was held."),
    ("en", "9 June 2008 - When I first served in Bolivia, it was not an issue."),
    ("en", "The TRACK4TIP initiative supported the group during COVID-19."),
    ("en", "The workshop took place during 14 to16 December 2011"),
    ("en", "Radio Free Europe/Radio Liberty caught up with the Director."),
    ("en", "Vitamin A is in it, and Hepatitis B is not."),
    ("en", "In La Paz, 30 judges met in The Hague."),
    ("en", "(i) To advocate for the protocols"),
    ("en", "Reports and notes, for example E/CN.15/2019/3"),
    ("en", "Call +49 (0)228 555 01 77 or write"),
    ("en", 'He called it "Journey" and left. Photo of the day: none.'),
    ("fr", "L'Assemblée de N'Djamena a adopté la loi d'Abidjan."),
    ("ru", "COPA Airlines присоединилась к кампании."),
    ("ru", "«UNODC» - так назван фонд."),
    ("ru", "2014 - год перемен."),
    ("zh", "UNODC与泰国司法部举办研讨会。"),
    ("zh", "图片：中国常驻维也纳代表团联合国毒品和犯罪问题办公室与中国举办研讨会，讨论融资。"),
    ("ar", "نظم مكتب الأمم المتحدة دورة"),
    ("en", "The judges met in Nairobi. They spoke. They left. Photo: UNODC"),
    ("en", "One came. Two came. Three came. Photo: UNODCThe rest is missing."),
    ("en", "DrugWise is painted on the side of the bus."),
    ("en", "DrukAir, the airline, plays a minor part."),
    ("en", "LaoHoney is sold in jars."),
    ("en", "SafeEntry requires a telephone."),
    ("en", "CrimeStoppers is a number to call."),
    ("en", "Dolphins and WaveRiders met, and WaveRiders won."),
    ("en", "YouTube, TrackFish and nurses met."),
    ("en", 'Image: Screenshot of the "Game" - a school'),
    ("zh", "联合国毒品和犯罪问题办公室“全球监测”方案发布报告。"),
    ("en", "DropIn, the centre, is open at night."),
    ("en", "CheckIn is an application for prisons."),
    ("en", "Students at MediaHub write about judges."),
    ("en", "UNODC told the paper La nación that judges met."),
    ("en", "TheCrossroads bus stop serves children."),
    ("en", "ChildSafeTravel helps hotels."),
    ("en", "The staff of CommunityHouse met in Lima."),
    ("fr", "Visite de la TeamJuges à Dakar."),
    ("en", "The judges met in Nairobi. They spoke. Photo: UNODC"),
    ("en", f"Photo: {'Anna Maria Lopez, ' * 7}Lima"),
    ("ru", "UNODC «Голубое сердце» запущена."),
    ("ru", "COPA Airlines Панама присоединилась."),
    ("zh", "SMART联合国项目启动。"),
    ("fr", "Opening of the conference in Dakar par les juges."),
    ("en", "NGOs from ten countries met in Lima."),
    ("en", "MPAs are where the fish recover."),
    ("en", "CSOs and CEOs as well as MPs met."),
    ("en", "UNHCR staff of NASAKey and others met."),
    ("fr", "Le 1er Décembre 2014 - À l'occasion de la journée, une clinique a ouvert."),
    ("ru", "Ташкент, 3 мая - В столице собрались судьи."),
    ("zh", "COPA Airlines Panama加入了蓝心运动。"),
    ("zh", "Blue Heart Campaign在墨西哥启动。"),
    (None, "…"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "caption", "body"), SPLIT, ids=lambda value: str(value)[:40].strip())
def test_a_caption_is_cut_off_where_it_is_glued(language: str, caption: str, body: str) -> None:
    assert split_caption(caption + body, language) == (caption, body)


@pytest.mark.parametrize(("language", "caption", "body"), SPACED, ids=lambda value: str(value)[:40].strip())
def test_a_caption_is_cut_off_at_a_space_where_a_sentence_must_begin(language: str, caption: str, body: str) -> None:
    assert split_caption(f"{caption} {body}", language) == (caption, body)


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_what_only_looks_glued_is_left_whole(language: str | None, text: str) -> None:
    assert split_caption(text, language) is None


@pytest.mark.parametrize(
    "text",
    [
        "Photo: UNODC",
        "Photo: UNODC/J. Doe.",
        "Judges in Nairobi. Photo: UNODC",
        "©",
        "The judges of the new court for trafficking meet in Nairobi. Photo: UNODC/J. Doe",
        f"Photo: {'Anna Maria Lopez, ' * 4}Lima",
    ],
)
def test_a_credit_alone_is_a_caption_without_a_body(text: str) -> None:
    assert split_caption(text, "en") == (text, "")


@settings(deadline=None)
@given(st.sampled_from(BODIES), st.text(max_size=8), st.sampled_from(["en", "fr", "ru", "zh", None]))
def test_a_caption_and_its_body_are_the_paragraph(body: str, noise: str, language: str | None) -> None:
    text = " ".join(f"{noise}{body}".split())
    split = split_caption(text, language) if text else None
    if split is not None:
        caption, rest = split
        assert caption
        assert "".join((caption + rest).split()) == "".join(text.split())
