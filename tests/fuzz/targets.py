"""What is fuzzed: functions of any bytes, which assert that every promise holds.

:mod:`tests.fuzz.fuzz` calls them with what a fuzzer thinks up, ``tests/test_fuzz.py`` with the files of ``corpus/`` and
with what was found.  No other errors are caught than those that the library documents.
"""

from __future__ import annotations

import json
import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

import unodc_feed
from tests.promises import check_detection, check_promises
from unodc_feed import DecodeError, Entry, Format, JsonLinesError, Listing, UnknownFormatError
from unodc_feed._parsing import formats
from unodc_feed._timeline.lexicon import fold

ENCODINGS = (None, "utf-8-sig", "utf-16", "utf-7", "cp1252", "cp1256", "koi8-r", "gb18030", "iso2022_jp", "punycode")


def parse(octets: bytes) -> None:
    """Every promise, in each format, whole and in pieces.

    The first byte says how long a piece is and, if it is odd, by how few lines the layout is judged: that of a document
    of any length is judged by its first lines.
    """
    text = _text(octets[1:])
    size = int.from_bytes(octets[:1], "big") or 1
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    with mock.patch.object(formats, "SAMPLE", size // 2 if size % 2 else formats.SAMPLE):
        for form in Format:
            listing = unodc_feed.parse(text, name="fuzz", format=form)
            check_listing(text, listing)
            assert tuple(unodc_feed.iter_parse(pieces, name="fuzz", format=form)) == listing.entries


def detect(octets: bytes) -> None:
    """A text is parsed in the format that is detected, or refused."""
    text = _text(octets)
    listing = check_detection(text)
    if listing is not None:
        check_listing(text, listing)


def read(octets: bytes) -> None:
    """A file is parsed as its text is, or refused with the place of the byte; the first byte says how it is encoded."""
    encoding = ENCODINGS[int.from_bytes(octets[:1], "big") % len(ENCODINGS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fuzz")
        path.write_bytes(octets[1:])
        try:
            listing = unodc_feed.read(path, encoding=encoding)
        except DecodeError as error:
            assert 0 <= error.offset < len(octets)
        except UnknownFormatError:
            pass
        else:
            text = octets[1:].decode(encoding or "utf-8").removeprefix("\ufeff")
            assert listing == unodc_feed.parse(text, name="fuzz")
            check_listing(text, listing)


def merge(octets: bytes) -> None:
    """What merging promises, of captures that are parsed."""
    check_merged(_captures(octets))


def link(octets: bytes) -> None:
    """What linking promises, of captures that are parsed."""
    check_linked([entry for capture in _captures(octets) for entry in capture])


def mentions(octets: bytes) -> None:
    """Mentions stand in the text, in order and apart."""
    text = _text(octets)
    found = unodc_feed.find_mentions(text)
    place = 0
    for mention in found:
        assert mention.text.strip() == mention.text != ""
        assert mention.value
        place = text.index(mention.text, place) + len(mention.text)
    assert unodc_feed.find_mentions(text) == found


def load(octets: bytes) -> None:
    """Lines of JSON are entries, which survive another round and can be merged and linked, or are refused by number."""
    lines = octets.decode("utf-8", "replace").split("\n")  # JSON makes one character of two halves that meet
    entries: list[Entry] = []
    for line in map(_with_its_key, lines):
        try:
            entries += unodc_feed.from_json_lines(["", line])
        except JsonLinesError as error:
            assert error.line == 2
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(entries))) == entries
    check_merged([entries])
    check_linked(entries)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "detect": detect,
    "read": read,
    "merge": merge,
    "link": link,
    "mentions": mentions,
    "load": load,
}


def check_listing(text: str, listing: Listing) -> None:
    """Assert what holds for one document: nothing is lost, the same again, and no harm on the way to a file."""
    check_promises(text, listing)
    again = unodc_feed.parse(text, name=listing.name, format=listing.format)
    assert again == listing
    assert hash(again) == hash(listing)
    assert pickle.loads(pickle.dumps(listing)) == listing
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(listing))) == list(listing)
    for entry in listing:
        assert entry.not_before is None or entry.not_after is None or entry.not_before <= entry.not_after


def check_merged(captures: Sequence[Sequence[Entry]]) -> None:
    """Assert that every observation comes out once, whatever the order, and that merging again changes nothing."""
    items = unodc_feed.merge(*captures)
    given = {part for capture in captures for entry in capture for part in entry.variants or (entry,)}
    assert Counter(part for item in items for part in item.variants or (item,)) == Counter(given)
    assert unodc_feed.merge(items) == items
    assert unodc_feed.merge(*captures[::-1], items) == items
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(items))) == list(items)


def check_linked(entries: Sequence[Entry]) -> None:
    """Assert that every entry is in one story, with none of its language but copies, whatever the order."""
    stories = unodc_feed.link_translations(entries)
    assert Counter(entry for story in stories for entry in story.entries) == Counter(entries)
    assert unodc_feed.link_translations(entries[::-1]) == stories
    for story in stories:
        assert len({(entry.language, _letters(entry)) for entry in story.entries}) == len(story.by_language)
        assert (len(story.entries) > 1) == bool(story.links)
    for line in unodc_feed.stories_to_json_lines(stories):
        json.loads(line)


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "surrogateescape")


def _letters(entry: Entry) -> str:
    return "".join(filter(str.isalnum, fold("".join((entry.title or "", *entry.paragraphs)))))


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


def _with_its_key(line: str) -> str:
    """The line, with the key that the loader asks for: no mutation of a field would get past the old one."""
    try:
        list(unodc_feed.from_json_lines([line]))
    except JsonLinesError as error:
        if error.field == "key":
            _, key, _ = str(error).split("'", 2)
            return json.dumps({**json.loads(line), "key": key})
    return line
