"""Hand-written documents on other topics than the seeds: every field of every entry, but for what is listed by name."""

import itertools
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import unodc_feed
from tests.labelled import places
from tests.test_gold import differing

FOLDER = Path(__file__).parent / "written"
PATHS = sorted(path for path in FOLDER.glob("*.json") if path.with_suffix(".txt").exists())
DEBATABLE = {"title", "lines", "paragraphs", "read_more"}
"""Fields that are not compared for an entry about which people may differ."""

SPACE = "only a space parts the caption from a body in the same script"
UNCASED = "in a script without capitals nothing but sense parts the caption from the body"
NUMBER = "a caption that ends in a name or a year runs into a body that begins with a number"
KNOWN_MISSES = {
    # (document, first line): why.  This list can only shrink.
    ("b3_corruption", 139): SPACE,
    ("t2_wildlife_crime", 61): UNCASED,
    ("t2_wildlife_crime", 206): NUMBER,
    ("t4_corrupcion", 41): SPACE,
    ("t4_corrupcion", 142): UNCASED,
    ("t5_terrorism", 106): UNCASED,
    ("t5_terrorism", 136): UNCASED,
    ("t5_terrorism", 202): NUMBER,
    ("t6_hiv_drug_prevention", 224): "a title of two words that is nearly the same in three languages",
    ("t7_cybercrime", 32): NUMBER,
    ("t7_cybercrime", 81): UNCASED,
    ("t7_cybercrime", 180): SPACE,
}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_field_of_every_entry_of_a_written_document_is_as_labelled(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    listing = unodc_feed.read(path.with_suffix(".txt"))
    assert (listing.format.value, listing.topic, listing.heading, listing.declared_count) == (
        gold["format"],
        gold["topic"],
        gold["heading"],
        gold["declared_count"],
    )
    found = {entry.sources[0].first_line: entry for entry in listing}
    misses = set()
    for wanted in gold["entries"]:
        line = wanted["lines"][0]
        entry = found.pop(line, None)
        if entry is None or differing(wanted, entry) - (DEBATABLE if wanted.get("hard") else set()):
            misses.add((path.stem, line))
    assert misses == {key for key in KNOWN_MISSES if key[0] == path.stem}
    assert not found


@pytest.mark.parametrize("path", [path for path in PATHS if path.stem.startswith("r")], ids=lambda path: path.stem)
def test_the_mentions_of_a_written_page_are_as_labelled(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    listing = unodc_feed.read(path.with_suffix(".txt"))
    inside = {line for entry in gold["entries"] for line in range(entry["lines"][0], entry["lines"][1] + 1)}
    wanted = sorted((m["kind"], m["value"]) for m in gold["mentions"] if m["line"] in inside)
    assert sorted((m.kind.value, m.value) for entry in listing for m in entry.mentions) == wanted


Place = tuple[str, int]
COLLECTIONS = ["m1_m2", "m3_m4"]
KNOWN_MISSING_PAIRS = {
    # (what, two places): why.  This list can only shrink.
    ("merge", ("m4_early", 133), ("m4_late", 222)): "one title and day, but a body told in other words throughout",
    ("translations", ("m4_early", 102), ("m4_early", 104)): "a title without a text; another entry fits better",
    ("translations", ("m4_early", 102), ("m4_late", 189)): "a title without a text; another entry fits better",
}


def pairs(groups: Iterable[Iterable[Place]]) -> set[frozenset[Place]]:
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(set(group)), 2)}


def labelled(what: str, collection: str, optional: bool = False) -> set[frozenset[Place]]:
    groups = json.loads((FOLDER / f"{what}_{collection}.json").read_text("utf-8"))["groups"]
    wanted = [group["entries"] for group in groups if group.get("optional", False) is optional]
    return pairs([(document, line) for document, line in group] for group in wanted)


def missing(what: str) -> set[frozenset[Place]]:
    return {
        frozenset((f"{name}.txt", line) for name, line in places)
        for kind, *places in KNOWN_MISSING_PAIRS
        if kind == what
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_written_captures_are_merged_and_linked_as_labelled(collection: str) -> None:
    names = tuple(collection.split("_"))
    paths = [path for path in sorted(FOLDER.glob("*.txt")) if path.stem.startswith(names)]
    merged = unodc_feed.merge(*(unodc_feed.read(path) for path in paths))
    wanted = labelled("merge", collection)
    found = pairs(map(places, merged)) - labelled("merge", collection, optional=True)
    assert found <= wanted
    assert wanted - found == missing("merge") & wanted
    language = {place: entry.language for entry in merged for place in places(entry)}
    stories = unodc_feed.link_translations(merged)
    linked = pairs([place for entry in story.entries for place in places(entry)] for story in stories)
    versions = {pair for pair in linked if len({language[place] for place in pair}) > 1}
    wanted = {pair for pair in labelled("translations", collection) if len({language[place] for place in pair}) > 1}
    assert versions <= wanted
    assert wanted - versions == missing("translations") & wanted
