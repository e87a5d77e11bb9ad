"""The documentation cannot drift: its samples run, and it names what the package has."""

import doctest
import importlib.util
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
from click.testing import CliRunner

import unodc_feed
from tests.api import emitted_diagnostics
from unodc_feed.cli import cli

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PICTURES = runpy.run_path(str(DOCS / "pictures.py"))["PICTURES"]
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if "_build" not in page.parts]
DIAGNOSTICS = {page.stem: page for page in PAGES if page.parent.name == "diagnostics" and page.stem != "index"}

FENCE = re.compile(r"^(`{3,})[^\n]*\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)


def fences(page: Path) -> Iterator[tuple[int, str]]:
    """The content of each fenced block of a page, with the number of lines above it."""
    text = page.read_text("utf-8")
    for block in FENCE.finditer(text):
        yield text.count("\n", 0, block.start(2)), block[2]


def samples(page: Path) -> str:
    """The text of a page with all lines outside of its doctest blocks blank, so that line numbers stay."""
    lines: list[str] = []
    for above, block in fences(page):
        if re.search(r"^\s*>>> ", block, re.MULTILINE):
            lines += [""] * (above - len(lines)) + block.splitlines() + [""]
    return "\n".join(lines) + "\n"


def calls(page: Path) -> Iterator[tuple[str, str]]:
    """Each call of the command that a page shows together with what it prints."""
    for _, block in fences(page):
        for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = call.partition("\n")
            if command.startswith(("unodc-feed ", "python ")) and printed.strip():
                yield command, printed


def files(page: Path) -> Iterator[tuple[str, str]]:
    """Each program that a page asks to put into a file, with the name of the file."""
    for _, block in fences(page):
        if named := re.match(r":caption: (\w+\.py)\n\n", block):
            yield named[1], block[named.end() :]


def run(command: str) -> str:
    """What a command prints: one of this package, or a program of a page."""
    name, *arguments = command.split()
    if name == "unodc-feed":
        return CliRunner().invoke(cli, arguments, prog_name=name).output
    return subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", check=True).stdout


def relative(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder as the pages expect it: with the seeds and the schemas, and to be written to."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for schema in (DOCS / "reference").glob("*.schema.json"):
        shutil.copy(schema, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def with_samples() -> list[Path]:
    return [page for page in [ROOT / "README.md", *PAGES] if samples(page).strip()]


def lacking(page: Path) -> list[str]:
    """The packages that the samples of a page import and that are not installed: the extra ``docs`` has them all."""
    imported = re.findall(r"^\s*>>> (?:import|from) (\w+)", samples(page), re.MULTILINE)
    return [name for name in imported if importlib.util.find_spec(name) is None]


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", with_samples(), ids=relative)
def test_the_samples_of_a_page_run_in_their_order_and_print_what_it_shows(page: Path) -> None:
    if missing := lacking(page):
        pytest.skip(f"needs {', '.join(missing)}; the build of the documentation runs it")
    test = doctest.DocTestParser().get_doctest(samples(page), {"__name__": "__main__"}, relative(page), str(page), 0)
    report: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append).failed
    assert failed == 0, "".join(report)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", [page for page in PAGES if any(calls(page))], ids=relative)
def test_the_commands_of_a_page_print_what_it_shows(page: Path) -> None:
    for name, program in files(page):
        Path(name).write_text(program, "utf-8")
    for command, expected in calls(page):
        printed = run(command)
        assert doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS), printed


def test_every_diagnostic_has_a_page_and_every_page_a_diagnostic() -> None:
    assert emitted_diagnostics().keys() == DIAGNOSTICS.keys()


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_the_page_of_a_diagnostic_tells_its_cause_and_what_to_do_and_shows_an_example_of_it(code: str) -> None:
    page = DIAGNOSTICS[code]
    assert re.match(
        rf"# {code}\n\n\*Severity: \w+\.\* \w.*\n## Example\n.*\n## What to do\n", page.read_text("utf-8"), re.DOTALL
    )
    shown = [example.want for example in doctest.DocTestParser().get_examples(samples(page))]
    assert any(re.search(rf"^\d+ (?:info|warning) {code}$", want, re.MULTILINE) for want in shown)


def test_the_index_of_diagnostics_lists_all_with_their_severity() -> None:
    index = (DOCS / "reference" / "diagnostics" / "index.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| \[\]\(([a-z-]+)\.md\) \| (info|warning) \|", index, re.MULTILINE))
    stated = {
        code: severity[1]
        for code, page in DIAGNOSTICS.items()
        if (severity := re.search(r"^\*Severity: (\w+)\.\*", page.read_text("utf-8"), re.MULTILINE))
    }
    assert listed == stated == emitted_diagnostics()


def test_the_reference_names_everything_public_once() -> None:
    page = (DOCS / "reference" / "api.md").read_text("utf-8")
    named = re.findall(r"^\.\. auto(?:function|class|exception|data):: (\w+)$", page, re.MULTILINE)
    assert sorted(named) == sorted(unodc_feed.__all__)


def test_the_json_page_describes_every_field_that_is_written() -> None:
    page = (DOCS / "reference" / "json-lines.md").read_text("utf-8")
    described = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    records = (unodc_feed.Entry, unodc_feed.Source, unodc_feed.Mention)
    written = {field.name for record in records for field in attrs.fields(record)}
    assert described == written | {"schema", "key"}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_text_alternative_and_takes_its_colours_from_the_page(name: str) -> None:
    drawn = PICTURES[name]()
    picture = ElementTree.fromstring(drawn)
    title, description = (picture.findtext(f"{{*}}{part}") for part in ("title", "desc"))
    assert title
    assert description
    assert re.search(r"\d", description), "the description tells what the picture shows, in numbers"
    assert not re.search(r"#[0-9a-f]{3}|rgb|black|white", drawn)


def test_every_form_of_a_date_that_the_reference_shows_is_read() -> None:
    page = (DOCS / "reference" / "formats.md").read_text("utf-8").partition("## Forms of dates")[2]
    shown = [date for row in re.findall(r"^\|.*\|$", page, re.MULTILINE) for date in re.findall(r"`([^`]+)`", row)]
    assert len(shown) > 20
    for date in shown:
        [entry] = unodc_feed.parse_blocks(f"{date}\nA title\n")
        assert entry.date_text == date
        assert entry.date or entry.date_basis == "missing"


def test_the_page_on_accuracy_shows_what_is_measured_now() -> None:
    accuracy = runpy.run_path(str(DOCS / "accuracy.py"))
    page = (DOCS / "explanation" / "accuracy.md").read_text("utf-8")
    assert accuracy["put_into"](page) == page, "run: python docs/accuracy.py --write"


def test_the_four_kinds_of_pages_are_kept_apart() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    trees = re.findall(
        r"^```\{toctree\}\n:hidden:\n(?::caption: [^\n]*\n)?\n(.*?)^```$", index, re.MULTILINE | re.DOTALL
    )
    kinds = [{page.partition("/")[0] for page in tree.split()} for tree in trees]
    assert kinds == [{"tutorial"}, {"howto"}, {"reference"}, {"explanation"}]


def test_the_page_on_promises_names_tests_that_exist() -> None:
    page = (DOCS / "explanation" / "promises.md").read_text("utf-8")
    named = re.findall(r"`(test_\w+\.py)::(\w+)`", page)
    assert len(named) > 20
    for module, test in named:
        assert f"\ndef {test}(" in (ROOT / "tests" / module).read_text("utf-8"), f"{module}::{test}"
