"""JSON Lines: what is written can be read back; what is wrong is named by line and field."""

import datetime as dt
import json
import pickle
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unodc_feed
from unodc_feed import (
    Claim,
    Conflict,
    DateBasis,
    Entry,
    Format,
    JsonLinesError,
    Link,
    Mention,
    MentionKind,
    Source,
    Story,
    from_json_lines,
    stories_to_json_lines,
    to_json_lines,
)

TEXT = """(20 entries)
  • 29-31 January 2019
    Hotline

    Photo: UNODCCall 1 (888) 373-7888.

    Read more here.
"""
[PARSED] = unodc_feed.parse(TEXT, name="page.txt", captured_at=dt.datetime(2019, 2, 1, tzinfo=dt.UTC))
LATER = attrs.evolve(PARSED, title="The hotline", date=dt.date(2019, 1, 30))
MERGED = attrs.evolve(
    PARSED,
    variants=(PARSED, LATER),
    conflicts=(
        Conflict("title", (Claim("Hotline", PARSED.sources), Claim(None, LATER.sources))),
        Conflict("date", (Claim(PARSED.date, PARSED.sources), Claim(LATER.date, LATER.sources))),
        Conflict("paragraphs", (Claim(("A", "B"), PARSED.sources),)),
    ),
)


@pytest.mark.parametrize("entry", [Entry(), PARSED, MERGED], ids=["empty", "parsed", "merged"])
def test_an_entry_survives_exactly(entry: Entry) -> None:
    assert list(from_json_lines(to_json_lines([entry, entry]))) == [entry, entry]


def test_every_field_is_written_under_its_own_name() -> None:
    [line] = to_json_lines([PARSED])
    assert list(json.loads(line)) == ["schema", "key", *(field.name for field in attrs.fields(Entry))]
    assert '"date": "2019-01-29", "end_date": "2019-01-31"' in line


texts = st.text(st.characters()) | st.text(
    st.sampled_from("\x00\n\r\x1b\x7f\x85\x9b\xad\u2028\u202e\u2066\ufeff\ud800e\U000e0041")
)
days = st.none() | st.dates()
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))  # as ISO 8601
moments = st.datetimes(timezones=st.none() | offsets)
lines_and_offsets = st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@st.composite
def sources(draw: st.DrawFn) -> Source:
    first, more, start, length = draw(lines_and_offsets)
    return Source(
        name=draw(texts),
        format=draw(st.sampled_from(Format)),
        first_line=first,
        last_line=first + more,
        start=start,
        end=start + length,
        captured_at=draw(st.none() | moments),
        feed_size=draw(st.none() | st.integers(0, 10**9)),
    )


@st.composite
def parsed_entries(draw: st.DrawFn) -> Entry:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    not_before, not_after = sorted(draw(st.tuples(st.dates(), st.dates())))
    some = st.booleans()
    dated = draw(some)
    return Entry(
        title=draw(st.none() | texts),
        date=first if dated else None,
        end_date=last if dated and draw(some) else None,
        time=draw(st.none() | st.times()),
        date_text=draw(st.none() | texts),
        date_basis=draw(st.sampled_from(DateBasis)),
        suggested_date=draw(days),
        not_before=not_before if draw(some) else None,
        not_after=not_after if draw(some) else None,
        paragraphs=tuple(draw(st.lists(texts, max_size=3))),
        caption=draw(st.none() | texts),
        read_more=tuple(draw(st.lists(texts, max_size=2))),
        language=draw(st.none() | st.sampled_from(["en", "zh"])),
        mentions=tuple(draw(st.lists(st.builds(Mention, st.sampled_from(MentionKind), texts, texts), max_size=2))),
        sources=tuple(draw(st.lists(sources(), max_size=2))),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    variants = tuple(draw(st.lists(parsed_entries(), max_size=2)))
    conflicts = tuple(
        Conflict(field, tuple(Claim(getattr(variant, field), variant.sources) for variant in variants))
        for field in draw(st.lists(st.sampled_from(["title", "date", "time", "paragraphs", "mentions"]), max_size=2))
    )
    return attrs.evolve(draw(parsed_entries()), variants=variants, conflicts=conflicts)


def whole(value: Any) -> Any:
    """A value in which two halves of a character that meet are that character, as JSON has it."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if isinstance(value, tuple):
        return tuple(map(whole, value))
    if attrs.has(type(value)):
        return type(value)(**{field.name: whole(getattr(value, field.name)) for field in attrs.fields(type(value))})
    return value


@settings(max_examples=200, deadline=None)
@given(entries())
def test_every_entry_survives_exactly_on_a_line_that_can_be_encoded_and_shown(entry: Entry) -> None:
    [line] = to_json_lines([entry])
    assert list(from_json_lines([line.encode().decode()])) == [whole(entry)]
    assert list(from_json_lines(["\ufeff" + line + "\r\n"])) == [whole(entry)]
    assert line.splitlines() == [line]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", line)


def test_half_a_character_is_written_as_an_escape_and_two_that_meet_are_read_as_one() -> None:
    half, two = Entry(title="a\ud83d"), Entry(title="a\ud83d\ude00")
    lines = list(to_json_lines([half, two]))
    assert "".join(lines).encode()
    assert list(from_json_lines(lines)) == [half, Entry(title="a\N{GRINNING FACE}")]


def test_equal_entries_of_a_story_keep_their_places() -> None:
    twin = attrs.evolve(PARSED)
    [line] = stories_to_json_lines([Story((PARSED, twin), (Link(PARSED, twin, 9.0, ("same text",)),))])
    assert (json.loads(line)["links"][0]["left"], json.loads(line)["links"][0]["right"]) == (0, 1)


def test_blank_lines_are_passed_over() -> None:
    assert list(from_json_lines(["", *to_json_lines([PARSED]), "  \n"])) == [PARSED]


def changed(**fields: Any) -> str:
    [line] = to_json_lines([MERGED])
    return json.dumps({**json.loads(line), **fields})


def source(**fields: Any) -> str:
    return changed(sources=[{**SOURCE, **fields}])


def repeated(field: str) -> str:
    """A line with a field that is there twice, the second time as it should be."""
    [line] = to_json_lines([MERGED])
    return line.replace(f'"{field}": ', f'"{field}": null, "{field}": ', 1)


SOURCE = json.loads(next(to_json_lines([PARSED])))["sources"][0]


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ("{", None, "not JSON: Expecting property name"),
        ("\n {},", None, "not JSON: Extra data (character 5)"),
        ("[]", None, "expected dict, found []"),
        ("null", None, "expected dict, found None"),
        ("[" * 100_000, None, "maximum recursion depth"),
        ("\ufeff{}", None, "not JSON: Expecting value (character 1)"),  # it may begin the first line only
        ('{"schema": 1, "title": ' + "9" * 5000 + "}", None, "a number of too many digits"),
        ("{}", "schema", "expected 1, found nothing"),
        (changed(schema=2), "schema", "expected 1, found 2"),
        (changed(schema=True), "schema", "expected 1, found True"),
        (changed(schema=1.0), "schema", "expected 1, found 1.0"),
        ('{"schema": 1, "schema": 1}', "schema", "expected 1, found more than one value"),
        ('{"schema": 1}', "title", "expected str, found nothing"),
        (changed(colour="red"), None, "no such field: 'colour'"),
        (changed(**{"\x1b" * 10**6: 1}), None, "no such field: '\\x1b\\x1b"),
        (changed(key="0" * 20), "key", f"expected '{MERGED.key}' for such an entry, found '0000"),
        (changed(title="Another"), "key", f"for such an entry, found '{MERGED.key}'"),
        (changed(title=5), "title", "expected str, found 5"),
        (changed(title=float("nan")), "title", "expected str, found nan"),
        (repeated("title"), "title", "expected str, found more than one value"),
        (repeated("first_line"), "sources[0].first_line", "expected int of 1 or more, found more than one value"),
        (repeated("date"), "date", "expected a date such as 2016-01-22, found more than one value"),
        (changed(date="2015-02-31"), "date", "expected a date such as 2016-01-22, found '2015-02-31'"),
        (changed(date="0000-01-01"), "date", "found '0000-01-01'"),
        (changed(date="10000-01-01"), "date", "found '10000-01-01'"),
        (changed(date="20150101"), "date", "found '20150101'"),
        (changed(date="2015-W01-1"), "date", "found '2015-W01-1'"),
        (changed(date="2015-01-01T00:00:00"), "date", "found '2015-01-01T00:00:00'"),
        (changed(date="２０１５-01-01"), "date", "found '２０１５-01-01'"),
        (changed(date=20150101), "date", "found 20150101"),
        (changed(time="25:00"), "time", "expected a time such as 15:06:17, found '25:00'"),
        (changed(time="15:06"), "time", "found '15:06'"),
        (changed(date_basis="guessed"), "date_basis", "expected one of stated, year_inferred, suspect, impossible, m"),
        (changed(date_basis=None), "date_basis", "found None"),
        (changed(end_date="2001-01-01"), "end_date", "expected no day without date or before it, found '2001-01-01'"),
        (changed(date=None), "end_date", "expected no day without date or before it, found '2019-01-31'"),
        (changed(not_before="2019-02-01"), "not_after", "expected no day before not_before, found '2019-01-31'"),
        (changed(paragraphs="text"), "paragraphs", "expected list, found 'text'"),
        (changed(paragraphs=["text", None]), "paragraphs[1]", "expected str, found None"),
        (changed(mentions=[{"kind": "fax", "text": "1", "value": "1"}]), "mentions[0].kind", "expected one of phone,"),
        (source(first_line=True), "sources[0].first_line", "expected int of 1 or more, found True"),
        (source(first_line=0), "sources[0].first_line", "expected int of 1 or more, found 0"),
        (source(first_line=2.0), "sources[0].first_line", "expected int of 1 or more, found 2.0"),
        (source(first_line=9, last_line=8), "sources[0].last_line", "expected no line before first_line, found 8"),
        (source(start=-1), "sources[0].start", "expected int of 0 or more, found -1"),
        (source(start=9, end=8), "sources[0].end", "expected no offset before start, found 8"),
        (source(end=10**30), "sources[0].end", "expected int of 0 or more, found 1000000"),
        (source(feed_size=-1), "sources[0].feed_size", "expected int of 0 or more, found -1"),
        (source(format="rss"), "sources[0].format", "expected one of bulleted, blocks, reference, found 'rss'"),
        (source(captured_at="noon"), "sources[0].captured_at", "expected a moment such as 2016-01-25T12:30:00+00:00"),
        (source(captured_at="2016-01-25"), "sources[0].captured_at", "found '2016-01-25'"),
        (source(captured_at="2016-01-25T12:30:00Z"), "sources[0].captured_at", "found '2016-01-25T12:30:00Z'"),
        (changed(variants=[{}]), "variants[0].title", "expected str, found nothing"),
        (changed(conflicts=[{"field": "sources", "claims": []}]), "conflicts[0].field", "expected one of title, date,"),
        (changed(conflicts=[{"field": [], "claims": []}]), "conflicts[0].field", "found []"),
        (changed(conflicts=[{}]), "conflicts[0].field", "found nothing"),
        (changed(conflicts=[None]), "conflicts[0]", "expected dict, found None"),
        (
            changed(conflicts=[{"field": "date", "claims": [{"value": "x", "sources": []}]}]),
            "conflicts[0].claims[0].value",
            "expected a date such as 2016-01-22, found 'x'",
        ),
    ],
)
def test_a_wrong_line_is_named_with_its_field(line: str, field: str | None, reason: str) -> None:
    with pytest.raises(JsonLinesError) as caught:
        list(from_json_lines(["", line], name="saved.jsonl"))
    error = caught.value
    assert (error.name, error.line, error.field) == ("saved.jsonl", 2, field)
    assert str(error).startswith("saved.jsonl:2" + (f", field {field}: " if field else ": "))
    assert reason in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_long_line_costs_little_and_its_message_is_short() -> None:
    long = Entry(title="a" * 10_000_000)
    [line] = to_json_lines([long])
    assert list(from_json_lines([line])) == [long]
    with pytest.raises(JsonLinesError) as caught:
        list(from_json_lines([line.replace('"date": null', '"date": [' + line + "]")]))
    assert len(str(caught.value)) < 300


def test_what_json_cannot_hold_is_not_written() -> None:
    with pytest.raises(ValueError, match="is merged itself and cannot be a variant"):
        list(to_json_lines([attrs.evolve(PARSED, variants=(MERGED,))]))
    with pytest.raises(ValueError, match="JSON compliant"):
        list(stories_to_json_lines([Story((PARSED, LATER), (Link(PARSED, LATER, float("nan"), ()),))]))
