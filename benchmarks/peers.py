"""The peers: other libraries that do a part of the work, each behind a function of the same shape as ours.

They come with the extra ``bench``; a peer that is not installed is left out.  They are set up as their manuals advise
and told what the site tells: its languages, and that the day comes first.
"""

from __future__ import annotations

import datetime as dt
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import TypeVar

from benchmarks.made import LANGUAGES
from unodc_feed import Entry

T = TypeVar("T")
Groups = list[list[Entry]]
Unite = Callable[[Sequence[Entry]], Groups]


def installed(table: dict[str, Callable[[], T]]) -> Iterator[tuple[str, T]]:
    """The peers of a table that are there, ready for use."""
    for name, ready in table.items():
        try:
            yield name, ready()
        except ImportError:
            continue


# ---- feeds


@cache
def _feedparser() -> Callable[[str], object]:
    parse = import_module("feedparser").parse
    return lambda feed: parse(io.BytesIO(feed.encode()))


FEEDS: dict[str, Callable[[], Callable[[str], object]]] = {"feedparser": _feedparser}
"""Readers of RSS."""


# ---- languages


@cache
def _lingua() -> Callable[[str], str | None]:
    lingua = import_module("lingua")
    codes = [getattr(lingua.IsoCode639_1, language.upper()) for language in LANGUAGES]
    detector = lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_preloaded_language_models().build()

    def identify(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return None if found is None else found.iso_code_639_1.name.lower()

    return identify


@cache
def _py3langid() -> Callable[[str], str | None]:
    langid = import_module("py3langid")
    langid.set_languages([*LANGUAGES])
    return lambda text: str(langid.classify(text)[0])


LANGUAGE: dict[str, Callable[[], Callable[[str], str | None]]] = {"lingua": _lingua, "py3langid": _py3langid}
"""Identifiers of languages, limited to those of the site."""


# ---- dates


@cache
def _dateutil() -> Callable[[str], dt.date | None]:
    parse = import_module("dateutil.parser").parse

    def read(text: str) -> dt.date | None:
        try:
            return parse(text, dayfirst=not text[:4].isdecimal()).date()  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return None

    return read


@cache
def _dateparser() -> Callable[[str], dt.date | None]:
    parser = import_module("dateparser.date").DateDataParser(
        languages=["en", "es", "fr", "ru"], settings={"DATE_ORDER": "DMY"}
    )

    def read(text: str) -> dt.date | None:
        found = parser.get_date_data(text).date_obj
        return None if found is None else found.date()

    return read


DATES: dict[str, Callable[[], Callable[[str], dt.date | None]]] = {"dateutil": _dateutil, "dateparser": _dateparser}
"""Readers of dates."""


# ---- near duplicates

_SHARED = 0.5  # of the word triples
_ALIKE = 0.8  # of the letters; both are the best of 0.3 to 0.9 on the estimation part of the labelled captures
_REACH = dt.timedelta(days=31)  # what is further apart is not the same news, however alike: an annual event


@cache
def _datasketch() -> Unite:
    datasketch = import_module("datasketch")

    def unite(entries: Sequence[Entry]) -> Groups:
        index = datasketch.MinHashLSH(threshold=_SHARED, num_perm=128)
        pairs: list[tuple[int, int]] = []
        for number, entry in enumerate(entries):
            sketch = datasketch.MinHash(num_perm=128)
            sketch.update_batch([shingle.encode() for shingle in _shingles(_text(entry))])
            pairs.extend((other, number) for other in index.query(sketch))
            index.insert(number, sketch)
        return _united(entries, pairs)

    return unite


@cache
def _rapidfuzz() -> Unite:
    process, fuzz = import_module("rapidfuzz.process"), import_module("rapidfuzz.fuzz")
    numpy = import_module("numpy")

    def unite(entries: Sequence[Entry]) -> Groups:
        texts = [_text(entry) for entry in entries]
        alike = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=100 * _ALIKE, dtype=numpy.uint8)
        return _united(entries, zip(*map(list, numpy.nonzero(alike)), strict=True))

    return unite


NEAR_DUPLICATES: dict[str, Callable[[], Unite]] = {
    "datasketch": _datasketch,
    "rapidfuzz": _rapidfuzz,
}
"""Finders of near duplicates: MinHash over triples of words, and the edit ratio of all pairs."""


def _text(entry: Entry) -> str:
    return f"{entry.title or ''} {entry.body}".lower()


def _shingles(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))}


def _within_reach(one: Entry, other: Entry) -> bool:
    days = one.date or one.not_before, other.date or other.not_before
    return None in days or abs(days[0] - days[1]) <= _REACH  # type: ignore[operator]


def _united(entries: Sequence[Entry], pairs: Iterable[tuple[int, int]]) -> Groups:
    """The groups in which each entry is linked with another by pairs."""
    parent = [*range(len(entries))]

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for a, b in pairs:
        if _within_reach(entries[a], entries[b]):
            parent[root(int(a))] = root(int(b))
    groups: defaultdict[int, list[Entry]] = defaultdict(list)
    for number, entry in enumerate(entries):
        groups[root(number)].append(entry)
    return [*groups.values()]
