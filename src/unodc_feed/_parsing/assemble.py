"""The assembler: the parts of a document of any format to its entries, or to a listing with its diagnostics.

Dates are settled by those of the entries near them; everything else is decided for each entry from its own text.
Where an entry stands and what it says is put down when it is first asked for.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, tee
from typing import NamedTuple

from unodc_feed._model import (
    NOTHING_UNREAD,
    DateBasis,
    Diagnostic,
    Entry,
    Format,
    Listing,
    Role,
    Severity,
    Source,
    Span,
    Unread,
    read_later,
)
from unodc_feed._parsing.captions import split_caption
from unodc_feed._parsing.dates import Settled, settle
from unodc_feed._parsing.grammar import is_read_more
from unodc_feed._parsing.head import LONGEST_HEAD, Head, read_head
from unodc_feed._parsing.items import Item
from unodc_feed._parsing.languages import clear_language, likely_language
from unodc_feed._parsing.lines import Line
from unodc_feed._parsing.mentions import find_mentions


class Document(NamedTuple):
    """What the sources of all entries of a document have in common, and whether these have dates.

    The size of the whole feed is known once the head has been read.
    """

    name: str
    format: Format
    captured_at: dt.datetime | None
    dated: bool
    feed_size: int | None = None


def assemble(parts: Iterable[Item | Line], document: Document) -> Listing:
    """Make a listing of the parts of a document."""
    stray: list[Line] = []
    head, read = _read(parts, document, stray.append)
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for item, date, entry in read:
        entries.append(entry)
        diagnostics.extend(_of_entry(item, date, document.dated))
    roles = [*head.roles, *((Role.FURNITURE, line) for line in stray)]
    spans = list(_spans(sorted(roles, key=lambda role: role[1].number)))
    diagnostics += [*_of_head(head, len(entries)), *_of_furniture(spans)]
    return Listing(
        entries=tuple(entries),
        format=document.format,
        name=document.name,
        topic=head.topic,
        heading=head.heading,
        declared_count=head.declared_count,
        intro=head.intro,
        captured_at=document.captured_at,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.line)),
        head=tuple(span for span in spans if span.role is not Role.FURNITURE),
        furniture=tuple(span for span in spans if span.role is Role.FURNITURE),
    )


def assemble_entries(parts: Iterable[Item | Line], document: Document) -> Iterator[Entry]:
    """Make only the entries of the parts of a document, each as soon as it and the dates near it are known."""
    nowhere = deque[Line](maxlen=0)
    _, read = _read(parts, document, nowhere.append)
    for _, _, entry in read:
        yield entry


def _read(
    parts: Iterable[Item | Line], document: Document, keep: Callable[[Line], object]
) -> tuple[Head, Iterator[tuple[Item, Settled, Entry]]]:
    """Read the head, and then item by item the entries; ``keep`` is given each line that belongs to neither."""
    parts = iter(parts)
    above: deque[Line] = deque()
    items: Iterator[Item] = iter(())
    for part in parts:
        if isinstance(part, Item):
            items = _items(chain([part], parts), keep)
            break
        above.append(part)
        if len(above) > LONGEST_HEAD:
            keep(above.popleft())
    head = read_head(above)
    return head, _entries(items, document._replace(feed_size=head.declared_count))


def _items(parts: Iterable[Item | Line], keep: Callable[[Line], object]) -> Iterator[Item]:
    for part in parts:
        if isinstance(part, Item):
            yield part
        else:
            keep(part)


def _entries(items: Iterable[Item], document: Document) -> Iterator[tuple[Item, Settled, Entry]]:
    """Make the entry of each item."""
    items, ahead = tee(items)
    dates = settle(item.date for item in ahead) if document.dated else (Settled(DateBasis.MISSING) for _ in ahead)
    for item, date in zip(items, dates, strict=True):
        yield item, date, read_later((_read_item, item, date, document))


def _read_item(item: Item, date: Settled, document: Document) -> tuple[Mapping[str, object], Unread]:
    """What an entry says but for its text, which is left unread."""
    source = Source(
        name=document.name,
        format=document.format,
        first_line=item.first_line,
        last_line=item.last_line,
        start=item.start,
        end=item.end,
        captured_at=document.captured_at,
        feed_size=document.feed_size,
    )
    fields = {
        "title": item.title,
        "date": date.date,
        "end_date": date.end_date,
        "time": item.date.time if item.date is not None else None,
        "date_text": item.date.text if item.date is not None else None,
        "date_basis": date.basis,
        "suggested_date": date.suggested,
        "not_before": date.not_before,
        "not_after": date.not_after,
        "sources": (source,),
        "variants": (),
        "conflicts": (),
    }
    return fields, (_read_text, item.title, item.paragraphs)


@lru_cache(maxsize=2048)  # captures of one listing repeat most of its entries
def _read_text(title: str | None, texts: tuple[str, ...]) -> tuple[Mapping[str, object], Unread]:
    """What the text of an entry says, whatever its date and place."""
    body: list[str] = []
    read_more: list[str] = []
    for text in texts:
        (read_more if is_read_more(text) else body).append(text)
    clear = clear_language(title)
    language = clear or likely_language(title, " ".join(body or read_more))
    caption, paragraphs = _without_caption(body, language)
    if caption is not None and clear is None:  # the picture's text may be in another language
        language = likely_language(title, " ".join(paragraphs)) or language
    mentions = find_mentions("\n".join([title or "", *texts]))
    fields = {
        "paragraphs": tuple(paragraphs),
        "caption": caption,
        "read_more": tuple(read_more),
        "language": language,
        "mentions": mentions,
    }
    return fields, NOTHING_UNREAD


def _without_caption(texts: Sequence[str], language: str | None) -> tuple[str | None, Sequence[str]]:
    """Take the caption from the first paragraph that has one in front."""
    for n, text in enumerate(texts):
        split = split_caption(text, language)
        if split is not None:
            caption, rest = split
            return caption, [*texts[:n], *([rest] if rest else []), *texts[n + 1 :]]
    return None, texts


def _spans(roles: Iterable[tuple[Role, Line]]) -> Iterator[Span]:
    """Unite neighbouring lines of one role."""
    group: list[Line] = []
    last = None
    for role, line in roles:
        if group and (role is not last or line.number > group[-1].number + 1):
            yield _span(last or role, group)
            group = []
        group.append(line)
        last = role
    if group and last is not None:
        yield _span(last, group)


def _span(role: Role, lines: Sequence[Line]) -> Span:
    first, last = lines[0], lines[-1]
    return Span(role=role, first_line=first.number, last_line=last.number, start=first.start, end=last.end)


def _of_head(head: Head, entries: int) -> Iterator[Diagnostic]:
    if head.declared_count is not None and 0 < entries < head.declared_count:
        line = max(line.number for role, line in head.roles if role in (Role.HEADING, Role.COUNT))
        pages = math.ceil(head.declared_count / entries)
        message = f"{entries} of {head.declared_count} entries: one page of {pages} at this page size"
        yield Diagnostic("fewer-than-declared", line, message, Severity.INFO)
    elif entries == 0 and head.roles and head.declared_count != 0:
        message = "a text without any entry of this format; see what detect_format says of it"
        yield Diagnostic("no-entries", head.roles[0][1].number, message, Severity.WARNING)


def _of_furniture(spans: Iterable[Span]) -> Iterator[Diagnostic]:
    for span in spans:
        if span.role is Role.FURNITURE:
            message = "text that belongs to no entry; it is kept with the furniture"
            yield Diagnostic("stray-text", span.first_line, message, Severity.INFO)


def _of_entry(item: Item, date: Settled, dated: bool) -> Iterator[Diagnostic]:
    line = item.first_line
    if not (item.title or item.paragraphs):
        yield Diagnostic("empty-entry", line, "a date and nothing else", Severity.WARNING)
    elif item.title is None:
        yield Diagnostic("missing-title", line, "an entry without a title", Severity.INFO)
    if dated and item.date is None:
        yield Diagnostic("missing-date", line, f"no date line; {_bounds(date)}", Severity.INFO)
    if item.date_is_glued:
        yield Diagnostic("glued-date", line, "the date stands on one line with the text", Severity.INFO)
    if item.date_is_shared:
        message = "no date line of its own; it has that of the version in another language above it"
        yield Diagnostic("two-languages", line, message, Severity.INFO)
    if item.date is not None and date.basis is not DateBasis.STATED:
        yield _of_date(line, repr(item.date.text), date)


def _of_date(line: int, printed: str, date: Settled) -> Diagnostic:
    """What is odd about a date that is printed but not simply stated."""
    match date.basis:
        case DateBasis.YEAR_INFERRED:
            return Diagnostic("year-inferred", line, f"{printed} is read as {date.date}", Severity.INFO)
        case DateBasis.SUSPECT:
            message = f"{printed} lies outside its neighbours; it should be {date.suggested}"
            return Diagnostic("suspect-date", line, message, Severity.WARNING)
        case DateBasis.IMPOSSIBLE:
            message = f"{printed} names no day that exists, or a range that runs back; {_bounds(date)}"
            return Diagnostic("impossible-date", line, message, Severity.WARNING)
        case _:
            message = f"{printed} has no year, and no neighbour tells it"
            return Diagnostic("year-unknown", line, message, Severity.WARNING)


def _bounds(date: Settled) -> str:
    """What the neighbours tell of a date."""
    if date.not_before is not None and date.not_after is not None:
        return f"by its neighbours, from {date.not_before} to {date.not_after}"
    if date.not_before is not None:
        return f"by its neighbours, not earlier than {date.not_before}"
    if date.not_after is not None:
        return f"by its neighbours, not later than {date.not_after}"
    return "no neighbour dates it"
