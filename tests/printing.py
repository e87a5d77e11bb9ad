"""Entries back to the text of a page: what a parser reads, printed as plainly as each format allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from unodc_feed import Entry, Format


def printed(entries: Iterable[Entry], form: Format) -> str:
    """The text of a page of a format that holds some entries."""
    return "\n".join(_PRINTERS[form](entry) for entry in entries)


def said(entry: Entry) -> tuple[object, ...]:
    """What an entry says, apart from where it stands, the form of its date, and what its neighbours tell of that."""
    days = entry.date, entry.end_date, entry.time
    return *days, entry.title, entry.caption, entry.paragraphs, entry.read_more, entry.language, entry.mentions


def date_line(entry: Entry) -> str:
    """The date in full, so that no neighbour is needed to read it."""
    if entry.date is None:
        return ""
    if entry.end_date is not None:
        return f"{_slashed(entry.date)} - {_slashed(entry.end_date)}"
    return f"{entry.date.isoformat()} {entry.time}" if entry.time else _slashed(entry.date)


def _slashed(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def body(entry: Entry) -> list[str]:
    """The paragraphs, the caption glued to the first one, and the lines that send elsewhere."""
    first, *others = entry.paragraphs or ("",)
    return [part for part in ((entry.caption or "") + first, *others, *entry.read_more) if part]


def _bulleted(entry: Entry) -> str:
    return f"  • {date_line(entry)}\n    {entry.title or ''}\n\n" + "".join(f"    {part}\n\n" for part in body(entry))


def _block(entry: Entry) -> str:
    title = [entry.title] if entry.title else []
    return f"{date_line(entry)}\n\n" + "".join(f"{part}\n\n" for part in [*title, *body(entry)])


def _reference(entry: Entry) -> str:
    return f"  • {entry.title}:\n" + "".join(f"      • {part}\n" for part in body(entry))


_PRINTERS: dict[Format, Callable[[Entry], str]] = {
    Format.BULLETED: _bulleted,
    Format.BLOCKS: _block,
    Format.REFERENCE: _reference,
}
