"""What one run measured, and the targets that it is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks import contests, footprint, quality
from benchmarks.contests import FLOOR, Contest
from benchmarks.footprint import Footprint, ImportTime
from benchmarks.growth import HOSTILE, USUAL, Curve
from benchmarks.hostile import TIMELINE, Cell
from benchmarks.measuring import Result
from benchmarks.quality import Score

GIGABYTE = 1024**3


class Run(NamedTuple):
    """All that was measured in one run."""

    machine: str
    contests: list[tuple[Contest, dict[str, Result]]]
    scores: list[Score]
    import_time: ImportTime
    footprints: list[Footprint]
    curves: list[Curve]
    cells: list[Cell]


Value = Callable[[Run], float | None]


class Target(NamedTuple):
    """What is wanted, and how it is read from a run."""

    what: str
    bound: float
    value: Value
    at_least: bool = False
    form: str = ".1f"

    def is_met(self, value: float) -> bool:
        """Whether a value keeps to the bound."""
        return value >= self.bound if self.at_least else value <= self.bound


def _most(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _ratio(what: str, who: str) -> Value:
    """How many times our time a contestant needs."""

    def value(run: Run) -> float | None:
        found = (results.get(who) for contest, results in run.contests if contest.what == what)
        return _most(result.ratio for result in found if result is not None)

    return value


def _times_floor(what: str) -> Value:
    def value(run: Run) -> float | None:
        ratio = _ratio(what, FLOOR)(run)
        return ratio and 1 / ratio

    return value


def _right_beyond(who: str) -> Value:
    """By how much more of the labelled titles our language is the right one than a peer's."""

    def value(run: Run) -> float | None:
        right = {score.who: score.right for score in run.scores if score.what == quality.TITLES}
        ours, theirs = right.get("identify_language"), right.get(who)
        return None if ours is None or theirs is None else ours - theirs

    return value


def _memory(what: str) -> Value:
    return lambda run: _most(one.ratio for one in run.footprints if one.what == what)


def _exponent(names: Iterable[str], *verbs: str) -> Value:
    """The largest exponent of curves."""
    return lambda run: _most(
        curve.exponent for curve in run.curves if curve.name in names and curve.name.partition(":")[0] in verbs
    )


def _hostile_exponent(*, timeline: bool) -> Value:
    return lambda run: _most(cell.exponent for cell in run.cells if (cell.function in TIMELINE) == timeline)


TARGETS = (
    Target("bulleted, seen first: times the floor", 15, _times_floor(contests.BULLETED)),
    Target("bulleted, captures of one listing: times the floor", 15, _times_floor(contests.CAPTURES)),
    Target("bulleted, seen first: times faster than feedparser", 12, _ratio(contests.BULLETED, "feedparser"), True),
    Target("bulleted, captures: times faster than feedparser", 12, _ratio(contests.CAPTURES, "feedparser"), True),
    Target("long-form, seen first: times the floor", 25, _times_floor(contests.BLOCKS)),
    Target(
        "parse, merge and link: times faster than feedparser parses",
        1,
        _ratio(contests.EVERYTHING, "feedparser"),
        at_least=True,
    ),
    Target("language of a title: times faster than py3langid", 10, _ratio(contests.TITLES, "py3langid"), True),
    Target("language of a title: share right beyond py3langid", 0, _right_beyond("py3langid"), True, ".4f"),
    Target("language of a title: share right beyond lingua", 0, _right_beyond("lingua"), True, ".4f"),
    Target("import, over the dependencies, ms", 15, lambda run: 1000 * run.import_time.package),
    Target("memory of a listing: times the file", 4, _memory(footprint.HELD)),
    Target("most memory while parsing: times the file", 6, _memory(footprint.PEAK)),
    Target(
        "most memory of all curves, GB", 8, lambda run: _most(s.peak / GIGABYTE for c in run.curves for s in c.steps)
    ),
    Target("exponent: parse, iter_parse", 1.1, _exponent(USUAL, "parse", "iter_parse"), form=".2f"),
    Target("exponent: merge, link_translations", 1.2, _exponent(USUAL, *TIMELINE), form=".2f"),
    Target("exponent: merge, link_translations, hostile entries", 1.25, _exponent(HOSTILE, *TIMELINE), form=".2f"),
    Target("exponent: merge, link_translations, hostile texts", 1.25, _hostile_exponent(timeline=True), form=".2f"),
    Target("exponent: all other functions, hostile texts", 1.15, _hostile_exponent(timeline=False), form=".2f"),
    Target("any function, 1 MB of hostile text, s", 3, lambda run: _most(cell.at_a_megabyte for cell in run.cells)),
)
"""The targets."""
