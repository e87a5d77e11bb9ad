"""Long-form pages: each entry follows a line that holds its date and nothing else.

Below its date an entry has a title, a body and read-more lines in every mixture.  One date line may stand above the
same news in two languages: within a short block only another language, or a title below a read-more line, begins
another entry.  Where date lines are lost, only the shape of the lines shows where one begins: after a read-more line,
or at a headline that follows a finished body.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, islice, zip_longest
from typing import NamedTuple

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
    is_second_line_of_title,
    paragraphs_between_blanks,
    paragraphs_of_lines,
    size_without_footer,
    text_of,
)
from unodc_feed._parsing.languages import identify_language, measure_language
from unodc_feed._parsing.lines import Line
from unodc_feed._parsing.words import FINITE_VERBS
from unodc_feed._patterns import deferred

_LONG_TITLE = 200  # characters: a longer line without a full stop is a title only if a body follows
_LONGEST_BLOCK = 12  # paragraphs: where more follow one date, the dates of several entries are lost
_SURE = 2.0  # a lead of small words that makes the language of a paragraph certain

_PLACE_PART = r"\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|the|de|la|del|da|do|du|des)){0,4}"
_PLACE = deferred(
    regex.compile,
    rf"{_PLACE_PART}(?:(?:,\s|\s(?:and|et|y|e|и)\s){_PLACE_PART}|\s\({_PLACE_PART}\)){{1,6}}",
    regex.VERSION0,
)
_LONGEST_PLACE = 120
_SPEAKER = deferred(regex.compile, r"(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})\s?:\s")  # "Q: Who are you?"
_QUOTATION = deferred(regex.compile, r"[\"“«„].*[\"”»“][.,]?", regex.DOTALL)
_LAST_SENTENCE = deferred(regex.compile, r"[.!?]\s+")


class Kind(Enum):
    """What the shape of a paragraph says of it."""

    READ_MORE = auto()
    LISTED = auto()  # a bullet, a part of an enumeration or a turn of an interview
    PLACE = auto()  # where something happened: "Rabat, Morocco"
    ATTRIBUTION = auto()  # who said a quotation, and when
    HEADLINE = auto()
    SENTENCES = auto()


class _Paragraph(NamedTuple):
    """The lines of a paragraph, these joined, and what their shape says."""

    lines: list[Line]
    text: str
    kind: Kind


class _Place(NamedTuple):
    """A line, the text of the one above it, and the date that it is or begins with, with the text glued to that."""

    line: Line
    above: str
    dated: tuple[Reading, str] | None


class _Block(NamedTuple):
    """A date, the text that is glued to it, and its line with those below it up to the next date."""

    reading: Reading
    rest: str
    lines: list[Line]


def detect(sample: Sequence[Line]) -> int:
    """How much speaks for this format: the number of lines that are dates and have no bullet."""
    return sum(not line.bullet and read_date(line.text) is not None for line in sample)


def split(lines: Iterable[Line], sample: Sequence[Line]) -> Iterator[Item | Line]:
    """Take a long-form page apart."""
    places = _places(lines)
    first = list(islice(places, len(sample)))
    apart = _dates_stand_apart(first)
    spaced = _is_spaced(part.lines for part in _parts(first, apart) if isinstance(part, _Block))
    for part in _parts(chain(first, places), apart):
        if isinstance(part, _Block):
            yield from _items(part, spaced)
        else:
            yield part


def _places(lines: Iterable[Line]) -> Iterator[_Place]:
    above = ""
    for line in lines:
        if line.below_blank:
            above = ""
        yield _Place(line, above, _dated(line, above))
        above = line.text


def _parts(places: Iterable[_Place], apart: bool) -> Iterator[_Block | Line]:
    """The blocks, and the printed lines above the first and below the last one."""
    block: _Block | None = None
    for line, above, dated in places:
        if dated is not None and apart and above and not is_closed(above):
            dated = None  # where blank lines stand around dates, this one is the rest of a wrapped sentence
        if dated is not None:
            if block is not None:
                yield block
            block = _Block(*dated, [line])
        elif block is not None:
            block.lines.append(line)
        else:
            yield line
    if block is not None:
        size = size_without_footer(block.lines)
        yield _Block(block.reading, block.rest, block.lines[:size])
        yield from block.lines[size:]


def _dated(line: Line, above: str) -> tuple[Reading, str] | None:
    """The date that a line is or begins with, and the text that is glued to it."""
    if line.bullet or not line.text:
        return None
    reading = read_date(line.text)
    found = (reading, "") if reading is not None else split_glued_date(line.text)
    if found is None or not above:
        return found
    if is_unfinished(above) and not above.endswith(":"):
        return None  # "The deadline is extended to", and on the next line the day
    return found if reading is not None or is_closed(above) or is_read_more(above) else None


def _dates_stand_apart(places: Sequence[_Place]) -> bool:
    """Whether blank lines stand above the dates of this page."""
    dated = [(above, dated[1]) for line, above, dated in places if dated is not None and line.number > 1]
    apart = sum(not above and not rest for above, rest in dated)
    return apart > 0 and apart * 2 >= len(dated)


def _is_spaced(blocks: Iterable[Sequence[Line]]) -> bool:
    """Whether blank lines part the paragraphs of this page, not only its entries."""
    gaps = broken = 0
    for block in blocks:
        below = block[2:]
        gaps += len(below)
        broken += sum(line.below_blank for line in below)
    return broken * 3 > gaps


@attrs.define
class _Draft:
    """An entry while its paragraphs are being gathered."""

    is_dated: bool
    in_stretch: bool
    title: list[_Paragraph] = attrs.field(factory=list)
    body: list[_Paragraph] = attrs.field(factory=list)
    last: Kind | None = None
    stems: set[str] = attrs.field(factory=set)

    @property
    def has_text(self) -> bool:
        """Whether a title or a body has begun; a place line is neither."""
        return bool(self.title) or self.last not in (None, Kind.PLACE)

    def add(self, paragraph: _Paragraph, following: Kind | None) -> None:
        """Take the next paragraph as title or body."""
        is_title = paragraph.kind is Kind.HEADLINE and (
            not self.has_text or self._is_rest_of_title(paragraph, following)
        )
        (self.title if is_title else self.body).append(paragraph)
        self.last = paragraph.kind
        if self.in_stretch:
            self.stems |= stems(paragraph.text)

    def is_over_before(self, paragraph: _Paragraph, below: _Paragraph | None, cohesion: Cohesion) -> bool:
        """Tell whether a paragraph, with the one below it, begins another entry."""
        kind, following = paragraph.kind, below.kind if below is not None else None
        if self.last is None or kind in (Kind.READ_MORE, Kind.LISTED):
            return False
        if self._is_other_language(paragraph.text):
            return True
        if self.last is Kind.READ_MORE:
            return self.in_stretch or kind is not Kind.SENTENCES
        if kind is Kind.SENTENCES and self.title and self.last is Kind.SENTENCES:
            return cohesion.parts(self.stems, paragraph.text)
        if kind is Kind.PLACE:
            return bool(self.body) and self.has_text and following is Kind.HEADLINE
        if kind is not Kind.HEADLINE or not self.has_text:
            return False
        if self.body and not self.in_stretch:
            return below is not None and following is Kind.SENTENCES and self._is_told_again_by(paragraph, below)
        if self.body:
            if _QUOTATION.fullmatch(self.body[-1].text) and "," in paragraph.text:
                return False  # who said so
            return following is Kind.SENTENCES or (not self.is_dated and following is not Kind.LISTED)
        is_own_title = not self.is_dated and following is Kind.SENTENCES
        return is_own_title and not self._is_rest_of_title(paragraph, following)

    def _is_rest_of_title(self, paragraph: _Paragraph, following: Kind | None) -> bool:
        if self.body or not self.title:
            return False
        title, text = self.title[-1].text, paragraph.text
        return is_second_line_of_title(title, text) or (self.is_dated and following is Kind.SENTENCES)

    def _is_told_again_by(self, title: _Paragraph, body: _Paragraph) -> bool:
        """Tell whether a title and the text below it are in another language than the whole of this entry."""
        own = " ".join(paragraph.text for paragraph in (*self.title, *self.body))
        language, sure = measure_language(f"{title.text}\n{body.text}")
        return sure >= _SURE and measure_language(own)[0] != language

    def _is_other_language(self, text: str) -> bool:
        if not self.body:
            return False
        language, sure = measure_language(text)
        if sure < _SURE:
            return False
        own, sure = measure_language(self.body[0].text)
        return own != language and sure >= _SURE


def _items(block: _Block, spaced: bool) -> Iterator[Item]:
    """The entries below one date line; only the first and its versions in other languages have its date."""
    reading, rest, (date_line, *content) = block
    if rest:
        content.insert(0, date_line._replace(text=rest))
    drafts = _drafts(_with_turns(_paragraphs(content, spaced)))
    languages: set[str | None] = set()
    for count, draft in enumerate(drafts):
        printed = sorted(p.lines for p in [*draft.title, *draft.body])
        title = " ".join(p.text for p in draft.title) or None
        texts = tuple(p.text for p in draft.body if p.text)
        is_first = count == 0
        language = identify_language(title, " ".join(texts)) if len(drafts) > 1 else None
        shares = len(languages) == count and language is not None and language not in languages
        languages.add(language)
        first = date_line if is_first else printed[0][0]
        last = printed[-1][-1] if printed else date_line
        date = reading if is_first or shares else None
        is_glued, is_shared = bool(rest) and is_first, shares and not is_first
        yield Item(first.number, last.number, first.start, last.end, date, title, texts, is_glued, is_shared)


def _paragraphs(lines: Sequence[Line], spaced: bool) -> list[_Paragraph]:
    if spaced:
        return [_paragraph(run) for run in paragraphs_between_blanks(lines)]
    torn: list[list[_Paragraph]] = []  # the pieces of each paragraph
    for run in paragraphs_of_lines(lines):
        piece = _paragraph(run)
        if torn and _is_torn(torn[-1][0].kind, torn[-1][-1].lines[-1].text, piece.kind):
            torn[-1].append(piece)
        else:
            torn.append([piece])
    return [
        pieces[0] if len(pieces) == 1 else _paragraph([line for piece in pieces for line in piece.lines])
        for pieces in torn
    ]


def _is_torn(begins: Kind, end: str, below: Kind) -> bool:
    """Tell whether a line break tore a paragraph apart: a last sentence breaks off, or a title ends in a colon."""
    if is_closed(end):
        return False
    if has_sentences(end):
        is_last_torn = not is_read_more(_LAST_SENTENCE.split(end)[-1])
        return is_last_torn and begins is not Kind.LISTED and below is Kind.SENTENCES
    return is_unfinished(end) and begins is below is Kind.HEADLINE


def _paragraph(lines: list[Line]) -> _Paragraph:
    text = text_of(lines)
    return _Paragraph(lines, text, _kind(text, lines[0].bullet))


def _drafts(paragraphs: Sequence[_Paragraph]) -> list[_Draft]:
    in_stretch = len(paragraphs) > _LONGEST_BLOCK
    drafts = [_Draft(is_dated=True, in_stretch=in_stretch)]
    cohesion = Cohesion([paragraph.text for paragraph in paragraphs])
    for paragraph, below in zip_longest(paragraphs, paragraphs[1:]):
        following = below.kind if below is not None else None
        if paragraph.kind is Kind.SENTENCES and following is Kind.SENTENCES and _is_question(paragraph.text):
            paragraph = paragraph._replace(kind=Kind.HEADLINE)
        if drafts[-1].is_over_before(paragraph, below, cohesion):
            drafts.append(_Draft(is_dated=False, in_stretch=in_stretch))
        if not drafts[-1].has_text and (kind := _kind_at_start(paragraph, following)) is not paragraph.kind:
            paragraph = paragraph._replace(kind=kind)
        drafts[-1].add(paragraph, following)
    return drafts


def _with_turns(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs, the turns of an interview among them told by what stands beside them."""
    speakers = [_SPEAKER.match(paragraph.text) if ":" in paragraph.text else None for paragraph in paragraphs]
    if not any(speakers):
        return list(paragraphs)
    names: set[str] = set()
    for paragraph, asks, answers in zip(paragraphs, speakers, speakers[1:], strict=False):
        if asks is not None and answers is not None and asks[1] != answers[1] and paragraph.text.endswith(("?", "？")):
            names |= {asks[1], answers[1]}
    return [
        paragraph._replace(kind=Kind.LISTED) if speaker is not None and speaker[1] in names else paragraph
        for paragraph, speaker in zip(paragraphs, speakers, strict=True)
    ]


def _kind(text: str, bullet: bool) -> Kind:
    if is_read_more(text):
        return Kind.READ_MORE
    if bullet or ENUMERATED.match(text):
        return Kind.LISTED
    if len(text) <= _LONGEST_PLACE and _PLACE.fullmatch(text):
        return Kind.PLACE
    if len(text) <= _LONGEST_PLACE and "," in text and read_date(text.rpartition(",")[2]):
        return Kind.ATTRIBUTION
    return Kind.HEADLINE if is_headline(text) else Kind.SENTENCES


def _kind_at_start(paragraph: _Paragraph, following: Kind | None) -> Kind:
    """What the first text of an entry is, seen together with what follows it."""
    text, kind = paragraph.text, paragraph.kind
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
    """Tell whether a line is a single question or exclamation, as some headlines are, and no quotation."""
    if len(text) > _LONG_TITLE or text[:1] in '"“«' or has_sentences(text):
        return False
    return text.rstrip("\"”»’'").endswith(("?", "!", "？", "！", "؟"))
