"""Reference pages: one top-level bullet an entry, its title up to a colon, its body behind and below it.

Nested bullets and indented lines belong to the bullet above them.  A bullet that ends in a colon with nothing under it
announces the text that follows, which is its body; other text between the bullets belongs to no entry.
"""

from collections.abc import Iterable, Iterator, Sequence

import regex

from unodc_feed._parsing.grammar import is_unfinished
from unodc_feed._parsing.items import Item, goes_on, open_brackets, paragraphs_of_lines, text_of
from unodc_feed._parsing.lines import Line
from unodc_feed._patterns import deferred

_FEWEST = 2  # bullets: a single one makes no page of them
_NAVIGATION_WORDS = 4
_MARK = deferred(regex.compile, r"[()]|:(?=\s|\Z)")


def detect(sample: Sequence[Line]) -> int:
    """How much speaks for this format: the number of its bullets."""
    bullets = sum(line.bullet and bool(line.text) for line in sample)
    return bullets if bullets >= _FEWEST else 0


def split(lines: Iterable[Line], sample: Sequence[Line]) -> Iterator[Item | Line]:
    """Take a reference page apart."""
    level = min((line.indent for line in sample if line.bullet), default=0) + 1
    for part in _parts(lines, level, _size_of_menu(sample, level)):
        yield part if isinstance(part, Line) else _item(part)


def _parts(lines: Iterable[Line], level: int, menu: int) -> Iterator[list[Line] | Line]:
    """The printed lines of each entry, and those that belong to none."""
    block: list[Line] = []
    is_announced = False
    for line in lines:
        top = line.bullet and line.indent <= level
        stands_out = bool(line.text) and line.indent < level and line.below_blank
        if top and menu:
            menu -= 1
            yield line
        elif top:
            if block:
                yield block
            block, is_announced = [line], False
        elif block and stands_out and not is_announced and not _announces(block):
            yield block
            yield line
            block = []
        elif block:
            is_announced = is_announced or stands_out
            block.append(line)
        else:
            yield line
    if block:
        yield block


def _announces(block: Sequence[Line]) -> bool:
    """Whether the text below an entry is its body: it ends in a colon and has none so far."""
    return block[0].text.endswith(":") and not any(line.text for line in block[1:])


def _size_of_menu(sample: Sequence[Line], level: int) -> int:
    """How many of the first bullets are the site's menu: short ones, one a line, above the first text of the page."""
    tops = [n for n, line in enumerate(sample) if line.bullet and line.indent <= level]
    for count, top in enumerate(tops):
        below = sample[top + 1 : tops[count + 1] if count + 1 < len(tops) else None]
        if len(sample[top].text.split()) > _NAVIGATION_WORDS or ":" in sample[top].text:
            return 0
        texts = [line for line in below if line.text]
        if texts:
            is_menu = count > 0 and texts[0].below_blank and texts[0].indent < sample[top].indent + 1
            return count + 1 if is_menu else 0
    return 0


def _item(lines: list[Line]) -> Item:
    colon, depth, used = _colon(lines[0].text, 0), open_brackets(lines[0].text), 1
    while colon is None and used < len(lines) and not lines[used].bullet:
        above, line = lines[used - 1].text, lines[used]
        if not (goes_on(above, depth, line) or is_unfinished(above)):
            break
        colon = _colon(line.text, depth)
        depth += open_brackets(line.text)
        used += 1
    text = text_of(lines[:used])
    place = len(text) if colon is None else len(text) - len(lines[used - 1].text) + colon
    title, rest = text[:place], text[place + 1 :].strip()
    body = lines[used:]
    if rest:
        body.insert(0, lines[0]._replace(text=rest))
    texts = tuple([text for paragraph in paragraphs_of_lines(body) if (text := text_of(paragraph))])
    first, last = lines[0], lines[-1]
    return Item(first.number, last.number, first.start, last.end, None, title or None, texts)


def _colon(text: str, depth: int) -> int | None:
    """The place of the first colon of a line that stands outside brackets, of which some may be open above it."""
    for mark in _MARK.finditer(text):
        if mark[0] == ":" and depth <= 0:
            return mark.start()
        depth = max(0, depth + {"(": 1, ")": -1}.get(mark[0], 0))  # "a) Hotline" opens none
    return None
