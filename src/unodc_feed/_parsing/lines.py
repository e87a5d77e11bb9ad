"""Text to lines: the only place where newlines, indents, bullets and white space are interpreted.

In: the text of a document, in pieces.  Out: its lines, each with its number, its place in the text, its indent, whether
it has a bullet, and its text with every run of white space made one space.  All formats read these.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unodc_feed._parsing.grammar import BULLET, INVISIBLE
from unodc_feed._patterns import deferred

_TAB_WIDTH = 4
_MARGIN = deferred(re.compile, rf"[\s{INVISIBLE}]*")


class Line(NamedTuple):
    """One line of a document.

    ``start`` and ``end`` are the offsets of its first printed character (the bullet, if there is one) and behind its
    last.
    """

    number: int
    start: int
    end: int
    indent: int
    bullet: bool
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text and not self.bullet


def read_lines(pieces: Iterable[str]) -> Iterator[Line]:
    r"""Split a text, given in pieces, into lines; like an editor, only at the three usual newlines.

    Of several blank lines in a row only the first is given: none of the formats counts them.

    >>> list(read_lines(["A  ti", "tle\r", "\n\n\n\t• 22/01/2016"]))[2]
    Line(number=4, start=13, end=25, indent=4, bullet=True, text='22/01/2016')
    """
    offset = 0
    blank = False
    for number, raw in enumerate(_raw_lines(pieces), 1):
        below_blank = blank
        content = raw.strip()
        blank = not content
        if blank:
            line = Line(number, offset, offset, 0, False, "")
        elif content[0].isalnum() and content.isprintable() and "  " not in content and "\t" not in raw:
            margin = raw.index(content)  # the plain case: no bullet, and of all white space only the space
            start = offset + margin
            line = Line(number, start, start + len(content), margin, False, content)
        else:
            line = _read_line(raw, number, offset)
            blank = line.blank
        offset += len(raw) + 1
        if not (blank and below_blank):
            yield line


def _raw_lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines without their newlines; every newline takes one character, and offsets stay as they are."""
    unfinished: list[str] = []
    for piece in _with_plain_newlines(pieces):
        first, *others = piece.split("\n")
        unfinished.append(first)
        if others:
            yield "".join(unfinished)
            unfinished = [others.pop()]
            yield from others
    yield "".join(unfinished)


def _with_plain_newlines(pieces: Iterable[str]) -> Iterator[str]:
    held = ""  # the first half of what may be one newline
    for piece in pieces:
        text = held + piece
        held = "\r" if text.endswith("\r") else ""
        text = text.removesuffix(held)
        yield text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    yield "\n" if held else ""


def _read_line(raw: str, number: int, offset: int) -> Line:
    margin = _end_of_margin(raw, 0)
    bullet = BULLET.match(raw, margin)
    begin = margin if bullet is None else _end_of_margin(raw, bullet.end())
    content = raw[begin:].rstrip()
    end = begin + len(content) if content else margin + (bullet is not None)
    indent = len(raw[:margin].expandtabs(_TAB_WIDTH)) if content or bullet else 0
    return Line(number, offset + margin, offset + end, indent, bullet is not None, " ".join(content.split()))


def _end_of_margin(raw: str, start: int) -> int:
    margin = _MARGIN.match(raw, start)
    return margin.end() if margin else start
