"""Mentions: what a text names that can be looked up or dialled.

Patterns recognise, tables check: a UN document symbol begins with the symbol of an organ that issues documents, an SDG
target is one of those that exist.  What is only shaped like one (``HIV/AIDS``, ``2.4 million``) is none.
"""

import re
from collections.abc import Callable, Iterator

import regex

from unodc_feed._checks import check_text
from unodc_feed._model import Mention, MentionKind
from unodc_feed._patterns import deferred

_IN_URL = r"[^\s\p{Cc}\p{Cf}\p{Cs}<>\"“”«»]"  # RFC 3987 keeps controls and marks of direction out of addresses
_URL = deferred(
    regex.compile,
    rf"(?<![\w@.-])(?:https?://{_IN_URL}{{1,2000}}"
    rf"|(?:www\.|(?=[a-z0-9.-]{{4,100}}/))(?:[a-z0-9-]{{1,63}}\.){{1,6}}[a-z]{{2,24}}(?::\d{{2,5}})?(?:/{_IN_URL}{{0,2000}})?)",
    regex.IGNORECASE,
)
_WORD_WITH_ADDRESS = deferred(re.compile, r"(?<!\S)\S*?[./]\S+")
_TRAILING = ".,;:!?'’)]»”…"
_EMAIL = deferred(
    regex.compile, r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w@])", regex.IGNORECASE
)

# Symbols of organs and bodies, from "UN Document Symbols" of the Dag Hammarskjöld Library, and of those that UNODC
# serves: the Conference of the Parties to the Organized Crime Convention (CTOC) and to the Corruption Convention (CAC).
_ORGANS = (
    "A|S|E|T|ST|SG|DP|TD|ID|CAC|CTOC|CCPR|CEDAW|CRC|CERD|CAT|CMW|CRPD|CED|FCCC|ICCD|CBD|UNEP|HSP|HRI|HRC|IDB|"
    "LOS|NPT|BWC|CCW|CD|CN|GC|WHA|PCNICC|JIU|APLC|ECE|ECA|ESCAP|CEB"
)
_UN_DOCUMENT = deferred(
    regex.compile,
    rf"(?<![\w/.])(?:{_ORGANS})(?:/(?:E?S-\d{{1,2}}|[A-Z][A-Za-z]{{0,11}}\.?(?:\d{{1,4}})?|\d{{1,5}}(?:-\d{{1,4}})?)){{1,6}}"
    r"(?![\w/])(?:\s?\((?:19|20)\d\d\))?",
)

_SHORT_CODE = deferred(
    regex.compile,
    r"""\b(?:SMS|СМС)\b[^\d\n]{0,25}?(?<![\d+])(\d{3,8})(?![\d-])
    |(?<![\d+-])(\d{3,8})[ ](?:by|via|par|por)[ ]SMS\b
    |\btext(?:ing)?\b[^\d\n]{1,40}?\bto\s(\d{3,8})(?![\d-])""",
    regex.IGNORECASE | regex.VERBOSE,
)
_YEARS = deferred(regex.compile, r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?")
_GROUPS = r"(?:[ .\-–\xa0]{0,2}\(?\d{1,5}\)?){2,8}"
_PHONE = deferred(
    regex.compile,
    rf"(?<![\w/.])(?:\(?\+|00(?=[1-9]))\s?\d{{1,3}}\)?{_GROUPS}(?![\w/])"
    r"|(?<![\w/.+(-])(?:1[ .-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[ .-]\d{4}(?![\w/-])"
    rf"|\b(?:Tel|Telephone|Phone|Fax|Hotline|Helpline|Tél|Teléfono|Тел)\b[^\d\n+(]{{0,12}}(\(?\d{{1,5}}\)?{_GROUPS})(?![\w/])",
    regex.IGNORECASE,
)

# Targets of each of the 17 goals: how many are numbered, and the last letter of the means of implementation.
# Source: A/RES/71/313, annex.
_TARGETS = dict(enumerate(
    ("5b", "5c", "9d", "7c", "6c", "6b", "3b", "10b", "5c", "7c", "7c", "8c", "3b", "7c", "9c", "10b", "19-"), 1
))  # fmt: skip
_TARGET = r"(?:1[0-7]|[1-9])\.(?:1?\d|[a-d])"
_TARGET_LIST = rf"{_TARGET}(?:(?:\s?,\s?(?:and\s)?|\s(?:and|or|et|y|e|и)\s){_TARGET}){{0,9}}"
_SDG = deferred(
    regex.compile, r"\bSDG|Sustainable Development Goal|Objectifs? de développement durable|\bODD\b|\bODS\b|\bЦУР\b"
)
_SDG_TARGET = deferred(
    regex.compile,
    rf"\b(?:targets?|cibles?|metas?|задач[аи]?|SDGs?|Goals?)\s(?:target\s)?({_TARGET_LIST})(?![\w.]?\d)",
    regex.IGNORECASE,
)
_LEADING_TARGET = deferred(regex.compile, rf"(?:^|:\s)({_TARGET})(?=\s[\p{{Lu}}\"“«])", regex.MULTILINE)
_ONE_TARGET = deferred(regex.compile, _TARGET)


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find what a text names that can be looked up or dialled, in the order of the text.

    Args:
        text: any text.

    Returns:
        Phone numbers, SMS short codes, URLs, e-mail addresses, UN document symbols and SDG targets.

    >>> [(mention.kind.value, mention.value) for mention in find_mentions("Call 1 (888) 373-7888; see A/RES/63/294.")]
    [('phone', '+18883737888'), ('un_document', 'A/RES/63/294')]
    """
    check_text("find_mentions", text)
    places = [
        (kind, *place) for hint, finders in _FINDERS if hint(text) for kind, finder in finders for place in finder(text)
    ]
    if not places:
        return ()
    taken = bytearray(len(text))
    found = []
    for kind, start, end, value in places:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append((start, Mention(kind, text[start:end], value)))
    return tuple([mention for _, mention in sorted(found, key=lambda place: place[0])])


_Found = Iterator[tuple[int, int, str]]


def _urls(text: str) -> _Found:
    words = _WORD_WITH_ADDRESS.finditer(text)
    for match in (match for word in words for match in _URL.finditer(text, *word.span())):
        printed = match[0]
        while printed[-1] in _TRAILING and not (printed[-1] == ")" and printed.count("(") == printed.count(")")):
            printed = printed[:-1]
        if printed.lower() in ("http:/", "https:/", "http:", "https:", "http://", "https://"):
            continue
        scheme, _, rest = printed.rpartition("://")
        host, slash, path = rest.partition("/")
        yield match.start(), match.start() + len(printed), f"{scheme.lower() or 'https'}://{host.lower()}{slash}{path}"


def _emails(text: str) -> _Found:
    for match in _EMAIL.finditer(text):
        yield match.start(), match.end(), match[0].lower()


def _un_documents(text: str) -> _Found:
    for match in _UN_DOCUMENT.finditer(text):
        if any(character.isdecimal() for character in match[0]):
            yield match.start(), match.end(), " ".join(match[0].replace("(", " (").split())


def _short_codes(text: str) -> _Found:
    for match in _SHORT_CODE.finditer(text):
        group = match.lastindex or 0
        if _YEARS.fullmatch(match[group]):
            continue
        yield match.start(group), match.end(group), match[group]


def _phones(text: str) -> _Found:
    for match in _PHONE.finditer(text) if _SEVEN_DIGITS.search(text) else ():
        labelled = match[1] is not None
        start, end = match.span(1) if labelled else match.span()
        printed = text[start:end].rstrip(" .-–(")
        digits = "".join(str(int(character)) for character in printed.replace("(0)", "") if character.isdecimal())
        is_number = printed.count("(") == printed.count(")") and not _YEARS.fullmatch(printed)
        if is_number and 7 <= len(digits) <= 17:
            yield start, start + len(printed), _dialled(printed, digits, labelled)


def _dialled(printed: str, digits: str, labelled: bool) -> str:
    """The number with its country code where it prints one, or is printed as North American numbers are."""
    if printed.lstrip("(").startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    if len(digits) == 11 and digits.startswith("1"):
        return f"+{digits}"
    return digits if labelled else f"+1{digits}"


def _sdg_targets(text: str) -> _Found:
    patterns = [_SDG_TARGET, _LEADING_TARGET] if _SDG.search(text) else [_SDG_TARGET]
    for pattern in patterns:
        for match in pattern.finditer(text):
            for target in _ONE_TARGET.finditer(text, *match.span(1)):
                if _is_target(target[0]):
                    yield target.start(), target.end(), target[0]


def _is_target(printed: str) -> bool:
    goal, target = printed.split(".")
    numbered, last = _TARGETS[int(goal)][:-1], _TARGETS[int(goal)][-1]
    return 1 <= int(target) <= int(numbered) if target.isdecimal() else target <= last


_HOST = deferred(re.compile, r"://|\.[a-zA-Z]{2,24}/")
_TEXTING = deferred(re.compile, r"\btext(?:ing)?\b")
_SIX_MORE = r"(?:[\s().\-–]*\d){6}"
_SEVEN_DIGITS = deferred(re.compile, rf"\d{_SIX_MORE}")
_DIALLED_OR_DECIMAL = deferred(re.compile, rf"\d(?:{_SIX_MORE}|\.[0-9a-d])")


def _names_short_codes(lowered: str) -> bool:
    return "sms" in lowered or "смс" in lowered or ("text" in lowered and _TEXTING.search(lowered) is not None)


_FINDERS: tuple[tuple[Callable[[str], object], tuple[tuple[MentionKind, Callable[[str], _Found]], ...]], ...] = (
    # The first one that takes a place in the text keeps it.  A cheap hint spares most texts the dear patterns.
    (lambda text: "www." in text or ("/" in text and _HOST.search(text)), ((MentionKind.URL, _urls),)),
    (lambda text: "@" in text, ((MentionKind.EMAIL, _emails),)),
    (lambda text: "/" in text, ((MentionKind.UN_DOCUMENT, _un_documents),)),
    (
        lambda text: _DIALLED_OR_DECIMAL.search(text),
        ((MentionKind.PHONE, _phones), (MentionKind.SDG_TARGET, _sdg_targets)),
    ),
    (lambda text: _names_short_codes(text.lower()), ((MentionKind.SMS, _short_codes),)),
)
