"""Streaming: a document entry by entry, with the same results as all at once and without all of it in memory."""

import re
import sys
from collections.abc import Iterator
from itertools import count, islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_feed
from tests.promises import check_promises
from tests.strategies import documents
from unodc_feed import Format, UnknownFormatError
from unodc_feed._parsing import formats

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_an_open_file_gives_the_entries_of_its_text(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        assert tuple(unodc_feed.iter_parse(lines, name=path.name)) == unodc_feed.read(path).entries


@settings(max_examples=200, deadline=None)
@given(documents(), st.sampled_from([*Format]), st.data())
def test_a_text_in_pieces_gives_the_entries_of_the_whole(text: str, form: Format, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pieces = (text[start:end] for start, end in pairwise([0, *places, len(text)]))
    assert tuple(unodc_feed.iter_parse(pieces, format=form)) == unodc_feed.parse(text, format=form).entries


@settings(max_examples=200, deadline=None)
@given(documents(), st.sampled_from([*Format]), st.integers(0, 12))
def test_a_document_that_is_longer_than_the_sample_keeps_every_promise(text: str, form: Format, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formats, "SAMPLE", size)
        patch.setattr(sys.modules["unodc_feed._parsing.assemble"], "LONGEST_HEAD", size)
        listing = unodc_feed.parse(text, format=form)
        check_promises(text, listing)
        assert tuple(unodc_feed.iter_parse([text], format=form)) == listing.entries


def test_a_text_of_unknown_format_is_refused_at_the_call() -> None:
    with pytest.raises(UnknownFormatError, match="page: none of the known formats in 1 printed lines"):
        unodc_feed.iter_parse(["Nothing", " of the kind\n"], name="page")
    with pytest.raises(UnknownFormatError, match="in the first 10000 printed lines"):
        unodc_feed.parse("Nothing of the kind\n" * 20_000)


def test_wrong_arguments_are_refused_at_the_call() -> None:
    with pytest.raises(TypeError, match="use parse"):
        unodc_feed.iter_parse("  • 22/01/2016\n")
    with pytest.raises(ValueError, match="no format 'rss'"):
        unodc_feed.iter_parse([], format="rss")


def endless(entry: str, beginning: str = "") -> Iterator[str]:
    yield beginning
    for number in count(1):
        yield entry.format(number)


@pytest.mark.parametrize(
    "pieces",
    [
        endless("  • 22/01/2016\n    Title {}\n\n    A body.\n\n"),
        endless("12 January 2021\n\nTitle {}\n\nA body.\n\n"),
        endless("  • Title {}: a body.\n"),
        endless("Line {} of the site's menu.\n", "  • 22/01/2016\n    Title\n" * 2000),
    ],
    ids=["bulleted", "blocks", "reference", "text that belongs to no entry"],
)
def test_entries_come_before_the_document_ends(pieces: Iterator[str]) -> None:
    assert len(list(islice(unodc_feed.iter_parse(pieces), 990))) == 990
    assert max(map(int, re.findall(r"\d+", next(pieces)))) < 11_000


def test_a_head_of_any_length_is_kept_with_the_furniture() -> None:
    text = "Menu of the site\n" * 3000 + "News\n(2 entries)\n\n  • 22/01/2016\n    Title\n"
    listing = unodc_feed.parse(text)
    check_promises(text, listing)
    assert (listing.topic, listing.heading, listing.declared_count) == ("Menu of the site", "News", 2)
