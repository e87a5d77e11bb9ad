"""Hostile texts of growing size, 1 KB to 16 MB, for every public function that they can reach.

Each pair of a text and a function is measured in a process of its own, as far as its time allows; one that hangs is
ended and shown as such.
"""

from __future__ import annotations

import io
import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import unodc_feed
from benchmarks.measuring import Step, Work, apart, ask, ask_in_passing, exponent, grow
from unodc_feed import Entry, Format, UnodcFeedError

SIZES = tuple(4**power * 1024 for power in range(8))
"""Numbers of characters: 1 KB to 16 MB."""
MEGABYTE = 1024**2
_FAR = 64

_ENTRY = "  • 22/01/2016\n    Funded Projects\n\n    Photo: UNODCThe projects of this year are funded.\n\n"
_TITLE = "  • 22/01/2016\n    "
_BODY = _TITLE + "A title\n\n    "
_TWO = "12 January 2021\nA new law\nThe law is new.\nUna nueva ley\nLa ley es nueva y fue aprobada.\n"


class Cell(NamedTuple):
    """What one function does with one kind of text."""

    text: str
    function: str
    steps: list[Step]
    finished: bool

    @property
    def exponent(self) -> float | None:
        """The power of the size with which the time grows."""
        return exponent(self.steps)

    @property
    def reached(self) -> bool:
        """Whether a text of 1 MB was measured."""
        return any(step.size == MEGABYTE for step in self.steps)

    @property
    def at_a_megabyte(self) -> float | None:
        """The seconds for a text of 1 MB, by the growth up to the size that is nearest; None if that is far."""
        near = min(self.steps, key=lambda step: abs(math.log(step.size / MEGABYTE)), default=None)
        if near is None or near.size * _FAR < MEGABYTE:
            return None
        return near.seconds * float((MEGABYTE / near.size) ** max(1.0, self.exponent or 1.0))


def cells(texts: Sequence[str], functions: Sequence[str], sizes: Sequence[int], limit: float) -> Iterator[Cell]:
    """Measure functions on texts, each pair for so many seconds at most."""
    for text in texts:
        for function in functions:
            if function in REACHED_BY.get(text, functions):
                steps, finished = apart(_steps, text, function, sizes, limit, limit=4 * limit + 5)
                yield Cell(text, function, steps, finished)


def _steps(text: str, function: str, sizes: Sequence[int], limit: float) -> Iterator[Step]:
    make, prepare = TEXTS[text], FUNCTIONS[function]
    return grow(lambda size, _: prepare(make(size)), sizes, limit, repeats=0)


# ---- texts


def _lines(line: str, first: str = "") -> Callable[[int], str]:
    return lambda size: first + line * (size // len(line) + 1)


def _numbered(line: str, first: str = "") -> Callable[[int], str]:
    """Lines that differ in a number, which stands in them instead of ``#``."""
    return lambda size: first + "".join(line.replace("#", f"{n:06}") for n in range(size // (len(line) + 5) + 1))


def _one_story(size: int) -> str:
    """One entry of many paragraphs, no word of which is there twice."""
    return "12 January 2021\nA title\n" + "".join(
        f"Xa {' '.join(f'w{n * 20 + k:07}q' for k in range(30))} end.\n" for n in range(size // 310 + 1)
    )


TEXTS: dict[str, Callable[[int], str]] = {
    "spaces": _lines(" "),
    "no-break spaces": _lines("\u00a0"),
    "tabs": _lines("\t", "  • 22/01/2016\n"),
    "line breaks": _lines("\n"),
    "carriage returns": _lines("\r", "12 January 2021\nA title\n"),
    "bullets": _lines("•"),
    "lines of a bullet": _lines("  • \n"),
    "nested bullets": _lines("    • x\n", "  • 22/01/2016\n"),
    "ever deeper bullets": lambda size: (
        "  • 22/01/2016\n" + "".join(" " * n + "• x\n" for n in range(int((2 * size) ** 0.5)))
    ),
    "digits": _lines("1"),
    "digits and slashes": _lines("1/"),
    "digits and spaces": _lines("1 "),
    "date lines": _lines("12 January 2021\n"),
    "dates in one line": _lines("12 January 2021 "),
    "dates without a year": _lines("6 October\n", "12 January 2021\n"),
    "dates in no order": lambda size: "".join(
        f"{1 + n % 28}/{1 + n * 7 % 12:02}/{1990 + n * 11 % 40}\n" for n in range(size // 11)
    ),
    "dates glued to text": _lines("12 January 2021 Combating Crime\n"),
    "bulleted dates": _lines("  • 22/01/2016\n"),
    "identical entries": _lines(_ENTRY),
    "numbered entries": _numbered(_ENTRY.replace("Projects", "Projects #").replace("this year", "20#")),
    "one day in two languages": _lines(_TWO),
    "one story of many paragraphs": _one_story,
    "unfinished lines": _lines("Aaa bbb of\n", "12 January 2021\n"),
    "titles": _lines("A New Law For All\n", "12 January 2021\n"),
    "sentences": _lines("The law is new. ", "12 January 2021\nA title\n"),
    "read-more lines": _lines("Read more here.\n", "12 January 2021\nA title\n"),
    "counts of entries": _lines("(563 entries)\n"),
    "open brackets": _lines("    (a: b\n", "  • (q\n"),
    "brackets": _lines("(", _TITLE),
    "open quotes": _lines("“", _TITLE),
    "quotes": _lines('"A', _TITLE),
    "Photo:": _lines("Photo: ", _BODY),
    "Photo: UNODC": _lines("Photo: UNODC", _BODY),
    "agencies": _lines("UNODC", _BODY),
    "capitals": _lines("A", _BODY),
    "humps": _lines("aB", _BODY),
    "names": _lines("Anna Maria ", _BODY),
    "words of one letter": _lines("a ", _BODY),
    "one word": _lines("a", _BODY),
    "one word in the title": _lines("a", "  • 22/01/2016\n    A"),
    "words": _numbered("word# ", _BODY),
    "full stops": _lines(".", _BODY),
    "initials": _lines("A. ", _BODY),
    "hyphens": _lines("-", _BODY),
    "hyphened words": _lines("a-", _BODY),
    "apostrophes": _lines("l'", _BODY),
    "combining marks": _lines("\u0301", _BODY + "e"),
    "marked letters": _lines("e\u0301", _BODY),
    "zero-width": _lines("\u200b", _BODY),
    "Cyrillic": _lines("Ж", _TITLE),
    "Chinese": _lines("毒品", _TITLE),
    "Arabic": _lines("و", _TITLE),
    "two scripts": _lines("aЖ", _TITLE),
    "www.": _lines("www.", _TITLE),
    "http://": _lines("http://", _TITLE),
    "one address": _lines("a/", "  • 22/01/2016\n    www.unodc.org/"),
    "a@": _lines("a@", _TITLE),
    "a.a": _lines("a.", "  • 22/01/2016\n    x@"),
    "telephone numbers": _lines("+43 1 26060 ", _TITLE),
    "open telephone numbers": _lines("(1", _TITLE),
    "documents": _lines("A/RES/63/294 ", _TITLE),
    "parts of documents": _lines("A/", _TITLE),
    "SMS:": _lines("SMS: ", _TITLE),
    "SDG": _lines("SDG 16.2, ", _TITLE),
    "JSON: open lists": _lines("["),
    "JSON: open records": _lines('{"title":'),
    "JSON: a long number": _lines("1", '{"schema":'),
    "JSON: a long title": _lines("a", '{"title":"'),
    "JSON: empty records": _lines("{}\n"),
}
"""What each text is made of; the printed part of an entry stands in front where only a body gets so far."""


# ---- functions

TIMELINE = ("merge", "link_translations")
"""The functions that compare entries with each other."""


def _parse(form: str) -> Callable[[str], Work]:
    return lambda text: lambda: ask(unodc_feed.parse(text, format=form))


def _iter_parse(text: str) -> Work:
    pieces, form = io.StringIO(text, newline=""), unodc_feed.detect_format(text) or Format.BLOCKS
    return lambda: ask_in_passing(unodc_feed.iter_parse(pieces, format=form))


def _merge(text: str) -> Work:
    return partial(unodc_feed.merge, _entries(text))


def _link(text: str) -> Work:
    return partial(unodc_feed.link_translations, _entries(text))


def _write(text: str) -> Work:
    entries = _entries(text)
    return lambda: deque(unodc_feed.to_json_lines(entries), maxlen=0)


def _load(text: str) -> Work:
    """The text as a file of JSON Lines, and its entries written as such."""
    lines = [*unodc_feed.to_json_lines(_entries(text))]

    def work() -> None:
        deque(unodc_feed.from_json_lines(lines), maxlen=0)
        try:
            deque(unodc_feed.from_json_lines(io.StringIO(text)), maxlen=0)
        except UnodcFeedError:
            return

    return work


def _entries(text: str) -> list[Entry]:
    return ask(unodc_feed.parse(text, format=unodc_feed.detect_format(text) or Format.BLOCKS))


FUNCTIONS: dict[str, Callable[[str], Work]] = {
    "parse_bulleted": _parse("bulleted"),
    "parse_blocks": _parse("blocks"),
    "parse_reference": _parse("reference"),
    "iter_parse": _iter_parse,
    "detect_format": lambda text: partial(unodc_feed.detect_format, text),
    "find_mentions": lambda text: partial(unodc_feed.find_mentions, text),
    "merge": _merge,
    "link_translations": _link,
    "to_json_lines": _write,
    "from_json_lines": _load,
}
"""What is done with a text; entries are made of it first where a function takes entries."""

REACHED_BY = {text: ("find_mentions", "from_json_lines") for text in TEXTS if text.startswith("JSON")}
"""The functions that a text is meant for, if not for all."""
