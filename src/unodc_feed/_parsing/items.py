"""Items: what every format hands to the assembler, and how lines become paragraphs.

A format module finds where entries begin and end and which lines are date, title and body; it makes an :class:`Item` of
each.  What an item says, the assembler works out for all formats alike.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

import attrs

from unodc_feed._parsing.dates import Reading
from unodc_feed._parsing.grammar import is_closed, is_furniture, is_read_more, is_unfinished, starts_small
from unodc_feed._parsing.lines import Line


class Item(NamedTuple):
    """One entry as its format sees it: the lines that it spans, and the texts of its parts."""

    first: Line
    last: Line
    date: Reading | None
    title: str | None
    paragraphs: tuple[str, ...]
    date_is_glued: bool = False
    date_is_shared: bool = False


@attrs.define(eq=False)
class Paragraph:
    """A run of lines that a reader sees as one paragraph."""

    lines: list[Line]
    open_brackets: int = 0

    @classmethod
    def of(cls, line: Line) -> Self:
        """A paragraph that begins with a line."""
        paragraph = cls([])
        paragraph.add(line)
        return paragraph

    def add(self, line: Line) -> None:
        """Take one more line into the paragraph."""
        self.lines.append(line)
        self.open_brackets += line.text.count("(") - line.text.count(")")

    def goes_on_with(self, line: Line) -> bool:
        """Tell whether a line goes on with this paragraph, which was broken to fit a width."""
        end = self.lines[-1].text
        if line.bullet or is_read_more(line.text):
            return False
        if is_closed(end):  # "¿Quién vigila al algoritmo?" may go on, "See www.unodc.org." does not
            return end[-1] in "?!" and starts_small(line.text)
        return self.open_brackets > 0 or (starts_small(line.text) and end[-1:] not in ":;")

    @property
    def text(self) -> str:
        """The lines, joined."""
        return " ".join([line.text for line in self.lines]) if len(self.lines) > 1 else self.lines[0].text


def paragraphs_of_lines(lines: Iterable[Line]) -> list[Paragraph]:
    """Make a paragraph of each line, but for the rest of a wrapped one."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        if line.blank:
            continue
        if paragraphs and paragraphs[-1].goes_on_with(line):
            paragraphs[-1].add(line)
        else:
            paragraphs.append(Paragraph.of(line))
    return paragraphs


def paragraphs_between_blanks(lines: Iterable[Line]) -> list[Paragraph]:
    """Make a paragraph of each run of lines between blank ones; a bullet begins its own."""
    paragraphs: list[Paragraph] = []
    apart = True
    for line in lines:
        if line.blank:
            apart = True
            continue
        bullet = paragraphs[-1].lines[0] if paragraphs else line
        if apart or line.bullet or (bullet.bullet and line.indent <= bullet.indent):
            paragraphs.append(Paragraph.of(line))
        else:
            paragraphs[-1].add(line)
        apart = False
    return paragraphs


def is_second_line_of_title(title: str, following: str) -> bool:
    """Tell whether a line completes a title that was broken over two lines."""
    return is_unfinished(title) or starts_small(following)


def size_without_footer(lines: Sequence[Line]) -> int:
    """How many lines of the last entry there are above the furniture with which a page ends; the first is its own."""
    size = len(lines)
    while size > 1 and (lines[size - 1].blank or is_furniture(lines[size - 1].text)):
        size -= 1
    return size
