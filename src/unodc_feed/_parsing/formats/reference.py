"""Reference pages: one top-level bullet an entry, its title up to a colon, its body behind and below it.

Nested bullets and indented lines belong to the bullet above them.  A bullet that ends in a colon with nothing under it
announces the text that follows, which is its body; other text between the bullets belongs to no entry.
"""

from collections.abc import Sequence

import regex

from unodc_feed._parsing.grammar import is_unfinished
from unodc_feed._parsing.items import Item, Page, Paragraph, paragraphs_of_lines
from unodc_feed._parsing.lines import Line

_FEWEST = 2  # bullets: a single one makes no page of them
_NAVIGATION_WORDS = 4
_MARK = regex.compile(r"[()]|:(?=\s|\Z)")


def detect(lines: Sequence[Line]) -> int:
    """How much speaks for this format: the number of its bullets."""
    bullets = sum(line.bullet and bool(line.text) for line in lines)
    return bullets if bullets >= _FEWEST else 0


def split(lines: Sequence[Line]) -> Page:
    """Take a reference page apart."""
    level = min((line.indent for line in lines if line.bullet), default=0) + 1
    tops = [n for n, line in enumerate(lines) if line.bullet and line.indent <= level]
    tops = tops[_navigation(lines, tops) :]
    if not tops:
        return Page(lines, [], [])
    items: list[Item] = []
    stray: list[Line] = []
    for start, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        block = lines[start:end]
        size = _size(block, level)
        own = [line for line in block[:size] if not line.blank]
        items.append(_item(own))
        stray.extend(line for line in block[size:] if not line.blank)
    return Page(lines[: tops[0]], items, stray)


def _navigation(lines: Sequence[Line], tops: Sequence[int]) -> int:
    """How many of the first bullets are the site's menu: short ones, one a line, above the first text of the page."""
    for count, top in enumerate(tops):
        below = lines[top + 1 : tops[count + 1] if count + 1 < len(tops) else None]
        if len(lines[top].text.split()) > _NAVIGATION_WORDS or ":" in lines[top].text:
            return 0
        texts = [line for line in below if line.text]
        if texts:
            is_menu = count > 0 and not below[0].text and texts[0].indent < lines[top].indent + 1
            return count + 1 if is_menu else 0
    return 0


def _size(block: Sequence[Line], level: int) -> int:
    """How many lines from its bullet on belong to an entry."""
    size = 1
    while size < len(block):
        line, above = block[size], block[size - 1]
        if line.text and line.indent < level and above.blank:
            break
        size += 1
    is_announcement = block[0].text.endswith(":") and not any(line.text for line in block[1:size])
    return len(block) if is_announcement else size


def _item(lines: Sequence[Line]) -> Item:
    heading = Paragraph.of(lines[0])
    colon, used = _colon(lines[0].text, 0), 1
    while colon is None and used < len(lines) and not lines[used].bullet:
        if not (heading.goes_on_with(lines[used]) or is_unfinished(lines[used - 1].text)):
            break
        colon = _colon(lines[used].text, heading.open_brackets)
        heading.add(lines[used])
        used += 1
    text = heading.text
    place = len(text) if colon is None else len(text) - len(lines[used - 1].text) + colon
    title, rest = text[:place], text[place + 1 :].strip()
    body = list(lines[used:])
    if rest:
        body.insert(0, lines[0]._replace(text=rest, bullet=False))
    texts = tuple(paragraph.text for paragraph in paragraphs_of_lines(body) if paragraph.text)
    return Item(lines[0], lines[-1], None, title or None, texts)


def _colon(text: str, depth: int) -> int | None:
    """The place of the first colon of a line that stands outside brackets, of which some may be open above it."""
    for mark in _MARK.finditer(text):
        if mark[0] == ":" and depth <= 0:
            return mark.start()
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
    return None
