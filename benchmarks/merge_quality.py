"""How well merge tells items apart: on labels, on drifting captures, without each rule, and around each threshold.

    python -m benchmarks.merge_quality

Estimation part: the labelled groups with an even number and drifting captures made with the seeds 0 to 5.  Held-out
part: the groups with an odd number and the seeds 100 to 119.  Precision and recall count pairs of observations.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest import mock

from tests.drift import listing
from tests.labelled import MORE, SEEDS, Ref, captures, places
from unodc_feed import Entry, merge
from unodc_feed._timeline import gathering, sameness

Pairs = set[tuple[Ref, Ref]]
Captures = list[list[Entry]]
Case = tuple[Captures, Pairs, Pairs]  # captures, pairs that are one item, pairs that do not count

THRESHOLDS = {
    "LONGEST_MOVE": (120, 160, 200, 240, 280, 320, 365),
    "NEAR": (3, 7, 14, 21, 28, 60),
    "CORRECTED": (0, 1, 3, 7, 14, 31),
    "REWRITTEN": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "EDITED": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "REPEATED": (0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95),
    "RECOUNTED": (0.7, 0.75, 0.8, 0.85, 0.9, 0.95),
    "ENOUGH_FOR_AKIN": (0, 2, 4, 6, 8, 12),
    "ENOUGH": (2, 4, 6, 8, 12, 16, 24),
    "ENOUGH_FAR": (8, 16, 24, 32, 48),
}
RULES = {
    "contradictions": (sameness, "_contradictions", lambda *_: iter(())),
    "likeness of titles": (sameness, "_akin", lambda *_: False),
    "lower weight of shared text": (gathering, "_weight", lambda *_: lambda *_: 1.0),
    "slips of the pen": (sameness, "_one_slip", lambda *_: False),
}


def pairs(groups: Iterable[Iterable[Ref]]) -> Pairs:
    return {pair for group in groups for pair in itertools.combinations(sorted(set(group)), 2)}


def labelled(folder: Path, parity: int) -> Case:
    groups = json.loads((folder / "merge.json").read_text("utf-8"))["groups"]
    named = [[(name, line) for name, line in group["entries"]] for group in groups]
    counted = [
        group for number, group in enumerate(named) if number % 2 == parity and not groups[number].get("optional")
    ]
    other = pairs(group for group in named if group not in counted)
    return [list(capture) for capture in captures(folder)], pairs(counted), other


def drifting(folder: Path, documents: tuple[str, ...], seeds: Iterable[int]) -> Iterator[Case]:
    entries = [one for page in captures(folder) for one in page if one.sources[0].name.startswith(documents)]
    for seed in seeds:
        pages, groups = listing(entries, seed)
        yield pages, pairs([place for entry in group for place in places(entry)] for group in groups), set()


def merged(pages: Captures) -> Iterator[list[Ref]]:
    return map(places, merge(*pages))


def figures(
    cases: Iterable[Case], unite: Callable[[Captures], Iterable[Iterable[Ref]]] = merged
) -> tuple[float, float, int]:
    """Precision, recall and the number of pairs that there are to find."""
    hits = found = wanted = 0
    for pages, want, ignored in cases:
        got = pairs(unite(pages)) - ignored
        hits, found, wanted = hits + len(got & want), found + len(got), wanted + len(want)
    return hits / found, hits / wanted, wanted


def show(name: str, cases: Iterable[Case]) -> None:
    precision, recall, wanted = figures(cases)
    print(f"{name:44}{precision:10.4f}{recall:10.4f}{wanted:8}", flush=True)


def main() -> None:
    parts = {
        part: {
            "seeds": [labelled(SEEDS, parity)],
            "second set": [labelled(MORE, parity)],
            "drifting, from the second set": list(drifting(MORE, ("d1",), seeds)),
            "drifting, from the seeds": list(drifting(SEEDS, ("000", "002"), seeds)),
        }
        for part, parity, seeds in (("estimation", 0, range(6)), ("held out", 1, range(100, 120)))
    }
    print(f"{'':44}{'precision':>10}{'recall':>10}{'pairs':>8}")
    for part, sets in parts.items():
        for name, cases in sets.items():
            show(f"{part}: {name}", cases)
    for part, sets in parts.items():
        everything = [case for cases in sets.values() for case in cases[:6]]
        show(f"{part}, without nothing", everything)
        for rule, (module, attribute, without) in RULES.items():
            with mock.patch.object(module, attribute, without):
                show(f"{part}, without {rule}", everything)
    everything = [case for cases in parts["estimation"].values() for case in cases[:3]]
    for threshold, values in THRESHOLDS.items():
        for value in values:
            with mock.patch.object(sameness, threshold, value):
                show(f"estimation, {threshold} = {value}", everything)


if __name__ == "__main__":
    main()
