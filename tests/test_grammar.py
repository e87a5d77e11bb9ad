"""The grammar: read-more lines, furniture, headlines and unfinished lines."""

import re

import pytest

from unodc_feed._parsing import grammar
from unodc_feed._parsing.grammar import is_closed, is_furniture, is_headline, is_read_more, is_unfinished, starts_small

READ_MORE = (
    "To find out more, visit the project page.", "More information...",
    "Download the report in Arabic, English or French",
    "Read more here.", "Reade more here.", "Read More here", "Read more", "Read Munni's story here.",
    "Read more and download the full package of the First Aid Kit here.", "To find out why, click here.",
    "To read more about AU.COMMIT click here.", "For more, click here.", "Download the modules here",
    "Contact us for more information.", "See more UNODC Legal Tools and Model Legislation", "See maps",
    "Or look for other Tools and Publications.", "Visit UNODC East Asia and Pacific", "Register for the webinar",
    "More information about the meeting can be found here", "Information for Participants can be found here",
    "The paper can be downloaded here.", "View the draft resolution", "Continue reading...", "→ Read more",
    "Lire la suite", "Pour en savoir plus, cliquez ici", "Télécharger le rapport (PDF)", "Plus d'informations",
    "Leer más aquí", "Para más información, haga clic aquí.",
    "Descargar la guía (PDF)", "Ver fotos", "Inscripción aquí",
    "Leia mais", "Saiba mais", "Para mais informações, clique aqui", "Читать далее", "Подробнее", "Перейти на сайт",
    "To enrol, visit the course on cyber hygiene.", "For the timetable of the ferry, click here.",
    "For seats, call +43 1 26060.", "If you want to help, click here", "Si quiere ayudar, haga clic aquí.",
    "Se quiser ajudar, clique aqui.", "Чтобы помочь, нажмите здесь", "لدعم الصندوق انقر هنا",
    "如需支持该基金，请点击此处",
    "Order a printed copy", "Contact the library", "Send your comments", "See pictures of the run", "Write to us",
    "Book your seat", "Submit your entry by 1 May", "Take the quiz", "Request free copies of the handbook",
    "Contactez le secrétariat", "Envoyez vos commentaires", "Inscrivez-vous en ligne", "Solicite un ejemplar impreso",
    "Envíe sus comentarios", "Peça um exemplar", "Envie os seus comentários", "Заказать печатный экземпляр",
    "Зарегистрироваться на вебинар", "أرسلوا تعليقاتكم", "للتسجيل في الدورة", "联系我们", "订购印刷本",
    "Download: Arabic, French", "Download the leaflet: Dari / Pashto", "English | Français | 中文",
    "Also available in Spanish", "Disponible en anglais", "Disponible en inglés y francés", "Disponível em inglês",
    "Download in Farsi", "Go to the page of the event", "Follow the talks on Twitter", "Apply by 1 May",
    "Photo gallery", "Details of the course here", "You can download the toolkit here.",
    "Please visit www.unodc.org for more",
    "If you want to help, write to us", "Pour s'inscrire, écrire au secrétariat",
    "Para participar, escriba a la oficina",
    "Чтобы помочь, напишите нам", "Plus de photos", "Más fotos", "Mais fotos", "Фотогалерея",
    "报告全文（英文）",
    "Rejoignez-nous sur Facebook", "Ознакомиться с докладом", "Join the mailing list",
    "Дополнительная информация", "اقرأ المزيد", "للمزيد من المعلومات", "更多信息", "点击此处下载报告", "阅读全文",
)  # fmt: skip
NOT_READ_MORE = (
    "For the first time, ministers consult victims on new laws.", "Experts from forty countries gather here.",
    "More information on trafficking routes helps police, ministers say.",
    "Watch groups gather to protest trafficking.",
    "Full report: drugs kill 200,000 people each year.", "To learn about trafficking, students visit the court.",
    "For more than ten years, officers visit schools in Kenya.", "Find the traffickers, urges judge",
    "Consulte regional sobre drogas en Quito",
    "Order restored in prison library", "Open questions of the law", "Contact group on piracy meets in Lagos",
    "To fight crime, follow the money", "Victims were asked to click on the link.", "View from the bench",
    "Languages: English and French", "Arabic calligraphy", "Now in Arabic: the handbook on prisons",
    "For women only, see-through bars", "You may see rhinos here.", "Voir plus loin que la frontière",
    "Join hands against trafficking", "Take the lead", "Ver para creer", "شارك 60 محققا في دورة تدريبية", "联系人被捕",
    "The judges learn to write. Those who want to help, click here.",
    "", "...", "The report can be read in six languages.", "Visit of the Executive Director to Vienna",
    "Download statistics show that the course has been followed by 5,600 persons.", "Reading the signs",
    "Read between the lines: a seminar", "Browse and download UNODC's tools and publications.",
    "The project is now showcased online on the Council's website here.", "Access to justice for victims",
    "UNODC met the judges. Leer más aquí", "The guide is available in English, Portuguese and Spanish.",
    "See " + "very " * 40 + "much",
    "更多的检察官在北京国家检察官学院参加了为期五天的资产追回培训班，学员们以三个真实案例为教材。",
)  # fmt: skip


@pytest.mark.parametrize("text", READ_MORE)
def test_a_line_that_only_sends_the_reader_elsewhere_is_read_more(text: str) -> None:
    assert is_read_more(text)


@pytest.mark.parametrize("text", NOT_READ_MORE)
def test_a_line_that_tells_something_is_not_read_more(text: str) -> None:
    assert not is_read_more(text)


@pytest.mark.parametrize(
    "text",
    ["Subscribe to our News feed |", "Share this page", "Home | About us", "Back to top", "© 2016 UNODC", "Facebook"],
)
def test_lines_of_the_site_are_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", ["Search and rescue at sea", "Human Trafficking", "Top of the class", "x | " * 100])
def test_other_lines_are_not(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize("text", ["Judges met.", 'He said: "No."', "Ends here…", "结束。", "هل؟", "(It ends.)"])
def test_a_sentence_is_closed(text: str) -> None:
    assert is_closed(text)
    assert not is_headline(text)


@pytest.mark.parametrize(
    "text", ["Querétaro: the first 'City'", "Mr. Costa and Dr. No", "U.S. Department of State", ""]
)
def test_a_headline_is_not_closed_and_has_no_sentences(text: str) -> None:
    assert is_headline(text)


@pytest.mark.parametrize("text", ["Launch of the Report on", "Abusive recruitment:", "Report (latest version", "One -"])
def test_a_line_that_cannot_end_is_unfinished(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", ["Launch of the Report", "(done)", "x:z"])
def test_other_lines_may_end(text: str) -> None:
    assert not is_unfinished(text)


def test_intercapped_names_do_not_start_small() -> None:
    assert starts_small("in Nairobi")
    assert not starts_small("iEmpathize launches")
    assert not starts_small("Nairobi")


@pytest.mark.parametrize(
    "name", ["_SENDING", "_POINTING", "_COMMAND", "_SOME_THING", "_REQUEST", "_LANGUAGES", "_HERE"]
)
def test_patterns_that_read_lower_case_hold_no_capitals(name: str) -> None:
    letters = re.sub(r"\\.", "", getattr(grammar, name).pattern)
    assert letters == letters.lower()
