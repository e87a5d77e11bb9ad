"""The assembler: a page of any format to a listing, with its diagnostics.

Dates are settled over all entries at once; everything else is decided for each entry from its own text.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence

from unodc_feed._model import DateBasis, Diagnostic, Entry, Format, Listing, Role, Severity, Source, Span
from unodc_feed._parsing.captions import split_caption
from unodc_feed._parsing.dates import Settled, settle
from unodc_feed._parsing.grammar import is_read_more
from unodc_feed._parsing.head import Head, read_head
from unodc_feed._parsing.items import Item, Page
from unodc_feed._parsing.languages import identify_language
from unodc_feed._parsing.lines import Line
from unodc_feed._parsing.mentions import find_mentions


def assemble(page: Page, format: Format, name: str, captured_at: dt.datetime | None) -> Listing:
    """Make a listing of a page."""
    head = read_head(page.head)
    settled = settle([item.date for item in page.items])
    entries = tuple(
        _entry(item, date, Source(
            name=name,
            format=format,
            first_line=item.first.number,
            last_line=item.last.number,
            start=item.first.start,
            end=item.last.end,
            captured_at=captured_at,
            feed_size=head.declared_count,
        ))
        for item, date in zip(page.items, settled, strict=True)
    )  # fmt: skip
    spans = list(_spans([*head.roles, *((Role.FURNITURE, line) for line in page.stray)]))
    diagnostics = [*_of_head(head, len(entries)), *_of_furniture(spans)]
    for item, entry in zip(page.items, entries, strict=True):
        diagnostics.extend(_of_entry(item, entry))
    return Listing(
        entries=entries,
        format=format,
        name=name,
        topic=head.topic,
        heading=head.heading,
        declared_count=head.declared_count,
        intro=head.intro,
        captured_at=captured_at,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.line)),
        head=tuple(span for span in spans if span.role is not Role.FURNITURE),
        furniture=tuple(span for span in spans if span.role is Role.FURNITURE),
    )


def _entry(item: Item, date: Settled, source: Source) -> Entry:
    texts = [text for text in item.paragraphs if not is_read_more(text)]
    read_more = tuple(text for text in item.paragraphs if is_read_more(text))
    language = identify_language(item.title, " ".join(texts) or " ".join(read_more))
    caption, paragraphs = _without_caption(texts, language)
    return Entry(
        title=item.title,
        date=date.date,
        end_date=date.end_date,
        time=item.date.time if item.date is not None else None,
        date_text=item.date.text if item.date is not None else None,
        date_basis=date.basis,
        suggested_date=date.suggested,
        not_before=date.not_before,
        not_after=date.not_after,
        paragraphs=tuple(paragraphs),
        caption=caption,
        read_more=read_more,
        language=language if caption is None else identify_language(item.title, " ".join(paragraphs)) or language,
        mentions=find_mentions("\n".join([item.title or "", *item.paragraphs])),
        sources=(source,),
    )


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
        line = next(line.number for role, line in head.roles if role is Role.COUNT)
        pages = math.ceil(head.declared_count / entries)
        message = f"{entries} of {head.declared_count} entries: one page of {pages} at this page size"
        yield Diagnostic("fewer-than-declared", line, message, Severity.INFO)


def _of_furniture(spans: Iterable[Span]) -> Iterator[Diagnostic]:
    for span in spans:
        if span.role is Role.FURNITURE:
            message = "text that belongs to no entry; it is kept with the furniture"
            yield Diagnostic("stray-text", span.first_line, message, Severity.INFO)


def _of_entry(item: Item, entry: Entry) -> Iterator[Diagnostic]:
    line = item.first.number
    has_text = bool(entry.title or entry.paragraphs or entry.caption or entry.read_more)
    is_undated = item.date is None and entry.sources[0].format is not Format.REFERENCE
    facts = (
        ("empty-entry", not has_text, "a date and nothing else", Severity.WARNING),
        ("missing-title", has_text and entry.title is None, "an entry without a title", Severity.INFO),
        ("missing-date", is_undated, f"no date line; the neighbours date it {_bounds(entry)}", Severity.INFO),
        ("glued-date", item.date_is_glued, "the date stands on one line with the text", Severity.INFO),
        ("two-languages", item.date_is_shared, "the date line above the version in another language", Severity.INFO),
        *_facts_of_date(entry),
    )
    for code, holds, message, severity in facts:
        if holds:
            yield Diagnostic(code, line, message, severity)


def _facts_of_date(entry: Entry) -> Iterator[tuple[str, bool, str, Severity]]:
    printed, basis = repr(entry.date_text), entry.date_basis
    unknown = basis is DateBasis.MISSING and entry.date_text is not None
    yield "year-inferred", basis is DateBasis.YEAR_INFERRED, f"{printed} is read as {entry.date}", Severity.INFO
    yield "year-unknown", unknown, f"{printed} has no year and no dated neighbour", Severity.WARNING
    suspect = f"{printed} lies outside its neighbours; it should be {entry.suggested_date}"
    yield "suspect-date", basis is DateBasis.SUSPECT, suspect, Severity.WARNING
    impossible = f"{printed} does not exist; the neighbours date the entry {_bounds(entry)}"
    yield "impossible-date", basis is DateBasis.IMPOSSIBLE, impossible, Severity.WARNING


def _bounds(entry: Entry) -> str:
    return f"between {entry.not_before or 'long ago'} and {entry.not_after or 'its capture'}"
