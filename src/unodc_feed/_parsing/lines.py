"""Text to lines: the only place where newlines, indents, bullets and white space are interpreted.

In: the text of a document.  Out: its lines, each with its number, its place in the text, its indent, whether it has a
bullet, and its text with every run of white space made one space.  All formats read these.
"""

import re
from typing import NamedTuple

from unodc_feed._parsing.grammar import BULLET, INVISIBLE

_TAB_WIDTH = 4
_MARGIN = re.compile(rf"[\s{INVISIBLE}]*")


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


def read_lines(text: str) -> list[Line]:
    r"""Split a text into lines; like an editor, only at the three usual newlines.

    >>> read_lines("A  title\r\n\t• 22/01/2016")[1]
    Line(number=2, start=11, end=23, indent=4, bullet=True, text='22/01/2016')
    """
    if "\r" in text:  # offsets stay as they are
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    lines = []
    offset = 0
    for number, raw in enumerate(text.split("\n"), 1):
        content = raw.strip()
        if not content:
            lines.append(Line(number, offset, offset, 0, False, ""))
        elif content[0].isalnum() and content.isprintable() and "  " not in content and "\t" not in raw:
            margin = raw.index(content)  # the plain case: no bullet, and of all white space only the space
            start = offset + margin
            lines.append(Line(number, start, start + len(content), margin, False, content))
        else:
            lines.append(_read_line(raw, number, offset))
        offset += len(raw) + 1
    return lines


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
