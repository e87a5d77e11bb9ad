"""Captions: where the text of a picture ends that was printed in front of a paragraph.

Text extraction prints an image's alternative text directly before the text that follows it: ``Photo: UNODCThe EU has
...``.  :func:`split_caption` finds the seam, or says that there is none.  The evidence, in this order: a credit
(``Photo:``, ``©``) and the name after it; a change of script; a seam inside a word; a capital article or a change of
language within what would be one sentence.  Words that only look glued (``iEmpathize``, ``GLO.ACT``, ``McDonald``) have
no seam, and where a doubt stays the text is left whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from unodc_feed._parsing.dates import read_leading_date
from unodc_feed._parsing.grammar import is_closed
from unodc_feed._parsing.languages import LANGUAGE_OF_WORD, SMALL_WORDS
from unodc_feed._parsing.seams import (
    ABBREVIATION,
    AGENCY,
    ANY_AGENCY,
    ANY_SIMPLE_WORD,
    INTERCAPPED_NAME,
    LETTERS,
    UNCASED,
    first_letters,
    is_repetition,
    seam_behind,
    seam_in_word,
)
from unodc_feed._parsing.words import (
    CONNECTIVES,
    CREDIT_WORDS,
    DETERMINERS,
    FINITE_VERBS,
    NAME_PARTICLES,
    PICTURE_NOUNS,
    SENTENCE_OPENERS,
    SENTENCE_OPENERS_IN_CHINESE,
    TITLES_OF_PERSONS,
)
from unodc_feed._patterns import deferred

_LONGEST_CAPTION = 400  # characters; alternative texts are one or two sentences
_LONGEST_CREDIT = 200
_LONGEST_EXPANSION = 200

_CREDIT_WORD = rf"(?:{'|'.join(CREDIT_WORDS)})"
_CREDIT = deferred(
    re.compile,
    rf"©\s*(?:{_CREDIT_WORD}\s?[:：])?\s*"
    rf"|(?<![^\W\d_]){_CREDIT_WORD}"
    rf"(?:\s?[:：]\s*|\s?/\s?(?=[A-ZÀ-ÞА-ЯЁ])|(?<=by|of)\s(?=[A-ZÀ-ÞА-ЯЁ])|\s(?={ANY_AGENCY}))",
)
_CREDIT_STEMS = ("©", *sorted({word.split()[0][:4] for word in CREDIT_WORDS}))
_WORD = deferred(re.compile, r"\S+")
_UP_TO_ODD_WORD = deferred(re.compile, rf"((?:{ANY_SIMPLE_WORD}\s)*+)(\S+)")
_OTHER_SCRIPTS = ("ru", "ar", "zh")
_WORD_OF_TEXT = deferred(regex.compile, r"\b\p{L}+\b")
_FOREIGN = deferred(regex.compile, r"[^\p{Cyrillic}\p{Arabic}\p{Han}]+")
_SMALL_WORD = deferred(regex.compile, r"(?<!\p{L})\p{Ll}{2,}")
_HAN = deferred(regex.compile, r"\p{Han}")
_PAST_TENSE = deferred(regex.compile, r"\p{Ll}{3,}ed\b")
_DATELINE = deferred(
    regex.compile,  # Vienna, 12 May 2015 -
    r"\s?\p{Lu}[^.\d]{1,60},\s\d{1,2}\s(?:de\s)?\p{L}+\s(?:de\s)?\d{4}\b",
)
_HUMP = deferred(regex.compile, r"\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}")
_QUOTED_SENTENCE = deferred(re.compile, r"[\"“«][^\"”»]*[,.?!，。？！،؟]")
_TITLED_NAME = deferred(regex.compile, rf"\b(?:{'|'.join(TITLES_OF_PERSONS)})\.?(?:\s\p{{Lu}}[\p{{L}}.'’-]*){{1,4}}\Z")
_INITIAL = deferred(regex.compile, r"\b\p{Lu}")
_LONGEST_NAME_OF_TWO = 11  # letters: two words that are written as one name are short ones (WikiLeaks, MasterCard)
_HAN_DATE = deferred(re.compile, r"\d{1,4}\Z")
_DAY_AT_END = deferred(regex.compile, r"\d{1,2}(?:st|nd|rd|th)?\s\p{L}+\s\d{4}\Z")
_ENDS_OF_ACRONYMS = frozenset([*"AEIOYВКСОУИАЯ", "As", "Is"])  # which are words, too
_CAPITAL_PREPOSITIONS = frozenset("ÀВКСОУ")  # one-letter words that only begin a sentence with a capital
_PERSON = deferred(regex.compile, r"(?:\p{Lu}\p{Ll}+[ ,]){2}")  # a first name and a family name

Word = re.Match[str]


def split_caption(text: str, language: str | None) -> tuple[str, str] | None:
    """Split a paragraph of an entry in a language into caption and body; None if no caption stands before it.

    >>> split_caption("Photo: UNODCA few years ago, Anna was brought to Okah.", "en")
    ('Photo: UNODC', 'A few years ago, Anna was brought to Okah.')
    >>> split_caption("UNODC has joined forces with iEmpathize to support her.", "en") is None
    True
    """
    seam = _seam_after_credit(text)
    if seam is None and language in _OTHER_SCRIPTS:
        seam = _seam_between_scripts(text)
    if seam is None:
        seam = _seam_in_first_sentence(text, language)
    if seam is None:
        seam = _seam_between_words(text, language)
    return None if seam is None else (text[:seam].strip(), text[seam:].strip())


def _seam_after_credit(text: str) -> int | None:
    head = text[:_LONGEST_CAPTION]
    credit = _CREDIT.search(head) if any(stem in head for stem in _CREDIT_STEMS) else None
    if credit is None:
        return None
    sentences = sum(_ends_sentence(word) for word in text[: credit.start()].split() if not word[-1].isalnum())
    seam = _end_of_credit(text, credit.end())
    if seam == len(text):  # a paragraph of its own
        is_short = len(text) - credit.start() <= _LONGEST_CREDIT / 2
        return seam if sentences <= 1 and is_short and not (UNCASED.match(text[-2:]) and is_closed(text)) else None
    return seam if sentences <= 2 else None


def _end_of_credit(text: str, start: int) -> int | None:
    """Where the name ends to which a picture is credited: at a seam, else where a sentence must have begun."""
    agency = AGENCY.match(text, start)
    if agency is not None:
        seam = agency.end() if text[agency.end() : agency.end() + 1].islower() else seam_behind(text, agency)
        if seam is not None:
            return seam
    words: list[Word] = []
    for word in _WORD.finditer(text, start, start + _LONGEST_CREDIT):
        if words and word[0][0] in '"“«' and _is_name(_printed(words)) and words[-1][0] not in NAME_PARTICLES:
            return word.start()
        seam = seam_in_word(text, *word.span())
        if seam is not None:
            return seam
        words.append(word)
        if _ends_sentence(word[0]):
            if _is_name(_printed(words)):
                return word.end()
            break
        if word[0] == "/" and text[word.end() + 1 : word.end() + 2].islower():
            return word.end()
    return _end_of_name(text, start, words)


def _end_of_name(text: str, start: int, words: Sequence[Word]) -> int | None:
    """The end of a name that only a space parts from a sentence."""
    agency = AGENCY.match(text, start)
    if agency is not None and _DATELINE.match(text, agency.end()):
        return agency.end()
    small = next((n for n, word in enumerate(words) if n and not _is_name([word[0]])), None)
    if small is None:
        return len(text)
    capitals = [word for word in words[1:small] if word[0][0].isupper() or word[0][0].isdecimal()]
    for word in capitals:
        if word[0].lower() in SENTENCE_OPENERS or word[0][0].isdecimal():
            return word.start()
    if agency is not None and text[agency.end()].isspace():  # its offices may follow: UNODC ROMENA, UNODC Tajikistan
        capitals = [word for word in capitals if word.start() > agency.end()]
        if capitals and AGENCY.fullmatch(capitals[0][0]):
            return capitals[0].start()
        capitals = [word for word in capitals if not word[0].isupper()]
    if capitals:
        return capitals[-1].start()
    return None if words[small - 1][0] in NAME_PARTICLES else words[small].start()  # "Screenshot of the game"


def _seam_between_scripts(text: str) -> int | None:
    """Where text in Latin letters stands before one in another script that cannot go on with it."""
    latin = _FOREIGN.match(text, 0, _LONGEST_CAPTION)
    if latin is None or latin.end() in (len(text), _LONGEST_CAPTION) or LETTERS.search(latin[0]) is None:
        return None
    seam = latin.end()
    if text[seam].islower() or text[seam - 1] in "«“\"'(‘-–—":
        return None
    words = len(latin[0].split())
    if _SMALL_WORD.search(latin[0]) or words > 3 or is_closed(latin[0].rstrip()):
        return seam
    if _HAN.match(text, seam) is None:
        return None if text[seam - 1].isspace() else seam
    date = _HAN_DATE.search(latin[0]) if text[seam] in "年月" else None
    if words > 1 and (date is not None or text.startswith(SENTENCE_OPENERS_IN_CHINESE, seam)):
        return seam if date is None else date.start()
    return None  # Chinese prints no spaces at all: "UNODC与泰国"


def _seam_in_first_sentence(text: str, language: str | None) -> int | None:
    """The seam inside a word of the first sentence, if what stands before it can be an alternative text."""
    end = 0
    while (found := _UP_TO_ODD_WORD.match(text, end, _LONGEST_CAPTION)) is not None:
        plain, word = found.groups()
        if not FINITE_VERBS.isdisjoint(plain.split()):
            return None
        seam = seam_in_word(text, *found.span(2))
        if seam is not None and _is_alternative_text(text, seam, language):
            return seam
        if _ends_sentence(word):
            return None
        end = found.end() + 1
    return None


def _is_alternative_text(text: str, seam: int, language: str | None) -> bool:
    """Whether the text before a seam that no credit announces can be an alternative text."""
    before, after = text[:seam], text[seam : seam + _LONGEST_CAPTION]
    if UNCASED.match(after):
        return False
    if UNCASED.match(before[-1]):
        return _QUOTED_SENTENCE.match(after) is not None
    if is_closed(before):  # a full stop without a space may be a slip, but for a sentence about a person shown
        return _PERSON.match(before) is not None and _PAST_TENSE.search(before) is None
    if after[0].isdecimal():
        return read_leading_date(after) is not None
    if _DAY_AT_END.search(before) or LETTERS.search(before) is None:
        return False
    return not (before[-1].isalpha() and after[0].isalpha()) or _is_new_beginning(text, seam, language)


def _is_new_beginning(text: str, seam: int, language: str | None) -> bool:
    """Whether another text begins between two letters, rather than the rest of a name: HeForShe, IMoLIN, DrukAir."""
    before, after = text[:seam], text[seam : seam + _LONGEST_CAPTION]
    if AGENCY.match(after) or INTERCAPPED_NAME.match(after) or _DATELINE.match(after) or is_repetition(text, seam):
        return True
    words, word = before.split(), first_letters(after)
    left = words[-1]
    if len(_HUMP.findall(left + word, overlapped=True)) > 1 or left.lower() in SENTENCE_OPENERS:
        return False
    if left[-1].isupper():  # NASA ends in no article, and MPAs is a plural
        is_known = any(agency.end() == seam for agency in AGENCY.finditer(before))
        return is_known or _is_expanded(left, after) or (word not in _ENDS_OF_ACRONYMS and _is_opener(word, after))
    if len(word) == 1:
        return not (word in _ENDS_OF_ACRONYMS and after[1:2] == " " and after[2:3].isupper())
    if _is_opener(word, after):
        return True
    if left.lower() in PICTURE_NOUNS or _TITLED_NAME.search(before):
        return True
    return _is_end_of_description(words, word, after, language)


def _is_end_of_description(words: Sequence[str], word: str, after: str, language: str | None) -> bool:
    """Whether words rather end in front of one that opens no known sentence than form a name with it."""
    left = words[-1]
    if words[0].lower() in SENTENCE_OPENERS or left + word in after:
        return False
    if _is_foreign(words, language):
        return True
    before = " ".join(words)
    if _HUMP.search(before) or _PAST_TENSE.search(before):
        return False
    if len(words) == 1:
        return len(left + word) > _LONGEST_NAME_OF_TWO and not _is_subject(word, after)
    is_noun = left.islower() and len(left) > 3
    return is_noun or "," in before or left in _WORD_OF_TEXT.findall(after) or len(left + word) > _LONGEST_NAME_OF_TWO


def _is_foreign(words: Iterable[str], language: str | None) -> bool:
    """Whether words belong to another of the languages in Latin letters than this one."""
    languages = {LANGUAGE_OF_WORD[word] for word in words if word in LANGUAGE_OF_WORD}
    return language in SMALL_WORDS and language not in languages and bool(languages)


def _is_opener(word: str, after: str) -> bool:
    """Whether the word with which a text begins is one that opens a sentence; a comma or a verb follows no article."""
    if word.lower() in FINITE_VERBS:  # it asks
        return True
    if word.lower() not in SENTENCE_OPENERS:
        return False
    return word.lower() not in CONNECTIVES or not _is_subject(word, after)


def _is_subject(word: str, after: str) -> bool:
    """Whether a verb or a comma follows the word with which a text begins."""
    following = after[len(word) :].split(maxsplit=1)
    return bool(following) and following[0] in {",", *FINITE_VERBS}


def _is_expanded(acronym: str, after: str) -> bool:
    """Whether a text begins with what the acronym before it stands for."""
    head = after[:_LONGEST_EXPANSION]
    return f"({acronym})" in head or "".join(_INITIAL.findall(head)).startswith(acronym)


def _seam_between_words(text: str, language: str | None) -> int | None:
    """The seam at a space: a capital article or a change of language within what would be one sentence."""
    own = SMALL_WORDS.get(language or "", frozenset[str]())
    foreign: frozenset[str] | None = None
    before: list[str] = []
    for word in _WORD.finditer(text, 0, _LONGEST_CAPTION):
        printed, end = word[0], word.end()
        lowered = printed.lower().replace("’", "'")
        small = lowered[: lowered.index("'") + 1] if "'" in lowered else lowered
        is_capital = printed[0].isupper()
        if foreign is not None and is_capital and small in own and small not in foreign:
            return word.start()
        if before and before[-1][-1] not in ",;:-–—":
            if is_capital and foreign is None and _opens_sentence(before, lowered, text[end + 1 : end + 2]):
                return word.start()
            if printed in _CAPITAL_PREPOSITIONS:
                return word.start()
        only = LANGUAGE_OF_WORD.get(small)
        if lowered in FINITE_VERBS or _ends_sentence(printed) or (only is not None and only == language):
            return None
        if own and foreign is None and only is not None:
            foreign = SMALL_WORDS[only]
        before.append(printed)
    return None


def _opens_sentence(before: Sequence[str], word: str, following: str) -> bool:
    if word not in SENTENCE_OPENERS or not following.islower():
        return False
    if not any(earlier[0].isupper() for earlier in before):
        return False
    if word in DETERMINERS:  # with a capital it stands within names only, before another capital: "La Paz"
        return True
    return (_is_name(before) and len(word) > 1) or (
        len(before[-1]) > 2 and before[-1].isupper()
    )  # "Hepatitis A is" has no seam


def _printed(words: Iterable[Word]) -> Iterator[str]:
    return (word[0] for word in words)


def _is_name(words: Iterable[str]) -> bool:
    return all(not word[0].islower() or word in NAME_PARTICLES for word in words)


def _ends_sentence(word: str) -> bool:
    return not word[-1].isalnum() and is_closed(word) and ABBREVIATION.fullmatch(word) is None
