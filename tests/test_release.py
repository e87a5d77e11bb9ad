"""What is shipped: the wheel holds the package and nothing else, and its metadata is complete and true."""

import re
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

import unodc_feed

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "unodc_feed"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = re.compile(r"^([\w-]+)==([\d.]+)$", re.MULTILINE)
BOUNDED = re.compile(r"([\w-]+)>=([\d.]+)")

needs_source = pytest.mark.skipif(not SOURCE.exists(), reason="the tests run against an installed wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    from hatchling.builders.wheel import WheelBuilder

    [path] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tarfile.TarFile]:
    from hatchling.builders.sdist import SdistBuilder

    [path] = SdistBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("sdist")), versions=["standard"])
    with tarfile.open(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return Parser().parsestr(wheel.read(name).decode("utf-8"))


@needs_source
def test_the_wheel_holds_the_modules_the_tables_the_marker_of_types_and_the_licence(wheel: zipfile.ZipFile) -> None:
    info = f"unodc_feed-{unodc_feed.__version__}.dist-info"
    package = {
        path.relative_to(SOURCE.parent).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    about = {f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")}
    assert {"unodc_feed/py.typed", "unodc_feed/_timeline/tables/glossary.tsv"} <= package
    assert set(wheel.namelist()) == package | about


@needs_source
def test_the_wheel_is_for_every_python_3_and_every_machine(wheel: zipfile.ZipFile) -> None:
    assert wheel.filename is not None
    assert wheel.filename.endswith(f"unodc_feed-{unodc_feed.__version__}-py3-none-any.whl")


@needs_source
def test_the_source_distribution_can_be_tested_and_documented(sdist: tarfile.TarFile) -> None:
    folders = {Path(name).parts[1] for name in sdist.getnames()}
    assert {"src", "tests", "docs", "seeds", "LICENSE", "CHANGELOG.md", "constraints-oldest.txt"} <= folders


@needs_source
def test_the_metadata_is_complete(metadata: Message) -> None:
    assert metadata["Version"] == unodc_feed.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Description-Content-Type"] == "text/markdown"
    for field in ("Summary", "Keywords", "Author", "Requires-Python", "License-File"):
        assert metadata[field], field
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])


@needs_source
def test_every_classifier_is_one_that_the_index_knows() -> None:
    from trove_classifiers import classifiers

    assert set(PROJECT["classifiers"]) <= classifiers


def test_the_oldest_versions_that_are_tried_are_the_oldest_that_are_allowed() -> None:
    allowed = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["cli"]]
    bounds = [BOUNDED.fullmatch(line) for line in allowed]
    assert all(bounds)
    pins = PINNED.findall((ROOT / "constraints-oldest.txt").read_text("utf-8"))
    assert pins == [bound.groups() for bound in bounds if bound]


def test_the_library_itself_needs_three_packages() -> None:
    assert [line.partition(">=")[0] for line in PROJECT["dependencies"]] == ["attrs", "python-dateutil", "regex"]


def test_the_version_is_stated_in_one_place() -> None:
    stated = re.compile(rf"(?<![\d.]){re.escape(unodc_feed.__version__)}(?![\d.])")
    files = ["pyproject.toml", "README.md", "CITATION.cff", "CONTRIBUTING.md", "SECURITY.md", "docs/conf.py"]
    assert not [name for name in files if stated.search((ROOT / name).read_text("utf-8"))]
