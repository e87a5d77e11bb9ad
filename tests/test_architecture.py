"""The layout: imports flow down one list, and importing the package is cheap."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import unodc_feed

PACKAGE = Path(unodc_feed.__file__).parent
ALLOWED: dict[str, set[str]] = {
    # For each module what it may import of ours; "*" stands for all of a folder.
    "_errors": set(),
    "_patterns": set(),
    "_model": set(),
    "_checks": {"_model"},
    "_parsing.words": set(),
    "_parsing.grammar": {"_parsing.words"},
    "_parsing.lines": {"_parsing.grammar"},
    "_parsing.dates": {"_parsing.grammar", "_parsing.words", "_model"},
    "_parsing.languages": {"_parsing.words"},
    "_parsing.cohesion": {"_parsing.words"},
    "_parsing.seams": {"_parsing.words", "_parsing.dates"},
    "_parsing.captions": {
        "_parsing.grammar",
        "_parsing.words",
        "_parsing.dates",
        "_parsing.languages",
        "_parsing.seams",
    },
    "_parsing.mentions": {"_checks", "_model"},
    "_parsing.items": {"_parsing.lines", "_parsing.dates", "_parsing.grammar"},
    "_parsing.head": {"_parsing.lines", "_parsing.grammar", "_model"},
    "_parsing.formats.bulleted": {"_parsing.items", "_parsing.lines", "_parsing.dates", "_parsing.grammar"},
    "_parsing.formats.blocks": {
        "_parsing.items", "_parsing.lines", "_parsing.dates", "_parsing.grammar", "_parsing.words",
        "_parsing.languages", "_parsing.cohesion",
    },
    "_parsing.formats.reference": {"_parsing.items", "_parsing.lines", "_parsing.grammar"},
    "_parsing.formats": {"_parsing.formats.*", "_parsing.items", "_parsing.lines", "_parsing.grammar", "_model"},
    "_parsing.assemble": {"_parsing.*", "_model"},
    "_parsing": {"_parsing.*", "_checks", "_errors", "_model"},
    "_files": {"_checks", "_errors", "_model", "_parsing"},
    "_jsonl": {"_checks", "_errors", "_model"},
    "_timeline": set(),
    "_timeline.readings": {"_model"},
    "_timeline.sameness": {"_timeline.numbers", "_timeline.readings"},
    "_timeline.gathering": {"_timeline.readings", "_timeline.sameness"},
    "_timeline.canonical": {"_model", "_timeline.readings"},
    "_timeline.merge": {
        "_checks", "_model", "_timeline.canonical", "_timeline.gathering", "_timeline.readings",
    },
    "_timeline.lexicon": set(),
    "_timeline.weights": {"_timeline.lexicon"},
    "_timeline.names": {"_timeline.lexicon"},
    "_timeline.numbers": {"_timeline.lexicon"},
    "_timeline.traits": {"_model", "_timeline.lexicon", "_timeline.names", "_timeline.numbers"},
    "_timeline.candidates": {"_timeline.traits"},
    "_timeline.evidence": {"_timeline.traits", "_timeline.weights"},
    "_timeline.assignment": set(),
    "_timeline.stories": {
        "_checks", "_model", "_timeline.assignment", "_timeline.candidates", "_timeline.evidence", "_timeline.lexicon",
        "_timeline.traits", "_timeline.weights",
    },
    "cli": {"", "_files"},
    "__main__": {"cli"},
    "": {
        "_errors", "_files", "_jsonl", "_model", "_parsing", "_parsing.mentions",
        "_timeline.merge", "_timeline.stories",
    },
}  # fmt: skip
THIRD_PARTY: dict[str, set[str]] = {
    "_model": {"attrs"},
    "_timeline.canonical": {"attrs"},
    "_timeline.gathering": {"attrs"},
    "_timeline.merge": {"attrs"},
    "_timeline.readings": {"attrs", "regex"},
    "_timeline.sameness": {"attrs"},
    **{f"_timeline.{name}": {"attrs"} for name in ("assignment", "evidence", "lexicon", "weights")},
    **{f"_timeline.{name}": {"regex"} for name in ("names", "numbers")},
    **{f"_timeline.{name}": {"attrs", "regex"} for name in ("stories", "traits")},
    "_parsing.items": {"attrs"},
    "_parsing.formats.blocks": {"attrs", "regex"},
    "_parsing.dates": {"dateutil", "regex"},
    "_parsing.grammar": {"regex"},
    "_parsing.cohesion": {"regex"},
    "_parsing.seams": {"regex"},
    "_parsing.captions": {"regex"},
    "_parsing.mentions": {"regex"},
    "_parsing.formats.bulleted": {"regex"},
    "_parsing.formats.reference": {"regex"},
    "cli": {"click", "rich"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            children = {f"{node.module}.{alias.name}" for alias in node.names}  # "from package import module"
            modules = {child for child in children if is_module(child)}
            names.update(modules or {node.module})
    return names


def is_module(name: str) -> bool:
    path = PACKAGE.parent / name.replace(".", "/")
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    name = name_of(path)
    ours = {
        found.removeprefix("unodc_feed").lstrip(".") for found in imports_of(path) if found.startswith("unodc_feed")
    }
    allowed = ALLOWED[name] | {"_patterns"}
    for found in ours:
        assert any(found == rule or (rule.endswith("*") and found.startswith(rule[:-1])) for rule in allowed), found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_uses_only_the_packages_that_it_is_granted(path: Path) -> None:
    theirs = {found.partition(".")[0] for found in imports_of(path)} - set(sys.stdlib_module_names) - {"unodc_feed"}
    assert theirs <= THIRD_PARTY.get(name_of(path), set())


def test_everything_public_is_listed_and_documented() -> None:
    for name in unodc_feed.__all__:
        assert name == "__version__" or getattr(unodc_feed, name).__doc__


def test_importing_the_package_loads_no_more_than_it_needs() -> None:
    code = "import sys, unodc_feed; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    theirs = set(loaded) - set(sys.stdlib_module_names) - {"unodc_feed"}
    assert {"click", "rich", "hypothesis", "pytest"}.isdisjoint(theirs)
