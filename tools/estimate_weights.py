# ruff: noqa: T201
"""Estimate the weights of the linking from labelled pairs, and say how well they do on pairs that they have not seen.

    python tools/estimate_weights.py > src/unodc_feed/_timeline/tables/weights.tsv   # the table that is shipped
    python tools/estimate_weights.py --report                                        # held-out figures and ablation

Shares (how often a mark recurs, how versions lie apart) are counted, with one imagined case beside the counted ones.
What each kind of evidence counts beside the others is a logistic regression on the bits of the kinds: were they
independent, as Fellegi and Sunter assume, every factor would be 1; they are not, and the factors come out smaller.
The regression is drawn towards ``EXPECTED`` as if by a normal prior, so that a kind that is rarely seen keeps a
sensible factor, and no factor may be negative.  The threshold is no estimate but a choice: a false link is held to be
about as bad as three missing ones.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations
from math import exp, log, log1p, log2
from operator import eq
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.labelled import MORE, SEEDS, Collection, Ref, collection
from unodc_feed._timeline.evidence import WINDOW, Evidence, days_apart, shared_marks
from unodc_feed._timeline.stories import link_with, voices_of
from unodc_feed._timeline.traits import KINDS, Traits
from unodc_feed._timeline.weights import KindWeight, Weights

THRESHOLD = 1.5
EXPECTED = 0.5
TRUST = 8.0
"""How strongly the factors are drawn to what is expected: the precision of the prior."""
GAPS = (0, 3, 7, 14, 31, WINDOW)
STEPS = (1, 2, 4, 10**9)
FOLDS = 8
NAMES = [*KINDS.values(), "picture"]
TERMS = [f"{name} {sign}" for name in NAMES for sign in ("agree", "differ")] + ["listing"]


@attrs.frozen
class Case:
    """A labelled pair, and the fold of each of its entries."""

    left: Traits
    right: Traits
    match: bool
    folds: frozenset[object]


@attrs.frozen
class Labelled:
    """A collection with what the comparison sees of it."""

    held: Collection
    seen: dict[Ref, Traits]
    fold: dict[Ref, object]
    cases: tuple[Case, ...]


def labelled(folder: Path) -> Labelled:
    """Return the labelled pairs of a folder; the folds are stretches of time, and a story is never parted."""
    held = collection(folder)
    by_entry = {id(entry): ref for ref, entry in held.entries.items()}
    seen = {by_entry[id(voice.entries[0])]: voice.traits for voice in voices_of(held.entries.values())}
    fold = folds(held, folder.name)
    cases = []
    for a, b in combinations(sorted(seen), 2):
        gap = days_apart(seen[a], seen[b])
        if seen[a].language != seen[b].language and (gap is None or gap <= WINDOW):
            match = a in held.story and held.story[a] == held.story.get(b)
            cases.append(Case(seen[a], seen[b], match, frozenset({fold[a], fold[b]})))
    return Labelled(held, seen, fold, tuple(cases))


def folds(held: Collection, name: str) -> dict[Ref, object]:
    """Stretches of time of equal numbers of entries; a story lies where its first entry does."""

    def when(ref: Ref) -> tuple[str, Ref]:
        return str(held.entries[ref].date or "9999"), ref

    ordered = sorted(held.entries, key=when)
    fold: dict[Ref, object] = {ref: (name, n * FOLDS // len(ordered)) for n, ref in enumerate(ordered)}
    first: dict[int, Ref] = {}
    for ref in ordered:
        if ref in held.story:
            fold[ref] = fold[first.setdefault(held.story[ref], ref)]
    return fold


def estimate(sets: Sequence[Labelled], allowed: Callable[[frozenset[object]], bool], without: str = "") -> Weights:
    """Return the weights from the pairs whose folds are allowed, with one kind of evidence left out if wanted."""
    cases = [[case for case in one.cases if allowed(case.folds)] for one in sets]
    flat = [case for part in cases for case in part]
    plain = counted(sets, cases, flat)
    if without == "time":
        plain = plain._replace(gaps=((WINDOW, 1.0),), undated=1.0)
    rows = []
    for one, part in zip(sets, cases, strict=True):
        evidence = Evidence(list(one.seen.values()), plain)
        rows += [(bits(evidence, case), case.match) for case in part]
    absent = {n for n, term in enumerate(TERMS) if term.split()[0] == without}
    factors, offset = fitted(rows, absent)
    kinds = {
        name: plain.kinds[name]._replace(agree=round(factors[2 * n], 3), differ=round(factors[2 * n + 1], 3))
        for n, name in enumerate(NAMES)
    }
    listing = tuple((steps, round(value * factors[-1], 3)) for steps, value in plain.listing)
    return plain._replace(kinds=kinds, listing=listing, offset=round(offset, 3))


def counted(sets: Sequence[Labelled], cases: Sequence[Sequence[Case]], flat: Sequence[Case]) -> Weights:
    """Everything that is counted; all factors are 1."""
    matches = [case for case in flat if case.match]
    kinds = {name: KindWeight(*recurrence(letter, matches, sets), 1.0, 1.0) for letter, name in KINDS.items()}
    kinds["picture"] = KindWeight(*pictures(matches, sets), 1.0, 1.0)
    gaps = [days_apart(case.left, case.right) for case in matches]
    known = Counter(next(upto for upto in GAPS if gap <= upto) for gap in gaps if gap is not None)
    total = sum(known.values()) + 1
    pairs_of_languages = (
        sum(
            len({other.language for other in one.seen.values()} - {entry.language})
            for one in sets
            for entry in one.seen.values()
        )
        * sum(map(len, cases))
        / sum(len(one.cases) for one in sets)
    )
    return Weights(
        kinds=kinds,
        gaps=tuple((upto, round((known[upto] + 1 / len(GAPS)) / total, 4)) for upto in GAPS),
        undated=round((gaps.count(None) + 0.5) / (len(gaps) + 1), 4),
        listing=listing(flat),
        prior=round(2 * len(matches) / pairs_of_languages, 3),
        offset=0.0,
        threshold=THRESHOLD,
    )


def recurrence(letter: str, matches: Iterable[Case], sets: Sequence[Labelled]) -> tuple[float, float]:
    """How often a mark of the poorer version recurs in the other, and how frequent the marks of a kind are."""
    hit = total = 0
    for case in matches:
        shared = shared_marks(case.left, case.right)
        sides = [[mark for mark in one.text if mark[0] == letter] for one in (case.left, case.right)]
        poorer = min(sides, key=len)
        hit += sum(mark in shared for mark in poorer)
        total += len(poorer)
    found = [Counter(m for one in part.seen.values() for m in one.text if m[0] == letter) for part in sets]
    usual = sum(sum(c.values()) / len(part.seen) for c, part in zip(found, sets, strict=True)) / sum(map(len, found))
    return round((hit + 1) / (total + 2), 3), round(usual, 4)


def pictures(matches: Iterable[Case], sets: Sequence[Labelled]) -> tuple[float, float]:
    """How often two versions with pictures have the same, and how frequent a picture is."""
    both = [case.left.picture == case.right.picture for case in matches if case.left.picture and case.right.picture]
    found = [Counter(one.picture for one in part.seen.values() if one.picture) for part in sets]
    usual = sum(sum(c.values()) / len(part.seen) for c, part in zip(found, sets, strict=True)) / sum(map(len, found))
    return round((sum(both) + 1) / (len(both) + 2), 3), round(usual, 4)


def listing(cases: Iterable[Case]) -> tuple[tuple[int, float], ...]:
    """Return the bits of each distance in a listing, among pairs that are at most three days apart."""
    counts: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    for case in cases:
        names = case.left.places.keys() & case.right.places.keys()
        gap = days_apart(case.left, case.right)
        if names and gap is not None and gap <= 3:
            steps = min(abs(case.left.places[name] - case.right.places[name]) for name in names)
            counts[case.match][next(upto for upto in STEPS if steps <= upto)] += 1
    sums = {match: sum(count.values()) + len(STEPS) for match, count in counts.items()}
    shares = {match: {s: (counts[match][s] + 1) / sums[match] for s in STEPS} for match in counts}
    return tuple((steps, log2(shares[True][steps] / shares[False][steps])) for steps in STEPS)


def bits(evidence: Evidence, case: Case) -> list[float]:
    """Return the bits of each term, the prior odds last."""
    row = [0.0] * (len(TERMS) + 1)
    found = evidence.compare(case.left, case.right)
    for piece in found.pieces if found else ():
        if piece.kind == "time":
            row[-1] += piece.bits
        elif piece.kind == "listing":
            row[-2] += piece.bits
        else:
            row[2 * NAMES.index(piece.kind) + (piece.bits < 0)] += piece.bits
    return row


def fitted(rows: Sequence[tuple[list[float], bool]], absent: set[int]) -> tuple[list[float], float]:
    """Return the factors and the offset of a logistic regression in bits, by Newton's method; no factor is negative."""
    size = len(TERMS)
    free = [n for n in range(size) if n not in absent]
    while True:
        factors = [EXPECTED if n in free else 0.0 for n in range(size)] + [0.0]
        moving = [*free, size]
        for _ in range(50):
            step = newton_step(rows, factors, moving)
            length = 1.0
            while length > 1e-6 and loss(rows, moved(factors, moving, step, length)) > loss(rows, factors):
                length /= 2
            factors = moved(factors, moving, step, length)
            if length * max(map(abs, step)) < 1e-6:
                break
        negative = [n for n in free if factors[n] < 0]
        if not negative:
            return factors[:-1], factors[-1]
        free = [n for n in free if n not in negative]


def moved(factors: Sequence[float], moving: Sequence[int], step: Sequence[float], length: float) -> list[float]:
    """Return the factors after so much of a step."""
    out = list(factors)
    for n, change in zip(moving, step, strict=True):
        out[n] += length * change
    return out


def loss(rows: Sequence[tuple[list[float], bool]], factors: Sequence[float]) -> float:
    """How unlikely the labels are, and how far the factors lie from what is expected."""
    penalty = sum(TRUST * (f - EXPECTED) ** 2 for f in factors[:-1] if f) / 2 + factors[-1] ** 2 / 2
    scores = (
        (row[-1] + sum(f * v for f, v in zip(factors, [*row[:-1], 1.0], strict=True)), match) for row, match in rows
    )
    return penalty + sum(log1p(exp(min(60.0, -log(2) * score if match else log(2) * score))) for score, match in scores)


def newton_step(rows: Sequence[tuple[list[float], bool]], factors: Sequence[float], free: Sequence[int]) -> list[float]:
    """One step towards the factors that make the labels most likely."""
    offset = len(factors) - 1
    gradient = [TRUST * (EXPECTED - factors[n]) if n != offset else -factors[n] for n in free]
    hessian = [[(TRUST if n != offset else 1.0) * (n == m) for m in free] for n in free]
    for row, match in rows:
        x = [log(2) * (row[n] if n != offset else 1.0) for n in free]
        score = log(2) * (row[-1] + sum(f * v for f, v in zip(factors, [*row[:-1], 1.0], strict=True)))
        chance = 1 / (1 + exp(-max(-60.0, min(60.0, score))))
        for i, value in enumerate(x):
            gradient[i] += (match - chance) * value
            for j in range(len(x)):
                hessian[i][j] += chance * (1 - chance) * value * x[j]
    return solved(hessian, gradient)


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of linear equations, by elimination (the matrix is positive definite)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for n in range(size):
        for m in range(n + 1, size):
            ratio = rows[m][n] / rows[n][n]
            rows[m] = [a - ratio * b for a, b in zip(rows[m], rows[n], strict=True)]
    out = [0.0] * size
    for n in range(size - 1, -1, -1):
        out[n] = (rows[n][size] - sum(rows[n][m] * out[m] for m in range(n + 1, size))) / rows[n][n]
    return out


@attrs.frozen
class Outcome:
    """Right, wrong and missing links."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        counts = f"{self.wrong} wrong, {self.missed} missed of {self.right + self.missed}"
        return f"precision {precision:.3f}  recall {recall:.3f}  ({counts})"


def outcome(one: Labelled, model: Weights, tested: Callable[[object], bool], *, show: bool = False) -> Outcome:
    """How the links fare that touch an entry of a tested fold."""
    by_entry = {id(entry): ref for ref, entry in one.held.entries.items()}
    got = {
        frozenset((by_entry[id(a)], by_entry[id(b)]))
        for story in link_with(one.held.entries.values(), model)
        for a, b in combinations(story.entries, 2)
    }
    want = one.held.pairs()
    counts = (
        {pair for pair in pairs if any(tested(one.fold[ref]) for ref in pair)}
        for pairs in (got & want, got - want, want - got)
    )
    right, wrong, missed = counts
    if show:
        for what, pairs in (("wrong", wrong), ("missed", missed)):
            for pair in sorted(map(sorted, pairs)):
                print(f"    {what}: {[one.held.entries[ref] for ref in pair]}")
    return Outcome(len(right), len(wrong), len(missed))


def cross_validated(sets: Sequence[Labelled], without: str = "", *, show: bool = False) -> dict[str, Outcome]:
    """Return the outcome on each collection when no fold is tested with weights that were estimated from it."""
    sums = {next(iter(one.fold.values()))[0]: Outcome() for one in sets}  # type: ignore[index]
    for one, name in zip(sets, sums, strict=True):
        for n in range(FOLDS):
            fold = (name, n)
            model = estimate(sets, partial(outside, fold), without)
            sums[name] += outcome(one, model, partial(eq, fold), show=show)
    return sums


def outside(fold: object, of_pair: frozenset[object]) -> bool:
    """Tell whether a pair has nothing to do with a fold."""
    return fold not in of_pair


def table(model: Weights) -> str:
    """Return the weights as the package reads them."""
    lines = [
        "# The weights of the linking: made by tools/estimate_weights.py, not to be edited by hand.",
        "# Source: estimated from the labelled pairs in tests/gold and tests/gold/more.",
        "what\twhich\tweight\tvalue",
    ]
    for name, kind in model.kinds.items():
        lines += [f"kind\t{name}\t{field}\t{value}" for field, value in kind._asdict().items()]
    lines += [f"gap\t{upto}\tshare\t{share}" for upto, share in model.gaps]
    lines += [f"listing\t{steps}\tbits\t{value}" for steps, value in model.listing]
    lines += [f"all\tpairs\t{name}\t{getattr(model, name)}" for name in ("undated", "prior", "offset", "threshold")]
    return "\n".join(lines)


def report(sets: Sequence[Labelled]) -> None:
    """Print the held-out figures and the ablation."""
    seeds, more = sets
    print("estimated on more, tested on the seeds:", outcome(seeds, estimate([more], lambda _: True), lambda _: True))
    print("estimated on the seeds, tested on more:", outcome(more, estimate([seeds], lambda _: True), lambda _: True))
    for without in ("", *NAMES, "listing", "time"):
        for name, result in cross_validated(sets, without, show=not without).items():
            print(f"{'without ' + without if without else 'all evidence':22s} {name:10s} {result}")


def main() -> None:
    """Print the table or the report."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--report", action="store_true", help="print held-out figures and ablation, not the table")
    sets = [labelled(SEEDS), labelled(MORE)]
    if arguments.parse_args().report:
        report(sets)
    else:
        print(table(estimate(sets, lambda _: True)))


if __name__ == "__main__":
    main()
