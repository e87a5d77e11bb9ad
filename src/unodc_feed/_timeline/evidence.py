"""How much speaks for two entries telling one story, in bits.

In: the traits of all entries at hand.  Out: for two of them a :class:`Comparison`: the logarithm to base 2 of the
odds, and each piece of evidence.  The model is Fellegi and Sunter's with Winkler's weights by frequency: a mark that
both share counts log2(m / u), where m says how often a mark recurs in another version and u how frequent the mark is
among the entries at hand; one that the poorer version has alone counts log2((1 - m) / (1 - u)).  Nearness in time is
part of the prior odds: the chance of a version at that distance, shared among all entries that lie at that distance.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from unodc_feed._timeline.traits import KINDS, Traits
from unodc_feed._timeline.weights import Weights

WINDOW = 62
"""Versions that lie further apart than so many days are not looked for."""

PSEUDO_ENTRIES = 20
"""So many entries of usual frequencies are imagined beside the ones at hand: among few entries rarity says little."""

RAREST = 2.0**-10
"""No mark counts as rarer than this."""

_NOTHING = 1e-9  # bits: what is left of a sum of which every summand was taken off again


class Piece(NamedTuple):
    """One piece of evidence; :meth:`Evidence.told` puts it into words."""

    bits: float
    kind: str


class Comparison(NamedTuple):
    """The odds that two entries tell one story, as bits, and what they are made of."""

    score: float
    pieces: Sequence[Piece]


class Evidence:
    """Compares the entries of one collection."""

    def __init__(self, known: Sequence[Traits], weights: Weights) -> None:
        """Count how frequent each mark and picture is, and how many entries of each language lie on each day."""
        self._weights = weights
        self._size = len(known)
        self._marks = Counter(mark for one in known for mark in {**one.text, **one.caption})
        self._pictures = Counter(one.picture for one in known if one.picture)
        self._known: dict[str, tuple[float, float]] = {}
        self._against = lru_cache(maxsize=65_536)(self._sum_against)
        self._rivals = lru_cache(maxsize=65_536)(self._count_rivals)
        self._calendar: dict[str, list[int]] = {}
        for one in known:
            self._calendar.setdefault(one.language, []).extend(first for first, _ in one.days or ((0, 0),))
        for days in self._calendar.values():
            days.sort()

    def rarity(self, mark: str) -> float:
        """How frequent a mark is, as a share of the entries."""
        return self._share(self._marks[mark], KINDS[mark[0]])

    def _share(self, seen: int, kind: str) -> float:
        """Estimate the share of entries that have something of a kind which so many of those at hand have."""
        usual = self._weights.kinds[kind].usual
        return max(RAREST, (seen + PSEUDO_ENTRIES * usual) / (self._size + PSEUDO_ENTRIES))

    def compare(self, left: Traits, right: Traits) -> Comparison | None:
        """Everything that speaks for and against the two; None if they lie too far apart in time."""
        gap = days_apart(left, right)
        if gap is not None and gap > WINDOW:
            return None
        pieces = [self._time(left, right, gap)]
        if left.places.keys() & right.places.keys():
            pieces.append(self._listing(left, right))
        if left.picture and right.picture:
            pieces.append(self._picture(left.picture, right.picture))
        pieces += self._shared(left, right)
        return Comparison(self._weights.offset + sum(piece.bits for piece in pieces), pieces)

    def _time(self, left: Traits, right: Traits, gap: int | None) -> Piece:
        """Return the prior odds: the share of versions at this distance, divided among the entries there."""
        first, last, share = self._step(gap)
        if gap is None and not left.days and not right.days:
            share = 1.0
        rivals = self._rivals(left, right.language, first, last) * self._rivals(right, left.language, first, last)
        return Piece(min(0.0, log2(self._weights.prior * share) - log2(rivals) / 2), "time")

    def _step(self, gap: int | None) -> tuple[int, int, float]:
        """Return the step in which a distance lies: its first and last day, and the share of versions there."""
        if gap is None:
            return 0, WINDOW, self._weights.undated
        n = next(n for n, (upto, _) in enumerate(self._weights.gaps) if gap <= upto)
        upto, share = self._weights.gaps[n]
        return (self._weights.gaps[n - 1][0] + 1 if n else 0), upto, share

    def _count_rivals(self, one: Traits, language: str, first: int, last: int) -> float:
        """Return how many other entries of a language lie so many days from an entry: those seen, and those usual."""
        calendar = self._calendar[language]
        if not one.days:
            return float(len(calendar))
        begin, end = one.days[0][0], one.days[-1][1]
        around = _between(calendar, begin - WINDOW, end + WINDOW) / (2 * WINDOW + 1 + end - begin)
        if first == 0:
            found, days = _between(calendar, begin - last, end + last), end - begin + 1 + 2 * last
        else:
            found = _between(calendar, begin - last, begin - first) + _between(calendar, end + first, end + last)
            days = 2 * (last - first + 1)
        return max(0, found - 1) + max(around, 1 / WINDOW) * days

    def _listing(self, left: Traits, right: Traits) -> Piece:
        steps = _steps_apart(left, right)
        return Piece(next(bits for upto, bits in self._weights.listing if steps <= upto), "listing")

    def _picture(self, left: str, right: str) -> Piece:
        """Return what the pictures say: the same counts the more the rarer it is, two that are rare speak against."""
        weight = self._weights.kinds["picture"]
        if left == right:
            share = self._share(self._pictures[left], "picture")
            return Piece(weight.agree * max(0.0, log2(weight.recurs / share)), "picture")
        both = min(1.0, sum(self._share(self._pictures[picture], "picture") for picture in (left, right)))
        return Piece(weight.differ * log2((1 - weight.recurs) / max(1 - both, 1 - weight.recurs)), "picture")

    def _shared(self, left: Traits, right: Traits) -> Iterator[Piece]:
        """Return the marks that the two share, and those that the poorer one has alone, kind by kind."""
        agree = dict.fromkeys(KINDS, 0.0)
        here, there = {**self._against(left)}, {**self._against(right)}
        for mark in shared_marks(left, right):
            kind = mark[0]
            worth, against = self._worth(mark)
            agree[kind] += worth
            if mark in left.text:
                here[kind] -= against
            if mark in right.text:
                there[kind] -= against
        if {left.language, right.language} & {"ar", "zh"}:  # without capitals, names and words are told apart badly
            here |= {"n": 0.0, "w": 0.0}
        for letter, kind in KINDS.items():
            weight = self._weights.kinds[kind]
            if agree[letter]:
                yield Piece(weight.agree * agree[letter], kind)
            # Versions are often shortened: what speaks against is what the one that has less of it has alone.
            alone = min(0.0, max(here[letter], there[letter]))
            if alone < -_NOTHING:
                yield Piece(weight.differ * alone, kind)

    def _sum_against(self, one: Traits) -> Mapping[str, float]:
        """Return the bits against by kind, were no mark of an entry shared."""
        sums = dict.fromkeys(KINDS, 0.0)
        for mark in one.text:
            sums[mark[0]] += self._worth(mark)[1]
        return sums

    def _worth(self, mark: str) -> tuple[float, float]:
        """Return the bits of a mark that both have, and of one that only one has; both before any factor."""
        if mark not in self._known:
            recurs, rarity = self._weights.kinds[KINDS[mark[0]]].recurs, self.rarity(mark)
            self._known[mark] = max(0.0, log2(recurs / rarity)), min(0.0, log2((1 - recurs) / (1 - rarity)))
        return self._known[mark]

    def told(self, left: Traits, right: Traits, piece: Piece) -> str:
        """Put a piece of evidence for a link into words: the marks that agree, the rarest first; numbers as values."""
        match piece.kind:
            case "time":
                return _apart(days_apart(left, right))
            case "listing":
                steps = _steps_apart(left, right)
                return f"{steps} places apart in one listing" if steps > 1 else "neighbours in one listing"
            case "picture":
                return f"same alt text: {left.picture}"
        letter = next(letter for letter, kind in KINDS.items() if kind == piece.kind)
        marks = [mark for mark in shared_marks(left, right) if mark[0] == letter]
        marks.sort(key=lambda mark: (self.rarity(mark), mark))
        read = (_grouped(mark[2:]) if piece.kind == "numbers" else _read(left, right, mark) for mark in marks)
        return f"{piece.kind}: {', '.join(dict.fromkeys(read))}"


def shared_marks(left: Traits, right: Traits) -> list[str]:
    """Return the marks that both have; what two captions share counts only if they are not one caption."""
    shared = [mark for mark in left.text if mark in right.text or mark in right.caption]
    shared += [mark for mark in left.caption if mark in right.text]
    if left.picture is None or left.picture != right.picture:
        shared += [mark for mark in left.caption if mark in right.caption]
    return shared


def _read(left: Traits, right: Traits, mark: str) -> str:
    """Return the words from which a mark was read."""
    one, other = (side.text.get(mark) or side.caption[mark] for side in (left, right))
    return one if one == other else f"{one} = {other}"


def _steps_apart(left: Traits, right: Traits) -> int:
    """Count the places between the two in the listing in which they stand nearest."""
    return min(abs(left.places[name] - right.places[name]) for name in left.places.keys() & right.places.keys())


def days_apart(left: Traits, right: Traits) -> int | None:
    """How many days lie between the two at least; None if nothing is known of one of them."""
    if not left.days or not right.days:
        return None
    return min(max(0, b[0] - a[1], a[0] - b[1]) for a in left.days for b in right.days)


def _between(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)


def _apart(gap: int | None) -> str:
    if gap is None:
        return "dates not known"
    return "same day" if gap == 0 else f"{gap} day{'s' if gap > 1 else ''} apart"


def _grouped(value: str) -> str:
    return f"{int(value):,}".replace(",", " ") if value.isdigit() and len(value) > 4 else value
