"""Many captures -> each item once, in the order of time.

In go entries, parsed or merged; out comes one entry an item, with every observation of it and what they disagree on.
The result is a function of the set of observations: a merged entry is taken apart into its variants, equal
observations are one, and everything else works on them in an order of their own.  Nothing is raised because of what an
entry says.  Which observations are one item is decided in :mod:`.sameness`, what the item says in :mod:`.canonical`,
and how to find it without comparing everything with everything in :mod:`.gathering`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from unodc_feed._checks import checked_entries
from unodc_feed._model import Entry, likely_date
from unodc_feed._timeline.canonical import in_order, united
from unodc_feed._timeline.gathering import gathered
from unodc_feed._timeline.readings import Reading, page, read


def merge(*captures: Iterable[Entry]) -> tuple[Entry, ...]:
    """Find the entries of several captures that are one item, and give each item once, sorted by date.

    Same item means same language and same story, even where titles were corrected, dates moved, or texts shortened.
    Each item comes with all its sources, with its ``variants`` as parsed, and with its ``conflicts``; an item that was
    seen only once is the entry that went in.  Merged entries may go in again, in any order and any number of times:
    ``merge(merge(a, b), c) == merge(c, a, b, a)``.  Undated entries stand where their bounds put them, behind those of
    their first possible day or, if only the last is known, before those of the last; without bounds they come last.

    >>> from datetime import date
    >>> from unodc_feed import DateBasis, Entry
    >>> text = ("UNODC and the port authority opened a new control unit in Cotonou.",)
    >>> first = Entry(title="Control unit opens", paragraphs=text, date=date(2016, 5, 3), date_basis=DateBasis.STATED)
    >>> later = attrs.evolve(first, date=date(2016, 5, 4))
    >>> [item] = merge([first], [later])
    >>> [conflict.field for conflict in item.conflicts]
    ['date']
    """
    entries = (entry for capture in captures for entry in checked_entries("merge", capture))
    observations = in_order({one for entry in entries for one in _parts(entry)})
    return tuple(in_order(map(united, _items(observations))))


def _parts(entry: Entry) -> Iterator[Entry]:
    """Take an entry apart into observations."""
    if not entry.variants:
        yield entry
    for variant in entry.variants:
        yield from _parts(variant)


def _items(observations: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Find the observations of each item, in their order.

    What prints the same words on the same day is one item without more ado, and is compared with others only once.
    What prints no words at all is one item with its equals.
    """
    wordless: defaultdict[Entry, list[Entry]] = defaultdict(list)
    worded: defaultdict[Hashable, list[int]] = defaultdict(list)
    readings: dict[Hashable, Reading] = {}
    for group in _printed_alike(observations):
        reading = read(observations[group[0]])
        if reading.title or reading.sentences:
            readings.setdefault(reading.said, reading)
            worded[reading.said] += group
        else:
            for entry in map(observations.__getitem__, group):
                wordless[attrs.evolve(entry, sources=())].append(entry)
    yield from wordless.values()
    groups = list(worded.values())
    for numbers in gathered([_on_pages(readings[said], observations, worded[said]) for said in worded]):
        together = sorted(place for number in numbers for place in groups[number])
        yield [observations[place] for place in together]


def _printed_alike(observations: Iterable[Entry]) -> Iterable[list[int]]:
    """Group the places of the observations that need to be read only once."""
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, entry in enumerate(observations):
        alike[entry.language, entry.title, entry.paragraphs, likely_date(entry)].append(place)
    return alike.values()


def _on_pages(reading: Reading, observations: Sequence[Entry], places: Iterable[int]) -> Reading:
    pages = frozenset(page(source) for place in places for source in observations[place].sources)
    return attrs.evolve(reading, pages=pages)
