"""The seeds, against the labels that careful readers gave them: exactly, but for what is listed by name."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import unodc_feed
from unodc_feed import Entry

HERE = Path(__file__).parent
GOLD = sorted((HERE / "gold").glob("0*.json"))

KNOWN_MISSES: dict[tuple[str, int], tuple[set[str], str]] = {
    # (document, first line): fields that differ, and why.  This list can only shrink.
    ("000", 10): (
        {"caption", "paragraphs"},
        "only a space parts a Russian alternative text from a Russian body that begins with a name",
    ),
    ("002", 507): ({"title", "paragraphs"}, "a headline that is closed with a full stop reads as a body"),
    ("002", 622): ({"title", "paragraphs"}, "a headline that is closed with a full stop reads as a body"),
    ("002", 924): ({"title", "paragraphs"}, "a headline that is closed with a full stop reads as a body"),
    ("002", 865): ({"title", "paragraphs"}, "a headline that is closed with a full stop reads as a body"),
    ("002", 781): ({"title", "paragraphs"}, "a headline of two sentences reads as a body"),
    ("002", 414): ({"title", "paragraphs"}, "nothing but sense parts the glued title from the body"),
    ("002", 611): ({"title", "paragraphs"}, "nothing but sense parts the glued title from the body"),
    ("002", 711): ({"lines", "paragraphs", "read_more"}, "a subtitle reads as the title of another entry"),
    ("002", 889): (
        {"title", "lines", "paragraphs", "read_more"},
        "a first sentence without a full stop, below a place line, reads as a title",
    ),
    ("002", 944): ({"lines", "paragraphs", "read_more"}, "takes in the entry at 951"),
    ("002", 951): ({"entry"}, "an entry without title and date whose words all stand in the one above it"),
}
EXTRA = {("002", 712): "see 711", ("002", 892): "see 889"}

PLAIN = ("title", "caption", "language")
ISO = ("date", "end_date", "time", "suggested_date")


def of_gold(gold: dict[str, Any]) -> dict[str, Any]:
    return {
        "lines": gold["lines"],
        **{name: gold[name] for name in (*PLAIN, *ISO, "date_basis")},
        "paragraphs": spaced(gold["body"]),
        "read_more": spaced(gold["read_more"]),
    }


def of_entry(entry: Entry) -> dict[str, Any]:
    return {
        "lines": [entry.sources[0].first_line, entry.sources[0].last_line],
        **{name: getattr(entry, name) for name in PLAIN},
        **{name: iso(getattr(entry, name)) for name in ISO},
        "date_basis": entry.date_basis.value,
        "paragraphs": [*entry.paragraphs],
        "read_more": [*entry.read_more],
    }


def iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def spaced(texts: list[str]) -> list[str]:
    return [re.sub(r"\s+", " ", text).strip() for text in texts]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_every_field_of_every_entry_of_a_seed_is_as_labelled(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    listing = unodc_feed.read(HERE.parent / "seeds" / gold["source"])
    found = {entry.sources[0].first_line: entry for entry in listing}
    misses: dict[tuple[str, int], set[str]] = {}
    for wanted in gold["entries"]:
        line = wanted["lines"][0]
        entry = found.pop(line, None)
        odd = {"entry"} if entry is None else differing(wanted, entry)
        if odd:
            misses[path.stem[:3], line] = odd
    assert misses == {key: fields for key, (fields, _) in KNOWN_MISSES.items() if key[0] == path.stem[:3]}
    assert {(path.stem[:3], line) for line in found} == {key for key in EXTRA if key[0] == path.stem[:3]}


def differing(wanted: dict[str, Any], entry: Entry) -> set[str]:
    gold, found = of_gold(wanted), of_entry(entry)
    return {name for name in gold if gold[name] != found[name]}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_the_head_of_a_seed_is_as_labelled(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    listing = unodc_feed.read(HERE.parent / "seeds" / gold["source"])
    assert listing.format.value == gold["format"]
    assert (listing.topic, listing.heading, listing.declared_count) == (
        gold["topic"],
        gold["heading"],
        gold["declared_count"],
    )
    if "intro" in gold:
        assert listing.intro == gold["intro"]


def test_the_mentions_of_the_reference_page_are_as_labelled() -> None:
    gold = json.loads(GOLD[-1].read_text("utf-8"))
    listing = unodc_feed.read(HERE.parent / "seeds" / gold["source"])
    inside = {line for entry in gold["entries"] for line in range(entry["lines"][0], entry["lines"][1] + 1)}
    wanted = sorted((m["kind"], m["text"], m["value"]) for m in gold["mentions"] if m["line"] in inside)
    assert sorted((m.kind.value, m.text, m.value) for entry in listing for m in entry.mentions) == wanted
