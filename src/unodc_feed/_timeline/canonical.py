"""What an item says, where its observations disagree; and the order of entries.

A value that is there beats one that is missing, since captures lose titles and captions but do not invent them.  Then
counts what most captures say, then what the latest capture says (by when it was captured, else by the size of the feed
that it declares), then the earliest date, then the order of entries.  All that concerns the date comes from one
observation; a stated date beats one whose year is inferred, and that beats a suspect one.  Nothing is averaged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

import attrs

from unodc_feed._model import Claim, Conflict, DateBasis, Entry, Source, likely_date
from unodc_feed._timeline.readings import page

_BASES = (
    DateBasis.STATED,
    DateBasis.YEAR_INFERRED,
    DateBasis.SUSPECT,
    DateBasis.IMPOSSIBLE,
    DateBasis.MISSING,
)
_DATING = ("date", "end_date", "time", "date_basis", "suggested_date")
_SAYING = ("title", "paragraphs", "caption", "read_more", "language")
_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)

Order = tuple[object, ...]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort entries by time, and those of one time by language, title, body and place; equal ones only are tied."""
    placed = sorted(((_order(entry), entry) for entry in entries), key=itemgetter(0))
    ordered: list[Entry] = []
    for _, group in groupby(placed, itemgetter(0)):
        tied = [entry for _, entry in group]
        ordered += sorted(tied, key=_rest) if len(tied) > 1 else tied
    return ordered


def _order(entry: Entry) -> Order:
    """Give the place of an entry in the timeline.

    By day, time, language, title and body.  A suggested date stands in for a suspect one.  An undated entry stands
    behind those of its first possible day; if only the last one is known, before those of the last; else at the end.
    """
    day, place = likely_date(entry), 1
    if day is None:
        day, place = (entry.not_before, 2) if entry.not_before else (entry.not_after or dt.date.max, 0)
    said = (str(entry.time or ""), entry.language or "", entry.title or "", entry.paragraphs)
    return day, place, *said, tuple(map(_place, entry.sources))


def _rest(entry: Entry) -> str:
    """Tell apart what has one place."""
    return repr(attrs.astuple(entry, recurse=False, filter=lambda field, _: field.name not in _ELSEWHERE))


_ELSEWHERE = frozenset({"paragraphs", "sources", "variants", "conflicts"})


@attrs.frozen(eq=False)
class _Observation:
    """An observation with what decides whether it is believed: the captures that have it, and when it was last seen."""

    entry: Entry
    pages: frozenset[Hashable]
    seen: tuple[dt.datetime, int]


def united(group: Sequence[Entry]) -> Entry:
    """Make one entry of the observations of one item, given in order; a single one stays as it is."""
    if len(group) == 1:
        return group[0]
    observed = [
        _Observation(entry, frozenset(map(page, entry.sources)) or frozenset({number}), _seen(entry))
        for number, entry in enumerate(group)
    ]
    dated = _chosen(
        observed, lambda entry: (entry.date, entry.end_date, entry.date_basis, entry.suggested_date), _known
    )
    values: dict[str, object] = {name: _value(observed, name) for name in _SAYING}
    values |= {name: getattr(dated, name) for name in (*_DATING, "date_text", "not_before", "not_after")}
    entry = Entry(**values)  # type: ignore[arg-type]
    printed = "\n".join((entry.title or "", entry.caption or "", *entry.paragraphs, *entry.read_more))
    mentions = dict.fromkeys(mention for one in group for mention in one.mentions if mention.text in printed)
    conflicts = (_conflict(group, name, values[name]) for name in (*_DATING, *_SAYING))
    return attrs.evolve(
        entry,
        mentions=tuple(mentions),
        sources=_sources(group),
        variants=tuple(group),
        conflicts=tuple(conflict for conflict in conflicts if conflict is not None),
    )


def _known(entry: Entry) -> int:
    return -_BASES.index(entry.date_basis)


def _value(observed: Sequence[_Observation], name: str) -> object:
    said = attrgetter(name)
    return said(_chosen(observed, said, lambda entry: bool(said(entry))))


def _chosen(
    observed: Sequence[_Observation], said: Callable[[Entry], Hashable], merit: Callable[[Entry], int]
) -> Entry:
    """Choose the observation to believe: of those with most merit, one that says what most say; then the latest."""
    saying: dict[Hashable, list[_Observation]] = {}
    for one in observed:
        saying.setdefault(said(one.entry), []).append(one)
    captures = {
        value: len(frozenset[Hashable]().union(*(one.pages for one in those))) for value, those in saying.items()
    }
    latest = {value: max(one.seen for one in those) for value, those in saying.items()}

    def rank(one: _Observation) -> tuple[int, int, tuple[dt.datetime, int], int, bool, tuple[dt.datetime, int]]:
        value, day = said(one.entry), (one.entry.date or dt.date.max).toordinal()
        return merit(one.entry), captures[value], latest[value], -day, one.entry.time is not None, one.seen

    return max(observed, key=rank).entry


def _seen(entry: Entry) -> tuple[dt.datetime, int]:
    """Tell when an entry was last captured: the greater, the later."""
    return max(((_instant(source.captured_at), source.feed_size or 0) for source in entry.sources), default=_NEVER)


_NEVER = (_LONG_AGO, -1)


def _instant(when: dt.datetime | None) -> dt.datetime:
    """Take a time without a zone for universal time, so that any two can be compared."""
    if when is None:
        return _LONG_AGO
    return when if when.tzinfo else when.replace(tzinfo=dt.UTC)


def _conflict(group: Sequence[Entry], name: str, chosen: object) -> Conflict | None:
    said: dict[object, list[Entry]] = {chosen: []}
    for entry in group:
        said.setdefault(getattr(entry, name), []).append(entry)
    if len(said) == 1:
        return None
    return Conflict(name, tuple(Claim(value, _sources(entries)) for value, entries in said.items()))


def _sources(group: Sequence[Entry]) -> tuple[Source, ...]:
    return tuple(sorted({source for entry in group for source in entry.sources}, key=_place))


def _place(source: Source) -> tuple[object, ...]:
    lines = (source.first_line, source.last_line, source.start, source.end)
    when = "" if source.captured_at is None else _instant(source.captured_at).isoformat()
    return source.name, *lines, source.format, when, source.feed_size or -1
