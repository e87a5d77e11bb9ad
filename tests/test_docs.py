"""The documentation cannot drift: its samples run, and it names what the package has."""

import ast
import doctest
import re
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import unodc_feed
from unodc_feed.cli import cli

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
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
            if command.startswith("unodc-feed ") and printed.strip():
                yield command.removeprefix("unodc-feed "), printed


def relative(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder as the pages expect it: with the seeds, and to be written to."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def with_samples() -> list[Path]:
    return [page for page in [ROOT / "README.md", *PAGES] if samples(page).strip()]


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", with_samples(), ids=relative)
def test_the_samples_of_a_page_run_in_their_order_and_print_what_it_shows(page: Path) -> None:
    test = doctest.DocTestParser().get_doctest(samples(page), {"__name__": "__main__"}, relative(page), str(page), 0)
    report: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append).failed
    assert failed == 0, "".join(report)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", [page for page in PAGES if any(calls(page))], ids=relative)
def test_the_command_prints_what_a_page_shows(page: Path) -> None:
    for arguments, printed in calls(page):
        result = CliRunner().invoke(cli, arguments.split(), prog_name="unodc-feed")
        assert doctest.OutputChecker().check_output(printed, result.output, doctest.ELLIPSIS), result.output


def emitted_codes() -> set[str]:
    """The codes of all diagnostics that the source makes: each is written where it is made, as a literal."""
    calls = [
        call
        for module in Path(unodc_feed.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Diagnostic"
    ]
    codes = [call.args[0] if call.args else call.keywords[0].value for call in calls]
    assert codes
    assert all(isinstance(code, ast.Constant) for code in codes), "a code that is worked out cannot be documented"
    return {str(ast.literal_eval(code)) for code in codes}


def test_every_diagnostic_has_a_page_and_every_page_a_diagnostic() -> None:
    assert emitted_codes() == DIAGNOSTICS.keys()


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_the_page_of_a_diagnostic_shows_an_example_of_it(code: str) -> None:
    page = DIAGNOSTICS[code]
    assert page.read_text("utf-8").startswith(f"# {code}\n")
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
    assert listed == stated
    assert listed.keys() == DIAGNOSTICS.keys()


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


def test_the_page_on_accuracy_shows_what_is_measured_now() -> None:
    accuracy = runpy.run_path(str(DOCS / "accuracy.py"))
    page = (DOCS / "explanation" / "accuracy.md").read_text("utf-8")
    assert accuracy["put_into"](page) == page, "run: python docs/accuracy.py --write"
