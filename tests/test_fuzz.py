"""The targets of the fuzzer keep their promises on its corpus: first seeds, and whatever once broke one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

CORPUS = sorted((Path(__file__).parent / "fuzz" / "corpus").iterdir())


@pytest.mark.parametrize("target", TARGETS.values(), ids=[*TARGETS])
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_promise_holds_for_what_the_fuzzer_begins_with(path: Path, target: Callable[[bytes], None]) -> None:
    target(path.read_bytes())
