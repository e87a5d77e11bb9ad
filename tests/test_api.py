"""The public interface changes on purpose only: each change is named in the changelog, for those who rely on it."""

import ast
import re
import runpy
from pathlib import Path

import pytest

import unodc_feed
from tests.api import RELEASED, changed, emitted_diagnostics, surface, surface_of, text_of

ROOT = Path(__file__).parent.parent
USAGE = Path(__file__).parent / "usage.py"
UNRELEASED = re.compile(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def named_in(changelog: str) -> set[str]:
    """Every word that stands in backticks in the unreleased part of a changelog."""
    unreleased = UNRELEASED.search(changelog)
    assert unreleased, "the changelog has no part '## [Unreleased]'"
    return {word for span in re.findall(r"`([^`]+)`", unreleased[1]) for word in re.findall(r"[\w-]+", span)}


def unannounced(old: dict[str, str], new: dict[str, str], changelog: str) -> list[str]:
    """The names that were added, removed or changed and that the unreleased part of a changelog does not name."""
    named = named_in(changelog)
    return sorted(name for name in changed(old, new) if re.split(r"[./]", name)[-1] not in named)


def test_every_change_of_the_interface_since_the_last_release_is_named_in_the_changelog() -> None:
    released = surface_of(RELEASED.read_text("utf-8"))
    missing = unannounced(released, surface(), (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert not missing, (
        f"name these in backticks under 'Unreleased' in CHANGELOG.md: {', '.join(missing)}; "
        "or, as the last step of a release: python -m tests.api --write"
    )


@pytest.mark.parametrize("new", ["", "read(path: os.PathLike) -> Listing\n"], ids=["gone", "changed"])
def test_a_name_that_is_gone_or_has_another_signature_must_be_announced(new: str) -> None:
    old = surface_of("read(path: str) -> Listing\n")
    assert unannounced(old, surface_of(new), "## [Unreleased]\n\n## [1.0.0]\n\n- `read`\n") == ["read"]
    assert unannounced(old, surface_of(new), "## [Unreleased]\n\n- `read` takes a path.\n") == []


def test_a_new_name_a_field_of_the_json_and_a_diagnostic_must_be_announced() -> None:
    new = surface_of('Story.date: date\njson/entry/title {"type": "string"}\ndiagnostic/no-entries: info\n')
    assert unannounced({}, new, "## [Unreleased]\n") == ["Story.date", "diagnostic/no-entries", "json/entry/title"]
    assert unannounced({}, new, "## [Unreleased]\n\n`Story.date`, `title` and `no-entries`.\n") == []


def test_what_is_taken_down_is_read_back() -> None:
    assert surface_of(text_of(surface())) == surface()


def test_every_public_name_and_every_diagnostic_is_taken_down() -> None:
    taken = surface()
    assert taken.keys() >= set(unodc_feed.__all__)
    assert taken.keys() >= {f"diagnostic/{code}" for code in emitted_diagnostics()}


def test_a_user_s_program_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    runpy.run_path(str(USAGE), run_name="__main__")
    assert capsys.readouterr().out


def test_a_user_s_program_uses_everything_public() -> None:
    program = ast.parse(USAGE.read_text("utf-8"))
    used = {node.attr for node in ast.walk(program) if isinstance(node, ast.Attribute)}
    members = {name.partition(".")[2] for name in surface() if "." in name and "/" not in name}
    assert used >= {*unodc_feed.__all__} | members
