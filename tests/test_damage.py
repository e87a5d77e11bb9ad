"""Whatever happened to a page, every promise holds for what is left of it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_feed
from tests.damage import DAMAGES, bulleted_listings, damaged_documents
from tests.promises import check_promises
from unodc_feed import Format, UnknownFormatError

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PAGES = Path(__file__).parent.parent / "docs" / "reference" / "diagnostics"


@settings(max_examples=300, deadline=None)
@given(damaged_documents(), st.sampled_from([*Format]))
def test_a_damaged_page_keeps_every_promise(text: str, form: Format) -> None:
    listing = unodc_feed.parse(text, name="page", format=form)
    check_promises(text, listing)
    assert unodc_feed.parse(text, name="page", format=form) == listing
    assert tuple(unodc_feed.iter_parse([text], name="page", format=form)) == listing.entries
    assert {found.code for found in listing.diagnostics} <= {page.stem for page in PAGES.glob("*.md")}
    for entry in listing:
        assert not (entry.not_before and entry.not_after) or entry.not_before <= entry.not_after


@settings(max_examples=100, deadline=None)
@given(damaged_documents(), damaged_documents())
def test_what_is_merged_and_linked_of_damaged_pages_is_what_was_parsed(one: str, other: str) -> None:
    captures = [_parsed(one, "one"), _parsed(other, "other")]
    items = unodc_feed.merge(*captures)
    entries = {entry for capture in captures for entry in capture}
    assert Counter(part for item in items for part in item.variants or (item,)) == Counter(entries)
    stories = unodc_feed.link_translations(items)
    assert Counter(entry for story in stories for entry in story.entries) == Counter(items)
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(items))) == list(items)


def _parsed(text: str, name: str) -> tuple[unodc_feed.Entry, ...]:
    try:
        return unodc_feed.parse(text, name=name).entries
    except UnknownFormatError:
        return unodc_feed.parse(text, name=name, format=Format.BULLETED).entries


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 5000), st.integers(1, 5))
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("path", [SEEDS[3], SEEDS[4]], ids=lambda path: path.name[:3])
def test_a_damaged_seed_keeps_every_promise(path: Path, damage: str, place: int, extent: int) -> None:
    text = DAMAGES[damage](path.read_bytes().decode(), place, extent)[:60_000]
    for form in Format:
        check_promises(text, unodc_feed.parse(text, format=form))


@settings(max_examples=50, deadline=None)
@given(bulleted_listings())
def test_a_grown_listing_has_as_many_entries_as_dated_bullets(text: str) -> None:
    assert len(unodc_feed.parse(text)) == len(re.findall(r"^  • ", text, re.MULTILINE))
