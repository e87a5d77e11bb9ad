"""The README and the other pages at the root: what they say is so."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_example_of_the_readme_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 7
    assert result.failed == 0


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CITATION.cff"])
def test_every_path_that_a_page_at_the_root_names_is_there(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")
    named = re.findall(r"`((?:docs|tests|src|seeds|tools)/[\w./-]*)`", page)
    made = {"docs/_build/html"}
    if not (ROOT / "src").exists():  # the tests may stand beside an installed package
        named = [path for path in named if not path.startswith("src/")]
    assert not [path for path in named if path not in made and not (ROOT / path).exists()]
