"""JSON Lines: what is written can be read back; what is wrong is named by line and field."""

import datetime as dt
import json
import pickle
from typing import Any

import attrs
import pytest

import unodc_feed
from unodc_feed import Entry, JsonLinesError, Link, Story, from_json_lines, stories_to_json_lines, to_json_lines
from unodc_feed._model import Claim, Conflict

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


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    odd = Entry(title="a\ud800")
    [line] = to_json_lines([odd])
    assert line.encode()
    assert list(from_json_lines([line])) == [odd]


def test_equal_entries_of_a_story_keep_their_places() -> None:
    twin = attrs.evolve(PARSED)
    [line] = stories_to_json_lines([Story((PARSED, twin), (Link(PARSED, twin, 9.0, ("same text",)),))])
    assert (json.loads(line)["links"][0]["left"], json.loads(line)["links"][0]["right"]) == (0, 1)


def test_blank_lines_are_passed_over() -> None:
    assert list(from_json_lines(["", *to_json_lines([PARSED]), "  \n"])) == [PARSED]


def changed(**fields: Any) -> str:
    [line] = to_json_lines([MERGED])
    return json.dumps({**json.loads(line), **fields})


SOURCE = json.loads(next(to_json_lines([PARSED])))["sources"][0]


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ("{", None, "Expecting property name"),
        ("[]", None, "expected dict, found []"),
        ("[" * 100_000, None, ""),
        ("{}", None, "expected the field 'schema' with the value 1"),
        (changed(schema=2), None, "expected the field 'schema' with the value 1"),
        ('{"schema": 1}', None, "missing or unknown: caption,"),
        (changed(colour="red"), None, "missing or unknown: colour"),
        (changed(title=5), "title", "expected str, found 5"),
        (changed(date="2015-02-31"), "date", "day is out of range"),
        (changed(time="25:00"), "time", "hour"),
        (changed(date_basis="guessed"), "date_basis", "'guessed' is not a valid DateBasis"),
        (changed(end_date="2001-01-01"), None, "end_date 2001-01-01 needs a date"),
        (changed(paragraphs="text"), "paragraphs", "expected list, found 'text'"),
        (changed(paragraphs=["text", None]), "paragraphs[1]", "expected str, found None"),
        (changed(sources=[{**SOURCE, "first_line": True}]), "sources[0].first_line", "expected int, found True"),
        (changed(sources=[{**SOURCE, "first_line": 0}]), "sources[0]", "'first_line' must be >= 1"),
        (changed(sources=[{**SOURCE, "captured_at": "noon"}]), "sources[0].captured_at", "Invalid isoformat"),
        (
            changed(conflicts=[{"field": "sources", "claims": []}]),
            "conflicts[0]",
            "no field 'sources' can be in conflict",
        ),
        (changed(conflicts=[{}]), "conflicts[0].field", "expected str, found None"),
        (changed(conflicts=[None]), "conflicts[0]", "expected dict, found None"),
        (
            changed(conflicts=[{"field": "date", "claims": [{"value": "x", "sources": []}]}]),
            "conflicts[0].claims[0].value",
            "Invalid isoformat",
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
