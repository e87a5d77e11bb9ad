"""The grammar: every pattern that more than one module needs, named, with what it is for.

All patterns are linear: no quantifier stands over another one for the same characters, and look-behinds are short.
"""

import re
from functools import lru_cache

import regex

from unodc_feed._parsing.words import CONNECTIVES, FINITE_VERBS, LANGUAGE_NAMES, THINGS_ON_A_SITE
from unodc_feed._patterns import deferred

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Characters, for a character class, that print nothing: soft hyphens, joiners, direction and byte-order marks."""

BULLETS = "•●▪◦‣·∙○"
DASHES = "*–-"  # for a character class: the hyphen last
BULLET = deferred(re.compile, rf"[{BULLETS}]|[{DASHES}](?!\S)")
"""What stands before an item of a list: ``•``; ``*`` and ``-`` only before a space."""

COUNT = deferred(
    re.compile, r"\(\s*(\d{1,3}(?:[ ,.\xa0\u202f]?\d{3}){0,3}|\d{1,9})\s*[^\W\d_](?:[^\W\d_]|[\u0300-\u036f ]){0,30}\)"
)
"""How many entries the feed has: ``(563 entries)``, ``(1 204 записи)``."""

_FULL_STOPS = ".!?…。！？؟۔"
_CLOSING_MARKS = "\"'”’»)]）」"

ENUMERATED = deferred(
    regex.compile,
    r"(?:\(?(?:[ivx]{1,4}|\p{N}{1,2}|[a-z])[.)]\s|(?:Item|Point|Chapter|Part|Annex|Session|Module|Day|Phase|Step|Panel)"
    r"\s\p{N}{1,3}\b)",
)
"""The beginning of a part of an enumeration: ``(i) To advocate``, ``Item 6 of the agenda``."""

_BOUNDARY = deferred(
    regex.compile,
    r"(?<=[\p{Ll}\p{N})\]\"”’»])(?<!\b(?:Mr|Ms|Mrs|Dr|No|St|vs|Prof|Gen|Hon|Sr|Jr|Art|им|ул|ст|см))\.\s+[\p{Lu}\"“«]"
    r"|[。！？](?=.)",
)
_UNFINISHED_ENDS = ":,;&/(–—-"
_LAST_WORD = deferred(regex.compile, r"\b\p{L}+\Z")


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text.rstrip(_CLOSING_MARKS)[-1:] in _FULL_STOPS if text else False


def has_sentences(text: str) -> bool:
    """Tell whether one sentence ends within a text and another begins."""
    return _BOUNDARY.search(text) is not None


def is_headline(text: str) -> bool:
    """Tell whether a line has the shape of a headline: it neither ends as a sentence does nor holds several.

    >>> is_headline("UNODC launches Model Law against Trafficking in Persons")
    True
    >>> is_headline("The watches were launched yesterday at a special event.")
    False
    """
    return not is_closed(text) and not has_sentences(text)


def is_unfinished(text: str) -> bool:
    """Tell whether something must follow a line: it ends in a colon, a comma, an open bracket or a small word.

    >>> is_unfinished("Launch of the Global Report on")
    True
    """
    if text[-1:].isalpha():
        word = _LAST_WORD.search(text, max(0, len(text) - 20))
        if word is not None and word[0] in CONNECTIVES:
            return True
    elif text and text[-1] in _UNFINISHED_ENDS:
        return True
    return text.count("(") > text.count(")")


def starts_small(text: str) -> bool:
    """Tell whether a text begins in lower case, as the rest of a wrapped line does; ``iEmpathize`` does not."""
    return text[:1].islower() and not text[1:2].isupper()


# All patterns of read-more lines read lower case: those to which case does not matter take three times as long.
_SENDS_ON = {
    # What sends the reader elsewhere, for each language: "Read more here.", "To find out why, click here."
    "en": r"""(?:please\s)?reade?\s(?:more|on|further|full|also|about|here)\b
        |(?:please\s)?click\s(?:here|on|the|below|this|to)\b|continue\sreading
        |(?:also\s|or\s)?(?:see|view|find|learn|discover|explore|look\sfor)\s(?:more|also|all|further|out|other|here|below)\b
        |(?:more|further|additional|full|detailed)\s(?:information|details?|info|news|stories|photos|on|about)\b
            (?:_*(?:\b(?:here|available|found|click|visit|see|website|page)\b_*|(?:https?://|www\.)\S+)
            |(?:\s\S+){0,8}[^.:]\Z|[.:…]*\Z)
        |more(?:\s(?:information|details?|info|news))?\Z|(?:full|complete)\s(?:story|text|report|article|interview|version)\b(?!:)
        |(?:please\s)?contact\s(?:us\b|\S+@)
        |to\s(?:read|find\sout|learn|know|see|discover)\s(?:more|further)\b_*\b(?:visit|see|click|here|go\sto|contact|follow)\b
        |to\s(?:read|find|learn|see|view|download|know|watch|access|get|register|apply|listen|discover|join|order|obtain
            |consult|subscribe|take|donate)\b_*\b(?:click|here|go\sto|log\son|(?:please|visit|see|follow|contact)\s(?:us|our|this
            |www|http|visit|see|follow|contact|the\s(?:web|site|page|link|portal)))
        |for\s(?:more|further|additional|full|detailed|other|any|the\sfull)(?!\sthan\b)\b
            _*\b(?:click|here|see|go\sto|follow|(?:visit|contact|consult|refer\sto|write\sto|e-?mail)\s(?:us|our|this|www|http
            |the\s(?:web|site|page|link|portal))|\S+@\S+)
        |for\s(?:information|details)\b_*\b(?:click|here|contact|visit\s(?:our|the|www|http))
        |please\s(?:visit|see|contact|consult|write\sto|send|refer\sto|register|download|find|go\sto|fill\sin|check|e-?mail)\b
        |(?:you\scan\s)?(?:follow|join|find|watch|like|see)\s_*\b(?:on|via)\s(?:twitter|facebook|youtube|flickr|instagram|linkedin|un\sweb\stv)\b
        |(?:also\s)?available\s(?:online|here|in|at|from|for\sdownload)\b|(?:photo|picture|image|video)\s(?:gallery|album)\Z""",
    "fr": r"""lire\s(?:la\ssuite|plus|ici|davantage|aussi|également)|(?:pour\s)?en\ssavoir\s(?:plus|davantage)
        |savoir\splus
        |cliquez\s|plus\s(?:d['’]\s?|de\s)(?:informations?|renseignements|détails)|suite\Z|voir\s(?:aussi\b|plus(?:\sde\b|\Z))
        |plus\sde\s(?:photos|vidéos|détails)|galerie\s(?:de\s)?photos?\Z|(?:aussi\s|également\s)?disponible\s(?:en|ici|sur)\b
        |pour\s(?:plus|de\splus|davantage|tout|obtenir|lire|télécharger|consulter|voir|s['’]inscrire)\b
            _*\b(?:ici|cliquez|visite[rz]|consulte[rz]|voir|contacte[rz]|site|lien)""",
    "es": r"""(?:lea|leer|ver|vea)\s(?:más|aquí|también)|(?:haga|haz)\sclic|pulse\s|pinche\s|(?:siga|seguir)\sleyendo
        |(?:también\s)?disponible\s(?:en|aquí)\b
        |(?:más|mayor)\s(?:información|detalles|noticias|fotos|vídeos|videos)\b|galería\sde\s(?:fotos|imágenes)\Z|conozca\smás
        |para\s(?:más|mayor|leer|descargar|ver|conocer|obtener|saber|acceder|consultar|inscribirse)\b
            _*\b(?:aquí|clic|visite|consulte|vea|contacte|enlace|pulse|escriba|sitio)""",
    "pt": r"""(?:leia|ler|veja|ver|saiba)\s(?:mais|aqui|também)|clique\s|continue\slendo|faça\so\sdownload
        |(?:também\s)?disponível\s(?:em|aqui)\b|fale\sconosco|entre\sem\scontato
        |(?:mais|outras)\s(?:informações|detalhes|notícias|fotos|vídeos)\b|galeria\sde\s(?:fotos|imagens)\Z|para\ssaber\smais
        |para\s(?:mais|maiores|ler|baixar|ver|conhecer|obter|saber|acessar|consultar)\b
            _*\b(?:aqui|clique|visite|consulte|veja|contate|acesse|link|site)""",
    "ru": r"""(?:читать|читайте|прочитать)\s(?:далее|дальше|больше|подробнее|также|здесь|полностью|ещё|еще)
        |подробн(?:ее|ости|ую\sинформацию|ая\sинформация)\b|узнать\s(?:больше|подробнее)|нажмите\s
        |(?:чтобы|для\sтого,?\sчтобы)\s_*\b(?:здесь|нажмите|ссылк|посетите|перейдите)
        |дополнительн(?:ая|ую)\sинформаци[яю]\b|более\sподробн(?:ая|ую|ые)\s
        |(?:для\sполучения|за)\s(?:дополнительной|более\sподробной|подробной)\s|с\sполным\sтекстом\s
        |полный\sтекст\b|фотогалерея\Z""",
    "ar": r"""[اإ]قرأو?ا?\s|للمزيد|لمزيد\sمن|للاطلاع|للإطلاع|لقراءة|لتحميل|للتحميل|تحميل\s|للتنزيل|لتنزيل|انقر|اضغط|إضغط
        |المزيد|لمعرفة|زوروا|شاهد|لمشاهدة|للتسجيل|للاشتراك|للاتصال|للتواصل|لطلب|لإرسال|أرسلوا|راسلونا|سجلوا
        |تابعونا|اطلعوا|حملوا""",
    "zh": r"""(?:请)?(?:点击|按此|访问|参阅|参见|查看|浏览|观看|下载|阅读|了解)
        |更多(?:信息|详情|内容|资讯)?|欲(?:了解|知)|如欲|如需|详情|详见|[^，。]{0,12}全文(?:（[^）]*）)?\Z|全文|联系我们
        |订购|订阅|索取|(?:报名|注册)(?:参加|请|链接)|在线(?:报名|注册|阅读|观看)|请(?:提交|填写|联系|发送)|提交您|发送(?:您的)?(?:意见|评论)""",
}
_CONDITIONS = r"""(?:to|for|if|pour|si|para|se|чтобы|для|если)\s_*,\s(?:please\s|por\sfavor,?\s)?
    (?:visit|contact|consult|see(?!-)|download|refer\sto|go\sto|log\son|write\sto|e-?mail|check\sout|fill\sin|sign\sup|register
    |subscribe|call\s[+\d]|visitez|contactez|consultez|écri(?:re|vez)|rendez-vous|téléchargez|remplissez
    |visite|contacte|consulte|escriba|llame|vea|diríjase|rellene|escreva|contate|acesse|veja|ligue|preencha
    |посетите|напишите|пишите|звоните|обращайтесь|перейдите|заполните)\b"""
"""A condition, and what to do then: "To enrol, visit the course", "Если вы хотите помочь, напишите нам"."""

_COMMANDS = {
    # Verbs that send the reader to one thing, in a line of a few words: "Download the modules here", "Ver fotos".
    "en": r"""(?:read|see|view|watch|listen\sto|consult|download(?!\s\w+\sshows?\b)
        |visit(?!\s(?:of|to|by|from|in|and)\b))
        |(?:get|order|follow|check|explore|discover|play|meet|access|browse)\s(?:the|our|all|this|it|here)
        |(?:register|apply|enrol|subscribe|sign\sup|donate|vote)\s(?:for|here|now|online|to|at|by|before)""",
    "fr": r"""lire|voir|télécharger|consulter|écouter|regarder|commander|contacter|accéder\s(?:à|au|aux)|lisez|voyez
        |téléchargez|consultez|écoutez|regardez|visitez|contactez|écrivez|envoyez|commandez|réservez|partagez|remplissez|signez|suivez(?:-nous\ssur)?|rejoignez(?:-nous\ssur)?|posez
        |découvrez|(?:participez|répondez)\s(?:à|au|aux)|(?:inscrivez|abonnez)-vous(?:\s(?:en|à|au))?""",
    "es": r"""ver|vea|lea|leer|descargar|descargue|descárguese|consultar|consulte|escuche|mire|visite|acceda|envíe
        |envíenos|escríbanos|contáctenos|síganos|solicite|pida|reserve|comparta|rellene|firme|contacte(?:\scon)?|participe\sen
        |(?:inscríbase|regístrese)(?:\sen)?|suscríbase(?:\sa)?""",
    "pt": r"""ver|veja|leia|ler|baixar|baixe|acesse|assista|ouça|consulte|visite|confira|conheça|contate|envie|escreva
        |solicite|peça|encomende|reserve|compartilhe|preencha|assine|participe\sd[aoe]s?
        |(?:inscreva|cadastre|registre)-se(?:\s(?:em|no|na))?""",
    "ru": r"""читать|читайте|смотреть|смотрите|посмотреть|прочитать|скачать|скачайте|загрузить|слушать
        |ознакомиться(?:\sс)?|посетите|перейти(?:\s(?:на|к))?|свяжитесь\sс|отправьте|отправить|пришлите|присылайте|закажите|заказать
        |(?:зарегистрируйтесь|зарегистрироваться)(?:\sна)?
        |напишите\s(?:нам|в|на)|(?:подпишитесь|подписаться)(?:\sна)?|поделитесь|заполните|заполнить|задайте""",
}
_GAP = r"(?:[^.]|\.(?!\s))"  # within one sentence
_SENDING = deferred(
    re.compile, "|".join((*_SENDS_ON.values(), _CONDITIONS)).replace("_*", _GAP + "{0,160}"), re.VERBOSE
)
_POINTING = deferred(
    re.compile,  # anywhere in a sentence: "To help the fund, click here", "The paper can be downloaded here."
    rf"""\bclick\s(?:here|below)\b|\bha(?:ga|z)\sclic\b|\bpulse\saquí\b|\bcliquez\s|\bclique\saqui\b|\bнажмите\s
    |(?:انقر|اضغط|إضغط)\s|点击(?:此处|这里|查看|下载)|请点击|按此
    |(?:\S\s(?:can|may)\s(?:also\s)?be\s(?:found|downloaded|read|accessed|viewed|obtained|consulted|watched|seen)\s{_GAP}{{0,160}}
    |\byou\s(?:can|may)\s(?:also\s)?(?:find|download|read|access|view|register|apply|order)\s{_GAP}{{0,160}}
    |\S\s(?:is|are)\s(?:now\s|also\s)?available\s(?:online\s)?)\b(?:here\b|(?:at|on)\s(?:https?:|www\.))""",
    re.VERBOSE,
)
_POINTERS = ("here", "clic", "liqu", "http", "www", "pulse", "ажмит", "انقر", "ضغط", "点击", "按此")  # traces of these
_COMMAND = deferred(re.compile, rf"(?:{'|'.join(_COMMANDS.values())})(?:\s|\Z)", re.VERBOSE)
_THING = rf"(?:{'|'.join(THINGS_ON_A_SITE)})\b"
_SOME_THING = deferred(re.compile, rf"\b{_THING}")
_GET = r"(?:see|view|order|request|send|submit|browse|get|share|buy|search)"
_DO = r"""(?:contact|enter|hear|go\sto|book|tell|write|sign|take|join|ask|use|open|print|fill\s(?:in|out)|complete
    |try|add|leave|answer|look\sat)"""
_REQUEST = deferred(
    re.compile,  # "Send your comments", "Order a printed copy", "See pictures of the run"
    rf"""{_GET}\s(?:printed\s|free\s|more\s|other\s|further\s)?{_THING}
    |(?:{_GET}|{_DO})\s(?:(?:to\s)?us\b|your\b|(?:a|an|the|our|this|these|all|its|their)
        \s(?:[\w'’-]+\s){{0,3}}{_THING})""",
    re.VERBOSE,
)
_LANGUAGE = rf"(?:{'|'.join(LANGUAGE_NAMES).lower()})"
_LANGUAGES = deferred(
    re.compile,  # "Download the leaflet: Dari / Pashto", "English | Français"
    rf"(?:(?:download|read|watch|get|also|available|descargar|télécharger|baixar|скачать|تحميل|下载)[^:.]{{0,60}}"
    rf"(?::|\s(?:in|en|em|на))\s*{_LANGUAGE}"
    rf"|{_LANGUAGE}\s*[|/])(?:\s*(?:[|/,•·]|and|or|et|ou|y|e|и|و|、)?\s*{_LANGUAGE})*\W*\Z",
)
_HERE = deferred(re.compile, r"\b(?:here|aquí|aqui|ici|здесь|هنا|此处)\W*\Z")  # "Inscripción aquí"
_LONGEST_READ_MORE = 180
_LONGEST_IN_CHINESE = 40
_OBJECT = deferred(
    regex.compile,  # "Download the modules", "Visit UNODC East Asia", but not "Watch groups gather"
    r"\p{Lu}|\p{N}|(?:the|our|a|an|this|these|all|for|your|her|his|their|more|l['’]|le|la|les|un|une|des|votre|vos|notre|nos"
    r"|el|los|las|una|su|sus|más|o|os|as|um|uma|seu|sua|seus|suas)\b",
)
_FEW_WORDS = 4
_MOST_WORDS_OF_COMMAND = 22
_HAN = deferred(regex.compile, r"\p{Han}")
_FIRST_LETTER = deferred(regex.compile, r"\p{L}")


def is_read_more(text: str) -> bool:
    """Tell whether a line only sends the reader elsewhere.

    >>> is_read_more("To read more about the workshop, click here.")
    True
    >>> is_read_more("The report can be read in six languages.")
    False
    """
    return len(text) <= _LONGEST_READ_MORE and _sends_on(text)


@lru_cache(maxsize=1024)  # the formats and the assembler ask of the same lines
def _sends_on(text: str) -> bool:
    first = _FIRST_LETTER.search(text)
    if first is None or (_HAN.match(first[0]) and len(text) > _LONGEST_IN_CHINESE):
        return False
    lowered = text.lower()
    if _SENDING.match(lowered, first.start()) or _LANGUAGES.match(lowered, first.start()):
        return True
    if any(map(lowered.__contains__, _POINTERS)) and _POINTING.search(lowered) and not has_sentences(text):
        return True
    points_here = _HERE.search(lowered, max(0, len(lowered) - 10))
    request, command = _REQUEST.match(lowered, first.start()), _COMMAND.match(lowered, first.start())
    if not (points_here or request or command):
        return False
    words = text.split()
    if ":" in text or len(words) > _MOST_WORDS_OF_COMMAND or not FINITE_VERBS.isdisjoint(words):
        return False
    if request:
        return True
    if command is None:
        return len(words) <= _FEW_WORDS or (is_headline(text) and _SOME_THING.search(lowered) is not None)
    following = text[command.end() :]
    if points_here or _OBJECT.match(following):
        return True
    return len(words) <= _FEW_WORDS and CONNECTIVES.isdisjoint(following.split()[:1])  # not "View from the bench"


_FURNITURE = deferred(
    regex.compile,
    r"""(?:subscribe\b|skip\s(?:to|navigation)|share\s(?:this|on)|print\s(?:this|page|version)|follow\sus|rss\b|sign\s(?:in|up)
    |search(?:\s\w+)?\Z|menu\Z|log\s?in\Z|home\s[|>»/]|home\Z|back\sto\stop|top\sof\s(?:the\s)?page|copyright\s|©
    |all\srights\sreserved
    |last\supdated?|(?:cookies?|privacy)(?:\s\w+)?\Z|terms\sof\suse|contact\sus\Z|site\smap|quick\slinks
    |related\s(?:links|news|pages)
    |(?:facebook|twitter|instagram)\Z|youtube\Z|linkedin\b|(?:next|previous)\s(?:page|\d)|page\s\d+\sof|you\sare\shere
    |e-?mail\sthis|tweet\Z|legal\snotice|fraud\salert|disclaimer\Z|accessibility\Z|newsletter\Z|donate\sonline
    |select\slanguage|languages?:)
    |[^|]*\|\s*\Z|[^|]*(?:\s[|>»›]\s[^|>»›]*){2}|[^|]{1,40}\s\|\s[^|]{1,40}\Z""",
    regex.IGNORECASE | regex.VERBOSE,
)


def is_furniture(text: str) -> bool:
    """Tell whether a line outside the entries belongs to the site around them, such as ``Share this page``."""
    return len(text) < 200 and _FURNITURE.match(text) is not None
