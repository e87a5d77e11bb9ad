"""Bulleted listings: one dated top-level bullet an entry, its title on the next line, its body below.

A blank line right after the date means that there is no title.  Nested bullets belong to the body.  Where the entries
are indented, text that is not indented belongs to none of them.
"""

from collections.abc import Sequence
from itertools import pairwise

import regex

from unodc_feed._parsing.dates import Reading, read_date, read_leading_date, split_glued_date
from unodc_feed._parsing.grammar import has_sentences, is_closed, is_headline, is_read_more
from unodc_feed._parsing.items import (
    Item,
    Page,
    is_second_line_of_title,
    paragraphs_between_blanks,
    paragraphs_of_lines,
    size_without_footer,
)
from unodc_feed._parsing.lines import Line

_AFTER_DATE = regex.compile(r"\s*[-–—:|]\s+(?=\S)")


def detect(lines: Sequence[Line]) -> int:
    """How much speaks for this format: the number of dated bullets."""
    return sum(line.bullet and _dated(line) is not None for line in lines)


def split(lines: Sequence[Line]) -> Page:
    """Take a bulleted listing apart."""
    dated = {line.number: read for line in lines if line.bullet and (read := _dated(line)) is not None}
    level = min((line.indent for line in lines if line.number in dated), default=0) + 1
    blocks: list[list[Line]] = []
    head: list[Line] = []
    stray: list[Line] = []
    indented = _is_indented(lines, dated, level)
    inside = False
    end = size_without_footer(lines)
    while indented and end < len(lines) and not lines[end].bullet and (lines[end].blank or lines[end].indent >= level):
        end += 1  # what stands further in than the bullets belongs to an entry
    for line in lines[:end]:
        top = line.bullet and line.indent <= level
        if top and (line.number in dated or inside):
            blocks.append([line])
            inside = True
        elif inside and not (indented and line.indent < level and not line.blank):
            blocks[-1].append(line)
        else:
            inside = False
            (stray if blocks else head).append(line)
    spaced = any(_has_inner_blank(block) for block in blocks)
    items = [_item(block, dated.get(block[0].number), spaced) for block in blocks]
    return Page(head, items, [line for line in (*stray, *lines[end:]) if not line.blank])


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


def _is_indented(lines: Sequence[Line], dated: dict[int, tuple[Reading, str]], level: int) -> bool:
    """Whether the text of most entries stands further in than their bullets."""
    following = [after for line, after in pairwise(lines) if line.number in dated and after.text]
    return sum(line.indent >= level for line in following) * 2 >= len(following)


def _has_inner_blank(block: Sequence[Line]) -> bool:
    printed = [n for n, line in enumerate(block) if not line.blank]
    return any(line.blank for line in block[2 : printed[-1]])


def _item(block: Sequence[Line], dated: tuple[Reading, str] | None, spaced: bool) -> Item:
    last = len(block) - 1
    while block[last].blank:
        last -= 1
    first, content = block[0], list(block[1 : last + 1])
    reading, rest = dated if dated is not None else (None, first.text)
    if rest:
        content.insert(0, first._replace(text=rest, bullet=False, indent=first.indent + 1))
    size = _size_of_title(content, spaced)
    title = " ".join(line.text for line in content[:size])
    body = (paragraphs_between_blanks if spaced else paragraphs_of_lines)(content[size:])
    texts = tuple(paragraph.text for paragraph in body if paragraph.text)
    return Item(first, block[last], reading, title or None, texts, date_is_glued=bool(rest and dated))


def _size_of_title(content: Sequence[Line], spaced: bool) -> int:
    """How many lines the title takes: those between the date and the first blank line that have its shape."""
    if not content or not content[0].text or content[0].bullet:
        return 0
    if len(content) == 1 and is_read_more(content[0].text):
        return 0
    if is_closed(content[0].text) and has_sentences(content[0].text):
        return 0
    size = 1
    while size < len(content) and content[size].text and not content[size].bullet:
        title, line = content[size - 1].text, content[size].text
        if is_read_more(line) or not is_headline(line) or not (spaced or is_second_line_of_title(title, line)):
            break
        size += 1
    return size
