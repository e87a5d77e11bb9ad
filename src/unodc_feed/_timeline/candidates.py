"""Which entries are worth comparing.

In: the traits of all entries, in a fixed order, and how rare each mark is.  Out: pairs of places in that order, each
pair once.  Every entry is looked up under its rarest marks in an index by mark and language; of a bucket only the
entries that lie nearest in the order (which is that of time, then of the listing) are taken, and of those the ones
that share most.  The cost is therefore proportional to the number of entries, however many share a mark or a day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log2

from unodc_feed._timeline.traits import Traits

MARKS = 24
"""An entry is looked up under so many of its marks, the rarest."""
REACH = 6
"""From each bucket so many entries are taken on either side."""
KEPT = 6
"""So many candidates are kept for each entry and language."""


def candidates(known: Sequence[Traits], rarity: Callable[[str], float]) -> Iterator[tuple[int, int]]:
    """The pairs of entries of different languages that may tell one story, in order."""
    for here, others in enumerate(_later(known, rarity)):
        yield from ((here, there) for there in sorted({*others}))


def _later(known: Sequence[Traits], rarity: Callable[[str], float]) -> list[list[int]]:
    """For each entry, which of those behind it are its candidates or have it among theirs, some of them twice."""
    worth: dict[str, float] = {}
    for one in known:
        for mark in (*one.text, *one.caption):
            if mark not in worth:
                worth[mark] = -log2(rarity(mark))
    index = _index(known)
    later: list[list[int]] = [[] for _ in known]
    for here, one in enumerate(known):
        for there in _nearest(here, one, index, worth):
            later[min(here, there)].append(max(here, there))
    return later


def _index(known: Sequence[Traits]) -> dict[str, dict[str, list[int]]]:
    """By mark (or picture) and language, the places of the entries that have it, ascending."""
    index: dict[str, dict[str, list[int]]] = {}
    for place, one in enumerate(known):
        for key in _keys(one):
            index.setdefault(key, {}).setdefault(one.language, []).append(place)
    return index


def _keys(one: Traits) -> Iterator[str]:
    yield from one.text
    yield from one.caption
    if one.picture:
        yield "picture:" + one.picture


def _nearest(
    here: int,
    one: Traits,
    index: dict[str, dict[str, list[int]]],
    worth: dict[str, float],
) -> Iterator[int]:
    """Return the best candidates for one entry."""
    found: defaultdict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    rarest = sorted({**one.text, **one.caption}, key=lambda mark: (-worth[mark], mark))[:MARKS]
    if one.picture:
        rarest.append("picture:" + one.picture)
    for mark in rarest:
        bits = worth.get(mark, 1.0)
        for language, places in index[mark].items():
            if language != one.language:
                middle = bisect_left(places, here)
                sums = found[language]
                for there in places[max(0, middle - REACH) : middle + REACH]:
                    sums[there] += bits
    for sums in found.values():
        best = sorted((-bits, abs(there - here), there) for there, bits in sums.items())
        yield from (there for _, _, there in best[:KEPT])
