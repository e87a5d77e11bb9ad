"""What an entry has that survives translation.

In: entries.  Out: for each a :class:`Traits`: the marks of what its text names (numbers, names, organisations, places,
concepts, cognates), the same for its caption, and when and where it was published.  A mark is a string that is equal
in all languages; how much it tells is not decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import attrs
import regex

from unodc_feed._model import Entry, likely_date
from unodc_feed._patterns import deferred
from unodc_feed._timeline.lexicon import Hit, chinese, fold, folded_word, lexicon
from unodc_feed._timeline.names import cognate_mark, name_mark
from unodc_feed._timeline.numbers import is_number_word, numbers

KINDS = {"n": "names", "d": "numbers", "o": "organisations", "p": "places", "c": "concepts", "w": "cognates"}
"""The kinds of marks by their first letter, in the order in which evidence of equal weight is named."""

_WORD = deferred(regex.compile, r"[\p{L}\p{M}]+")
_CREDIT = deferred(
    regex.compile,
    r"(?i)\b(?:photo|foto|fotograf[ií]a|image|imagen|imagem|фото|изображение|صورة|الصورة|照片|图片)\b\s*[:：/]?\s*",
)
_HAN = deferred(regex.compile, r"\p{Han}")

Marks = Mapping[str, str]
"""Each mark with the words that it was read from."""


@attrs.frozen(eq=False)
class Traits:
    """One entry, as the comparison sees it.

    Attributes:
        language: its language.
        text: the marks of title and body.
        caption: the marks of the caption that the text does not have.
        picture: the caption in one form for all languages, or None.
        days: the first and the last day on which it can lie, for each time that it was seen; none if nothing is known.
        places: in which documents it stands, and at which place among the entries of each.
    """

    language: str
    text: Marks
    caption: Marks
    picture: str | None
    days: tuple[tuple[int, int], ...]
    places: Mapping[str, int]


class Words(NamedTuple):
    """The words of a text: as written, and folded."""

    written: tuple[str, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Part a text into words."""
        written = tuple(_WORD.findall(text))
        return cls(written, tuple(map(folded_word, written)))


def common_words(entries: Iterable[Entry]) -> frozenset[tuple[str, str]]:
    """Every word that is somewhere written without a capital, with its language: such a word is no name."""
    common: set[tuple[str, str]] = set()
    for entry in entries:
        language = entry.language or ""
        for text in (entry.title or "", *entry.paragraphs):
            common.update((language, folded_word(word)) for word in _WORD.findall(text) if word[0].islower())
    return frozenset(common)


def traits(
    entry: Entry, language: str, common: frozenset[tuple[str, str]], places: Mapping[str, int], kept: dict[str, str]
) -> Traits:
    """Tell what the comparison sees of an entry.

    Entries share most of their marks and words; each is taken from those that are kept already, or kept there.
    """
    text = _kept(marks("\n".join((entry.title or "", *entry.paragraphs)), language, common), kept)
    said = caption_text(entry.caption or "")
    shown = _kept(marks(said, _script_language(said, language), common), kept)
    caption = {mark: read for mark, read in shown.items() if mark not in text}
    return Traits(language, text, caption, picture(entry.caption), _days(entry), places)


def _kept(found: Marks, kept: dict[str, str]) -> Marks:
    """Return the same marks and words, as the strings that are kept already where there are such."""
    return {kept.setdefault(mark, mark): kept.setdefault(read, read) for mark, read in found.items()}


def marks(text: str, language: str, common: frozenset[tuple[str, str]]) -> dict[str, str]:
    """Return the marks in a text, each with the words that it was first read from."""
    found: dict[str, str] = {}
    words = Words.of(text)
    covered: set[int] = set()
    for hit, read in _hits(text, words, language):
        found.setdefault(hit.mark, read)
        covered.update(range(hit.start, hit.end) if language != "zh" else ())
    for value, read in numbers(text, language).items():
        found.setdefault(f"d:{value}", read)
    for n, (word, folded) in enumerate(zip(words.written, words.folded, strict=True)):
        if n not in covered and not _HAN.match(word) and not is_number_word(folded, language):
            mark = _word_mark(word, folded, language, common)
            if mark is not None:
                found.setdefault(mark, word)
    return found


def _hits(text: str, words: Words, language: str) -> Iterator[tuple[Hit, str]]:
    """Tell what the tables know in a text; Latin words in other scripts are looked up among the English terms too."""
    if language == "zh":
        folded = fold(text)
        yield from ((hit, folded[hit.start : hit.end]) for hit in chinese().scan(folded))
    else:
        for hit in lexicon(language).find(words.written, words.folded):
            yield hit, " ".join(words.written[hit.start : hit.end])
    if language in ("ru", "ar", "zh"):
        latin = Words.of(" ".join(regex.findall(r"[A-Za-zÀ-ɏ]+", text)))
        for hit in lexicon("en").find(latin.written, latin.folded):
            if language == "zh" or hit.mark[0] == "o":
                yield hit._replace(start=0, end=0), " ".join(latin.written[hit.start : hit.end])


def _word_mark(word: str, folded: str, language: str, common: frozenset[tuple[str, str]]) -> str | None:
    """Return the mark of a word that the tables do not know: a name's, a cognate's, or none."""
    capital = word[0].isupper() and len(word) > 1
    if capital and ((word.isascii() and language in ("ru", "ar", "zh")) or (language, folded) not in common):
        return name_mark(word)
    if language == "ar":
        return name_mark(word) if len(word) > 4 else None
    return cognate_mark(word)


def caption_text(caption: str) -> str:
    """Return a caption without the words that only say that it is one."""
    return _CREDIT.sub(" ", caption)


def picture(caption: str | None) -> str | None:
    """Return a caption in the form in which two are compared.

    >>> picture("Photo: UNODC"), picture("Фото: УНП ООН"), picture("Kabul market. Photo: UNODC/Zalmai Rahmani")
    ('unodc', 'unodc', 'kabul market unodc zalmai rahmani')
    """
    if caption is None:
        return None
    words = Words.of(caption_text(caption)).folded
    joined = " ".join(words) + " "
    for agency in ("унп оон", "онудк", "onudc", "юнодк"):
        joined = joined.replace(agency + " ", "unodc ")
    return joined.strip() or None


def _script_language(caption: str, language: str) -> str:
    """Return the language to read a caption in: English if its letters are Latin and the entry's are not."""
    latin = sum("a" <= c.lower() <= "z" for c in caption)
    return "en" if language in ("ru", "ar", "zh") and 2 * latin > len(caption) else language


def _days(entry: Entry) -> tuple[tuple[int, int], ...]:
    """Return the spans of days of an entry and of those that it was merged from; the stated ones if there are any."""
    seen = (entry, *entry.variants)
    stated = {span for one in seen if (span := _stated(one))}
    if stated:
        return tuple(sorted(stated))
    bounds = {(_ordinal(one.not_before), _ordinal(one.not_after)) for one in seen}
    return tuple(sorted((a, b) for a, b in bounds if a is not None and b is not None and a <= b))


def _stated(entry: Entry) -> tuple[int, int] | None:
    day = likely_date(entry)
    return None if day is None else (day.toordinal(), max(day, entry.end_date or day).toordinal())


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()
