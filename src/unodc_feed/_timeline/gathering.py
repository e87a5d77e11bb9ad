"""Readings -> items, at a cost in proportion to their number.

Readings are taken from the longest body to the shortest.  Each joins the item that it is surest to belong to, or else
becomes the leader of a new one; as every reading is compared with leaders only, no chain of small changes can tie
different news together.  The leaders to compare are found through an index: of whole texts, of titles, and of
fingerprints, which count the less the more items have them.  Its buckets are bounded, and so are the comparisons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache

from unodc_feed._timeline.readings import Page, Reading, Words, checksum
from unodc_feed._timeline.sameness import Item, Weight, sameness, tells

# So many items are kept for one title, text or fingerprint: the first, which are those with the longest bodies.
_BUCKET = 8
# So many of the items that share most with a reading are compared with it.
_CANDIDATES = 4
# The votes of a fingerprint, to be shared among its items: divisible by every number up to the size of a bucket.
_VOTES = 840


def gathered(readings: Sequence[Reading]) -> list[list[int]]:
    """List the numbers of the readings, item by item.

    Which of two readings with bodies of one length comes first is decided by their order here.
    """
    weight = _weight(readings)
    index = _Index()
    known = cache(checksum)
    for number in sorted(range(len(readings)), key=lambda number: -readings[number].size):
        reading = readings[number]
        fingerprints = reading.fingerprints(known)
        item = index.printed(reading) if tells(reading, weight) else None
        item = item or _surest(reading, index.candidates(reading, fingerprints), weight)
        index.enter(number, reading, item or index.begun(reading, fingerprints))
    return [item.members for item in index.items]


def _surest(reading: Reading, candidates: Iterable[Item], weight: Weight) -> Item | None:
    best, surest = 0.0, None
    for item in candidates:
        score = sameness(reading, item, weight)
        if score is not None and score > best:
            best, surest = score, item
    return surest


def _weight(readings: Sequence[Reading]) -> Weight:
    """Weigh sentences: one that several titles of one page have tells less about which item a text belongs to."""
    pages: defaultdict[Page, list[Reading]] = defaultdict(list)
    for reading in readings:
        for page in reading.pages or [()]:
            pages[page].append(reading)
    shared: Counter[Words] = Counter()
    for printed in pages.values():
        titled = {reading.sentences for reading in printed if reading.title}
        numbers: dict[object, int] = {}  # to hash a whole body for each of its sentences would take too long
        heads: defaultdict[Words, set[int]] = defaultdict(set)
        for reading in printed:
            if reading.title or reading.sentences not in titled:
                head = numbers.setdefault(reading.title or reading.sentences, len(numbers))
                for sentence in reading.sentences:
                    heads[sentence].add(head)
        for sentence, having in heads.items():
            if len(having) > 1:
                shared[sentence] = max(shared[sentence], len(having))
    return lambda sentence: 1 / max(1, shared[sentence]) ** 2


class _Index:
    """The items so far, and where to look for that of a reading."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._titles: dict[tuple[Words, int | None], list[int]] = {}
        self._texts: dict[int, list[int]] = {}
        self._whole: dict[Hashable, list[int]] = {}

    def begun(self, reading: Reading, fingerprints: Iterable[int]) -> Item:
        """Begin an item with its leader, and make it known by the leader's text."""
        item = Item(len(self.items), reading)
        self.items.append(item)
        for fingerprint in fingerprints:
            _post(self._texts.setdefault(fingerprint, []), item.place)
        return item

    def enter(self, number: int, reading: Reading, item: Item) -> None:
        """Put a reading into an item, and make the item known by its title."""
        item.add(number, reading)
        if reading.title:
            _post(self._titles.setdefault((reading.title, _month(reading)), []), item.place)
            _post(self._whole.setdefault(reading.text, []), item.place)

    def printed(self, reading: Reading) -> Item | None:
        """Find the item that has this title and body word for word on another day."""
        places = self._whole.get(reading.text, ())
        items = (self.items[place] for place in places)
        return min(
            (item for item in items if item.may_span(reading.day)),
            key=lambda item: (item.distance(reading.day) or 0, item.place),
            default=None,
        )

    def candidates(self, reading: Reading, fingerprints: Iterable[int]) -> list[Item]:
        """Find the items that share most with a reading, and those of its title and time."""
        votes: Counter[int] = Counter()
        for fingerprint in fingerprints:
            bucket = self._texts.get(fingerprint, ())
            for place in bucket:
                votes[place] += _VOTES // len(bucket)
        month = _month(reading)
        months = (None,) if month is None else (month, month - 1, month + 1)
        titled = {place for month in months for place in self._titles.get((reading.title, month), ())}
        likely = sorted(votes, key=lambda place: (-votes[place], place))[:_CANDIDATES]
        nearest = sorted(titled, key=lambda place: (self.items[place].distance(reading.day) or 0, place))[:_CANDIDATES]
        return [self.items[place] for place in dict.fromkeys(likely + nearest)]


def _post(bucket: list[int], place: int) -> None:
    if len(bucket) < _BUCKET and place not in bucket:
        bucket.append(place)


def _month(reading: Reading) -> int | None:
    """Tell in which stretch of thirty days a reading lies."""
    return None if reading.day is None else reading.day // 30
