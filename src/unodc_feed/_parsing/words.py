"""The word tables: what the site's pages say in each of their languages.

Data only, apart from the logic that uses it, so that somebody who knows a language can check and extend it.  The
languages are the six of the United Nations and Portuguese, named by their ISO 639-1 codes.  Where no source is given
the words were collected from pages of the site and of the organizations that it credits.
"""

MONTHS = (
    # January to December; the names of the Gregorian months as CLDR 46 lists them (wide and abbreviated, format and
    # stand-alone), the spellings without accents that pages print as well, and the Levantine names in Arabic.
    ("january", "jan", "enero", "ene", "janvier", "janv", "января", "январь", "янв", "janeiro", "يناير",
     "كانون الثاني"),
    ("february", "feb", "febrero", "février", "fevrier", "févr", "февраля", "февраль", "фев", "fevereiro", "fev",
     "فبراير", "شباط"),
    ("march", "mar", "marzo", "mars", "марта", "март", "мар", "março", "marco", "مارس", "آذار"),
    ("april", "apr", "abril", "abr", "avril", "avr", "апреля", "апрель", "апр", "أبريل", "ابريل", "إبريل", "نيسان"),
    ("may", "mayo", "mai", "мая", "май", "maio", "مايو", "أيار"),
    ("june", "jun", "junio", "juin", "июня", "июнь", "июн", "junho", "يونيو", "يونيه", "حزيران"),
    ("july", "jul", "julio", "juillet", "juil", "июля", "июль", "июл", "julho", "يوليو", "يوليه", "تموز"),
    ("august", "aug", "agosto", "ago", "août", "aout", "августа", "август", "авг", "أغسطس", "اغسطس", "آب"),
    ("september", "sep", "sept", "septiembre", "setiembre", "septembre", "сентября", "сентябрь", "сен", "сент",
     "setembro", "set", "سبتمبر", "أيلول"),
    ("october", "oct", "octubre", "octobre", "октября", "октябрь", "окт", "outubro", "out", "أكتوبر", "اكتوبر",
     "تشرين الأول"),
    ("november", "nov", "noviembre", "novembre", "ноября", "ноябрь", "ноя", "нояб", "novembro", "نوفمبر",
     "تشرين الثاني"),
    ("december", "dec", "diciembre", "dic", "décembre", "decembre", "déc", "декабря", "декабрь", "дек", "dezembro",
     "dez", "ديسمبر", "كانون الأول"),
)  # fmt: skip

WEEKDAYS = (
    # CLDR 46, wide and abbreviated.
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
    "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
)  # fmt: skip

RANGE_WORDS = (
    "&",
    "to",
    "until",
    "till",
    "and",
    "au",
    "et",
    "al",
    "y",
    "a",
    "à",
    "e",
    "até",
    "по",
    "и",
    "إلى",
    "و",
    "至",
    "到",
)
"""Words that stand between the two ends of a range of dates."""

FUNCTION_WORDS = {
    # The commonest articles, prepositions, pronouns, conjunctions and auxiliaries.
    "en": """the of and to in for on with by from at as is are was were be been being this that these those their its
        his her an or it has have had will would can could not but which who whose they he she we you your our about
        against between through during within into over under than more most what when where how why also new first
        out up all both other such only some any after before today while because there here its""",
    "fr": """le la les l' un une des du de d' et à au aux en dans pour par sur avec sans sous entre contre est sont a
        ont été être qui que ce cet cette ces son sa ses leur leurs il elle ils elles nous vous on ne pas plus
        comme mais ou où dont afin lors selon vers chez depuis pendant aujourd hui aussi très tout tous toute toutes
        même après avant fait peut s' n' c' j' m' qu' jusqu' y se""",
    "es": """el la los las un una unos unas de del y a al en para por con sin sobre entre contra es son ha han ser
        fue fueron está están que quien quienes cuyo este esta estos estas su sus lo le les se no más como pero o u
        desde hasta durante también muy todo todos toda todas según hacia tras ante mediante cual cuales ya cada qué
        cómo cuando donde porque así""",
    "pt": """o a os as um uma uns umas de do da dos das e à ao às aos em no na nos nas para por pelo pela pelos
        pelas com sem sobre entre contra é são foi foram ser está estão que quem cujo este esta estes estas seu sua
        seus suas se não mais como mas ou desde até durante também muito todo todos toda todas segundo após num numa
        já cada qual quais quando onde isso""",
}
"""For each language in Latin letters, words that hardly any text does without."""

ENDINGS = {
    # Word endings that mark a language where a short text has no function word.
    "en": ("ing", "ings", "ness", "ful", "ght", "ly", "ty", "ship", "cks", "wth", "shop", "ws", "cts", "ted", "tion",
           "tions", "ment", "ments", "ism", "ity", "ies", "ers", "ence", "able"),
    "fr": ("tion", "tions", "ment", "ments", "eux", "eaux", "aux", "ique", "iques", "euse", "eur", "eurs", "ée", "ées",
           "és", "ère", "ité", "ités", "oire", "oires", "elle", "nelle", "isme",
           "ence", "able"),
    "es": ("ción", "ciones", "sión", "siones", "dad", "dades", "miento", "mientos", "ismo", "ivo", "ivos", "iva",
           "ados", "adas", "ado", "ada", "idos", "idas", "ico", "icos", "ica", "icas", "eros", "ores", "arios", "io",
           "ía", "ías"),
    "pt": ("ção", "ções", "são", "sões", "dade", "dades", "mento", "mentos", "agem", "agens", "ário", "ários", "ência",
           "ências", "ados", "adas", "ais", "eis", "ões", "ão", "ãos", "io"),
}  # fmt: skip

MARKED_LETTERS = {
    # Letters that only one or two of these languages use.
    "fr": "èêëîïôùûœæÿ",
    "es": "ñ¿¡",
    "pt": "ãõ",
}

SENTENCE_OPENERS = frozenset(
    """the a an in on at for with by from to this these those that today yesterday following after before during since
    while when what where who how why which as if it its he she they we i our more most over under through between
    with without according speaking under each every one two three four five six seven eight nine ten many some
    several both all no not there here last next
    le la les un une des du au aux en dans pour par sur avec sous selon lors depuis pendant après avant ce cet cette
    ces il elle ils elles on nous plus dès chaque deux trois
    el los las una unos unas del al para por con según desde durante tras ante este esta estos estas hoy más cada dos
    tres cuatro como
    o os as um uma do da dos das no na nos nas ao à com segundo após hoje mais dois duas
    в во на с со к о об по при для из от за после перед сегодня вчера это этот эта эти как что""".split()
)
"""Words with which a sentence begins and which, written with a capital, hardly stand within a name."""

DETERMINERS = frozenset("the this these la le les un une ce cette el los las una este esta os as um uma".split())
"""Articles and demonstratives of more than one letter."""

FINITE_VERBS = frozenset(
    """is are was were has have had will would can could may might must shall should does did said says
    est sont était étaient ont avait sera seront peut peuvent
    es son fue fueron está están ha han había será serán puede pueden
    é são foi foram tem têm será serão pode podem
    является являются был была были будет будут может могут""".split()
)
"""Verb forms that make a sentence; an alternative text hardly has one."""

POINTERS = frozenset(
    """the this these that those it its they their he his she her such both as also moreover furthermore however among
    le la les l ce cet cette ces il elle ils elles son sa ses leur leurs
    el la los las este esta estos estas ese esa su sus él ella ellos
    o a os as este esta estes estas esse essa seu sua seus suas ele ela eles
    это этот эта эти он она они его ее её их такой такие также
    هذا هذه وهذا وهذه كما""".split()
)
"""Words at the beginning of a paragraph that point back to what was said before."""

ONE_LETTER_WORDS = frozenset("A I À Y O E É Ô В К С О У И А Я".split())
"""Capital letters that are words: articles, prepositions, pronouns and conjunctions."""

NAME_PARTICLES = frozenset("de la las los del da do dos das van von bin al el of the for and y et e и & / - –".split())
"""Small words within names of persons and organizations."""

CONNECTIVES = frozenset(
    """of for and or the a an in on at to with by from against into between through as via
    de du des la le les et à au aux en dans pour par sur avec contre
    del el los las y con para por contra entre sobre
    do da dos das e em no na com
    в во на с со и по для из от о об за против между""".split()
)
"""Words at which a line breaks but does not end."""

AGENCIES = (
    # Organizations that the site credits for pictures, as it prints them; longer names before their beginnings.
    "UNODC", "ONUDC", "ONODC", "УНП ООН", "УНП OOH", "UN Photo", "UN Women", "UNICEF", "UNESCO", "UNHCR", "ACNUR",
    "UNFPA", "UNDP", "PNUD", "UNEP", "UNAIDS", "ONUSIDA", "UNOCT", "UNITAR", "UNICRI", "UNTV", "OHCHR", "INTERPOL",
    "EUROPOL", "FRONTEX", "OSCE", "ILO", "OIT", "МОТ", "IOM", "OIM", "МОМ", "WHO", "OMS", "ВОЗ", "WCO", "OMD", "IAEA",
    "ASEAN", "ECOWAS", "CEDEAO", "NATO", "IMO", "ICAO", "IOC", "CIO", "EU", "UE", "ЕС", "UN", "ONU", "ООН", "ОБСЕ",
    "ЮНИСЕФ", "ЮНЕСКО", "ИНТЕРПОЛ",
    "مكتب الأمم المتحدة المعني بالمخدرات والجريمة", "الأمم المتحدة", "اليونيسف", "يونيسف", "الإنتربول",
    "联合国毒品和犯罪问题办公室", "联合国毒罪办", "毒品和犯罪问题办公室", "联合国",
)  # fmt: skip

CREDIT_WORDS = (
    # What announces the origin of a picture.
    "Photo credits", "Photo credit", "Photo courtesy of", "Photo by", "Photos", "Photo", "PHOTO", "Picture", "Image",
    "Crédit photo", "Crédits photo", "Credit", "Credits", "Crédit", "Fotografía", "Fotos", "Foto", "FOTO", "Imagen",
    "Imagem", "Crédito", "Фотография", "Фото", "ФОТО", "Изображение", "الصورة", "صورة", "الصور", "图片来源", "图片",
    "照片", "图",
)  # fmt: skip

INTERCAPPED = frozenset(
    """iEmpathize iPhone iPad eLearning eGovernment eBay YouTube LinkedIn WhatsApp PayPal TikTok FinCEN WikiLeaks
    MasterCard BlackBerry PowerPoint OpenAI GitHub JavaScript ActionAid WaterAid HelpAge ChildFund AmeriCorps SoundCloud
    InfoSegura AirBnB EuroMed EuroJust InSight goAML goCASE goPRS LeapFrog HackTheBox""".split()
)
"""Names that have a capital letter inside."""

NAME_PREFIXES = frozenset("Mc Mac De Di Du Da Le La Van Von O Fitz El Al Ben Mb St".split())
"""Beginnings of family names that a capital letter may follow: McDonald, DeLorean, MacArthur."""
