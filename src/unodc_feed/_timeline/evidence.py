"""How much speaks for two entries telling one story, in bits.

In: the traits of all entries at hand.  Out: for two of them a :class:`Comparison`: the logarithm to base 2 of the odds, and
each piece of evidence.  The model is Fellegi and Sunter's with Winkler's weights by frequency: a mark that both share
counts log2(m / u), where m says how often a mark recurs in another version and u how frequent the mark is among the
entries at hand; one that the poorer version has alone counts log2((1 - m) / (1 - u)).  Nearness in time is part of the
prior odds: the chance of a version at that distance, shared among all entries that lie at that distance.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

import attrs

from unodc_feed._timeline.traits import KINDS, Traits
from unodc_feed._timeline.weights import Weights

WINDOW = 62
"""Versions that lie further apart than so many days are not looked for."""

PSEUDO_ENTRIES = 20
"""So many entries of the usual frequencies are imagined beside the ones at hand: in a small collection rarity says little."""

RAREST = 2.0**-10
"""No mark counts as rarer than this."""


@attrs.frozen
class Piece:
    """One piece of evidence."""

    bits: float
    kind: str
    text: str


@attrs.frozen
class Comparison:
    """The odds that two entries tell one story, as bits, and what they are made of."""

    score: float
    pieces: tuple[Piece, ...]


class Evidence:
    """Compares the entries of one collection."""

    def __init__(self, known: Sequence[Traits], weights: Weights) -> None:
        """Count how frequent each mark and picture is, and how many entries of each language lie on each day."""
        self._weights = weights
        self._size = len(known)
        self._marks = Counter(mark for one in known for mark in {**one.text, **one.caption})
        self._pictures = Counter(one.picture for one in known if one.picture)
        self._calendar: dict[str, list[int]] = {}
        for one in known:
            self._calendar.setdefault(one.language, []).extend(first for first, _ in one.days or ((0, 0),))
        for days in self._calendar.values():
            days.sort()

    def rarity(self, mark: str) -> float:
        """How frequent a mark is, as a share of the entries."""
        usual = self._weights.kinds[KINDS[mark[0]]].usual
        return max(RAREST, (self._marks[mark] + PSEUDO_ENTRIES * usual) / (self._size + PSEUDO_ENTRIES))

    def compare(self, left: Traits, right: Traits) -> Comparison | None:
        """Everything that speaks for and against the two; None if they lie too far apart in time."""
        gap = days_apart(left, right)
        if gap is not None and gap > WINDOW:
            return None
        pieces = [self._time(left, right, gap)]
        if left.places.keys() & right.places.keys():
            pieces.append(self._listing(left, right))
        same_picture = left.picture is not None and left.picture == right.picture
        if left.picture and right.picture:
            pieces.append(self._picture(left.picture, right.picture))
        pieces += self._shared(left, right, same_picture=same_picture)
        return Comparison(self._weights.offset + sum(piece.bits for piece in pieces), tuple(pieces))

    def _time(self, left: Traits, right: Traits, gap: int | None) -> Piece:
        """The prior odds: the share of versions at this distance, divided among the entries there."""
        first, last, share = 0, WINDOW, self._weights.undated if left.days or right.days else 1.0
        if gap is not None:
            for upto, share in self._weights.gaps:
                last = upto
                if gap <= upto:
                    break
                first = upto + 1
        rivals = (self._rivals(left, right.language, first, last), self._rivals(right, left.language, first, last))
        bits = log2(self._weights.prior * share) - sum(log2(1 + count) for count in rivals) / 2
        return Piece(bits, "time", _apart(gap))

    def _rivals(self, one: Traits, language: str, first: int, last: int) -> int:
        """How many entries of a language lie so many days before or behind an entry."""
        calendar = self._calendar[language]
        if not one.days:
            return len(calendar)
        begin, end = one.days[0][0], one.days[-1][1]
        if first == 0:
            return _between(calendar, begin - last, end + last)
        return _between(calendar, begin - last, begin - first) + _between(calendar, end + first, end + last)

    def _listing(self, left: Traits, right: Traits) -> Piece:
        steps = min(abs(left.places[name] - right.places[name]) for name in left.places.keys() & right.places.keys())
        bits = next(bits for upto, bits in self._weights.listing if steps <= upto)
        return Piece(bits, "listing", f"{steps} places apart in one listing" if steps > 1 else "neighbours in one listing")

    def _picture(self, left: str, right: str) -> Piece:
        """The same picture is worth as much as it is rare; two pictures of which each is rare speak against."""
        weight = self._weights.kinds["picture"]
        if left == right:
            share = self._picture_share(left)
            return Piece(weight.agree * max(0.0, log2(weight.recurs / share)), "picture", f"same alt text: {left}")
        both = min(1.0, self._picture_share(left) + self._picture_share(right))
        bits = weight.differ * log2((1 - weight.recurs) / max(1 - both, 1 - weight.recurs))
        return Piece(bits, "picture", "other alt text")

    def _picture_share(self, picture: str) -> float:
        usual = self._weights.kinds["picture"].usual
        return max(RAREST, (self._pictures[picture] + PSEUDO_ENTRIES * usual) / (self._size + PSEUDO_ENTRIES))

    def _shared(self, left: Traits, right: Traits, *, same_picture: bool) -> Iterable[Piece]:
        """The marks that the two share, and those that the poorer one has alone, kind by kind."""
        shared = shared_marks(left, right, same_picture=same_picture)
        agree: dict[str, float] = {}
        for mark in shared:
            kind = KINDS[mark[0]]
            bits = log2(self._weights.kinds[kind].recurs / self.rarity(mark))
            agree[kind] = agree.get(kind, 0.0) + max(0.0, bits)
        differ = self._alone(left, right, shared)
        for letter, kind in KINDS.items():
            weight = self._weights.kinds[kind]
            if agree.get(kind):
                yield Piece(weight.agree * agree[kind], kind, _told(kind, letter, shared, self))
            if differ.get(kind):
                yield Piece(weight.differ * differ[kind], kind, f"other {kind}")

    def _alone(self, left: Traits, right: Traits, shared: Mapping[str, str]) -> dict[str, float]:
        """The bits against, by kind: from the version that has less of the kind, since versions are often shortened."""
        sums: list[dict[str, float]] = [{}, {}]
        for side, one in enumerate((left, right)):
            for mark in one.text:
                if mark not in shared:
                    kind = KINDS[mark[0]]
                    recurs, rarity = self._weights.kinds[kind].recurs, self.rarity(mark)
                    sums[side][kind] = sums[side].get(kind, 0.0) + min(0.0, log2((1 - recurs) / (1 - rarity)))
        capitals = not {left.language, right.language} & {"ar", "zh"}
        return {
            kind: max(sums[0].get(kind, 0.0), sums[1].get(kind, 0.0))
            for kind in KINDS.values()
            if capitals or kind not in ("names", "cognates")
        }


def shared_marks(left: Traits, right: Traits, *, same_picture: bool) -> dict[str, str]:
    """The marks that both have; what two captions share counts only if they are not one caption."""
    shared = {mark: _pair(read, right.text[mark]) for mark, read in left.text.items() if mark in right.text}
    shared |= {mark: _pair(read, right.caption[mark]) for mark, read in left.text.items() if mark in right.caption}
    shared |= {mark: _pair(read, right.text[mark]) for mark, read in left.caption.items() if mark in right.text}
    if not same_picture:
        shared |= {m: _pair(read, right.caption[m]) for m, read in left.caption.items() if m in right.caption}
    return shared


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


def _pair(left: str, right: str) -> str:
    return left if left == right else f"{left} = {right}"


def _told(kind: str, letter: str, shared: Mapping[str, str], evidence: Evidence) -> str:
    """The shared marks of a kind for people, the rarest first: as read, but numbers as values."""
    marks = sorted((mark for mark in shared if mark[0] == letter), key=lambda mark: (evidence.rarity(mark), mark))
    if kind == "numbers":
        return "numbers: " + ", ".join(_grouped(mark[2:]) for mark in marks)
    return f"{kind}: " + ", ".join(shared[mark] for mark in marks)


def _grouped(value: str) -> str:
    return f"{int(value):,}".replace(",", " ") if value.isdigit() and len(value) > 4 else value
