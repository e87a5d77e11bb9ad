"""The contests: each public function, and what stands behind it, beside the floor and the peers on the same input.

The first contestant is ours, to which the others are compared.  Input is made anew for each round.
"""

from __future__ import annotations

import io
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple, TypeVar

import unodc_feed
from benchmarks import made, peers
from benchmarks.measuring import Result, Work, ask, contest
from unodc_feed import Entry
from unodc_feed._parsing.captions import split_caption
from unodc_feed._parsing.dates import read_date
from unodc_feed._parsing.languages import identify_language

T = TypeVar("T")
FLOOR = "floor: splitlines"
Works = dict[str, Work]


class Contest(NamedTuple):
    """What is done how often, and by whom: contestants for a size and the number of the round."""

    what: str
    size: int
    entrants: Callable[[int, int], Works]
    rounds: int = 5

    def run(self, part: float = 1.0) -> dict[str, Result]:
        """The results, with seconds for each unit; on a part of the size, in fewer rounds."""
        size = max(20, int(self.size * part))
        results = contest(partial(self.entrants, size), self.rounds if part == 1.0 else 3)
        return {name: result._replace(seconds=result.seconds / size) for name, result in results.items()}


def _drain(iterable: Iterable[object]) -> None:
    deque(iterable, maxlen=0)


def _for_each(function: Callable[[T], object], inputs: Iterable[T]) -> Work:
    return lambda: _drain(map(function, inputs))


# ---- parsing


def _page(print_items: Callable[[Iterable[made.Item]], str], size: int, seed: int) -> Works:
    feeds = [list(made.feed(size, number)) for number in _seeds(seed)]
    return _parsers([[print_items(items)] for items in feeds]) | _feeds([made.rss(feeds[0])])


def _captures(size: int, seed: int) -> Works:
    pages = [list(made.captures(20, size // 20, number)) for number in _seeds(seed)]
    return _parsers([[*map(made.bulleted, captures)] for captures in pages]) | _feeds([*map(made.rss, pages[0])])


def _seeds(seed: int) -> list[int]:
    """For each parser one of its own, so that none finds in a cache what another one has read."""
    return [4 * seed + number for number in range(4)]


def _parsers(texts: Sequence[Sequence[str]]) -> Works:
    return {
        "parse": _for_each(unodc_feed.parse, texts[0]),
        "parse, every entry asked for title and date": _for_each(
            lambda text: _drain(map(attrgetter("title", "date"), unodc_feed.parse(text))), texts[1]
        ),
        "parse, every entry asked for all it says": _for_each(lambda text: ask(unodc_feed.parse(text)), texts[2]),
        "iter_parse": _for_each(lambda text: _drain(unodc_feed.iter_parse(io.StringIO(text))), texts[3]),
        FLOOR: _for_each(str.splitlines, texts[0]),
    }


def _feeds(feeds: list[str]) -> Works:
    return {name: _for_each(parse, feeds) for name, parse in peers.installed(peers.FEEDS)}


def _detect(size: int, seed: int) -> Works:
    texts = [made.bulleted(page) for page in made.captures(size, 50, seed)]
    return {"detect_format": _for_each(unodc_feed.detect_format, texts)}


# ---- what is asked of a text


def _languages_of_titles(size: int, seed: int) -> Works:
    return _languages([(item.title, "") for item in made.feed(size, seed)])


def _languages_of_entries(size: int, seed: int) -> Works:
    return _languages([(item.title, " ".join(item.paragraphs)[:250]) for item in made.feed(size, seed)])


def _languages(texts: list[tuple[str, str]]) -> Works:
    joined = [f"{title}\n{body}".rstrip() for title, body in texts]
    works: Works = {"identify_language": _for_each(lambda text: identify_language(*text), texts)}
    return works | {name: _for_each(identify, joined) for name, identify in peers.installed(peers.LANGUAGE)}


def _split_captions(size: int, seed: int) -> Works:
    items = (item for item in made.feed(3 * size, seed) if item.paragraphs)
    texts = [(item.caption + item.paragraphs[0], item.language) for item, _ in zip(items, range(size), strict=False)]
    return {"split_caption": _for_each(lambda text: split_caption(*text), texts)}


def _mentions(size: int, seed: int) -> Works:
    texts = ["\n".join((item.title, *item.paragraphs)) for item in made.feed(size, seed)]
    return {"find_mentions": _for_each(unodc_feed.find_mentions, texts), "floor: split": _for_each(str.split, texts)}


def _dates(size: int, seed: int) -> Works:
    texts = [text for text, _ in made.dates(size, seed)]
    works: Works = {"read_date": _for_each(read_date, texts)}
    return works | {name: _for_each(read, texts) for name, read in peers.installed(peers.DATES)}


# ---- timelines


def _merge(size: int, seed: int) -> Works:
    listings = [ask(unodc_feed.parse(made.bulleted(page))) for page in made.captures(10, size // 10, seed)]
    entries = [entry for listing in listings for entry in listing]
    works: Works = {"merge": partial(unodc_feed.merge, *listings)}
    return works | {name: partial(unite, entries) for name, unite in peers.installed(peers.NEAR_DUPLICATES)}


def _link(size: int, seed: int) -> Works:
    entries = made.entries(made.feed(size, seed))
    return {"link_translations": partial(unodc_feed.link_translations, entries)}


def _everything(size: int, seed: int) -> Works:
    count = max(2, size // 500)
    pages = list(made.captures(count, size // count, seed))
    texts = [made.bulleted(page) for page in pages]

    def work() -> object:
        return unodc_feed.link_translations(unodc_feed.merge(*map(unodc_feed.parse, texts)))

    return {"parse, merge, link_translations": work} | _feeds([made.rss(page) for page in pages])


# ---- JSON Lines


def _write(size: int, seed: int) -> Works:
    entries = _parsed(size, seed)
    records = [json.loads(line) for line in unodc_feed.to_json_lines(_parsed(size, seed))]
    return {
        "to_json_lines": lambda: _drain(unodc_feed.to_json_lines(entries)),
        "floor: json.dumps": _for_each(partial(json.dumps, ensure_ascii=False), records),
    }


def _load(size: int, seed: int) -> Works:
    lines = list(unodc_feed.to_json_lines(_parsed(size, seed)))
    return {
        "from_json_lines": lambda: _drain(unodc_feed.from_json_lines(lines)),
        "floor: json.loads": _for_each(json.loads, lines),
    }


def _parsed(size: int, seed: int) -> list[Entry]:
    return ask(unodc_feed.parse(made.bulleted(made.feed(size, seed)), name="made"))


BULLETED = "parsing a bulleted listing, every entry seen first"
CAPTURES = "parsing captures of one bulleted listing"
BLOCKS = "parsing a long-form page, every entry seen first"
TITLES = "telling the language of a title"
EVERYTHING = "parsing, merging and linking captures of one listing"

CONTESTS = (
    Contest(BULLETED, 10_000, partial(_page, made.bulleted)),
    Contest(CAPTURES, 10_000, _captures),
    Contest(BLOCKS, 10_000, partial(_page, made.blocks)),
    Contest("parsing a reference page, every entry seen first", 10_000, partial(_page, made.reference)),
    Contest("telling the format of a page of 50 entries", 500, _detect),
    Contest(TITLES, 10_000, _languages_of_titles),
    Contest("telling the language of an entry", 5_000, _languages_of_entries),
    Contest("reading a date", 2_000, _dates),
    Contest("splitting a caption from its body", 10_000, _split_captions),
    Contest("finding mentions", 10_000, _mentions),
    Contest("merging captures of one listing", 3_000, _merge),
    Contest("linking language versions", 3_000, _link),
    Contest(EVERYTHING, 100_000, _everything, rounds=3),
    Contest("writing JSON Lines", 10_000, _write),
    Contest("loading JSON Lines", 10_000, _load),
)
"""All of them."""
