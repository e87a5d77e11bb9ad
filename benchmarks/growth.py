"""Growth: the curves of time over the number of entries, for usual listings and for sets of entries meant to be slow.

Each curve is measured in a process of its own and goes up to a million entries, as far as its time allows.
"""

from __future__ import annotations

import datetime as dt
import io
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import attrs

import unodc_feed
from benchmarks import made, peers
from benchmarks.measuring import Step, Work, apart, ask, ask_in_passing, exponent, grow
from unodc_feed import DateBasis, Entry, Format, Source

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
QUICK_SIZES = (100, 300, 1_000, 3_000)
"""Numbers of entries."""


class Curve(NamedTuple):
    """How the time of one piece of work grows."""

    name: str
    steps: list[Step]
    finished: bool

    @property
    def exponent(self) -> float | None:
        """The power of the size with which the time grows."""
        return exponent(self.steps)


def curves(names: Sequence[str], sizes: Sequence[int], limit: float) -> Iterator[Curve]:
    """Measure curves by name, each for so many seconds at most."""
    for name in names:
        steps, finished = apart(_steps, name, sizes, limit, limit=4 * limit + 5)
        yield Curve(name, steps, finished)


def _steps(name: str, sizes: Sequence[int], limit: float) -> Iterator[Step]:
    return grow(WORK[name], sizes, limit)


# ---- parsing


def _parse(print_items: Callable[..., str], size: int, seed: int) -> Work:
    text = print_items(made.feed(size, seed))
    return lambda: ask(unodc_feed.parse(text))


def _parse_captures(size: int, seed: int) -> Work:
    texts = [made.bulleted(page) for page in _captures(size, seed)]
    return lambda: deque(map(ask, map(unodc_feed.parse, texts)), maxlen=0)


def _iter_parse(size: int, seed: int) -> Work:
    pieces = io.StringIO(made.bulleted(made.feed(size, seed)))
    return lambda: ask_in_passing(unodc_feed.iter_parse(pieces))


def _floor(size: int, seed: int) -> Work:
    return made.bulleted(made.feed(size, seed)).splitlines


def _feedparser(size: int, seed: int) -> Work:
    feed = made.rss(made.feed(size, seed))
    return partial(dict(peers.installed(peers.FEEDS))["feedparser"], feed)


def _captures(size: int, seed: int) -> Iterator[list[made.Item]]:
    """Twenty captures of each feed, of 500 entries each; in small sizes of fewer."""
    feeds = -(-size // (20 * _PAGE))
    return chain.from_iterable(
        made.captures(20, size // feeds // 20, seed * _MOST_FEEDS + number) for number in range(feeds)
    )


# ---- timelines


def _merge_captures(size: int, seed: int) -> Work:
    listings = [made.entries(page, f"capture-{number}") for number, page in enumerate(_captures(size, seed))]
    return partial(unodc_feed.merge, *listings)


def _merge(make: Callable[[int, int], list[Entry]], size: int, seed: int) -> Work:
    return partial(unodc_feed.merge, make(size, seed))


def _link(make: Callable[[int, int], list[Entry]], size: int, seed: int) -> Work:
    entries = make(size, seed)
    random.Random(seed).shuffle(entries)
    return partial(unodc_feed.link_translations, entries)


def _different(size: int, seed: int) -> list[Entry]:
    return made.entries(made.feed(size, seed))


def _one_day(size: int, seed: int) -> list[Entry]:
    return made.entries(made.feed(size, seed, one_day=True))


# ---- entries meant to be slow

_PAGE = 500
_MOST_FEEDS = 1_000
_WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ai", "or") for c in "bdgklmnprstvxz"]
_BOILERPLATE = " ".join(_WORDS[::40]).capitalize() + "."
_ONE_TITLE = "One and the same title"


def _entry(number: int, page: int, title: str | None, day: int, *paragraphs: str) -> Entry:
    source = Source(name=f"capture-{page}.txt", format=Format.BULLETED, first_line=5 * number + 1,
                    last_line=5 * number + 4, start=500 * number, end=500 * number + 400, feed_size=page)  # fmt: skip
    date = dt.date(1998, 1, 1) + dt.timedelta(days=day)
    return Entry(title=title, date=date, date_basis=DateBasis.STATED, paragraphs=paragraphs, language="en",
                 sources=(source,))  # fmt: skip


def _sentences(chance: random.Random, count: int, length: int = 15) -> list[str]:
    return [" ".join(chance.choices(_WORDS, k=length)).capitalize() + "." for _ in range(count)]


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=8))


def _identical(size: int, _seed: int) -> list[Entry]:
    return [_entry(n, n, _ONE_TITLE, 1, _BOILERPLATE) for n in range(size)]


def _redated(size: int, _seed: int) -> list[Entry]:
    return [_entry(n, n, _ONE_TITLE, n, _BOILERPLATE) for n in range(size)]


def _one_title(size: int, seed: int) -> list[Entry]:
    chance = random.Random(seed)
    return [_entry(n, n // _PAGE, "News in brief", 1, " ".join(_sentences(chance, 3))) for n in range(size)]


def _shared_paragraph(size: int, seed: int) -> list[Entry]:
    chance = random.Random(seed)
    return [_entry(n, n // _PAGE, _title(chance), n % 9000, *_sentences(chance, 1), _BOILERPLATE) for n in range(size)]


def _one_body(size: int, seed: int) -> list[Entry]:
    chance = random.Random(seed)
    return [_entry(n, n, _title(chance), n % 9000, _BOILERPLATE) for n in range(size)]


def _only_titles(size: int, _seed: int) -> list[Entry]:
    return [_entry(n, n // _PAGE, f"Working group {_WORDS[n % 50]}", n % 9000) for n in range(size)]


def _huge(size: int, seed: int) -> list[Entry]:
    chance = random.Random(seed)
    body = _sentences(chance, size)
    edited = [sentence if n % 7 else sentence.replace("a", "e") for n, sentence in enumerate(body)]
    versions = [_entry(0, page, "Everything", 1, *text) for page, text in enumerate((body, edited))]
    return versions + [_entry(n, 9, None, n % 9000, sentence) for n, sentence in enumerate(_sentences(chance, size))]


def _one_entry(size: int, seed: int) -> list[Entry]:
    """Two captures of one entry without a title that has so many paragraphs, and the same in another language."""
    chance = random.Random(seed)
    body = _sentences(chance, size, length=4)
    edited = [sentence if n % 7 else sentence.replace("a", "e") for n, sentence in enumerate(body)]
    versions = [
        _entry(0, page, None, 1, *text) for page, text in enumerate((body, edited, _sentences(chance, size, 4)))
    ]
    return [*versions[:2], attrs.evolve(versions[2], language="fr")]


_PEER = "feedparser"

USUAL: dict[str, Callable[[int, int], Work]] = {
    "splitlines": _floor,
    "parse: bulleted": partial(_parse, made.bulleted),
    "parse: captures of one listing": _parse_captures,
    "parse: long-form": partial(_parse, made.blocks),
    "parse: reference": partial(_parse, made.reference),
    "iter_parse: bulleted": _iter_parse,
    _PEER: _feedparser,
    "merge: captures of one listing": _merge_captures,
    "merge: all different": partial(_merge, _different),
    "link_translations: spread over time": partial(_link, _different),
}
"""The usual work on listings of growing size; no entry is there twice, but in captures."""

HOSTILE: dict[str, Callable[[int, int], Work]] = {
    f"{verb}: {name}": partial(function, make)
    for verb, function in (("merge", _merge), ("link_translations", _link))
    for name, make in {
        "all identical": _identical,
        "one text on days without end": _redated,
        "all different, one title, one day": _one_title,
        "all share one paragraph": _shared_paragraph,
        "one body, different titles, one a page": _one_body,
        "recurring titles without a body": _only_titles,
        "one body as large as all the others together": _huge,
        "one entry of so many paragraphs": _one_entry,
        "one day, two languages": _one_day,
    }.items()
}
"""Sets of entries meant to be slow."""

WORK = USUAL | HOSTILE


def measurable(names: Iterable[str]) -> list[str]:
    """Those of the curves that can be measured with what is installed."""
    there = dict(peers.installed(peers.FEEDS))
    return [name for name in names if name != _PEER or there]
