"""What the library takes beside time: how long its import is, and how much memory a listing needs.

Each figure comes from processes of its own.  Sizes of texts are those of the file, in UTF-8.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import unodc_feed
from benchmarks import made
from benchmarks.measuring import apart, ask, ask_in_passing, peak, resident

HELD = "the listing, without the text"
PEAK = "the most while parsing, text and listing included"
WINDOW = "the most while iter_parse reads the lines of an open file"

_LARGEST = "bulleted"  # the format of the listings, which grow without end
_HOUR = 3600.0
_IMPORT = """
import sys, time
start = time.process_time(); import attrs, dateutil.parser, regex
there = time.process_time(); import unodc_feed
print(there - start, time.process_time() - there)
"""


class ImportTime(NamedTuple):
    """Seconds of the processor: for the three dependencies, and for the package over them."""

    dependencies: float
    package: float


class Footprint(NamedTuple):
    """Memory that some work takes."""

    what: str
    form: str
    entries: int
    size: int
    taken: int

    @property
    def ratio(self) -> float:
        """How many times the size of the file."""
        return self.taken / self.size


def import_time(rounds: int) -> ImportTime:
    """The medians of so many imports, all of modules that are compiled already."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        runs = [
            subprocess.run([sys.executable, "-c", _IMPORT], check=True, capture_output=True, env=environment)
            for _ in range(rounds + 1)
        ]
    times = [map(float, run.stdout.split()) for run in runs[1:]]
    return ImportTime(*map(statistics.median, zip(*times, strict=True)))


def footprints(few: int, many: int) -> Iterator[Footprint]:
    """The memory of listings of few entries, counted piece by piece, and of many, as the system sees it."""
    with tempfile.TemporaryDirectory() as folder:
        for form, print_items in made.FORMATS.items():
            for entries, whats in ((few, (HELD,)), (many if form == _LARGEST else many // 4, (PEAK, WINDOW))):
                path = Path(folder, f"{form}-{entries}.txt")
                path.write_text(print_items(made.feed(entries)), "utf-8")
                for what in whats:
                    (taken,), _ = apart(_MEASURES[what], path, form, limit=_HOUR)
                    yield Footprint(what, form, entries, path.stat().st_size, taken)


def _warm_up(form: str) -> None:
    """Make what is made once, with the first text."""
    ask(unodc_feed.parse(made.FORMATS[form](made.feed(200, seed=1)), format=form))


def _held(path: Path, form: str) -> Iterator[int]:
    _warm_up(form)
    text = path.read_text("utf-8")
    tracemalloc.start()
    listing = unodc_feed.parse(text, format=form)
    ask(listing)
    gc.collect()
    yield tracemalloc.get_traced_memory()[0]


def _peak(path: Path, form: str) -> Iterator[int]:
    _warm_up(form)
    before = resident()
    ask(unodc_feed.parse(path.read_text("utf-8"), format=form))
    yield peak() - before


def _window(path: Path, form: str) -> Iterator[int]:
    _warm_up(form)
    before = resident()
    with path.open(encoding="utf-8") as lines:
        ask_in_passing(unodc_feed.iter_parse(lines, format=form))
    yield peak() - before


_MEASURES = {HELD: _held, PEAK: _peak, WINDOW: _window}
