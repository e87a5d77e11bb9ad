"""The head of a document: topic, heading, declared count and introduction, from the lines above its entries."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from unodc_feed._model import Role
from unodc_feed._parsing.grammar import COUNT, is_furniture, is_headline
from unodc_feed._parsing.lines import Line

LONGEST_HEAD = 1000
"""So many printed lines above the entries are read; what stands further above belongs to the site around them."""


class Head(NamedTuple):
    """What the head says, and what each of its printed lines is."""

    topic: str | None
    heading: str | None
    declared_count: int | None
    intro: str | None
    roles: Sequence[tuple[Role, Line]]


def read_head(lines: Iterable[Line]) -> Head:
    """Read the printed lines above the entries: the last headline is the heading, the one above it the topic.

    Sentences below the heading are the introduction; everything else belongs to the site around the listing.
    """
    lines = list(lines)
    roles = dict.fromkeys(lines, Role.FURNITURE)
    for line in lines:
        if COUNT.fullmatch(line.text):
            roles[line] = Role.COUNT
    counts = [line for line in lines if roles[line] is Role.COUNT]
    texts = [line for line in lines if not (line.bullet or roles[line] is Role.COUNT or is_furniture(line.text))]
    headlines = [line for line in texts if is_headline(line.text) and not (counts and line.number > counts[-1].number)]
    for line, role in zip(headlines[-1:-3:-1], (Role.HEADING, Role.TOPIC), strict=False):
        roles[line] = role
    below = [line for line in lines if headlines and line.number > headlines[-1].number]
    for line in takewhile(lambda line: not line.bullet, below):  # what is below a bullet belongs to it
        if roles[line] is Role.FURNITURE and not is_furniture(line.text) and not is_headline(line.text):
            roles[line] = Role.INTRO

    def text_of(role: Role) -> str | None:
        return "\n\n".join(line.text for line in lines if roles[line] is role) or None

    heading = text_of(Role.HEADING)
    declared = COUNT.search(counts[-1].text if counts else heading or "")
    if heading is not None and not counts and declared is not None:  # "News (563 entries)"
        heading = heading[: declared.start()].strip() or None
    return Head(
        topic=text_of(Role.TOPIC),
        heading=heading,
        declared_count=int("".join(filter(str.isdecimal, declared[1]))) if declared else None,
        intro=text_of(Role.INTRO),
        roles=[(roles[line], line) for line in lines],
    )
