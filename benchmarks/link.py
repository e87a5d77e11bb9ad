"""How the cost of linking grows with the number of entries.

    python benchmarks/link.py [SIZE ...]        # sizes default to 3,000 10,000 30,000 100,000

Two shapes: ``spread`` has ten stories a day in two or three languages; ``one day`` puts every story in two languages
on one day.  The text is made of the terms of the tables, so that all kinds of evidence occur; the figures are seconds
of the processor, seconds for a thousand entries, and the number of stories found by that of stories put in.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time

from unodc_feed._model import DateBasis, Entry, Format, Source
from unodc_feed._timeline.lexicon import rows, terms
from unodc_feed._timeline.stories import link_translations

SIZES = (3_000, 10_000, 30_000, 100_000)
START = dt.date(2000, 1, 1)
SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]


def made(size: int, *, one_day: bool) -> tuple[list[Entry], int]:
    """Entries, and how many stories they tell."""
    rnd = random.Random(size)
    tables = rows("glossary.tsv"), rows("places_more.tsv")
    entries: list[Entry] = []
    story = -1
    while len(entries) < size:
        story += 1
        facts = rnd.sample(tables[0], 14) + rnd.sample(tables[1], 2)
        name = "".join(rnd.choice(SYLLABLES) for _ in range(4)).capitalize()
        day = START if one_day else START + dt.timedelta(days=story // 10)
        number = rnd.randrange(2, 3000)
        for language in ("en", "es") if one_day else rnd.sample(["en", "fr", "es", "ru"], rnd.choice((1, 2, 3))):
            words = [rnd.choice(terms(row[language]) or ["x"]).replace("-", "") for row in rnd.sample(facts, 13)]
            entries.append(entry(words, name, number, day, language, len(entries)))
    return entries, story + 1


def entry(words: list[str], name: str, number: int, day: dt.date, language: str, place: int) -> Entry:
    """One entry."""
    source = Source(name="made", format=Format.BULLETED, first_line=place + 1, last_line=place + 1, start=0, end=1)
    return Entry(
        title=" ".join(words[:4]).capitalize(),
        date=day,
        date_basis=DateBasis.STATED,
        paragraphs=(" ".join([*words[4:], name, str(number)]) + ".",),
        caption="Photo: UNODC",
        language=language,
        sources=(source,),
    )


def main() -> None:
    """Print the figures."""
    for shape in ("spread", "one day"):
        for size in map(int, sys.argv[1:] or SIZES):
            entries, stories = made(size, one_day=shape == "one day")
            random.Random(0).shuffle(entries)
            begin = time.process_time()
            found = link_translations(entries)
            took = time.process_time() - begin
            print(
                f"{shape:8s} {size:8,d} entries {took:8.1f} s"
                f" {1000 * took / size:6.2f} s/1000 {len(found) / stories:.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
