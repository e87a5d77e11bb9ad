"""Bulleted listings: one dated top-level bullet an entry, its title on the next line, its body below.

A blank line right after the date means that there is no title.  Nested bullets belong to the body.  Where the entries
are indented, text that is not indented belongs to none of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from unodc_feed._parsing.dates import Reading, read_date, read_leading_date, split_glued_date
from unodc_feed._parsing.grammar import has_sentences, is_closed, is_furniture, is_headline, is_read_more
from unodc_feed._parsing.items import (
    Item,
    is_second_line_of_title,
    paragraphs_between_blanks,
    paragraphs_of_lines,
    size_without_footer,
    text_of,
)
from unodc_feed._parsing.lines import Line
from unodc_feed._patterns import deferred

_AFTER_DATE = deferred(regex.compile, r"\s*[-–—:|]\s+(?=\S)")


class _Block(NamedTuple):
    """The lines of one entry, and the date with which the first one begins, with the text that is glued to it."""

    dated: tuple[Reading, str] | None
    lines: list[Line]


def detect(sample: Sequence[Line]) -> int:
    """How much speaks for this format: the number of dated bullets."""
    return sum(line.bullet and _dated(line) is not None for line in sample)


def split(lines: Iterable[Line], sample: Sequence[Line]) -> Iterator[Item | Line]:
    """Take a bulleted listing apart."""
    dated = [n for n, line in enumerate(sample) if line.bullet and _dated(line) is not None]
    level = min((sample[n].indent for n in dated), default=0) + 1
    following = [below for n in dated for below in sample[n + 1 : n + 2] if below.text and not below.below_blank]
    indented = _is_indented(following, level)
    spaced = any(isinstance(part, _Block) and _has_inner_blank(part.lines) for part in _parts(sample, level, indented))
    for part in _parts(lines, level, indented):
        yield _item(part, spaced) if isinstance(part, _Block) else part


def _parts(lines: Iterable[Line], level: int, indented: bool) -> Iterator[_Block | Line]:
    """The blocks of the entries, and the lines that belong to none."""
    block: _Block | None = None
    for line in lines:
        top = line.bullet and line.indent <= level
        dated = _dated(line) if top else None
        if dated is not None or (top and block is not None and not is_furniture(line.text)):
            if block is not None:
                yield block
            block = _Block(dated, [line])
        elif block is not None and not top and (not indented or line.indent >= level):
            block.lines.append(line)
        else:
            if block is not None:
                yield block
            block = None
            yield line
    if block is not None:
        size = len(block.lines) if indented else size_without_footer(block.lines)
        yield _Block(block.dated, block.lines[:size])
        yield from block.lines[size:]


def _dated(line: Line) -> tuple[Reading, str] | None:
    """The date with which a bullet begins, and the text that is glued to it."""
    reading = read_date(line.text)
    if reading is not None:
        return reading, ""
    glued = split_glued_date(line.text)
    if glued is not None:
        return glued
    read = read_leading_date(line.text)
    mark = _AFTER_DATE.match(line.text, read[1]) if read else None
    return (read[0], line.text[mark.end() :]) if read and mark else None


def _is_indented(following: Sequence[Line], level: int) -> bool:
    """Whether the text of most entries, of which these are the lines below the dates, stands in from their bullets."""
    return sum(line.indent >= level for line in following) * 2 >= len(following)


def _has_inner_blank(block: Sequence[Line]) -> bool:
    return any(line.below_blank for line in block[2:])


def _item(block: _Block, spaced: bool) -> Item:
    first, *content = block.lines
    reading, rest = block.dated if block.dated is not None else (None, first.text)
    if rest:
        content.insert(0, first._replace(text=rest, bullet=False, below_blank=False))
    size = _size_of_title(content, spaced)
    title = text_of(content[:size]) if size else None
    body = (paragraphs_between_blanks if spaced else paragraphs_of_lines)(content[size:])
    texts = tuple([text for paragraph in body if (text := text_of(paragraph))])
    last, is_glued = block.lines[-1], bool(rest and block.dated)
    return Item(first.number, last.number, first.start, last.end, reading, title, texts, is_glued)


def _size_of_title(content: Sequence[Line], spaced: bool) -> int:
    """How many lines the title takes: those between the date and the first blank line that have its shape."""
    if not content or content[0].below_blank or content[0].bullet:
        return 0
    if len(content) == 1 and is_read_more(content[0].text):
        return 0
    if is_closed(content[0].text) and has_sentences(content[0].text):
        return 0
    size = 1
    while size < len(content) and not (content[size].below_blank or content[size].bullet):
        title, line = content[size - 1].text, content[size].text
        if is_read_more(line) or not is_headline(line) or not (spaced or is_second_line_of_title(title, line)):
            break
        size += 1
    return size
