"""Seams: where a word is really the end of one text and the beginning of another.

In: a word and its place in a text.  Out: the first offset inside it at which it may be cut.  The evidence is what the
word is made of: a capital behind a small letter, the name of an organization, a full stop, another script, a date.
Names that only look glued (``iEmpathize``, ``McDonald``) have no seam.  Whether a picture's text ends at a seam is for
the captions to judge.
"""

import re
from collections.abc import Iterable, Iterator

import regex

from unodc_feed._parsing.dates import read_leading_date
from unodc_feed._parsing.words import (
    AGENCIES,
    CONNECTIVES,
    INTERCAPPED,
    NAME_PREFIXES,
    ONE_LETTER_WORDS,
)
from unodc_feed._patterns import deferred

_LONGEST_WORD = 60

ANY_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
AGENCY = deferred(re.compile, ANY_AGENCY)
ANY_SIMPLE_WORD = (  # without any seam
    r"[(\"“«]?(?:[A-Z]?[a-zß-öø-ÿ]+(?:['’-][a-zß-öø-ÿ]+)*|[А-ЯЁ]?[а-яё]+|\d{1,4})[,;:]?"
)
_WITHOUT_SEAM = deferred(re.compile, rf"{ANY_SIMPLE_WORD}[.!?…,;:\"”»’)\]]*|\S")
INTERCAPPED_NAME = deferred(re.compile, "|".join(sorted(INTERCAPPED)))
UNCASED = deferred(regex.compile, r"[\p{Arabic}\p{Han}]")
ABBREVIATION = deferred(
    regex.compile, r"(?:.*/)?(?:\p{Lu}|Mr|Ms|Mrs|Dr|St|Prof|Hon|No|Sra?|Dra|Lic|Mme|Mlle|Amb|Gen|Col|Capt)\."
)
_SEAM = deferred(
    regex.compile,
    r"""(?P<case>(?<=\p{Ll})(?=\p{Lu}))                              # Julia Ormond|The
    |(?P<caps>(?<=[\p{Lu}\p{N}]\p{Lu})(?=\p{Lu}(?:\p{Ll}|['’]\p{L}{2})))     # CIO|Cinquante, E4J|Education
    |(?P<script>(?<=\p{Latin}|\p{Latin}\.|\s/|\p{N})(?=[\p{Cyrillic}\p{Arabic}\p{Han}]))  # UNODC|Недавно
    |(?P<stop>(?<=\p{L}\p{Ll}[.!?])(?=[\p{Lu}\p{N}]))                 # hand heart.|On
    |(?P<number>(?<=\p{L})(?=\p{N}+(?![\p{L}\p{N}])))                # Report cover|20 October
    |(?P<year>(?<=\p{N}{2})(?=\p{Lu}(?:[\p{L}'’]|\Z)))                  # Day 2015|Les
    |(?P<date>(?<=\b(?:19|20)\p{N}{2})(?=\p{N}{1,2}\b))                 # Drug Report 2013|26 June
    |(?P<bracket>(?<=[)\]”»])(?=[\p{Lu}\p{N}]))                      # Suva (Fidji)|Depuis
    |(?P<closing>(?<=['’"])(?=[\p{Lu}\p{N}]))                             # 'Human Rights 365'|Today
    |(?P<opening>(?<=[\p{L}\p{N}.)]|[\p{L}\p{N}.?!]['’"”])(?=["“«‘¿¡]\p{L}|«\Z)) # UNODC|"Last month's""",
    regex.VERBOSE,
)
_LETTERS_BEFORE = deferred(regex.compile, r"(?r)\p{L}+")
LETTERS = deferred(regex.compile, r"\p{L}+")
_OPENING_QUOTE = deferred(regex.compile, r"(?<!\S)['‘]")
_TWICE = deferred(re.compile, r"\b([A-ZÀ-ÞА-ЯЁ]{3,})(?=\1)")  # TRAFFICTRAFFIC


def seam_in_word(text: str, start: int, end: int) -> int | None:
    """The first offset inside a word at which one text may end and another begin."""
    if _WITHOUT_SEAM.fullmatch(text, start, end) or AGENCY.fullmatch(text, start, end):
        return None
    agencies = [*AGENCY.finditer(text, start, end)]
    names = [name.span() for name in INTERCAPPED_NAME.finditer(text, start, end)]
    seams = [first for first, _ in names if first > start and text[first - 1].isalpha()]  # Mexico|iEmpathize
    seams.extend(_seams_at_agencies(text, agencies, end))
    names.extend(agency.span() for agency in agencies)
    for found in _SEAM.finditer(text, start, end):
        seam = found.start()
        inside_name = any(first < seam < last for first, last in names)
        if not inside_name and (_is_seam(text, seam, found.lastgroup or "", end) or is_repetition(text, seam)):
            seams.append(seam)
            break
    if (twice := _TWICE.search(text, start, end)) is not None:
        seams.append(twice.end())
    if seams:
        return min(seams)
    last = text[end - 1]
    if end - start > 2 and last in ONE_LETTER_WORDS and text[start:end].isupper():
        return end - 1 if text[end + 1 : end + 2].islower() or last == "À" else None  # ROCA|A concession, DR|À Lomé
    return None


def _seams_at_agencies(text: str, agencies: Iterable[re.Match[str]], end: int) -> Iterator[int]:
    """The seams before and behind the names of known organizations inside a word that ends there."""
    for agency in agencies:
        seam = agency.end()
        if text[agency.start() - 1 : agency.start()].isalpha():
            before = text[agency.start() - 2 : agency.start()]
            if before.isupper() and (seam == end or not text[seam].isalpha()):
                yield agency.start()  # ROCA|UNODC
            continue
        behind = seam_behind(text, agency)
        if behind is not None:
            yield behind


def seam_behind(text: str, agency: re.Match[str]) -> int | None:
    """The seam behind the name of an organization, if a text begins there: UNODC|The, UNODC.|UNODC."""
    seam = agency.end()
    stop = text[seam : seam + 1] == "."
    rest, _, following = text[seam + stop : seam + _LONGEST_WORD].partition(" ")
    if not rest:
        return None
    first = rest[0]
    if first.isdecimal() or first in '"“«¿¡' or UNCASED.match(first) or AGENCY.match(rest):
        return seam + stop
    if not first.isupper():
        return None
    if len(rest) == 1:
        begins = rest in ONE_LETTER_WORDS and bool(following)
    elif rest[1].islower() or rest[1] in "'’:":
        begins = True
    else:
        begins = len(agency[0]) > 3 and not stop and len(rest) > 2 and rest.isupper()
    return seam + stop if begins else None


def _is_seam(text: str, seam: int, kind: str, end: int) -> bool:
    before = _LETTERS_BEFORE.match(text, 0, seam)
    left, right = before[0] if before else "", first_letters(text[seam:end])
    if left in CONNECTIVES:
        return False
    match kind:
        case "stop" | "bracket" | "closing" | "date" if (
            text[seam].isdecimal() and read_leading_date(text[seam : seam + _LONGEST_WORD]) is None
        ):
            return False
        case "case":
            if left in NAME_PREFIXES or len(left) < 2 or (len(left) == 2 and left.islower()):  # McDonald, eBay, goAML
                return False
            ends_text = end == len(text)
            return (
                len(right) > 1
                or text[seam + 1 : seam + 2] in ("'", "’", ":")
                or (right in ONE_LETTER_WORDS and not ends_text)
            )
        case "caps":
            is_plural = len(right) == 2 and right[1] == "s" and text[seam + 2 : seam + 3] != "."  # NGOs
            return right in ("As", "Is") or not is_plural
        case "stop":
            left = text[:seam].split()[-1].rstrip(".!?")
            return ABBREVIATION.fullmatch(f"{left}.") is None
        case "closing":
            if text[seam - 1] == '"':
                return text.count('"', 0, seam) % 2 == 0
            return _OPENING_QUOTE.search(text, 0, seam - 1) is not None
        case "opening":
            return text[seam] != '"' or text.count('"', 0, seam) % 2 == 0
        case _:
            return True


def is_repetition(text: str, seam: int) -> bool:
    """Whether a text begins with the last words before it: Troels Vester|Troels Vester, TRAFFIC|TRAFFIC."""
    start = text.rfind(first_letters(text[seam : seam + _LONGEST_WORD]), 0, seam)
    return (
        start >= 0
        and seam - start > 2
        and not text[start - 1 : start].isalpha()
        and text.startswith(text[start:seam], seam)
    )


def first_letters(text: str) -> str:
    """The letters with which a text begins."""
    found = LETTERS.match(text)
    return found[0] if found else ""
