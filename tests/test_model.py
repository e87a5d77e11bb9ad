"""The records: frozen, checked when they are made, picklable, and short to look at."""

import copy
import datetime as dt
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest

import unodc_feed
from unodc_feed import DateBasis, Entry, Format, Listing, Mention, MentionKind, Role, Source, Span
from unodc_feed._model import Claim, Conflict, Link, Story

SOURCE = Source(name="page.txt", format=Format.BULLETED, first_line=5, last_line=8, start=10, end=90)
ENTRY = Entry(
    title="Funded Projects",
    date=dt.date(2015, 7, 2),
    date_basis=DateBasis.STATED,
    paragraphs=("One.", "Two."),
    language="en",
    mentions=(Mention(MentionKind.SMS, "233733", "233733"),),
    sources=(SOURCE,),
)
RECORDS = (
    SOURCE,
    ENTRY,
    Span(role=Role.HEADING, first_line=1, last_line=1, start=0, end=3),
    unodc_feed.parse("News\n\n  • 22/01/2016\n", name="page.txt"),
    Conflict("title", (Claim("A", (SOURCE,)),)),
    Story((ENTRY,), (Link(ENTRY, ENTRY, 3.0, ("same alt text",)),)),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_are_frozen_hashable_slotted_and_picklable(record: object) -> None:
    assert pickle.loads(pickle.dumps(record)) == record
    assert hash(record) == hash(pickle.loads(pickle.dumps(record)))
    assert not hasattr(record, "__dict__")
    first = attrs.fields(type(record))[0].name  # type: ignore[arg-type]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, first, None)


def test_records_are_short_to_look_at() -> None:
    assert repr(ENTRY) == "<Entry 2015-07-02 en 'Funded Projects' page.txt:5-8>"
    assert repr(attrs.evolve(ENTRY, sources=(SOURCE, SOURCE))).endswith("page.txt:5-8 +1>")
    assert repr(Entry(paragraphs=("x" * 99,))) == f"<Entry undated - '{'x' * 59}…'>"
    assert repr(Listing(format=Format.BLOCKS, name="p")) == "<Listing 'p' blocks: 0 entries, 0 diagnostics>"
    assert repr(Story((ENTRY,))) == "<Story 2015-07-02 en 'Funded Projects'>"
    assert repr(Story((Entry(paragraphs=("One.",)),))) == "<Story undated - 'One.'>"


def test_the_body_is_the_paragraphs_with_blank_lines_between() -> None:
    assert ENTRY.body == "One.\n\nTwo."


def test_the_key_tells_content_not_place() -> None:
    elsewhere = attrs.evolve(ENTRY, sources=(attrs.evolve(SOURCE, name="other.txt"),), not_before=dt.date(2015, 1, 1))
    assert ENTRY.key == elsewhere.key == "f7f0582fca11673b2db2"
    assert attrs.evolve(ENTRY, paragraphs=("One.Two.",)).key != ENTRY.key
    assert attrs.evolve(ENTRY, title=None, caption="Funded Projects").key != ENTRY.key
    assert attrs.evolve(ENTRY, paragraphs=("One.",), read_more=("Two.",)).key != ENTRY.key
    assert len(Entry(title="\ud800").key) == 20


def test_a_moment_of_capture_is_a_datetime() -> None:
    with pytest.raises(TypeError, match="captured_at"):
        attrs.evolve(SOURCE, captured_at=dt.date(2015, 7, 2))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="captured_at"):
        unodc_feed.parse_bulleted("", captured_at="2015-07-02")  # type: ignore[arg-type]


@pytest.mark.parametrize("end", [dt.date(2015, 7, 1), dt.date(2014, 7, 2)])
def test_a_range_cannot_run_back(end: dt.date) -> None:
    with pytest.raises(ValueError, match="end_date"):
        attrs.evolve(ENTRY, end_date=end)
    with pytest.raises(ValueError, match="end_date"):
        Entry(end_date=end)


@pytest.mark.parametrize("change", [{"first_line": 0}, {"last_line": 4}, {"end": 9}])
def test_places_are_checked(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"line|offsets"):
        attrs.evolve(SOURCE, **change)
    with pytest.raises(ValueError, match=r"line|offsets"):
        attrs.evolve(Span(role=Role.INTRO, first_line=5, last_line=8, start=10, end=90), **change)


def test_a_listing_is_a_sequence_of_its_entries() -> None:
    listing = Listing(format=Format.BLOCKS, entries=(ENTRY, Entry()))
    assert len(listing) == 2
    assert list(listing) == [ENTRY, Entry()]
    assert listing[0] is ENTRY
    assert listing[1:] == (Entry(),)


def test_a_story_has_entries_and_knows_its_languages_and_date() -> None:
    french = attrs.evolve(ENTRY, language="fr", date=dt.date(2012, 1, 1), suggested_date=dt.date(2015, 7, 1))
    story = Story((ENTRY, french, attrs.evolve(ENTRY, title="Later")))
    assert story.languages == ("en", "fr")
    assert story.by_language == {"en": ENTRY, "fr": french}
    assert story.date == dt.date(2015, 7, 1)
    assert Story((Entry(),)).date is None
    with pytest.raises(ValueError, match="at least one"):
        Story(())


PAGE = """  • 22/01/2016
    Judges meet in Vienna
    Photo: UNODCThe judges met at www.unodc.org yesterday.
    Read more here.
"""


def unread() -> Entry:
    return unodc_feed.parse(PAGE)[0]


@pytest.mark.parametrize(
    "ask",
    [
        hash,
        repr,
        copy.copy,
        attrs.asdict,
        attrs.evolve,
        lambda entry: pickle.loads(pickle.dumps(entry)),
        lambda entry: entry.key,
        lambda entry: entry.body,
        lambda entry: entry.mentions,
        lambda entry: entry == unread(),
        lambda entry: [*unodc_feed.to_json_lines([entry])],
    ],
)
def test_it_does_not_matter_what_an_entry_is_asked_first(ask: Callable[[Entry], object]) -> None:
    entry = unread()
    read = attrs.evolve(entry)
    assert (read.caption, read.read_more, read.language) == ("Photo: UNODC", ("Read more here.",), "en")
    assert ask(unread()) == ask(read)


def test_the_text_of_an_entry_is_read_once_and_only_if_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find_mentions(text: str) -> tuple[Mention, ...]:
        asked.append(text)
        return ()

    monkeypatch.setattr(sys.modules["unodc_feed._parsing.assemble"], "find_mentions", find_mentions)
    entry = unodc_feed.parse(PAGE.replace("Vienna", "Bamako"))[0]
    assert entry.title == "Judges meet in Bamako"
    assert not asked
    assert entry.mentions == entry.mentions == ()
    assert entry.language == "en"
    assert len(asked) == 1


def test_an_entry_has_no_other_fields_than_its_own() -> None:
    with pytest.raises(AttributeError, match="'Entry' object has no attribute 'titel'"):
        str(unread().titel)  # type: ignore[attr-defined]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        unread().caption = None  # type: ignore[misc]


def test_several_threads_may_ask_an_entry_at_the_same_time() -> None:
    entry = unread()
    with ThreadPoolExecutor(8) as pool:
        assert {*pool.map(lambda _: entry.caption, range(100))} == {"Photo: UNODC"}


def test_a_field_that_another_thread_has_read_in_the_meantime_is_there() -> None:
    entry = unread()
    assert entry.language == "en"
    assert entry.__getattr__("caption") == "Photo: UNODC"  # type: ignore[attr-defined]
