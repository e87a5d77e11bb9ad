"""The labelled documents as entries, as a faultless parser would read them, with the groups that people found in them.

Used by the tests, the benchmarks and ``tools/estimate_weights.py``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from unodc_feed._model import DateBasis, Entry, Format, Source

SEEDS = Path(__file__).parent / "gold"
MORE = SEEDS / "more"

Ref = tuple[str, int]
"""A document and the first line of an entry."""


def captures(folder: Path) -> Iterator[tuple[Entry, ...]]:
    """The entries of each labelled document of a folder."""
    for path in sorted(folder.glob("*.json")):
        label = json.loads(path.read_text("utf-8"))
        if "entries" in label:
            yield tuple(_document(label).values())


def places(entry: Entry) -> list[Ref]:
    """Where an entry was seen."""
    return [(source.name, source.first_line) for source in entry.sources]


@attrs.frozen
class Collection:
    """Entries by reference, and the story of each that is told in several languages."""

    entries: dict[Ref, Entry]
    story: dict[Ref, int]
    notes: tuple[str, ...]

    def pairs(self) -> set[frozenset[Ref]]:
        """The pairs of entries that tell one story."""
        refs = sorted(self.story)
        return {frozenset((a, b)) for a in refs for b in refs if a < b and self.story[a] == self.story[b]}


def collection(folder: Path) -> Collection:
    """The labelled documents of a folder."""
    entries = {places(entry)[0]: entry for capture in captures(folder) for entry in capture}
    kept = {ref: ref for ref in entries}
    for group in _groups(folder / "merge.json"):
        if not group.get("optional"):
            refs = [(name, line) for name, line in group["entries"]]
            kept |= dict.fromkeys(refs, refs[0])
            seen = tuple(entries[ref] for ref in refs)
            sources = tuple(source for entry in seen for source in entry.sources)
            entries[refs[0]] = attrs.evolve(seen[0], sources=sources, variants=seen)
    groups = _groups(folder / "translations.json")
    story = {kept[name, line]: n for n, group in enumerate(groups) for name, line in group["entries"]}
    united = {ref: entry for ref, entry in entries.items() if kept[ref] == ref}
    return Collection(united, story, tuple(group["note"] for group in groups))


def _groups(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8"))["groups"])


def _document(label: dict[str, Any]) -> dict[Ref, Entry]:
    days = [_day(item["suggested_date"] or item["date"]) for item in label["entries"]]
    entries: dict[Ref, Entry] = {}
    offset = 0
    for n, item in enumerate(label["entries"]):
        before = next((day for day in reversed(days[:n]) if day), None)
        after = next((day for day in days[n + 1 :] if day), None)
        near = sorted(day for day in ((days[n],) if days[n] else (before, after)) if day)
        end = offset + len(item["title"] or "") + sum(map(len, item["body"])) + 20
        source = Source(
            name=label["source"],
            format=Format(label["format"]),
            first_line=item["lines"][0],
            last_line=item["lines"][1],
            start=offset,
            end=end,
            feed_size=label["declared_count"],
        )
        entries[label["source"], item["lines"][0]] = Entry(
            title=item["title"],
            date=_day(item["date"]),
            end_date=_day(item["end_date"]),
            time=dt.time.fromisoformat(item["time"]) if item["time"] else None,
            date_basis=DateBasis(item["date_basis"]),
            suggested_date=_day(item["suggested_date"]),
            not_before=near[0] if near else None,
            not_after=near[-1] if near else None,
            paragraphs=tuple(item["body"]),
            caption=item["caption"],
            read_more=tuple(item["read_more"]),
            language=item["language"],
            sources=(source,),
        )
        offset = end
    return entries


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
