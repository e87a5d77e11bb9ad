"""The promises: nothing is lost, every value can be traced, the same input gives the same output."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_feed
from tests.promises import check_detection, check_promises
from tests.strategies import documents
from unodc_feed import Format

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_no_line_or_letter_of_a_seed_is_lost(path: Path) -> None:
    text = path.read_bytes().decode()
    check_promises(text, unodc_feed.read(path))


@settings(max_examples=400, deadline=None)
@given(documents(), st.sampled_from([*Format]))
def test_no_line_or_letter_of_any_text_is_lost_in_any_format(text: str, form: Format) -> None:
    check_promises(text, unodc_feed.parse(text, format=form))


@pytest.mark.parametrize("form", Format)
def test_digits_of_a_later_unicode_than_pythons_do_no_harm(form: Format) -> None:
    nought = "\U0001e4f0"  # Nag Mundari, Unicode 15; Python 3.11 has Unicode 14
    text = (
        f"News\n({nought} entries)\n\n1 May 2014\n{nought}{nought}/05/2014\nA title\n{nought} May 2014\n"
        f"• {nought}1/01/2016 {nought}:10\n12 May 201{nought}\n"
    )
    listing = unodc_feed.parse(text, format=form)
    check_promises(text, listing)
    items = unodc_feed.merge(listing)
    stories = unodc_feed.link_translations(items)
    assert sorted(item.title or "" for item in items) == sorted(
        entry.title or "" for story in stories for entry in story.entries
    )


@settings(max_examples=200, deadline=None)
@given(documents())
def test_any_text_is_parsed_or_refused_as_unknown(text: str) -> None:
    listing = check_detection(text)
    if listing is not None:
        check_promises(text, listing)


@settings(max_examples=100, deadline=None)
@given(documents(), st.sampled_from([*Format]))
def test_the_same_text_gives_the_same_listing_and_survives_pickling(text: str, form: Format) -> None:
    listing = unodc_feed.parse(text, format=form)
    assert unodc_feed.parse(text, format=form) == listing
    assert pickle.loads(pickle.dumps(listing)) == listing
    assert hash(listing) == hash(unodc_feed.parse(text, format=form))


@settings(max_examples=100, deadline=None)
@given(documents(), st.sampled_from([*Format]))
def test_entries_survive_json_lines_exactly(text: str, form: Format) -> None:
    entries = list(unodc_feed.parse(text, format=form))
    assert list(unodc_feed.from_json_lines(unodc_feed.to_json_lines(entries))) == entries
