"""How the cost of merge grows: entries that are all different, noisy captures, and inputs meant to be slow.

    python benchmarks/merge.py [SIZE ...]

prints, for each kind of input and each size (10,000 to 300,000 entries), the seconds of processor time, the number of
items found, and the exponent of growth since the size before: 1.0 is growth in proportion, 2.0 would be all pairs.  The
inputs come from seeded generators and are the same each time.
"""

from __future__ import annotations

import datetime as dt
import gc
import math
import random
import sys
import time
from collections.abc import Callable

from unodc_feed._model import DateBasis, Entry, Format, Source
from unodc_feed._timeline.merge import merge

SIZES = (10_000, 30_000, 100_000, 300_000)
ITEMS = 500
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ai", "or") for c in "bdgklmnprstvxz"]
BOILERPLATE = " ".join(WORDS[::40]).capitalize() + "."


def entry(number: int, page: int, title: str | None, day: int, *paragraphs: str) -> Entry:
    source = Source(name=f"capture-{page}.txt", format=Format.BULLETED, first_line=5 * number + 1,
                    last_line=5 * number + 4, start=500 * number, end=500 * number + 400, feed_size=page)  # fmt: skip
    date = dt.date(1998, 1, 1) + dt.timedelta(days=day)
    return Entry(title=title, date=date, date_basis=DateBasis.STATED, paragraphs=paragraphs, language="en",
                 sources=(source,))  # fmt: skip


def sentences(chance: random.Random, count: int, length: int = 15) -> list[str]:
    return [" ".join(chance.choices(WORDS, k=length)).capitalize() + "." for _ in range(count)]


def different(size: int) -> list[Entry]:
    """Every entry an item of its own, on pages of 500."""
    chance = random.Random(1)
    return [
        entry(n, n // 500, " ".join(chance.choices(WORDS, k=8)), n % 9000, " ".join(sentences(chance, 4)))
        for n in range(size)
    ]


def noisy(size: int) -> list[Entry]:
    """Repeat the same 500 items, each time with changed titles, dates, words and lengths."""
    chance = random.Random(2)
    items = [(" ".join(chance.choices(WORDS, k=8)), 12 * n, sentences(chance, 4)) for n in range(ITEMS)]
    entries = []
    for n in range(size):
        title, day, body = items[n % ITEMS]
        words = " ".join(body[: chance.choice((2, 3, 4, 4, 4))]).split()
        for _ in range(chance.randrange(3)):
            words[chance.randrange(len(words))] = chance.choice(WORDS)
        named = chance.choice((title, title, title, title.title(), None))
        moved = day + chance.choice((0, 0, 0, 1, 9, 60))
        entries.append(entry(n % ITEMS, n // ITEMS, named, moved, " ".join(words)))
    return entries


def identical(size: int) -> list[Entry]:
    """One text and one day on every page."""
    return [entry(n, n, "One and the same title", 1, BOILERPLATE) for n in range(size)]


def redated(size: int) -> list[Entry]:
    """One text on days without end."""
    return [entry(n, n, "One and the same title", n, BOILERPLATE) for n in range(size)]


def one_day(size: int) -> list[Entry]:
    """All different, all under one title and on one day."""
    chance = random.Random(3)
    return [entry(n, n // 500, "News in brief", 1, " ".join(sentences(chance, 3))) for n in range(size)]


def boilerplate(size: int) -> list[Entry]:
    """All different but for one paragraph."""
    chance = random.Random(4)
    return [
        entry(n, n // 500, " ".join(chance.choices(WORDS, k=8)), n % 9000, *sentences(chance, 1), BOILERPLATE)
        for n in range(size)
    ]


def only_boilerplate(size: int) -> list[Entry]:
    """Different titles, one body, every entry on a page of its own."""
    chance = random.Random(5)
    return [entry(n, n, " ".join(chance.choices(WORDS, k=8)), n % 9000, BOILERPLATE) for n in range(size)]


def only_titles(size: int) -> list[Entry]:
    """Recurring titles without a body."""
    return [entry(n, n // 500, f"Working group {WORDS[n % 50]}", n % 9000) for n in range(size)]


def huge(size: int) -> list[Entry]:
    """Small entries and two versions of one body as large as all of them."""
    chance = random.Random(6)
    body = sentences(chance, size)
    edited = [sentence if n % 7 else sentence.replace("a", "e") for n, sentence in enumerate(body)]
    versions = [entry(0, page, "Everything", 1, *text) for page, text in enumerate((body, edited))]
    return versions + [entry(n, 9, None, n % 9000, sentence) for n, sentence in enumerate(sentences(chance, size))]


KINDS: tuple[Callable[[int], list[Entry]], ...] = (
    different, noisy, identical, redated, one_day, boilerplate, only_boilerplate, only_titles, huge,
)  # fmt: skip


def main(sizes: list[int]) -> None:
    print(f"{'input':18}{'entries':>10}{'seconds':>10}{'items':>10}{'growth':>10}")
    for kind in KINDS:
        before: tuple[int, float] | None = None
        for size in sizes:
            entries = kind(size)
            gc.collect()
            start = time.process_time()
            items = len(merge(entries))
            seconds = time.process_time() - start
            growth = "" if before is None else f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
            print(f"{kind.__name__:18}{size:>10,}{seconds:>10.2f}{items:>10,}{growth:>10}", flush=True)
            before = (size, seconds)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
