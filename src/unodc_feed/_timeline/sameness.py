"""Are a reading and an item the same news?  The rules, and the figures they rest on.

The reading never has the longer body, so that what counts is how much of it the item contains: a shortened text is
contained in the full one, whichever was printed first.  Text that several items of one page print (boilerplate, or a
sentence that a follow-up takes over) counts for less, by the number of items that print it.  Against that stand
contradictions: places where the two texts run alike but for a name, a number or a year.  See
``docs/explanation/merging.md`` for how the figures were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple, TypeVar

import attrs

from unodc_feed._timeline.numbers import spells_number
from unodc_feed._timeline.readings import Page, Reading, Words, in_a_row

_T = TypeVar("_T")
Weight = Callable[[Words], float]

# Days that the observations of one item may lie apart: dates move by days or months, events recur after a year.
LONGEST_MOVE = 240
# The same for entries that have nothing but a title.
NEAR = 14
# Up to here two dates are one date, corrected.
CORRECTED = 3

# The share of the shorter body that the longer text must contain, by what else is known.
REWRITTEN = 0.3  # same title, same date, another page
EDITED = 0.5  # same title, date moved
REPEATED = 0.8  # same title, same page; or another title
RECOUNTED = 0.85  # same title, date moved, a number changed
# The word pairs, by weight, that must be shared; by what else is known.
ENOUGH_FOR_AKIN = 4  # most of the title is the same; a body with less says no more than its title
ENOUGH = 8
ENOUGH_FAR = 24  # the dates lie further apart than this
FAR = 31

# An item that bears so many titles takes in no other one that is unlike them.
UNLIKE_TITLES = 4
_MOST_TITLES = 32

# A place where two texts differ is no longer "the same place" if it is longer than this.
_LONGEST_PLACE = 4
_LONGEST_TEXT = 300


class Kind(Enum):
    """What two texts name differently at the same place."""

    NAME = auto()
    NUMBER = auto()
    YEAR = auto()


@attrs.define(eq=False, slots=False)  # the class keeps what it was once asked for in its __dict__
class Item:
    """A growing item.

    Attributes:
        place: its place among the items.
        leader: its longest reading, which every other one was compared with.
        language: its language, if one of its readings has one.
        days: the days of its readings.
        titles: their titles, up to a number.
        pages: the captures of documents that print it.
        members: the numbers of its readings.
    """

    place: int
    leader: Reading
    language: str | None = None
    days: set[int] = attrs.Factory(set)
    titles: list[Words] = attrs.Factory(list)
    pages: set[Page] = attrs.Factory(set)
    members: list[int] = attrs.Factory(list)

    def add(self, number: int, reading: Reading) -> None:
        """Take a reading in."""
        self.members.append(number)
        self.language = self.language or reading.language
        self.pages |= reading.pages
        if reading.day is not None:
            self.days.add(reading.day)
        if reading.title and reading.title not in self.titles and len(self.titles) < _MOST_TITLES:
            self.titles.append(reading.title)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the leader's title and body."""
        return self.leader.vocabulary()

    @cached_property
    def runs(self) -> frozenset[Words]:
        """Every two neighbouring words of the leader's title and body, and every word of it and of its caption."""
        return self.leader.pairs().union((word,) for word in self.leader.caption | self.vocabulary)

    def distance(self, day: int | None) -> int | None:
        """Count the days from its nearest reading; None where one of the two has no day."""
        if day is None or not self.days:
            return 0 if day is None and not self.days else None
        return min(abs(day - other) for other in self.days)

    def may_span(self, day: int | None) -> bool:
        """Whether its readings would still lie close enough together."""
        days = self.days if day is None else self.days | {day}
        return not days or max(days) - min(days) <= LONGEST_MOVE


class _Evidence(NamedTuple):
    """What is known of a reading and an item, but for their titles.

    Attributes:
        share: the share of the reading's body, by weight, that the item contains.
        amount: how many pairs of words that is, by weight.
        days: how far they lie apart, if that is known.
        one_page: whether one capture prints both.
    """

    share: float
    amount: float
    days: int | None
    one_page: bool

    def within(self, days: int) -> bool:
        """Tell whether they lie so near."""
        return self.days is not None and self.days <= days


def sameness(reading: Reading, item: Item, weight: Weight) -> float | None:
    """Tell how sure it is that the reading belongs to the item; None if it is to be kept apart."""
    if None not in (reading.language, item.language) and reading.language != item.language:
        return None
    if not item.may_span(reading.day):
        return None
    share, amount = _contained(reading, item, weight)
    one_page = not item.pages.isdisjoint(reading.pages)
    evidence = _Evidence(share, amount, item.distance(reading.day), one_page)
    one_title = reading.title in item.titles
    if not reading.sentences:
        same = _same_by_title_alone(reading, item, evidence, one_title)
    elif one_title:
        same = _same_under_one_title(reading, item, evidence, tells(reading, weight))
    else:
        same = _same_under_two_titles(reading, item, evidence)
    return 1 + share + one_title - (evidence.days or 0) / 1000 if same else None


def tells(reading: Reading, weight: Weight) -> bool:
    """Tell whether the body says more than boilerplate, so that it can be known by it on another date."""
    return sum(weight(sentence) * len(sentence) for sentence in reading.sentences) > ENOUGH_FOR_AKIN


def _same_by_title_alone(reading: Reading, item: Item, evidence: _Evidence, one_title: bool) -> bool:
    if not any(_misprinted(reading.title, title) for title in item.titles):
        return False
    return evidence.within(NEAR if one_title and not evidence.one_page else CORRECTED)


def _same_under_one_title(reading: Reading, item: Item, evidence: _Evidence, telling: bool) -> bool:
    if evidence.share < REWRITTEN or not (telling or evidence.within(NEAR)):
        return False
    kinds = set(_contradictions_of_bodies(reading, item))
    if evidence.one_page:
        return evidence.share >= REPEATED and not kinds
    if evidence.within(CORRECTED):
        return not {Kind.NAME, Kind.NUMBER} <= kinds
    return kinds <= {Kind.NUMBER} and evidence.share >= (RECOUNTED if kinds else EDITED)


def _same_under_two_titles(reading: Reading, item: Item, evidence: _Evidence) -> bool:
    """Compare under different titles, or where one has none: by the text."""
    untitled = not (reading.title and item.titles)
    akin = any(_akin(reading.title, title) for title in item.titles)
    if evidence.share < REPEATED:
        return False
    # One page prints an item twice under two titles only if it is word for word the same, a few days apart at most.
    repeated = evidence.within(CORRECTED) and reading.sentences == item.leader.sentences
    if evidence.one_page and not (repeated or (untitled and evidence.share == 1)):
        return False
    # Later news may begin with all of an old text; a new version is not so much longer, unless its title says so.
    # What has been printed under many titles is no news but boilerplate.
    longer = 2 * reading.size < item.leader.size and not evidence.within(CORRECTED)
    if not (untitled or akin) and (longer or len(item.titles) >= UNLIKE_TITLES):
        return False
    near = evidence.days is None or evidence.days <= FAR
    enough = (ENOUGH_FOR_AKIN if akin else ENOUGH) if near else ENOUGH_FAR
    return evidence.amount >= enough and not _contradicted(reading, item)


def _contradicted(reading: Reading, item: Item) -> bool:
    """Tell whether title or body speaks of another event."""
    akin = (title for title in item.titles if _akin(reading.title, title))
    return any(any(_contradictions(reading.title, title, reading, item)) for title in akin) or any(
        _contradictions_of_bodies(reading, item)
    )


def _akin(title: Words, other: Words) -> bool:
    """Tell whether two titles have at least half of their words in common."""
    return 0 < max(len(title), len(other)) <= 2 * len({*title} & {*other})


def _misprinted(title: Words, other: Words) -> bool:
    """Tell whether two titles have the same words but for slips."""
    left, right = {*title} - {*other}, {*other} - {*title}
    return len(left) == len(right) and all(any(_one_slip(word, one) for one in right) for word in left)


def _contained(reading: Reading, item: Item, weight: Weight) -> tuple[float, float]:
    """Tell which share of the reading's word pairs the item has, and how many, both by weight."""
    whole = found = 0.0
    for sentence in dict.fromkeys(reading.sentences):
        pairs = set(in_a_row(sentence, 2))
        value = weight(sentence)
        whole += value * len(pairs)
        found += value * len(pairs & item.runs)
    return found / (whole or 1), found


def _contradictions_of_bodies(reading: Reading, item: Item) -> Iterator[Kind]:
    """Find what the sentences contradict that are not word for word in the other body."""
    ours, theirs = set(reading.sentences), set(item.leader.sentences)
    left = [word for run in reading.sentences if run not in theirs for word in run][:_LONGEST_TEXT]
    right = [word for run in item.leader.sentences if run not in ours for word in run][:_LONGEST_TEXT]
    return _contradictions(tuple(left), tuple(right), reading, item)


def _contradictions(left: Words, right: Words, reading: Reading, item: Item) -> Iterator[Kind]:
    """Find what two runs of words name differently at the same place, and neither text names elsewhere."""
    ours, theirs = _unlike(left, right)
    if not ours or not theirs:
        return
    here = reading.vocabulary()
    for what, start, end, begin, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "replace" and max(end - start, stop - begin) <= _LONGEST_PLACE:
            only_here = [word for word in ours[start:end] if word not in item.vocabulary]
            only_there = [word for word in theirs[begin:stop] if word not in here]
            yield from _kinds(only_here, only_there, reading, item.leader)


def _unlike(left: Sequence[_T], right: Sequence[_T]) -> tuple[Sequence[_T], Sequence[_T]]:
    """Take off what both begin and end with."""
    shorter = min(len(left), len(right))
    start = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    end = next((n for n in range(shorter - start) if left[-1 - n] != right[-1 - n]), shorter - start)
    return left[start : len(left) - end], right[start : len(right) - end]


def _kinds(ours: list[str], theirs: list[str], reading: Reading, leader: Reading) -> Iterator[Kind]:
    for is_such, kind in ((_is_year, Kind.YEAR), (_is_figure, Kind.NUMBER), (spells_number, Kind.NUMBER)):
        if any(map(is_such, ours)) and any(map(is_such, theirs)):
            yield kind
    left = [word for word in ours if _is_name(word, reading)]
    right = [word for word in theirs if _is_name(word, leader)]
    if left and right and not any(_one_slip(word, other) for word in left for other in right):
        yield Kind.NAME


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and word[:2] in ("19", "20")


def _is_figure(word: str) -> bool:
    return word[0].isdecimal() and not _is_year(word)


def _is_name(word: str, reading: Reading) -> bool:
    """Recognise a name; in a script without capitals, a word of the title that the body takes up again."""
    if word in reading.names:
        return True
    caseless = word[0].isalpha() and not word.islower()
    return caseless and word in reading.title and any(word in sentence for sentence in reading.sentences)


def _one_slip(word: str, other: str) -> bool:
    """Tell whether two longer words differ by one letter too many, too few, wrong, or two that changed places."""
    if min(len(word), len(other)) < 5:
        return False
    left, right = _unlike(word, other)
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])
