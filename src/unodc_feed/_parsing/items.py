"""Items: what every format hands to the assembler, and how lines become paragraphs.

A format module finds where entries begin and end and which lines are date, title and body; it makes an :class:`Item` of
each.  What an item says, the assembler works out for all formats alike.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unodc_feed._parsing.dates import Reading
from unodc_feed._parsing.grammar import is_closed, is_furniture, is_read_more, is_unfinished, starts_small
from unodc_feed._parsing.lines import Line


class Item(NamedTuple):
    """One entry as its format sees it: its place in the document, and the texts of its parts."""

    first_line: int
    last_line: int
    start: int
    end: int
    date: Reading | None
    title: str | None
    paragraphs: tuple[str, ...]
    date_is_glued: bool = False
    date_is_shared: bool = False


Paragraph = list[Line]
"""The lines that a reader sees as one paragraph."""


def text_of(paragraph: Paragraph) -> str:
    """The lines of a paragraph, joined."""
    return " ".join([line.text for line in paragraph]) if len(paragraph) > 1 else paragraph[0].text


def open_brackets(text: str) -> int:
    """How many brackets are open behind a text that were not before it."""
    return text.count("(") - text.count(")")


def goes_on(end: str, open_brackets: int, line: Line) -> bool:
    """Tell whether a line goes on with a paragraph that was broken to fit a width, after its last line so far."""
    if is_closed(end):  # "¿Quién vigila al algoritmo?" may go on, "See www.unodc.org." does not
        may_go_on = end[-1] in "?!" and starts_small(line.text)
    else:
        may_go_on = open_brackets > 0 or (starts_small(line.text) and end[-1:] not in ":;")
    return may_go_on and not line.bullet and not is_read_more(line.text)


def paragraphs_of_lines(lines: Iterable[Line]) -> list[Paragraph]:
    """Make a paragraph of each line, but for the rest of a wrapped one."""
    paragraphs: list[Paragraph] = []
    depth = 0
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1][-1].text, depth, line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
            depth = 0
        depth += open_brackets(line.text)
    return paragraphs


def paragraphs_between_blanks(lines: Iterable[Line]) -> list[Paragraph]:
    """Make a paragraph of each run of lines between blank ones; a bullet begins its own."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        first = paragraphs[-1][0] if paragraphs else line
        if first is line or line.below_blank or line.bullet or (first.bullet and line.indent <= first.indent):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def is_second_line_of_title(title: str, following: str) -> bool:
    """Tell whether a line completes a title that was broken over two lines."""
    return is_unfinished(title) or starts_small(following)


def size_without_footer(lines: Sequence[Line]) -> int:
    """How many lines of the last entry there are above the furniture with which a page ends; the first is its own."""
    size = len(lines)
    while size > 1 and is_furniture(lines[size - 1].text):
        size -= 1
    return size
