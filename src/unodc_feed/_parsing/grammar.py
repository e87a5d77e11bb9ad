"""The grammar: every pattern that more than one module needs, named, with what it is for.

All patterns are linear: no quantifier stands over another one for the same characters, and every look-behind is of
fixed length.
"""

import re

import regex

from unodc_feed._parsing.words import CONNECTIVES

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Characters, for a character class, that print nothing: soft hyphens, joiners, direction and byte-order marks."""

LINE = re.compile(
    rf"([{INVISIBLE}\t\v\f\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*)"  # indent
    r"(?:([•●▪◦‣·∙○]|[*–-](?![^\s]))[^\S\r\n]*)?"  # bullet: * and - only before a space
    r"([^\r\n]*)"  # content
    r"(?:\r\n|\r|\n|\Z)"
)
"""One line: ``  • 22/01/2016``.  Only the three usual newlines end a line, as they do in an editor."""

COUNT = regex.compile(r"\(\s*(\d{1,3}(?:[ ,.\xa0\u202f]?\d{3}){0,3}|\d{1,9})\s*[\p{L}\p{M} ]{0,30}\)")
"""How many entries the feed has: ``(563 entries)``, ``(1 204 записи)``."""

CLOSED = regex.compile(r"[.!?…。！？؟۔][\"'”’»)\]）」]*\Z")
"""The end of a line that closes a sentence; to be searched in its last characters."""

ENUMERATED = regex.compile(
    r"(?:\(?(?:[ivx]{1,4}|\p{N}{1,2}|[a-z])[.)]\s|(?:Item|Point|Chapter|Part|Annex|Session|Module|Day|Phase|Step|Panel)"
    r"\s\p{N}{1,3}\b)"
)
"""The beginning of a part of an enumeration: ``(i) To advocate``, ``Item 6 of the agenda``."""

_BOUNDARY = regex.compile(
    r"(?<=[\p{Ll}\p{N})\]\"”’»])(?<!\b(?:Mr|Ms|Mrs|Dr|No|St|vs|Prof|Gen|Hon|Sr|Jr|Art|им|ул|ст|см))\.\s+[\p{Lu}\"“«]"
    r"|[。！？](?=.)"
)
_UNFINISHED_END = regex.compile(r"(?:[:,;&/(–—-]|\b(\p{L}+))\Z")


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return CLOSED.search(text, max(0, len(text) - 6)) is not None


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
    end = _UNFINISHED_END.search(text, max(0, len(text) - 20))
    if end is not None and (end[1] is None or end[1] in CONNECTIVES):
        return True
    return text.count("(") > text.count(")")


def starts_small(text: str) -> bool:
    """Tell whether a text begins in lower case, as the rest of a wrapped line does; ``iEmpathize`` does not."""
    return text[:1].islower() and not text[1:2].isupper()


_READ_MORE = {
    # Lines that only send the reader elsewhere, for each language the beginnings that announce them.
    "en": r"""(?:please\s+)?reade?\s+(?:more|on|further|full|also|about|here|this|her|his|their
            |the\s+(?:full|whole|complete|entire|rest|report|story|interview|article|press|statement|message|publication
            |speech|text|paper|study|news|document|declaration|brochure)|[^.]{1,60}\shere\b)
        |(?:please\s+)?click\s+(?:here|on|the|below|this|to)\b
        |(?:please\s+|also\s+|or\s+)?(?:see|view|find|learn|discover|explore|get|know|look\s+for|hear)\s
            (?:more|also|all|further|out|other|here|below|the\s+(?:full|video|photos?|pictures|report|list|page|agenda
            |programme|website|story|maps?|gallery|slides)|maps|photos|pictures|details|attached)\b
        |(?:more|further|additional|full|detailed)\s+(?:information|details?|info|news|stories|photos|on|about)\b
            [^.]{0,120}(?:\b(?:here|at|on|available|found|click|visit|see|website|page)\b[^.]{0,60}
            |(?:https?://|www\.)\S+)?
        |more(?:\s+(?:information|details?|info|news|here))?
        |(?:full|complete)\s+(?:story|text|report|article|interview|version|document|programme|list)(?:\s+[^.]{0,30}here)?
        |(?:please\s+)?download\b
        |(?:please\s+)?visit\s(?!of\b|to\b|by\b|from\b|in\b|and\b)
        |(?:please\s+)?(?:watch|listen\s+to|play|browse|consult|check\s+out|access|follow|meet)\s(?:the|our|this|all|here|it|us|a)\b
        |(?:please\s+)?(?:register|apply|enrol|subscribe|sign\s+up|order|donate|vote)\s(?:here|now|online|today|at\s+(?:www|http))
        |(?:please\s+)?contact\s(?:us|[^.]{1,60}@)
        |to\s+(?:read|find|learn|see|view|download|know|watch|access|get|register|apply|listen|discover|join|order|obtain
            |consult|subscribe|take|donate)\b[^.]{0,160}\b(?:click|visit|see|go\s+to|follow|here|contact|log\s+on)\b
        |for\s+(?:more|further|additional|full|detailed|the|other|information|details|any)\b[^.]{0,160}
            \b(?:click|visit|see|contact|go\s+to|here|consult|refer|write|e-?mail|follow)\b
        |[^.]{1,80}\s(?:can|may)\s(?:also\s)?be\s(?:found|downloaded|read|accessed|viewed|obtained|consulted|watched|seen)
            \s[^.]{0,30}\b(?:here\b|(?:at|on)\s(?:https?:|www\.))
        |[^.]{1,80}\s(?:is|are)\s(?:now\s|also\s)?available\s(?:online\s)?(?:here\b|(?:at|on)\s(?:https?:|www\.))""",
    "fr": r"""(?:pour\s+)?(?:lire|voir|consulter|écouter|regarder|télécharger)\s
            (?:la\ssuite|plus|ici|davantage|aussi|également|l['’]|le\s|la\s|les\s|tou[st])
        |(?:lisez|téléchargez|consultez|regardez|écoutez|découvrez|visitez|voyez|voir\saussi|suivez)\s
        |(?:pour\s+)?en\ssavoir\s(?:plus|davantage)|savoir\splus|cliquez\s|lire\sici
        |pour\s(?:plus|de\splus|davantage|toute?|obtenir|télécharger|consulter|s['’]inscrire)\b
            [^.]{0,160}\b(?:ici|cliquez|visite[rz]|consulte[rz]|voir|contacte[rz]|site|lien)
        |plus\s(?:d['’]|de\s)(?:informations?|renseignements|détails)
        |(?:inscrivez-vous|inscription|s['’]inscrire)\s(?:ici|en\sligne)|suite\b|téléchargement""",
    "es": r"""(?:lea|leer|ver|vea|descargue|descargar|consulte|consultar|acceda|visite|conozca|escuche|mire|siga)\s
            (?:más|aquí|el\s|la\s|los\s|las\s|también|todo|nuestr|leyendo|a\s|en\s)
        |(?:haga|haz|hacer)\sclic|pulse\s|pinche\s|seguir\sleyendo|descárg\w+\s
        |para\s(?:más|mayor|leer|descargar|ver|conocer|obtener|saber|acceder|consultar|inscribirse)\b
            [^.]{0,160}\b(?:aquí|clic|visite|consulte|vea|contacte|enlace|pulse|escriba|sitio)
        |(?:más|mayor)\s(?:información|detalles|informaciones|noticias)\b[^.]{0,80}
        |(?:inscríbase|regístrese|suscríbase)\s(?:aquí|en\slínea)""",
    "pt": r"""(?:leia|ler|veja|ver|saiba|baixe|acesse|consulte|conheça|assista|ouça|visite|confira)\s
            (?:mais|aqui|o\s|a\s|os\s|as\s|também|todo|ao\s|noss)
        |clique\s|continue\slendo|faça\so\sdownload
        |para\s(?:mais|maiores|ler|baixar|ver|conhecer|obter|saber|acessar|consultar)\b
            [^.]{0,160}\b(?:aqui|clique|visite|consulte|veja|contate|acesse|link|site)
        |(?:mais|outras)\s(?:informações|detalhes|notícias)\b[^.]{0,80}|para\ssaber\smais
        |(?:inscreva-se|registre-se|cadastre-se)\saqui""",
    "ru": r"""(?:читать|читайте|прочитать|прочтите)\s(?:далее|дальше|больше|подробнее|также|здесь|полностью|ещё|еще|полн\w+|о\s)
        |подробн(?:ее|ости|ую\sинформацию|ая\sинформация)\b[^.]{0,100}|узнать\s(?:больше|подробнее)|узнайте\s
        |(?:чтобы|для\sтого,?\sчтобы)\s[^.]{0,120}\b(?:здесь|нажмите|ссылк|посетите|перейдите)
        |нажмите\s|скачать\b|скачайте\s|загрузить\s|(?:смотреть|смотрите|посмотреть)\s
        |дополнительн(?:ая|ую)\sинформаци[яю]\b[^.]{0,100}|более\sподробн\w+\s[^.]{0,100}
        |(?:для\sполучения|за)\s(?:дополнительной|более\sподробной|подробной)\s[^.]{0,120}
        |(?:с\sполным\s|полный\s)текст\w*\s?[^.]{0,80}(?:здесь|ссылк|ознакомиться|сайте)?
        |перейти\s|ознакомиться\s|(?:посетите|зарегистрироваться|заявки)\s[^.]{0,80}(?:здесь|сайт)""",
    "ar": r"""[اإ]قرأو?ا?\s|للمزيد|لمزيد\sمن|للاطلاع|للإطلاع|لقراءة|لتحميل|للتحميل|تحميل\s|للتنزيل|لتنزيل|انقر|اضغط|إضغط
        |المزيد|لمعرفة|زوروا|شاهد|لمشاهدة""",
    "zh": r"""(?:请)?(?:点击|按此|访问|参阅|参见|查看|浏览|观看|下载|阅读|了解)(?:此处|这里|更多|全文|详情|报告|视频|原文|该|本)?
        |更多(?:信息|详情|内容|资讯)?|欲(?:了解|知)|如欲|如需|详情|详见|全文""",
}
_LONGEST_READ_MORE = {"zh": 40, "ar": 120}
_READ_MORE_PATTERNS = tuple(
    (regex.compile(pattern.replace("[^.]", r"(?:[^.]|\.(?!\s))"), regex.IGNORECASE | regex.VERBOSE), _LONGEST_READ_MORE.get(language, 180))
    for language, pattern in _READ_MORE.items()
)
_FIRST_LETTER = regex.compile(r"\p{L}")


def is_read_more(text: str) -> bool:
    """Tell whether a line only sends the reader elsewhere.

    >>> is_read_more("To read more about the workshop, click here.")
    True
    >>> is_read_more("The report can be read in six languages.")
    False
    """
    if len(text) > 180:
        return False
    start = _FIRST_LETTER.search(text)
    return start is not None and any(
        len(text) <= longest and pattern.match(text, start.start()) for pattern, longest in _READ_MORE_PATTERNS
    )


_FURNITURE = regex.compile(
    r"""(?:subscribe\b|skip\s(?:to|navigation)|share\s(?:this|on)|print\s(?:this|page|version)|follow\sus|rss\b|sign\s(?:in|up)
    |search(?:\s\w+)?\Z|menu\Z|log\s?in\Z|home\s[|>»/]|home\Z|back\sto\stop|top\sof\s(?:the\s)?page|copyright\s|©|all\srights\sreserved
    |last\supdated?|(?:cookies?|privacy)(?:\s\w+)?\Z|terms\sof\suse|contact\sus\Z|site\smap|quick\slinks|related\s(?:links|news|pages)
    |(?:facebook|twitter|instagram)\Z|youtube\Z|linkedin\b|(?:next|previous)\s(?:page|\d)|page\s\d+\sof|you\sare\shere
    |e-?mail\sthis|tweet\Z|accessibility\Z|newsletter\Z|donate\sonline|select\slanguage|languages?:)
    |[^|]*\|\s*\Z|[^|]*(?:\s[|>»›]\s[^|>»›]*){2}""",
    regex.IGNORECASE | regex.VERBOSE,
)


def is_furniture(text: str) -> bool:
    """Tell whether a line outside the entries belongs to the site around them, such as ``Share this page``."""
    return len(text) < 200 and _FURNITURE.match(text) is not None
