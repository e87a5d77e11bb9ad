"""The command: measures all of it and prints the tables; with ``--write`` puts them and the plots into the docs.

``python -m benchmarks --quick`` takes about a minute and shows the shape of things; the figures in the docs are those
of ``python -m benchmarks --write``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from benchmarks import footprint, growth, hostile, plots, quality, report
from benchmarks.contests import CONTESTS
from benchmarks.made import TESTS
from benchmarks.measuring import machine
from benchmarks.targets import Run

T = TypeVar("T")
DOCS = TESTS.parent / "docs"


class Scale(NamedTuple):
    """How much is measured: sizes, repetitions, and the seconds that a curve may take."""

    part: float
    draws: int
    imports: int
    few: int
    many: int
    entries: Sequence[int]
    characters: Sequence[int]
    limit: float
    """For each curve of usual listings; ``--limit`` changes it, so that the last sizes are reached."""
    slow: float
    """For each curve of hostile entries."""
    cell: float
    """For each function with each hostile text."""


FULL = Scale(1.0, 5, 21, 10_000, 400_000, growth.SIZES, hostile.SIZES, 60.0, 15.0, 2.0)
QUICK = Scale(0.1, 1, 7, 500, 20_000, growth.QUICK_SIZES, hostile.SIZES[:6], 2.0, 0.5, 0.07)


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the library.")
    parser.add_argument("--quick", action="store_true", help="small sizes, about a minute")
    parser.add_argument("--limit", type=float, metavar="SECONDS", help="for each curve of growth (60; quick: 2)")
    parser.add_argument("--write", action="store_true", help="put the tables and plots into the documentation")
    options = parser.parse_args()
    scale = QUICK if options.quick else FULL
    run = measure(scale._replace(limit=options.limit or scale.limit))
    tables = report.tables(run)
    print(tables)
    if options.write:
        (DOCS / "explanation" / "_speed_table.md").write_text(tables, "utf-8")
        plots.draw(run, DOCS / "_static")


def measure(scale: Scale) -> Run:
    """Measure everything."""
    usual = growth.curves(growth.measurable([*growth.USUAL]), scale.entries, scale.limit)
    slow = growth.curves([*growth.HOSTILE], scale.entries, scale.slow)
    cells = hostile.cells([*hostile.TEXTS], [*hostile.FUNCTIONS], scale.characters, scale.cell)
    return Run(
        machine=machine(),
        contests=_told("contests", ((contest, contest.run(scale.part)) for contest in CONTESTS)),
        scores=_told("scores", quality.scores(scale.draws)),
        import_time=footprint.import_time(scale.imports),
        footprints=_told("memory", footprint.footprints(scale.few, scale.many)),
        curves=_told("growth", usual) + _told("growth with hostile entries", slow),
        cells=_told("hostile texts", cells),
    )


def _told(what: str, steps: Iterable[T]) -> list[T]:
    """All of them, telling on the terminal what is being done and how long it took."""
    print(what, end=" ... ", file=sys.stderr, flush=True)
    start = time.monotonic()
    done = list(steps)
    print(f"{time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return done


if __name__ == "__main__":
    main()
