"""How often ours and the peers are right, where speed alone would not be a fair comparison."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import made, peers
from benchmarks.merge_quality import Captures, Case, drifting, figures, labelled, merged
from tests.labelled import MORE, SEEDS, Ref, places
from unodc_feed._parsing.dates import read_date
from unodc_feed._parsing.languages import identify_language

TITLES = "language of title, labelled documents"

_WRITTEN = made.TESTS / "written"


class Score(NamedTuple):
    """How well one contestant does on one set."""

    what: str
    who: str
    cases: int
    right: float | None = None
    precision: float | None = None
    recall: float | None = None


def scores(draws: int) -> Iterator[Score]:
    """All scores; merging is tried on so many draws of captures that drift."""
    yield from _languages()
    yield from _dates()
    yield from _merging(range(100, 100 + draws))


def _languages() -> Iterator[Score]:
    for shelf, folders in (("labelled documents", (SEEDS, MORE)), ("hand-written documents", (_WRITTEN,))):
        entries = [entry for folder in folders for entry in _entries(folder)]
        titles = [(entry["title"], entry["language"]) for entry in entries if entry["title"]]
        whole = [("\n".join((entry["title"] or "", *entry["body"])), entry["language"]) for entry in entries]
        for what, texts in (("title", titles), ("entry", whole)):
            readers: dict[str, Callable[[str], str | None]] = {"identify_language": _identify}
            for who, identify in (readers | dict(peers.installed(peers.LANGUAGE))).items():
                right = sum(identify(text) == language for text, language in texts)
                yield Score(f"language of {what}, {shelf}", who, len(texts), right / len(texts))


def _entries(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        for entry in json.loads(path.read_text("utf-8")).get("entries", ()):
            if entry["language"] is not None:
                yield entry


def _identify(text: str) -> str | None:
    title, _, body = text.partition("\n")
    return identify_language(title, body)


def _dates() -> Iterator[Score]:
    lines = made.dates(1_000)
    readers: dict[str, Callable[[str], dt.date | None]] = {"read_date": _read}
    for who, read in (readers | dict(peers.installed(peers.DATES))).items():
        right = sum(read(text) == day for text, day in lines)
        yield Score("date lines in four languages", who, len(lines), right / len(lines))


def _read(text: str) -> dt.date | None:
    reading = read_date(text)
    days = reading and reading.first.year and reading.days(reading.first.year)
    return days[0] if days else None


def _merging(seeds: Iterable[int]) -> Iterator[Score]:
    drifted = [*drifting(MORE, ("d1",), seeds), *drifting(SEEDS, ("000", "002"), seeds)]
    sets: dict[str, list[Case]] = {
        "labelled captures": [labelled(SEEDS, 1), labelled(MORE, 1)],
        "captures that drift": drifted,
    }
    uniters = {"merge": merged} | {name: _by_groups(unite) for name, unite in peers.installed(peers.NEAR_DUPLICATES)}
    for what, cases in sets.items():
        for who, unite in uniters.items():
            precision, recall, wanted = figures(cases, unite)
            yield Score(f"pairs of one item, {what}", who, wanted, precision=precision, recall=recall)


def _by_groups(unite: peers.Unite) -> Callable[[Captures], Iterator[list[Ref]]]:
    def united(pages: Captures) -> Iterator[list[Ref]]:
        groups = unite([entry for page in pages for entry in page])
        return ([place for entry in group for place in places(entry)] for group in groups)

    return united
