"""Dates: one line to what it says, and a sequence of such readings to days.

:func:`read_date` recognises a line that is a date and nothing else, by the ordered table :data:`FORMS`;
:func:`read_leading_date` one that begins with a date.  Neither guesses: a part that is not printed stays None.
:func:`settle` then looks at all entries of a document in their order, infers years that are missing, finds years that
are plainly slips, and bounds what has no date.  Nothing here reads a clock.

dateutil is given the names of months only, with a ``parserinfo`` of the site's languages: its parser takes what is
missing from the current day and reads ``12-14 October 2020`` as a time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, tee
from typing import Any, NamedTuple

import regex
from dateutil.parser import parserinfo

from unodc_feed._model import DateBasis
from unodc_feed._parsing.grammar import INVISIBLE
from unodc_feed._parsing.words import MONTHS, RANGE_WORDS, WEEKDAYS
from unodc_feed._patterns import deferred


class _SiteCalendar(parserinfo):
    MONTHS: list[Any] = [*MONTHS]  # noqa: RUF012 - how dateutil is told the names


_CALENDAR = _SiteCalendar(dayfirst=True)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


_MONTH_NAME = rf"(?:{_any_of(name for names in MONTHS for name in names)})\b"
_MONTH = rf"{_MONTH_NAME}(?:\.|/{_MONTH_NAME})?"  # Arabic pages print both names of a month: كانون الأول/ديسمبر
_LEADING_WORDS = ("from", "du", "le", "el", "del", "de", "с", "от", "من")
_LEAD = (
    rf"(?:(?:{_any_of(_LEADING_WORDS)})\s+)?"  # "from 3 to 5 May", "le 3 mai"
    rf"(?:(?:{_any_of(WEEKDAYS)})\b[.,،]?\s+)?"
)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|ère|ième|ème|º|ª|°|-?го|-?е)(?!\w))?"
_OF = r"(?:[.,]?\s+(?:(?:de|del|of)\s+|d['’])?|-)"
_OF_YEAR = r"(?:[.,،]?\s+(?:(?:de|del|of)\s+)?|-)"
_YEAR_WORD = r"(?:\s*(?:года|год|г)\b\.?)?"
_TO = rf"(?:\s*[-–—‐‑−/~]\s*|\s+(?:{_any_of(RANGE_WORDS)})\s+|至|到)"
_TIME = (
    r"(?:,?[T\s]\s*(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    r"(?:\s?(?P<half>[AP])\.?M\b\.?|Z\b|\s?[+-]\d{2}:?\d{2})?)?"
)

FORMS = (
    # 2013-03-27 15:06:17.0 and 2013/03/27
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
    # 22/01/2016, and 28/02/2019 - 02/03/2019
    (
        r"(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})"
        rf"{_YEAR_WORD}(?:{_TO}(?P<end_day>\d{{1,2}})(?P=sep)(?P<end_month>\d{{1,2}})(?P=sep)(?P<end_year>\d{{4}}))?"
    ),
    # 12 January 2021, 29-31 January 2019, 30 December 2019 - 2 January 2020, 6 October, 1er mars 2016
    (
        rf"{_LEAD}(?P<day>\d{{1,2}}){_ORDINAL}(?:{_OF}(?P<month>{_MONTH})(?:{_OF_YEAR}(?P<year>\d{{4}}){_YEAR_WORD})?)?"
        rf"(?:{_TO}{_LEAD}(?P<end_day>\d{{1,2}}){_ORDINAL}{_OF}(?P<end_month>{_MONTH})"
        rf"(?:{_OF_YEAR}(?P<end_year>\d{{4}}){_YEAR_WORD})?)?"
    ),
    # July 30, 2014, July 29-31, 2014 and January 30 - February 1, 2019
    (
        rf"{_LEAD}(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:,?\s+(?P<year>\d{{4}}))?"
        rf"(?:{_TO}(?:(?P<end_month>{_MONTH})\s+)?(?P<end_day>\d{{1,2}}){_ORDINAL}(?:,?\s+(?P<end_year>\d{{4}}))?)?"
    ),
    # 2021年1月12日 and 1月12日至14日
    (
        r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]"
        rf"(?:{_TO}(?:(?P<end_year>\d{{4}})\s*年\s*)?(?:(?P<end_month>\d{{1,2}})\s*月\s*)?(?P<end_day>\d{{1,2}})\s*[日号])?"
    ),
)
"""Every form in which the site prints a date, the strictest first."""

_EDGE = rf"[\s{INVISIBLE}]*"
# With re and not regex, which knows digits of a later Unicode than int() does.
_PATTERNS = tuple(deferred(re.compile, rf"{_EDGE}(?P<date>{form}{_TIME}){_EDGE}", re.IGNORECASE) for form in FORMS)
_CLOSING = deferred(regex.compile, r"[\s|.:;,–—-]*")
_DIGIT = deferred(re.compile, r"\d")
_FIRST_WORD = deferred(re.compile, rf"{_EDGE}(?:\d|([^\W\d_]+))")
_FIRST_WORDS = frozenset(re.split(r"[\s-]", word)[0] for words in (_LEADING_WORDS, WEEKDAYS, *MONTHS) for word in words)
_LONGEST = 100  # characters; no date of any form is longer
_LATEST_DIGIT = 60  # of these characters; before it stand a word, a weekday and the name of a month at most
_GLUED = deferred(regex.compile, r"[\s|:]*(?=[\p{Lu}\"“«‘'¿¡]|\p{Ll}\p{Lu})|[\s|:]+(?=\p{Lo})")


class Point(NamedTuple):
    """A day as printed: the year may be missing, and the day need not exist."""

    year: int | None
    month: int
    day: int

    def in_year(self, year: int) -> dt.date | None:
        """The day in a year, or None if that year has no such day."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


Days = tuple[dt.date, dt.date | None]
"""The first day and, of a range, the last."""
_Bounds = tuple[dt.date, dt.date]


class Settled(NamedTuple):
    """What is known of the date of one entry."""

    basis: DateBasis
    date: dt.date | None = None
    end_date: dt.date | None = None
    suggested: dt.date | None = None
    not_before: dt.date | None = None
    not_after: dt.date | None = None

    def between(self, first: dt.date | None, last: dt.date | None) -> Settled:
        """The same with bounds."""
        return self._replace(not_before=first, not_after=last)


def _on(days: Days, basis: DateBasis) -> Settled:
    """Settle a date that can be relied on: the entry lies on its own days."""
    first, last = days
    return Settled(basis, first, last, None, first, last or first)


class Reading(NamedTuple):
    """What a date line says: the date as printed, its first day, the last day of a range, and a time of day.

    ``stated`` is what is known of the date if its year is printed and its days exist, and its neighbours do not object.
    """

    text: str
    first: Point
    last: Point | None
    time: dt.time | None
    stated: Settled | None

    def days(self, year: int) -> Days | None:
        """The first and last day if the first lies in a year; None if a day does not exist or the range runs back."""
        return _days(self.first, self.last, year)


def _days(first_point: Point, last_point: Point | None, year: int) -> Days | None:
    first = first_point.in_year(year)
    if first is None or last_point is None:
        return None if first is None else (first, None)
    turn_of_year = last_point.year is None and last_point.month < first_point.month
    last = last_point.in_year(last_point.year if last_point.year is not None else year + turn_of_year)
    return None if last is None or last < first else (first, last)


def read_date(text: str) -> Reading | None:
    """Read a line that is a date and nothing else; None for any other line.

    >>> read_date("29-31 January 2019").first
    Point(year=2019, month=1, day=29)
    >>> read_date("On 29-31 January 2019, a delegation came.") is None
    True
    """
    return _read_date(text) if len(text) <= _LONGEST and _DIGIT.search(text) else None


@lru_cache(maxsize=4096)
def _read_date(text: str) -> Reading | None:
    read = read_leading_date(text)
    return read[0] if read is not None and _CLOSING.fullmatch(text, read[1]) else None


def read_leading_date(text: str) -> tuple[Reading, int] | None:
    """Read the date with which a line begins; return it with the offset behind it, or None."""
    first = _FIRST_WORD.match(text)
    if first is None or (first[1] is not None and first[1].lower() not in _FIRST_WORDS):
        return None
    if _DIGIT.search(text, 0, _LATEST_DIGIT) is None:
        return None
    for pattern in _PATTERNS:
        match = pattern.match(text[:_LONGEST])
        if match is not None and (reading := _reading(match.groupdict())) is not None:
            return reading, match.end()
    return None


def split_glued_date(text: str) -> tuple[Reading, str] | None:
    """Read a line that begins with a date, year and all, to which a headline is glued; None for any other line.

    >>> split_glued_date("30 January 2013 Combating Human Trafficking in Yemen")[1]
    'Combating Human Trafficking in Yemen'
    >>> split_glued_date("25 March 2012 marks the fifth International Day") is None
    True
    """
    read = read_leading_date(text)
    if read is None or read[0].first.year is None:
        return None
    reading, end = read
    end = len(text[:end].rstrip())
    glue = _GLUED.match(text, end)
    return (reading, text[glue.end() :]) if glue is not None else None


def _reading(parts: dict[str, str | None]) -> Reading | None:
    month, end_month = _month(parts["month"]), _month(parts.get("end_month"))
    year, end_year = _number(parts["year"]), _number(parts.get("end_year"))
    day, end_day = _number(parts["day"]), _number(parts.get("end_day"))
    if day is None or (month is None and (end_month is None or end_day is None)):
        return None
    month, end_month = month or end_month or 0, end_month or month or 0
    if year is None and end_year is not None:
        year = end_year - (end_month < month)
    first = Point(year, month, day)
    last = Point(end_year, end_month, end_day) if end_day is not None else None
    text = " ".join((parts["date"] or "").split())
    days = None if year is None else _days(first, last, year)
    return Reading(text, first, last, _time(parts), None if days is None else _on(days, DateBasis.STATED))


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _month(name: str | None) -> int | None:
    if name is None or name[0].isdecimal():
        return _number(name)
    month: int | None = _CALENDAR.month(name.rstrip(".").partition("/")[0])
    return month


def _time(parts: dict[str, str | None]) -> dt.time | None:
    text, half = parts["time"], (parts["half"] or "").upper()
    if text is None:
        return None
    hour, minute, second = (*(int(part) for part in text.partition(".")[0].split(":")), 0)[:3]
    if half:  # 12 AM is midnight, 12 PM is noon
        hour = hour % 12 + 12 * (half == "P") if 1 <= hour <= 12 else 24
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


_REACH = 3  # neighbours on each side whose median says when an entry was published: one of them may be a slip
_FAR = 183  # days: a date that far outside its surroundings belongs to another year
_NEAR = 31  # days: by so much the order of a listing may be disturbed
_SAMPLE = 1000  # dates: so many tell in which order a document lists its entries


def settle(readings: Iterable[Reading | None]) -> Iterator[Settled]:
    """Turn what the date lines of a document's entries say, in their order, into days.

    A missing year is that which brings the entry nearest to its neighbours, and of several the one nearest to the entry
    above.  A stated year is suspect if the entry lies more than half a year outside its surroundings and exactly one
    other year brings it into them.  An entry is settled as soon as the dates near it have been read.
    """
    readings = iter(readings)
    sample = list(islice(readings, _SAMPLE))
    newest_first = _is_newest_first([*_stated(sample)])
    yield from _bounded(_settled(chain(sample, readings), newest_first), newest_first)


def _is_newest_first(days: Sequence[dt.date]) -> bool:
    return sum(above < below for above, below in pairwise(days)) * 2 <= max(0, len(days) - 1)


def _stated(readings: Iterable[Reading | None]) -> Iterator[dt.date]:
    """The first days, of those that are stated."""
    stated = (reading.stated for reading in readings if reading is not None)
    return (settled.date for settled in stated if settled is not None and settled.date is not None)


def _settled(readings: Iterable[Reading | None], newest_first: bool) -> Iterator[Settled]:
    """Settle each entry's date; the bounds of those that have none to rely on are still open."""
    readings, ahead = tee(readings)
    ordinals = map(dt.date.toordinal, _stated(ahead))
    above: deque[int] = deque(maxlen=_REACH)
    below = deque(islice(ordinals, _REACH))
    last: list[int] = []  # the nearest date above that can be relied on
    for reading in readings:
        if reading is None:
            yield Settled(DateBasis.MISSING)
            continue
        if reading.stated is None:
            settled = _inferred(reading, [*last, *islice(below, 1)])
        else:
            ordinal = below.popleft()
            below.extend(islice(ordinals, 1))
            older, newer = (below, above) if newest_first else (above, below)
            suggested = _suggestion(reading, ordinal, older, newer)
            above.append(ordinal)
            if suggested is not None:
                yield Settled(DateBasis.SUSPECT, reading.stated.date, reading.stated.end_date, suggested)
                continue
            settled = reading.stated
        if settled.date is not None:
            last = [settled.date.toordinal()]
        yield settled


def _inferred(reading: Reading, neighbours: Sequence[int]) -> Settled:
    """Settle a date that is not stated, from the ordinals of the nearest dates above and below."""
    exists = [reading.days(year) is not None for year in (1999, 2000)]  # before a leap year, and in one
    if reading.first.year is not None or not any(exists):
        return Settled(DateBasis.IMPOSSIBLE)
    reach = 1 if all(exists) else 8  # years that may lie between one 29 February and another
    shifts = range(-reach, reach + 1)
    years = {dt.date.fromordinal(ordinal).year + shift for ordinal in neighbours for shift in shifts}
    candidates = [days for year in sorted(years) if (days := reading.days(year)) is not None]

    def distance(days: Days) -> tuple[int, int]:
        distances = [abs(days[0].toordinal() - ordinal) for ordinal in neighbours]
        return sum(distances), distances[0]  # of years that fit alike, that of the entry above

    nearest = min(candidates, key=distance, default=None)
    return Settled(DateBasis.MISSING) if nearest is None else _on(nearest, DateBasis.YEAR_INFERRED)


def _suggestion(reading: Reading, ordinal: int, older: Collection[int], newer: Collection[int]) -> dt.date | None:
    """What a date plainly should be whose year is a slip; None if it may stand.

    At an end of the listing only the order speaks against a date, and only three neighbours are enough to say so.
    """
    low, high = _median(older), _median(newer)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    elif len(older) + len(newer) < _REACH:
        return None
    if (low is None or low - _FAR <= ordinal) and (high is None or ordinal <= high + _FAR):
        return None
    floor = (low if low is not None else (high or 0) - _NEAR) - _NEAR
    ceiling = (high if high is not None else (low or 0) + _NEAR) + _NEAR
    years = {dt.date.fromordinal(min(max(day, 1), dt.date.max.toordinal())).year for day in (floor, ceiling)}
    fitting = [day for year in years if (day := reading.first.in_year(year)) and floor <= day.toordinal() <= ceiling]
    return fitting[0] if len(fitting) == 1 and ceiling - floor < 2 * _FAR else None


def _median(ordinals: Collection[int]) -> int | None:
    return sorted(ordinals)[len(ordinals) // 2] if ordinals else None


def _bounded(settled: Iterable[Settled], newest_first: bool) -> Iterator[Settled]:
    """Say where an entry lies that has no date to rely on: between its nearest neighbours that have one."""
    above: _Bounds | None = None
    waiting: list[Settled] = []
    for one in settled:
        if one.not_before is None or one.not_after is None:
            waiting.append(one)
            continue
        bounds = (one.not_before, one.not_after)
        for other in waiting:
            yield other.between(*_between(above, bounds, newest_first))
        waiting.clear()
        yield one
        above = bounds
    for other in waiting:
        yield other.between(*_between(above, None, newest_first))


def _between(above: _Bounds | None, below: _Bounds | None, newest_first: bool) -> tuple[dt.date | None, dt.date | None]:
    if above is not None and below is not None:
        return min(above[0], below[0]), max(above[1], below[1])
    older, newer = (below, above) if newest_first else (above, below)
    return (older[0] if older else None), (newer[1] if newer else None)
