"""Text to lines: the only place where newlines, indents, bullets and white space are interpreted.

In: the text of a document.  Out: its lines, each with its number, its place in the text, its indent, whether it has a
bullet, and its text with every run of white space made one space.  All formats read these.
"""

from typing import NamedTuple

from unodc_feed._parsing.grammar import LINE

TAB_WIDTH = 4


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
    r"""Split a text into lines.

    >>> read_lines("A  title\r\n\t• 22/01/2016")[1]
    Line(number=2, start=11, end=23, indent=4, bullet=True, text='22/01/2016')
    """
    lines = []
    for number, match in enumerate(LINE.finditer(text), 1):
        indent, bullet, content = match.groups()
        start = match.start() + len(indent)
        words = content.split()
        end = match.start(3) + len(content.rstrip()) if words else start + len(bullet or "")
        lines.append(Line(number, start, end, len(indent.expandtabs(TAB_WIDTH)), bullet is not None, " ".join(words)))
    return lines
