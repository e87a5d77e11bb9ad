"""Text to lines: the only place where newlines, indents, bullets and white space are interpreted.

In: the text of a document, in pieces.  Out: its printed lines, each with its number, its place in the text, its indent,
whether it has a bullet, whether it stands below a blank one, and its text with every run of white space made one space.
All formats read these.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unodc_feed._parsing.grammar import BULLET, BULLETS, DASHES, INVISIBLE
from unodc_feed._patterns import deferred

_TAB_WIDTH = 4
_MARGIN = deferred(re.compile, rf"[\s{INVISIBLE}]*")


class Line(NamedTuple):
    """One line of a document on which something is printed.

    ``start`` and ``end`` are the offsets of its first printed character (the bullet, if there is one) and behind its
    last.  The first line counts as one below a blank line.
    """

    number: int
    start: int
    end: int
    indent: int
    bullet: bool
    below_blank: bool
    text: str


def read_lines(pieces: Iterable[str]) -> Iterator[Line]:
    r"""Split a text, given in pieces, into lines; like an editor, only at the three usual newlines.

    >>> list(read_lines(["A  ti", "tle\r", "\n\n\n\t• 22/01/2016"]))[1]
    Line(number=4, start=13, end=25, indent=4, bullet=True, below_blank=True, text='22/01/2016')
    """
    offset = 0
    below_blank = True
    for number, raw in enumerate(_raw_lines(pieces), 1):
        line = None
        if printed := raw.strip():
            bullet = printed[0] in BULLETS
            text = printed[1:].lstrip() if bullet else printed
            if text.isprintable() and "  " not in text and "\t" not in raw and printed[0] not in DASHES:
                margin = raw.index(printed[0])  # the plain case: of all white space only the space
                start = offset + margin
                line = Line(number, start, start + len(printed), margin, bullet, below_blank, text)
            else:
                line = _read_line(raw, number, offset, below_blank)
        if line is not None:
            yield line
        below_blank = line is None
        offset += len(raw) + 1


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


def _read_line(raw: str, number: int, offset: int, below_blank: bool) -> Line | None:
    margin = _end_of_margin(raw, 0)
    bullet = BULLET.match(raw, margin)
    begin = margin if bullet is None else _end_of_margin(raw, bullet.end())
    content = raw[begin:].rstrip()
    if not content and bullet is None:
        return None
    end = begin + len(content) if content else margin + 1
    indent = len(raw[:margin].expandtabs(_TAB_WIDTH))
    text = " ".join(content.split())
    return Line(number, offset + margin, offset + end, indent, bullet is not None, below_blank, text)


def _end_of_margin(raw: str, start: int) -> int:
    margin = _MARGIN.match(raw, start)
    return margin.end() if margin else start
