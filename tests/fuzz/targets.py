"""What is fuzzed: functions of any bytes, which assert that every promise holds.

:mod:`tests.fuzz.fuzz` calls them with what a fuzzer thinks up, ``tests/test_fuzz.py`` with the files of ``corpus/``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import unodc_feed
from tests.promises import check_detection, check_promises
from unodc_feed import Entry, Format, JsonLinesError, UnknownFormatError


def parse(octets: bytes) -> None:
    """Every promise, in each format; the first byte says where the text is cut into pieces."""
    text = _text(octets[1:])
    cut = int.from_bytes(octets[:1], "big")
    for form in Format:
        listing = unodc_feed.parse(text, name="fuzz", format=form)
        check_promises(text, listing)
        assert tuple(unodc_feed.iter_parse([text[:cut], text[cut:]], name="fuzz", format=form)) == listing.entries
        assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(listing))) == list(listing)


def detect(octets: bytes) -> None:
    """A text is parsed in the format that is detected, or refused."""
    check_detection(_text(octets))


def merge(octets: bytes) -> None:
    """Every observation comes out once, whatever the order of the captures, and merging again changes nothing."""
    captures = _captures(octets)
    items = unodc_feed.merge(*captures)
    observed = [part for item in items for part in item.variants or (item,)]
    assert Counter(observed) == Counter({entry for capture in captures for entry in capture})
    assert unodc_feed.merge(*captures[::-1], items) == items


def link(octets: bytes) -> None:
    """Every entry is in one story, whatever the order."""
    entries = [entry for capture in _captures(octets) for entry in capture]
    stories = unodc_feed.link_translations(entries)
    assert Counter(entry for story in stories for entry in story.entries) == Counter(entries)
    assert unodc_feed.link_translations(entries[::-1]) == stories
    for line in unodc_feed.stories_to_json_lines(stories):
        json.loads(line)


def mentions(octets: bytes) -> None:
    """Mentions stand in the text, in order and apart."""
    text = _text(octets)
    place = 0
    for mention in unodc_feed.find_mentions(text):
        place = text.index(mention.text, place) + len(mention.text)


def load(octets: bytes) -> None:
    """Lines of JSON are entries, which survive another round, or are refused with their number."""
    lines = _text(octets).split("\n")
    try:
        entries = list(unodc_feed.from_json_lines(lines))
    except JsonLinesError as error:
        entries, refused = [], error.line
    else:
        refused = 1
    assert 1 <= refused <= len(lines)
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(entries))) == entries


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "detect": detect,
    "merge": merge,
    "link": link,
    "mentions": mentions,
    "load": load,
}


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "surrogateescape")


def _captures(octets: bytes) -> list[list[Entry]]:
    """Captures, parted by the byte 0; every other one of a format of its own."""
    forms = (None, Format.BLOCKS, Format.BULLETED)
    captures = []
    for number, part in enumerate(octets.split(b"\0")):
        try:
            listing = unodc_feed.parse(_text(part), name=f"capture {number}", format=forms[number % 3])
        except UnknownFormatError:
            continue
        captures.append([*listing])
    return captures
