"""How time and memory are measured: contests in turns, growth with the size, and work in processes of its own.

Times are seconds of the processor, garbage collection included.  A contest gives every contestant its turn in each
round, on input that none has seen before, so that what slows the machine down for a while slows all of them and no
cache of an earlier round helps.  Growth is the slope of a straight line through the logarithms of sizes and times.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import platform
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from unodc_feed import Entry

Work = Callable[[], object]

_LONG = 0.02  # seconds: shorter work is repeated
_SHORTEST = 0.005  # seconds: shorter times tell of the clock rather than of the work


class Result(NamedTuple):
    """What a contest showed of one contestant."""

    seconds: float
    ratio: float
    """The median of the ratios to the first contestant, each taken within one round."""


def ask(entries: Iterable[Entry]) -> list[Entry]:
    """Ask each entry what its text says, which is read only then."""
    asked = list(entries)
    ask_in_passing(asked)
    return asked


def ask_in_passing(entries: Iterable[Entry]) -> None:
    """Ask each entry what its text says, and hold none of them."""
    deque(map(attrgetter("language"), entries), maxlen=0)


def seconds(work: Work) -> float:
    """How long some work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def contest(entrants: Callable[[int], Mapping[str, Work]], rounds: int) -> dict[str, Result]:
    """Measure contestants in turns; they are made anew for the number of each round."""
    spent: dict[str, list[float]] = {}
    for number in range(rounds):
        for name, work in entrants(number).items():
            spent.setdefault(name, []).append(seconds(work))
    first = next(iter(spent.values()))
    return {
        name: Result(statistics.median(times), statistics.median(b / a for a, b in zip(first, times, strict=True)))
        for name, times in spent.items()
    }


class Step(NamedTuple):
    """What one size took."""

    size: int
    seconds: float
    peak: int
    """The most memory that the process has held up to here, in bytes."""


def grow(prepare: Callable[[int, int], Work], sizes: Sequence[int], limit: float, repeats: int = 2) -> Iterator[Step]:
    """Measure work that is prepared for a size and a seed, as long as the next size can be expected to fit the limit.

    Short work is repeated with other seeds.  What is read once, when the first text is looked at, is read before.
    """
    prepare(sizes[0], repeats + 1)()
    end = time.monotonic() + limit
    for size, following in zip(sizes, (*sizes[1:], None), strict=True):
        start = time.monotonic()
        spent = seconds(prepare(size, 0))
        if spent < _LONG:
            spent = min([spent, *(seconds(prepare(size, seed)) for seed in range(1, repeats + 1))])
        yield Step(size, spent, peak())
        now = time.monotonic()
        if following is not None and (now - start) * following / size > end - now:
            return


def exponent(steps: Sequence[Step]) -> float | None:
    """The power of the size with which the time grows, by least squares; None from fewer than three sizes."""
    points = [(math.log(step.size), math.log(step.seconds)) for step in steps if step.seconds >= _SHORTEST]
    return statistics.linear_regression(*zip(*points, strict=True)).slope if len(points) > 2 else None


# ---- processes of their own


def apart(task: Callable[..., Iterator[Any]], *arguments: object, limit: float) -> tuple[list[Any], bool]:
    """Run a generator in a process of its own; return what it yielded, and whether it came to its end in time."""
    context = _context(task.__module__)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, task, arguments), daemon=True)
    process.start()
    theirs.close()
    results = []
    end = time.monotonic() + limit
    try:
        while ours.poll(max(0.0, end - time.monotonic())):
            results.append(ours.recv())
    except EOFError:
        process.join()
    process.kill()
    process.join()
    return results, process.exitcode == 0


def _context(module: str) -> ForkServerContext | SpawnContext:
    """New processes come from a server that has imported a module and done nothing else, where there are such."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _send(pipe: Connection, task: Callable[..., Iterator[Any]], arguments: tuple[object, ...]) -> None:
    for result in task(*arguments):
        pipe.send(result)
    pipe.close()


def resident() -> int:
    """The memory that this process holds now, in bytes; 0 where the system does not tell."""
    return _status("VmRSS")


def peak() -> int:
    """The most memory that this process has ever held, in bytes; 0 where the system does not tell."""
    return _status("VmHWM")


def _status(field: str) -> int:
    try:
        with Path("/proc/self/status").open(encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))
    except FileNotFoundError:
        return 0


def machine() -> str:
    """What this machine is."""
    model = platform.processor() or platform.machine()
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as info:
            model = next(line.partition(":")[2].strip() for line in info if line.startswith("model name"))
    except (FileNotFoundError, StopIteration):
        pass
    return f"{model}, {os.cpu_count()} cores; {platform.system()}; Python {platform.python_version()}"
