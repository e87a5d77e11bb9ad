"""Measure the reading of the five documents in ``seeds/`` against the labels in ``tests/gold/``, field by field.

``python docs/accuracy.py`` prints the tables of the page on accuracy; with ``--write`` it puts them into the page.
An entry counts as found if one begins at the same line.  A field counts as right if it equals the label; in texts, runs
of white space count as one space.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import unodc_feed
from unodc_feed import Entry

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "accuracy.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"

Label = dict[str, Any]


def _spaced(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _letters(paragraphs: list[str] | tuple[str, ...]) -> str:
    return "".join("".join(paragraphs).replace("•", "").split())


def _iso(value: dt.date | dt.time | None) -> str | None:
    return None if value is None else value.isoformat()


FIELDS: dict[str, tuple[Callable[[Label], object], Callable[[Entry], object]]] = {
    "last line": (lambda label: label["lines"][1], lambda entry: entry.sources[0].last_line),
    "date": (lambda label: label["date"], lambda entry: _iso(entry.date)),
    "end_date": (lambda label: label["end_date"], lambda entry: _iso(entry.end_date)),
    "time": (lambda label: label["time"], lambda entry: _iso(entry.time)),
    "date_basis": (lambda label: label["date_basis"], lambda entry: str(entry.date_basis)),
    "suggested_date": (lambda label: label["suggested_date"], lambda entry: _iso(entry.suggested_date)),
    "title": (lambda label: _spaced(label["title"]), lambda entry: _spaced(entry.title)),
    "caption": (lambda label: _spaced(label["caption"]), lambda entry: _spaced(entry.caption)),
    "language": (lambda label: label["language"], lambda entry: entry.language),
    "letters of the body": (lambda label: _letters(label["body"]), lambda entry: _letters(entry.paragraphs)),
    "paragraphs": (lambda label: [*map(_spaced, label["body"])], lambda entry: [*map(_spaced, entry.paragraphs)]),
    "read_more": (lambda label: [*map(_spaced, label["read_more"])], lambda entry: [*map(_spaced, entry.read_more)]),
}
DEBATABLE = {"last line", "title", "letters of the body", "paragraphs"}
"""Fields that are not counted for an entry whose label says that people may differ about it."""


def measure() -> str:
    """The tables, in Markdown."""
    labelled = [json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "tests" / "gold").glob("*.json"))]
    documents = [gold for gold in labelled if "entries" in gold]
    columns = [_column(gold) for gold in documents]
    misses = [miss for gold in documents for miss in _misses(gold)]
    heads = " | ".join(f"{gold['source'][:3]}" for gold in documents)
    lines = [f"| | {heads} |", f"|---|{'---:|' * len(documents)}"]
    lines += [f"| {row} | {' | '.join(column[row] for column in columns)} |" for row in columns[0]]
    lines += ["", "These are all misses:", "", "| document | line | what is not as labelled |", "|---|---:|---|"]
    return "\n".join([*lines, *misses]) + "\n"


def _read(gold: Label) -> tuple[dict[int, Label], dict[int, Entry]]:
    listing = unodc_feed.read(ROOT / "seeds" / gold["source"])
    labels = {label["lines"][0]: label for label in gold["entries"]}
    return labels, {entry.sources[0].first_line: entry for entry in listing}


def _column(gold: Label) -> dict[str, str]:
    labels, entries = _read(gold)
    column = {
        "format": gold["format"],
        "entries labelled": str(len(labels)),
        "entries found": str(len(entries)),
        "found at the right line": str(len(labels.keys() & entries.keys())),
    }
    for field, (of_label, of_entry) in FIELDS.items():
        counted = [line for line, label in labels.items() if not (label.get("hard") and field in DEBATABLE)]
        right = sum(line in entries and of_label(labels[line]) == of_entry(entries[line]) for line in counted)
        share = f"{right / len(counted):.1%}".replace("100.0%", "100%")
        column[f"`{field}`" if field.replace("_", "").isalpha() else field] = share
    return column


def _misses(gold: Label) -> Iterator[str]:
    labels, entries = _read(gold)
    for line in sorted(labels.keys() | entries.keys()):
        if line not in entries:
            what = ["an entry begins here; it was not found"]
        elif line not in labels:
            what = ["no entry begins here; one was found"]
        else:
            label, entry = labels[line], entries[line]
            what = [
                field
                for field, (of_label, of_entry) in FIELDS.items()
                if not (label.get("hard") and field in DEBATABLE) and of_label(label) != of_entry(entry)
            ]
        if what:
            yield f"| {gold['source'][:3]} | {line} | {', '.join(what)} |"


def put_into(page: str) -> str:
    """The text of the page, with the tables as they are now."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{measure()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(put_into(PAGE.read_text("utf-8")), "utf-8")
    else:
        sys.stdout.write(measure())
