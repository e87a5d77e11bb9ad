"""The formats by small documents: one claim a file, with what is expected of it beside it.

A case names the fields that its claim is about; ``diagnostics``, where given, are all of them, by code and line.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import unodc_feed
from tests.promises import check_promises
from unodc_feed import Entry

CASES = Path(__file__).parent / "cases"
PATHS = sorted(CASES.glob("*/*.txt"))


def test_every_format_has_cases() -> None:
    assert {path.parent.name for path in PATHS} == {form.value for form in unodc_feed.Format}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    text = path.read_bytes().decode().removeprefix("\ufeff")
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    listing = unodc_feed.read(path)
    check_promises(text, listing)
    assert listing.format.value == path.parent.name
    for name, value in expected["listing"].items():
        assert getattr(listing, name) == value, name
    found = [plain(entry) for entry in listing]
    wanted = [{**entry, **wanted} for entry, wanted in zip(found, expected["entries"], strict=True)]
    assert found == wanted
    if "diagnostics" in expected:
        assert [[found.code, found.line] for found in listing.diagnostics] == expected["diagnostics"]


def plain(entry: Entry) -> dict[str, Any]:
    """An entry as a case writes it."""
    [line] = unodc_feed.to_json_lines([entry])
    fields: dict[str, Any] = json.loads(line)
    [source] = fields["sources"]
    fields["lines"] = [source["first_line"], source["last_line"]]
    fields["mentions"] = [[mention["kind"], mention["value"]] for mention in fields["mentions"]]
    return fields
