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
    while when what where who whose how why which as if it its he she they we i our more most over under through
    between with without according speaking each every many some several both all no not there here last next ahead
    despite although though because once only even nearly almost nobody everybody someone everyone within among
    across around one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    eighteen twenty thirty forty fifty sixty seventy eighty ninety
    le la les un une des du au aux en dans pour par sur avec sous selon lors depuis pendant après avant ce cet cette
    ces il elle ils elles on nous plus dès chaque comment pourquoi combien qui quel quelle quels quelles malgré grâce
    parmi plusieurs certains certaines quelques tous toutes même notre nos leur leurs
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante
    soixante cent mille
    el los las una unos unas del al para por con según desde durante tras ante este esta estos estas hoy más cada como
    cómo qué quién quiénes cuál cuánto cuántos cuándo dónde aunque mientras muchos muchas varios varias algunos algunas
    todos todas su sus dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta
    cuarenta cincuenta cien mil
    o os as um uma do da dos das no na nos nas ao à com segundo após hoje mais quem quanto embora enquanto muitos
    muitas vários várias alguns algumas todas seu sua dois duas quatro sete oito nove dez onze doze quinze vinte
    trinta quarenta cinquenta cem
    в во на с со к о об по при для из от за после перед сегодня вчера это этот эта эти как что кто где когда почему
    сколько каждый каждая многие несколько более около два две три четыре пять шесть семь восемь девять десять двадцать
    тридцать сорок пятьдесят сто""".split()
)
"""Words with which a sentence begins and which, written with a capital, hardly stand within a name."""

SENTENCE_OPENERS_IN_CHINESE = (
    # Subjects and adverbs: what a sentence begins with that does not go on with a name in Latin letters before it.
    "联合国", "毒罪办", "中国", "国际", "全球", "世界", "各国", "来自", "根据", "随着", "为了", "为期", "我们",
    "今天", "今年", "昨天", "日前", "近日", "本周", "本月", "每年", "一名", "一项", "一个", "许多", "超过",
    "这", "该", "据",
)  # fmt: skip

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

THINGS_ON_A_SITE = (
    # What a reader is told to see, to order or to fill in; patterns of nouns.
    r"cop(?:y|ies)", "library", "comments?", "feedback", "pictures?", "photos?", "photographs?", "images?", "gallery",
    r"slide\s?show", "slides?", "videos?", "films?", "clips?", "trailer", "podcasts?", "recordings?", "presentations?",
    "reports?", "publications?", "brochures?", "leaflets?", "posters?", "flyers?", "agenda", "website", r"web\ssite",
    r"web\s?page", "pages?", "database", "catalogue", "forms?", "questionnaire", "survey", "quiz", "courses?",
    "modules?", "newsletters?", "maps?", "articles?", r"stor(?:y|ies)", "interviews?", "speech(?:es)?",
    "statements?", "messages?", "documents?", "handbooks?", "manuals?", "toolkits?", "guides?", "infographics?",
    "calendar", "schedule", "albums?", "links?", "lists?", "tickets?", "app", "webinars?", "application",
    r"entr(?:y|ies)", "questions?", "nominations?", "pledge", "petition", "secretariat", "organi[sz]ers?", "editors?",
    "archives?", "blog", "profiles?", r"fact\s?sheets?", r"press\srelease", "programme",
    "details", "information", "competition", "exhibition",
)  # fmt: skip

LANGUAGE_NAMES = (
    # As the site's pages print them behind "Download": the languages of its texts, in English and each in its own.
    "Arabic", "Chinese", "English", "French", "Russian", "Spanish", "Portuguese", "Dari", "Pashto", "Farsi", "Persian",
    "Urdu", "Hindi", "Bengali", "Nepali", "Burmese", "Khmer", "Lao", "Thai", "Vietnamese", "Indonesian", "Malay",
    "Turkish", "Swahili", "Hausa", "Amharic", "Somali", "Tajik", "Kyrgyz", "Kazakh", "Uzbek", "Turkmen",
    "Ukrainian", "Romanian", "Serbian", "Albanian", "Bosnian", "Macedonian", "Italian", "German", "Japanese",
    "Korean", "Mongolian",
    "anglais", "français", "espagnol", "arabe", "chinois", "russe", "portugais", "inglés", "francés", "español",
    "árabe", "chino", "ruso", "portugués", "inglês", "francês", "espanhol", "chinês", "russo", "português",
    "английский", "французский", "испанский", "арабский", "китайский", "русский", "العربية", "الإنجليزية",
    "الفرنسية", "الإسبانية", "الروسية", "الصينية", "中文", "英文", "法文", "俄文", "西班牙文", "阿拉伯文",
)  # fmt: skip

CREDIT_WORDS = (
    # What announces the origin of a picture.
    "Photo credits", "Photo credit", "Photo courtesy of", "Photo by", "Photos", "Photo", "PHOTO", "Picture", "Image",
    "Crédit photo", "Crédits photo", "Credit", "Credits", "Crédit", "Fotografía", "Fotos", "Foto", "FOTO", "Imagen",
    "Imagem", "Crédito", "Фотография", "Фото", "ФОТО", "Изображение", "الصورة", "صورة", "الصور", "图片来源", "图片",
    "照片", "图",
)  # fmt: skip

PICTURE_NOUNS = frozenset(
    """cover logo poster banner infographic screenshot illustration cartoon portrait workshop seminar conference meeting
    ceremony training participants exhibition courtroom interview interviews
    couverture affiche infographie atelier séminaire conférence réunion cérémonie formation participants
    portada cubierta afiche cartel infografía taller seminario conferencia reunión ceremonia participantes
    capa cartaz infográfico oficina seminário conferência reunião cerimônia participantes
    обложка плакат логотип инфографика семинар конференция встреча участники""".split()
)
"""What a picture shows, where its text is no more than that."""

TITLES_OF_PERSONS = (
    # What stands before a person's name: short forms, ranks and offices.
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Hon", "Sir", "Sr", "Sra", "Srta", "Dra", "M", "Mme", "Mlle", "Professor",
    "Judge", "Justice", "Minister", "Director", "Ambassador", "President", "Secretary", "Prosecutor", "Representative",
    "Commissioner", "Governor", "Inspector", "Chief", "General", "Colonel", "Major", "Captain", "Lieutenant",
    "Sergeant", "Corporal", "Officer", "Sheikh", "Princess", "Prince", "Queen", "King", "Juge", "Ministre",
    "Directeur", "Directrice", "Ambassadeur", "Ambassadrice", "Président", "Présidente", "Procureur", "Jueza", "Juez",
    "Ministra", "Ministro", "Directora", "Embajador", "Embajadora", "Presidente", "Presidenta", "Fiscal", "Juíza",
    "Juiz", "Diretor", "Diretora", "Embaixador", "Embaixadora", "Procurador", "Procuradora",
)  # fmt: skip

INTERCAPPED = frozenset(
    """iEmpathize iPhone iPad eLearning eGovernment eBay YouTube LinkedIn WhatsApp PayPal TikTok FinCEN WikiLeaks
    MasterCard BlackBerry PowerPoint OpenAI GitHub JavaScript ActionAid WaterAid HelpAge ChildFund AmeriCorps
    SoundCloud
    InfoSegura AirBnB EuroMed EuroJust InSight goAML goCASE goPRS LeapFrog HackTheBox""".split()
)
"""Names that have a capital letter inside."""

NAME_PREFIXES = frozenset("Mc Mac De Di Du Da Le La Van Von O Fitz El Al Ben Mb St".split())
"""Beginnings of family names that a capital letter may follow: McDonald, DeLorean, MacArthur."""
