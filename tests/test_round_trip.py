"""Entries that are printed back into their format are read as the same entries.

Left out are entries without a date on pages that have dates (nothing marks where they begin), and those whose caption
white space parts from the body: what was white space is not kept, and glued together another seam may show.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_feed
from tests.damage import bulleted_listings
from tests.printing import printed, said
from unodc_feed import Entry, Format, Listing

TESTS = Path(__file__).parent
DOCUMENTS = sorted([*(TESTS.parent / "seeds").glob("*.txt"), *(TESTS / "written").glob("*.txt")])


def is_printed_glued(entry: Entry, text: str) -> bool:
    [source] = entry.sources
    first = entry.paragraphs[0] if entry.paragraphs else ""
    return entry.caption is None or f"{entry.caption}{first}" in " ".join(text[source.start : source.end].split())


def printable(listing: Listing, text: str) -> list[Entry]:
    dated = listing.format is not Format.REFERENCE
    return [entry for entry in listing if (entry.date or not dated) and is_printed_glued(entry, text)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_entries_of_a_document_survive_printing(path: Path) -> None:
    listing = unodc_feed.read(path)
    entries = printable(listing, path.read_bytes().decode())
    again = unodc_feed.parse(printed(entries, listing.format), format=listing.format)
    assert len(entries) * 3 > len(listing)
    assert [said(entry) for entry in again] == [said(entry) for entry in entries]


@settings(deadline=None)
@given(bulleted_listings(), st.data())
def test_the_entries_of_a_grown_listing_survive_printing(text: str, data: st.DataObject) -> None:
    listing = unodc_feed.parse(text, format=Format.BULLETED)
    entries = data.draw(st.permutations(printable(listing, text)))
    again = unodc_feed.parse(printed(entries, Format.BULLETED), format=Format.BULLETED)
    assert [said(entry) for entry in again] == [said(entry) for entry in entries]
