"""The JSON Schema of the documentation says what is written: every line that is written fits, and little else does."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

import unodc_feed
from tests.strategies import documents
from unodc_feed import DateBasis, Entry, Format, Mention, MentionKind, Source

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SCHEMAS = {
    name: json.loads((ROOT / "docs" / "reference" / f"{name}.schema.json").read_text("utf-8"))
    for name in ("entry", "story")
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[name], registry=REGISTRY, format_checker=FormatChecker(["date"]))


ENTRY, STORY = validator("entry"), validator("story")


def lines_of(entries: Iterable[Entry]) -> Iterator[Any]:
    return map(json.loads, unodc_feed.to_json_lines(entries))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_every_entry_item_and_story_of_the_seeds_fits() -> None:
    moment = dt.datetime(2016, 1, 25, 12, 30, tzinfo=dt.UTC)
    listings = [unodc_feed.read(path, captured_at=moment) for path in SEEDS]
    items = unodc_feed.merge(*listings)
    assert any(item.conflicts for item in items)
    for entries in (*(listing.entries for listing in listings), items):
        for line in lines_of(entries):
            ENTRY.validate(line)
    stories = unodc_feed.link_translations(items)
    assert any(story.links for story in stories)
    for line in unodc_feed.stories_to_json_lines(stories):
        STORY.validate(json.loads(line))


@settings(max_examples=50, deadline=None)
@given(documents(), st.sampled_from([*Format]))
def test_every_entry_of_any_text_fits(text: str, form: Format) -> None:
    for line in lines_of(unodc_feed.parse(text, format=form).entries):
        ENTRY.validate(line)


def full() -> Any:
    """A line in which every field has a value."""
    source = Source(name="a", format=Format.BLOCKS, first_line=1, last_line=2, start=0, end=9, feed_size=563)
    day, moment = dt.date(2016, 1, 22), dt.datetime(2016, 1, 25, 12, 30, 1, 5, tzinfo=dt.UTC)
    entry = Entry(
        title="Funded Projects",
        date=day,
        end_date=day,
        time=dt.time(15, 6, 17),
        date_text="22/01/2016",
        date_basis=DateBasis.SUSPECT,
        suggested_date=day,
        not_before=day,
        not_after=day,
        paragraphs=("The fund helps.",),
        caption="Photo: UNODC",
        read_more=("Read more here.",),
        language="en",
        mentions=(Mention(MentionKind.SDG_TARGET, "SDG 16.2", "16.2"),),
        sources=(attrs.evolve(source, captured_at=moment),),
    )
    other = attrs.evolve(entry, caption=None, sources=(attrs.evolve(source, name="b", captured_at=moment),))
    [item] = unodc_feed.merge([entry], [other])
    [line] = lines_of([item])
    return line


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The place of every field of every record in a line."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield (*path, name)
            yield from places(held, (*path, name))
    elif isinstance(value, list):
        for n, held in enumerate(value):
            yield from places(held, (*path, n))


PLACES = [path for path in places(full()) if path[-1] != "value"]


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_field_that_is_missing_or_of_another_kind_does_not_fit(path: tuple[str | int, ...]) -> None:
    line = full()
    ENTRY.validate(line)
    record = line
    for part in path[:-1]:
        record = record[part]
    record[path[-1]] = {"no": "field"}
    assert not ENTRY.is_valid(line)
    del record[path[-1]]
    assert not ENTRY.is_valid(line)


def test_the_schema_names_every_field_and_every_word_that_records_use() -> None:
    entry, defs = SCHEMAS["entry"], SCHEMAS["entry"]["$defs"]
    fields = [field.name for field in attrs.fields(Entry)]
    assert [*entry["properties"]] == ["schema", "key", *fields] == entry["required"]
    assert [*defs["variant"]["properties"]] == fields[:-2] == defs["variant"]["required"]
    assert [*SCHEMAS["story"]["$defs"]["version"]["properties"]] == ["key", *fields]
    assert defs["conflict"]["properties"]["field"]["enum"] == fields[:-3]
    assert defs["date_basis"]["enum"] == [*DateBasis]
    assert defs["mention"]["properties"]["kind"]["enum"] == [*MentionKind]
    assert defs["source"]["properties"]["format"]["enum"] == [*Format]
