"""Language versions of one story, side by side.

In: any entries, parsed or merged.  Out: stories: every entry in exactly one, at most one entry a language in each
(only entries of one language that say the same word for word stay together), and for every pair that holds a story
together its weight and the evidence.  The result depends on nothing but the entries: not on their order, the machine
or the clock.

The steps: what survives translation (:mod:`traits`), which pairs to look at (:mod:`candidates`), what each pair weighs
(:mod:`evidence`), which entries belong together on the whole (:mod:`assignment`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import attrs
import regex

from unodc_feed._checks import checked_entries
from unodc_feed._model import Entry, Link, Story, likely_date
from unodc_feed._patterns import deferred
from unodc_feed._timeline.assignment import assign
from unodc_feed._timeline.candidates import candidates
from unodc_feed._timeline.evidence import WINDOW, Evidence
from unodc_feed._timeline.lexicon import LANGUAGES, fold
from unodc_feed._timeline.traits import Traits, common_words, traits
from unodc_feed._timeline.weights import Weights, weights

SHORTEST_COPY = 80
"""Entries of one language are copies of one another if they share a text of at least so many letters."""

MOST_AGAINST = -8.0
"""No pair speaks more strongly than this (in bits) against a story that others hold together."""

FEWEST_BITS = 0.1
"""Evidence of fewer bits is not worth telling."""

GAINS = 1 << 20
"""So many pairs are remembered with what they gain."""

_NOT_LETTERS = deferred(regex.compile, r"[^\p{L}\p{N}]+")


@attrs.frozen(eq=False)
class Voice:
    """One language version: an entry and its copies, their places in order, and what the comparison sees of them."""

    entries: tuple[Entry, ...]
    places: tuple[int, ...]
    traits: Traits


def link_translations(entries: Iterable[Entry]) -> tuple[Story, ...]:
    """Unite the language versions of each story.

    Every entry that goes in is in exactly one story; a story that exists in one language has one entry.  Entries whose
    language is not known stay alone.  Stories are sorted by date.

    >>> from datetime import date
    >>> day = date(2014, 12, 12)
    >>> english = Entry(title="COPA Airlines joins Blue Heart Campaign", date=day, language="en")
    >>> russian = Entry(
    ...     title="Панамский авиаперевозчик COPA присоединился к кампании «Голубое сердце»", date=day, language="ru"
    ... )
    >>> (story,) = link_translations([english, russian])
    >>> story.languages, story.links[0].evidence[1]
    (('en', 'ru'), 'names: COPA')
    """
    return link_with(checked_entries("link_translations", entries), weights())


def link_with(entries: Iterable[Entry], model: Weights) -> tuple[Story, ...]:
    """Tell what :func:`link_translations` does, with other weights than those that are shipped."""
    ordered = sorted(entries, key=_order)
    voices = voices_of(ordered)
    stories = {n: Story((entry,)) for n, entry in enumerate(ordered) if entry.language not in LANGUAGES}
    evidence = Evidence([voice.traits for voice in voices], model)
    compared = _Compared(voices, evidence, model.threshold)
    pairs = candidates([voice.traits for voice in voices], evidence.rarity)
    gain = lru_cache(maxsize=GAINS)(compared.gain)  # so that few pairs are weighed twice while groups are sought
    groups = assign([voice.traits.language for voice in voices], pairs, gain)
    for group in groups:
        stories[min(voices[n].places[0] for n in group)] = _story(group, voices, compared)
    return tuple(stories[place] for place in sorted(stories))


class _Compared:
    """What the pairs gain, and the links that hold a story together.

    The pieces of evidence are not kept: few pairs become links, and those are compared once more.
    """

    def __init__(self, voices: Sequence[Voice], evidence: Evidence, threshold: float) -> None:
        self._voices = voices
        self._evidence = evidence
        self._threshold = threshold

    def gain(self, left: int, right: int) -> float:
        """By how many bits the evidence for two voices exceeds what is asked for."""
        found = self._evidence.compare(self._voices[left].traits, self._voices[right].traits)
        return MOST_AGAINST if found is None else max(MOST_AGAINST, found.score - self._threshold)

    def link(self, left: int, right: int) -> Link | None:
        """Return the link of two voices if the evidence is for it: the weightiest first, and the distance last."""
        one, other = self._voices[left], self._voices[right]
        found = self._evidence.compare(one.traits, other.traits)
        if found is None or found.score <= self._threshold:
            return None
        pieces = [piece for piece in found.pieces if piece.bits >= FEWEST_BITS]
        pieces.sort(key=lambda piece: (-piece.bits, piece.kind))
        pieces += [piece for piece in found.pieces if piece.kind == "time"]
        told = tuple(self._evidence.told(one.traits, other.traits, piece) for piece in pieces)
        return Link(one.entries[0], other.entries[0], round(found.score, 2), told)


def voices_of(entries: Iterable[Entry]) -> list[Voice]:
    """Return the entries whose language is known, each with its copies, in the order of the first of them."""
    entries = tuple(entries)
    common = common_words(entries)
    places = _places(entries)
    copies: dict[object, list[int]] = {}
    for n, entry in enumerate(entries):
        if entry.language not in LANGUAGES:
            continue
        letters = _NOT_LETTERS.sub("", fold("".join((entry.title or "", *entry.paragraphs))))
        copies.setdefault((entry.language, letters) if len(letters) >= SHORTEST_COPY else n, []).append(n)
    voices: list[Voice] = []
    kept: dict[str, str] = {}
    for together in copies.values():
        run: list[tuple[int, Traits]] = []
        for n in together:
            seen = traits(entries[n], entries[n].language or "", common, places[n], kept)
            if run and not _close(run[-1][1], seen):
                voices.append(_voice(run, entries))
                run = []
            run.append((n, seen))
        voices.append(_voice(run, entries))
    return sorted(voices, key=lambda voice: voice.places)


def _close(one: Traits, other: Traits) -> bool:
    return not one.days or not other.days or other.days[0][0] - one.days[-1][1] <= WINDOW


def _voice(copies: Sequence[tuple[int, Traits]], entries: Sequence[Entry]) -> Voice:
    """One voice of an entry and its copies: it was published whenever and wherever one of them was."""
    first = copies[0][1]
    days = tuple(sorted({span for _, seen in copies for span in seen.days}))
    places = {name: place for _, seen in reversed(copies) for name, place in seen.places.items()}
    found = tuple(n for n, _ in copies)
    return Voice(tuple(entries[n] for n in found), found, attrs.evolve(first, days=days, places=places))


def _places(entries: Sequence[Entry]) -> list[Mapping[str, int]]:
    """For each entry, its place among the entries of each document that it stands in."""
    lines: dict[str, set[int]] = {}
    for entry in entries:
        for source in entry.sources:
            lines.setdefault(source.name, set()).add(source.first_line)
    ranks = {name: {line: n for n, line in enumerate(sorted(held))} for name, held in lines.items()}
    return [{s.name: ranks[s.name][s.first_line] for s in reversed(entry.sources)} for entry in entries]


def _story(group: Sequence[int], voices: Sequence[Voice], compared: _Compared) -> Story:
    """Return the story that a group of voices tells."""
    told = {place: entry for n in group for place, entry in zip(voices[n].places, voices[n].entries, strict=True)}
    links = [
        Link(voices[n].entries[0], copy, _copy_bits(copy), ("same text",))
        for n in group
        for copy in voices[n].entries[1:]
    ]
    between = (compared.link(a, b) for n, a in enumerate(group) for b in group[n + 1 :])
    links += [link for link in between if link is not None]
    return Story(tuple(told[place] for place in sorted(told)), tuple(links))


def _copy_bits(entry: Entry) -> float:
    """Return what a copy is worth: a letter of running text holds about one bit."""
    return float(len("".join(entry.paragraphs)) + len(entry.title or ""))


def _order(entry: Entry) -> tuple[object, ...]:
    """Return a total order that follows time and listing: only entries that are alike in everything are equal."""
    day = likely_date(entry) or entry.not_before or entry.not_after
    where = min(((source.name, source.first_line, source.last_line) for source in entry.sources), default=("", 0, 0))
    return (
        day is None,
        0 if day is None else day.toordinal(),
        where,
        entry.language or "",
        entry.key,
        repr(attrs.astuple(entry, recurse=False)),
    )
