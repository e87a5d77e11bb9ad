"""Long-form pages: each entry follows a line that holds its date and nothing else.

Below its date an entry has a title, a body and read-more lines in every mixture.  One date line may stand above the
same news in two languages.  Where date lines are lost, only the shape of the lines shows where an entry begins: after a
read-more line, or at a headline that follows a finished body.
"""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

import attrs
import regex

from unodc_feed._parsing.cohesion import Cohesion, stems
from unodc_feed._parsing.dates import Reading, read_date, split_glued_date
from unodc_feed._parsing.grammar import (
    ENUMERATED,
    has_sentences,
    is_closed,
    is_headline,
    is_read_more,
    is_unfinished,
)
from unodc_feed._parsing.items import (
    Item,
    Page,
    Paragraph,
    is_second_line_of_title,
    paragraphs_between_blanks,
    paragraphs_of_lines,
    size_without_footer,
)
from unodc_feed._parsing.languages import identify_language, measure_language
from unodc_feed._parsing.lines import Line
from unodc_feed._parsing.words import FINITE_VERBS

_LONG_TITLE = 200  # characters: a longer line without a full stop is a title only if a body follows
_LONGEST_BLOCK = 12  # paragraphs: where more follow one date, the dates of several entries are lost
_SURE = 2.0  # a lead of small words that makes the language of a paragraph certain

_PLACE_PART = r"\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|the|de|la|del|da|do|du|des)){0,4}"
_PLACE = regex.compile(
    rf"{_PLACE_PART}(?:(?:,\s|\s(?:and|et|y|e|и)\s){_PLACE_PART}|\s\({_PLACE_PART}\)){{1,6}}", regex.VERSION0
)
_LONGEST_PLACE = 120
_LAST_SENTENCE = regex.compile(r"[.!?]\s+")


class Kind(Enum):
    """What the shape of a paragraph says of it."""

    READ_MORE = auto()
    LISTED = auto()  # a bullet or a part of an enumeration
    PLACE = auto()  # where something happened: "Rabat, Morocco"
    ATTRIBUTION = auto()  # who said a quotation, and when
    HEADLINE = auto()
    SENTENCES = auto()


def detect(lines: Sequence[Line]) -> int:
    """How much speaks for this format: the number of lines that are dates and have no bullet."""
    return sum(not line.bullet and read_date(line.text) is not None for line in lines)


def split(lines: Sequence[Line]) -> Page:
    """Take a long-form page apart."""
    end = size_without_footer(lines)
    starts = _dates(lines[:end])
    if not starts:
        return Page(lines, [], [])
    spaced = _is_spaced(lines, list(starts))
    numbers = sorted(starts)
    items: list[Item] = []
    for start, stop in zip(numbers, [*numbers[1:], end], strict=True):
        reading, rest = starts[start]
        items.extend(_items(lines[start:stop], reading, rest, spaced))
    return Page(lines[: numbers[0]], items, [line for line in lines[end:] if not line.blank])


def _dates(lines: Sequence[Line]) -> dict[int, tuple[Reading, str]]:
    """The places of the date lines, each with its date and the text that is glued to it."""
    found: dict[int, tuple[Reading, str]] = {}
    apart = 0
    for n, line in enumerate(lines):
        if line.bullet or not line.text:
            continue
        above = lines[n - 1].text if n else ""
        if above and is_unfinished(above) and not above.endswith(":"):
            continue  # "The deadline is extended to", and on the next line the day
        reading = read_date(line.text)
        if reading is not None:
            found[n] = reading, ""
            apart += bool(n and not above)
        elif (not above or is_closed(above) or is_read_more(above)) and (glued := split_glued_date(line.text)):
            found[n] = glued
    if apart * 2 < sum(n > 0 for n in found) or not apart:
        return found
    # Blank lines stand around dates on this page: without one, a date is the rest of a wrapped sentence.
    return {n: dated for n, dated in found.items() if not n or not lines[n - 1].text or is_closed(lines[n - 1].text)}


def _is_spaced(lines: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether blank lines part the paragraphs of this page, not only its entries."""
    dates = set(starts)
    printed = [n for n in range(starts[0], len(lines)) if not lines[n].blank]
    inner = [(a, b) for a, b in pairwise(printed) if a not in dates and b not in dates]
    return sum(b - a > 1 for a, b in inner) * 3 > len(inner)


@attrs.define
class _Draft:
    """An entry while its paragraphs are being gathered."""

    is_dated: bool
    in_stretch: bool
    title: list[Paragraph] = attrs.field(factory=list)
    body: list[Paragraph] = attrs.field(factory=list)
    last: Kind | None = None
    stems: set[str] = attrs.field(factory=set)

    @property
    def has_text(self) -> bool:
        """Whether a title or a body has begun; a place line is neither."""
        return bool(self.title) or self.last not in (None, Kind.PLACE)

    def add(self, paragraph: Paragraph, kind: Kind, following: Kind | None) -> None:
        """Take the next paragraph as title or body."""
        is_title = kind is Kind.HEADLINE and (not self.has_text or self._is_rest_of_title(paragraph, following))
        (self.title if is_title else self.body).append(paragraph)
        self.last = kind
        if self.in_stretch:
            self.stems |= stems(paragraph.text)

    def is_over_before(self, paragraph: Paragraph, kind: Kind, following: Kind | None, cohesion: Cohesion) -> bool:
        """Tell whether a paragraph begins another entry."""
        if self.last is None or kind in (Kind.READ_MORE, Kind.LISTED):
            return False
        if self.last is Kind.READ_MORE or self._is_other_language(paragraph):
            return True
        if kind is Kind.SENTENCES and self.title and self.last is Kind.SENTENCES:
            return cohesion.parts(self.stems, paragraph.text)
        if kind is Kind.PLACE:
            return bool(self.body) and self.has_text and following is Kind.HEADLINE
        if kind is not Kind.HEADLINE or not self.has_text:
            return False
        if self.body:
            lies_open = self.in_stretch and not self.is_dated
            return following is Kind.SENTENCES or (lies_open and following is not Kind.LISTED)
        is_own_title = not self.is_dated and following is Kind.SENTENCES
        return is_own_title and not self._is_rest_of_title(paragraph, following)

    def _is_rest_of_title(self, paragraph: Paragraph, following: Kind | None) -> bool:
        if self.body or not self.title:
            return False
        title, text = self.title[-1].text, paragraph.text
        return is_second_line_of_title(title, text) or (self.is_dated and following is Kind.SENTENCES)

    def _is_other_language(self, paragraph: Paragraph) -> bool:
        if not self.body:
            return False
        (own, sure), (other, surer) = measure_language(self.body[0].text), measure_language(paragraph.text)
        return own != other and min(sure, surer) >= _SURE


def _items(lines: Sequence[Line], reading: Reading, rest: str, spaced: bool) -> list[Item]:
    """The entries below one date line; only the first and its versions in other languages have its date."""
    date_line, content = lines[0], list(lines[1:])
    if rest:
        content.insert(0, date_line._replace(text=rest))
    items: list[Item] = []
    languages: set[str | None] = set()
    for draft in _drafts(_paragraphs(content, spaced)):
        printed = sorted((p.lines for p in [*draft.title, *draft.body]), key=lambda group: group[0].number)
        title = " ".join(p.text for p in draft.title) or None
        texts = tuple(p.text for p in draft.body if p.text)
        language = identify_language(title, " ".join(texts))
        shares = len(languages) == len(items) and language is not None and language not in languages
        languages.add(language)
        first = printed[0][0] if items else date_line
        last = printed[-1][-1] if printed else date_line
        date = reading if not items or shares else None
        items.append(Item(first, last, date, title, texts, bool(rest) and not items, bool(items) and shares))
    return items


def _paragraphs(lines: Sequence[Line], spaced: bool) -> list[Paragraph]:
    if spaced:
        return paragraphs_between_blanks(lines)
    paragraphs: list[Paragraph] = []
    last = None
    for paragraph in paragraphs_of_lines(lines):
        kind = _kind(paragraph)
        if last is not None and _is_torn(paragraphs[-1].lines[-1].text, last, kind):
            for line in paragraph.lines:
                paragraphs[-1].add(line)
        else:
            paragraphs.append(paragraph)
            last = kind
    return paragraphs


def _is_torn(end: str, kind: Kind, following: Kind) -> bool:
    """Tell whether a line break tore a paragraph apart: a last sentence breaks off, or a title ends in a colon."""
    if is_closed(end) or kind is Kind.LISTED:
        return False
    if has_sentences(end):
        return following is Kind.SENTENCES and not is_read_more(_LAST_SENTENCE.split(end)[-1])
    return is_unfinished(end) and kind is following is Kind.HEADLINE


def _drafts(paragraphs: Sequence[Paragraph]) -> list[_Draft]:
    in_stretch = len(paragraphs) > _LONGEST_BLOCK
    drafts = [_Draft(is_dated=True, in_stretch=in_stretch)]
    kinds = [_kind(paragraph) for paragraph in paragraphs]
    cohesion = Cohesion([paragraph.text for paragraph in paragraphs])
    for paragraph, kind, following in zip(paragraphs, kinds, [*kinds[1:], None], strict=False):
        if kind is Kind.SENTENCES and following is Kind.SENTENCES and _is_question(paragraph.text):
            kind = Kind.HEADLINE
        if drafts[-1].is_over_before(paragraph, kind, following, cohesion):
            drafts.append(_Draft(is_dated=False, in_stretch=in_stretch))
        if not drafts[-1].has_text:
            kind = _kind_at_start(paragraph, kind, following)
        drafts[-1].add(paragraph, kind, following)
    return drafts


def _kind(paragraph: Paragraph) -> Kind:
    text = paragraph.text
    if is_read_more(text):
        return Kind.READ_MORE
    if paragraph.lines[0].bullet or ENUMERATED.match(text):
        return Kind.LISTED
    if len(text) <= _LONGEST_PLACE and _PLACE.fullmatch(text):
        return Kind.PLACE
    if len(text) <= _LONGEST_PLACE and "," in text and read_date(text.rpartition(",")[2]):
        return Kind.ATTRIBUTION
    return Kind.HEADLINE if is_headline(text) else Kind.SENTENCES


def _kind_at_start(paragraph: Paragraph, kind: Kind, following: Kind | None) -> Kind:
    """What the first text of an entry is, seen together with what follows it."""
    text = paragraph.text
    if kind is Kind.PLACE and following is not Kind.HEADLINE:
        return Kind.HEADLINE
    if kind is Kind.ATTRIBUTION:
        return Kind.PLACE if following is Kind.HEADLINE else Kind.HEADLINE
    if kind is Kind.HEADLINE and len(text) > _LONG_TITLE and following is not Kind.SENTENCES:
        return Kind.SENTENCES
    if kind is Kind.HEADLINE and len(text) > _LONG_TITLE / 2 and following is not Kind.SENTENCES:
        return kind if FINITE_VERBS.isdisjoint(text.lower().split()) else Kind.SENTENCES
    if kind is Kind.SENTENCES and following is Kind.READ_MORE and _is_question(text):
        return Kind.HEADLINE
    return Kind.HEADLINE if kind is Kind.READ_MORE and following is Kind.SENTENCES else kind


def _is_question(text: str) -> bool:
    """Tell whether a line is a single question or exclamation, as some headlines are."""
    return text[-1:] in ("?", "!", "？", "！", "؟") and len(text) <= _LONG_TITLE and not has_sentences(text)
