"""The labels of the gold documents as entries: what a faultless parser would read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unodc_feed._model import DateBasis, Entry, Format, Source

Place = tuple[str, int]


def captures(folder: Path) -> Iterator[tuple[Entry, ...]]:
    """The entries of each labelled document."""
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text("utf-8"))
        if "entries" in labels:
            yield tuple(_entry(label, labels) for label in labels["entries"])


def places(entry: Entry) -> list[Place]:
    return [(source.name, source.first_line) for source in entry.sources]


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _entry(label: dict[str, Any], labels: dict[str, Any]) -> Entry:
    first, last = label["lines"]
    source = Source(
        name=labels["source"],
        format=Format(labels["format"]),
        first_line=first,
        last_line=last,
        start=100 * first,
        end=100 * last + 99,
        feed_size=labels["declared_count"],
    )
    return Entry(
        title=label["title"],
        date=_day(label["date"]),
        end_date=_day(label["end_date"]),
        time=None if label["time"] is None else dt.time.fromisoformat(label["time"]),
        date_basis=DateBasis(label["date_basis"]),
        suggested_date=_day(label["suggested_date"]),
        paragraphs=tuple(label["body"]),
        caption=label["caption"],
        read_more=tuple(label["read_more"]),
        language=label["language"],
        sources=(source,),
    )
