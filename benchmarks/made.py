"""Made listings: entries in seven languages that look like the site's, as many as wanted, the same each time.

Sentences are walks from word to word through the labelled documents, with names, numbers, places and terms of the
field of each story put in, so that words recur as often as they do in the site's texts while no text is there twice.
A story stands in one to three languages.  Everything follows from the seed.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from unodc_feed import DateBasis, Entry, Format, Source
from unodc_feed._timeline.lexicon import rows, terms

TESTS = Path(__file__).parent.parent / "tests"
LANGUAGES = {"en": 60, "es": 11, "fr": 11, "ru": 10, "pt": 3, "ar": 3, "zh": 2}
"""The languages, by their share in a hundred entries."""

_NEWEST = dt.date(2024, 12, 30)
_DAYS = 9_000
_STORIES_A_DAY = 4
_PAGE = 500
_NEW = 100  # one entry in so many of a capture is not in the one before it
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]
_PIECES = re.compile(r"[A-Za-z0-9]+|\S")  # Chinese prints no spaces
_WORDS = re.compile(r"\S+")
_SENTENCE_ENDS = (".", "!", "?", "。", "؟")


class Item(NamedTuple):
    """An entry as the site has it, before it is printed."""

    story: int
    day: dt.date
    language: str
    title: str
    caption: str
    paragraphs: tuple[str, ...]
    read_more: str


def feed(size: int, seed: int = 0, *, one_day: bool = False) -> Iterator[Item]:
    """So many entries, the newest first; on one day, or spread over days as those of the site are."""
    a_day = size if one_day else max(_STORIES_A_DAY, size // _DAYS)
    return islice(_stories(seed, a_day, in_pairs=one_day), size)


def captures(count: int, size: int, seed: int = 0) -> Iterator[list[Item]]:
    """Captures of a growing feed, each of so many entries, most of them also in the one before, with small changes."""
    new = -(-size // _NEW)
    items = list(feed(size + new * (count - 1), seed))
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        first = new * (count - 1 - number)
        yield [_changed(chance, item) for item in items[first : first + size]]


def _stories(seed: int, a_day: int, *, in_pairs: bool) -> Iterator[Item]:
    number = 0
    while True:
        chance = random.Random(f"{seed}/{number}")
        languages = ["en", "es"] if in_pairs else _languages(chance)
        day = _NEWEST - dt.timedelta(days=number // a_day)
        facts = _Facts(chance)
        for language in languages:
            yield _item(chance, number, day, language, facts)
        number += 1


def _languages(chance: random.Random) -> list[str]:
    drawn = chance.choices([*LANGUAGES], [*LANGUAGES.values()], k=chance.choice((1, 1, 1, 2, 2, 3)))
    return [*dict.fromkeys(drawn)]


class _Facts:
    """What the versions of a story have in common, whatever their language."""

    def __init__(self, chance: random.Random) -> None:
        self.name = _name(chance)
        self.number = str(chance.randrange(2, 4000))
        self.rows = [*chance.sample(_table("glossary.tsv"), 12), *chance.sample(_table("places_more.tsv"), 2)]

    def told(self, chance: random.Random, language: str) -> list[str]:
        words = [chance.choice(row[language] or [self.name]) for row in self.rows]
        return [*words, self.name, self.number, f"{self.name}{chance.choice(_SYLLABLES)}"]


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def _item(chance: random.Random, story: int, day: dt.date, language: str, facts: _Facts) -> Item:
    voice = _voice(language)
    told = facts.told(chance, language)
    title = voice.title(chance, told) if chance.random() < 0.95 else ""
    paragraphs = [
        voice.glue(voice.sentence(chance, told) for _ in range(chance.choice((1, 2, 3, 4))))
        for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 2, 3)))
    ]
    if paragraphs and chance.random() < 0.06:
        paragraphs[-1] += chance.choice(_MENTIONS).format(name=facts.name.lower(), number=facts.number)
    caption = ""
    if paragraphs and chance.random() < 0.5:
        caption = chance.choice(voice.captions) if chance.random() < 0.6 else f"Photo: {facts.name} {_name(chance)}"
    read_more = chance.choice(voice.read_more) if chance.random() < 0.08 else ""
    return Item(story, day, language, title or ("" if paragraphs else facts.name), caption, (*paragraphs,), read_more)


_MENTIONS = (
    " www.unodc.org/unodc/en/{name}.html",
    " https://www.unodc.org/{name}/{number}?lf={number}",
    " {name}@unodc.org",
    " +43 1 26060 {number}",
    " (A/RES/63/{number})",
    " SDG 16.2",
)


class _Voice:
    """How the labelled documents write in one language."""

    def __init__(self, language: str) -> None:
        labels = [label for label in _labels() if label["language"] == language]
        self.captions = [label["caption"] for label in labels if label["caption"]] or ["Photo: UNODC"]
        self.read_more = [line for label in labels for line in label["read_more"]] or ["Read more"]
        self._gap = "" if language == "zh" else " "
        words = _PIECES if language == "zh" else _WORDS
        self._openers: list[str] = []
        self._next: dict[str, list[str]] = defaultdict(list)
        for label in labels:
            for paragraph in label["body"]:
                walk = words.findall(paragraph)
                self._openers.extend(walk[:1])
                for word, following in pairwise(walk):
                    if word.endswith(_SENTENCE_ENDS):
                        self._openers.append(following)
                    else:
                        self._next[word].append(following)

    def glue(self, sentences: Iterable[str]) -> str:
        return self._gap.join(sentences)

    def title(self, chance: random.Random, told: Sequence[str]) -> str:
        words = [*chance.sample(told, 3), *self._walk(chance, 8)]
        words[0] = words[0].capitalize()
        while self._gap and len(words) > 3 and (len(words[-1]) < 5 or not words[-1].isalnum()):
            del words[-1]  # no title ends in a preposition or a comma
        return self._gap.join(words)

    def sentence(self, chance: random.Random, told: Sequence[str]) -> str:
        words = self._walk(chance, 36)
        for term in chance.sample(told, 3):
            words.insert(chance.randrange(len(words)) + 1, term)
        if not words[-1].endswith(_SENTENCE_ENDS):
            words[-1] += "."
        return self._gap.join(words)

    def _walk(self, chance: random.Random, longest: int) -> list[str]:
        draw = chance.random
        word = self._openers[int(draw() * len(self._openers))]
        words = [word]
        while len(words) < longest and (following := self._next.get(word)):
            word = following[int(draw() * len(following))]
            words.append(word)
        return words


@cache
def _voice(language: str) -> _Voice:
    return _Voice(language)


@cache
def _labels() -> list[dict[str, Any]]:
    paths = [path for folder in ("gold", "gold/more", "written") for path in sorted((TESTS / folder).glob("*.json"))]
    return [entry for path in paths for entry in json.loads(path.read_text("utf-8")).get("entries", ())]


@cache
def _table(name: str) -> list[dict[str, list[str]]]:
    """The terms of each row of a table, by language."""
    return [{language: terms(row[language].replace("-", "")) for language in LANGUAGES} for row in rows(name)]


def _changed(chance: random.Random, item: Item) -> Item:
    """The entry as a later capture has it: most often the same."""
    change = chance.random()
    if change < 0.02:
        return item._replace(day=item.day + dt.timedelta(days=chance.choice((-7, -1, 1))))
    if change < 0.04:
        return item._replace(title=item.title.title())
    if change < 0.07:
        return item._replace(caption="")
    if change < 0.10:
        return item._replace(paragraphs=tuple(text.partition(". ")[0] for text in item.paragraphs[:1]))
    if change < 0.13:
        return item._replace(paragraphs=tuple(text.replace(" a ", " one ", 1) for text in item.paragraphs))
    return item


# ---- how entries are printed


def bulleted(items: Iterable[Item]) -> str:
    """A listing with one dated bullet an entry."""
    return "Human Trafficking\n\nUNODC and Trafficking in Persons: News, Events and Publications\n" + "".join(
        f"  • {item.day:%d/%m/%Y}\n"
        + (f"    {item.title}\n" if item.title else "")
        + "\n"
        + "".join(f"    {text}\n\n" for text in _texts(item))
        for item in items
    )


def blocks(items: Iterable[Item]) -> str:
    """A long-form page on which each entry follows a line that holds its date."""
    return "Subscribe to our News feed |\n" + "".join(
        "\n".join(filter(None, (f"{item.day:%d %B %Y}", item.title, *_texts(item)))) + "\n" for item in items
    )


def reference(items: Iterable[Item]) -> str:
    """A page of background information with one bullet an entry."""
    return "UN BACKGROUND INFORMATION\n\n" + "".join(
        f"  • {item.title or item.language}\n" + "".join(f"    {text}\n" for text in _texts(item)) for item in items
    )


def rss(items: Iterable[Item]) -> str:
    """The same entries as a feed."""
    printed = "".join(
        f"<item><title>{escape(item.title)}</title><pubDate>{item.day:%a, %d %b %Y} 00:00:00 GMT</pubDate>"
        f"<description>{escape(' '.join(_texts(item)))}</description></item>\n"
        for item in items
    )
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title>\n{printed}</channel></rss>'


def _texts(item: Item) -> list[str]:
    texts = [*item.paragraphs]
    if item.caption and texts:
        texts[0] = item.caption + texts[0]  # the alternative text is glued to the body
    return [*texts, item.read_more] if item.read_more else texts


FORMATS: dict[str, Callable[[Iterable[Item]], str]] = {
    "bulleted": bulleted,
    "blocks": blocks,
    "reference": reference,
}
"""The printer of each format."""


def entries(items: Iterable[Item], name: str = "made") -> list[Entry]:
    """The entries as a faultless parser would read them, from bulleted pages of 500."""
    return [
        Entry(
            title=item.title or None,
            date=item.day,
            date_text=f"{item.day:%d/%m/%Y}",
            date_basis=DateBasis.STATED,
            not_before=item.day,
            not_after=item.day,
            paragraphs=item.paragraphs,
            caption=item.caption or None,
            read_more=(item.read_more,) if item.read_more else (),
            language=item.language,
            sources=(_source(name, *divmod(number, _PAGE)),),
        )
        for number, item in enumerate(items)
    ]


def _source(name: str, page: int, place: int) -> Source:
    return Source(
        name=f"{name}-{page}.txt",
        format=Format.BULLETED,
        first_line=5 * place + 5,
        last_line=5 * place + 8,
        start=500 * place,
        end=500 * place + 400,
    )


# ---- lines that are dates


def dates(size: int, seed: int = 0) -> list[tuple[str, dt.date]]:
    """Date lines in the forms and languages that the site and the peers all know, and the days that they name."""
    chance = random.Random(seed)
    days = [_NEWEST - dt.timedelta(days=chance.randrange(_DAYS)) for _ in range(size)]
    return [(chance.choice(_DATE_FORMS)(day), day) for day in days]


_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}

_DATE_FORMS: tuple[Callable[[dt.date], str], ...] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%Y-%m-%d} 15:06:17.0",
    lambda day: f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}",
    lambda day: f"{_MONTHS['en'][day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.day} de {_MONTHS['es'][day.month - 1]} de {day.year}",
    lambda day: f"{day.day} {_MONTHS['fr'][day.month - 1]} {day.year}",
    lambda day: f"{day.day} {_MONTHS['ru'][day.month - 1]} {day.year}",
)
