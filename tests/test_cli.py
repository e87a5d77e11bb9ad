"""The command: what it prints where, and its exit status."""

import errno
import json
import os
import pty
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

import unodc_feed.__main__
from unodc_feed import cli, from_json_lines, merge, read
from unodc_feed._timeline.lexicon import LANGUAGES

SEEDS = Path(__file__).parent.parent / "seeds"
SEED = SEEDS / "003_cd11e30b704eeb54.txt"
ODD = "• 27 March 2020\n  \x1b[31mA\u202e\n• 26 March 2002\n• 13 March 2020\n\n  Judges met.\n• 31/02/2020\n"


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "unodc_feed", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_parse_writes_json_lines_to_standard_output() -> None:
    result = run("parse", SEED)
    assert list(from_json_lines(result.stdout.splitlines())) == list(read(SEED))
    assert result.stderr == "50 entries in 1 language from 1 of 1 document\n"
    assert result.returncode == 0


def test_parse_writes_a_file_whole(tmp_path: Path) -> None:
    output = tmp_path / "entries.jsonl"
    result = CliRunner().invoke(cli.cli, ["parse", str(SEED), "-o", str(output)])
    assert result.exit_code == 0
    assert len(output.read_text("utf-8").splitlines()) == 50
    assert list(tmp_path.iterdir()) == [output]


def test_parse_goes_on_where_a_document_fails(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("é".encode("latin-1"))
    (tmp_path / "plain.txt").write_text("Just a line")
    files = [str(tmp_path / name) for name in ("missing.txt", "latin.txt", "plain.txt", "")]
    result = CliRunner().invoke(cli.cli, ["parse", *files, str(SEED)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 50
    messages = result.stderr.splitlines()
    assert messages[0].endswith("missing.txt: No such file or directory")
    assert messages[1].startswith("latin.txt: the byte at offset 0 is not utf-8")
    assert messages[2].startswith("plain.txt: none of the known formats")
    assert messages[3].endswith(": Is a directory")
    assert messages[4] == "50 entries in 1 language from 1 of 5 documents"


def test_parse_reports_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.cli, ["parse", str(SEED), "-o", str(tmp_path / "no" / "where.jsonl")])
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].endswith("where.jsonl: No such file or directory")


@pytest.mark.parametrize("arguments", [["parse"], ["parse", "--format", "rss", "x"], ["nothing"], ["detect"]])
def test_a_wrong_call_exits_with_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(cli.cli, arguments).exit_code == 2


def test_a_format_and_an_encoding_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Une é\n".encode("latin-1"))
    arguments = ["parse", "--format", "blocks", "--encoding", "latin-1", str(path)]
    result = CliRunner().invoke(cli.cli, arguments)
    assert (result.exit_code, result.stdout) == (0, "")
    result = CliRunner().invoke(cli.cli, ["parse", "--encoding", "klingon", str(path)])
    assert result.exit_code == 2
    assert "unknown encoding: klingon" in result.stderr


def test_detect_tells_the_format_of_each_file(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Just a line")
    result = CliRunner().invoke(cli.cli, ["detect", *map(str, sorted(SEEDS.glob("*.txt")))])
    assert [line.rpartition(": ")[2] for line in result.stdout.splitlines()] == [
        "bulleted", "bulleted", "blocks", "bulleted", "reference",
    ]  # fmt: skip
    assert result.exit_code == 0
    result = CliRunner().invoke(cli.cli, ["detect", str(path)])
    assert (result.stdout, result.exit_code) == (f"{path}: unknown\n", 1)


def test_on_a_terminal_a_table_is_printed_that_cannot_control_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(ODD, "utf-8")
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    result = CliRunner().invoke(cli.cli, ["parse", str(path)])
    rows = [row.split() for row in result.stdout.splitlines()]
    assert [row[0] for row in rows] == ["date", "2020-03-27", "2002-03-26", "2020-03-13", "31/02/2020"]
    assert "\ufffd[31mA\ufffd" in result.stdout
    assert "suspect date, no title, no body" in result.stdout
    assert "[Judges met.]" in result.stdout
    assert "\x1b" not in result.output
    assert result.stderr.splitlines() == [
        "odd.txt:3: warning: empty-entry: a date and nothing else",
        "odd.txt:3: warning: suspect-date: '26 March 2002' lies outside its neighbours; it should be 2020-03-26",
        "odd.txt:7: warning: empty-entry: a date and nothing else",
        (
            "odd.txt:7: warning: impossible-date: '31/02/2020' names no day that exists, or a range that runs back; "
            "by its neighbours, not later than 2020-03-13"
        ),
        "odd.txt: bulleted, entries: 4, notes: 1",
        "4 entries in 1 language from 1 of 1 document",
    ]


def test_a_terminal_is_told_from_a_pipe() -> None:
    reading, writing = pty.openpty()
    command = [sys.executable, "-m", "unodc_feed", "parse", str(SEED)]
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "dumb"}):
        os.close(writing)
        assert os.read(reading, 4) == b"date"
    os.close(reading)


def test_merge_writes_each_item_once_and_reads_what_was_saved(tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    files = [str(SEEDS / name) for name in ("000_1ce13bad0a5ed6eb.txt", "001_116110eaf877c44d.txt")]
    assert CliRunner().invoke(cli.cli, ["parse", *files, "-o", str(saved)]).exit_code == 0
    from_documents = CliRunner().invoke(cli.cli, ["merge", *files])
    from_saved = CliRunner().invoke(cli.cli, ["merge", str(saved)])
    assert from_documents.stdout == from_saved.stdout
    assert tuple(from_json_lines(from_saved.stdout.splitlines())) == merge(*map(read, files))
    assert from_saved.stderr == "78 items in 4 languages from 1 of 1 document\n"


def test_saved_entries_have_a_table_but_no_diagnostics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = tmp_path / "saved.jsonl"
    assert CliRunner().invoke(cli.cli, ["parse", str(SEED), "-o", str(saved)]).exit_code == 0
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    result = CliRunner().invoke(cli.cli, ["parse", str(saved)])
    assert len(result.stdout.splitlines()) == 51
    assert result.stderr == "50 entries in 1 language from 1 of 1 document\n"


def test_merge_prints_a_table_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    result = CliRunner().invoke(cli.cli, ["merge", str(SEED), str(SEEDS / "002_2fee6788cc5d9ab5.txt")])
    assert result.stdout.splitlines()[0].split() == ["date", "lang", "title", "flags"]
    assert "≤2012-10-12 en" in result.stdout


def test_stories_are_written_with_their_entries_and_links(tmp_path: Path) -> None:
    output = tmp_path / "stories.jsonl"
    result = CliRunner().invoke(cli.cli, ["stories", *map(str, sorted(SEEDS.glob("*.txt"))), "-o", str(output)])
    assert result.exit_code == 0
    stories = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert result.stderr == f"{len(stories)} stories in 4 languages from 5 of 5 documents\n"
    told = [story for story in stories if len(story["languages"]) > 1]
    assert told
    for story in told:
        assert {story["entries"][link[end]]["language"] for link in story["links"] for end in ("left", "right")} == {
            *story["languages"]
        }
        assert all(link["score"] > 0 and link["evidence"] for link in story["links"])


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ([], {"2016-01-22", "2015-10-21", "2014-11-13"}),
        (["--lang", "fr"], {"2015-10-21"}),
        (["--since", "2015-11-01"], {"2016-01-22"}),
        (["--until", "2014-12-31"], {"2014-11-13"}),
        (["--since", "2015-01-01", "--until", "2015-12-31"], {"2015-10-21"}),
    ],
)
def test_stories_can_be_chosen_by_language_and_time(options: list[str], wanted: set[str]) -> None:
    result = CliRunner().invoke(cli.cli, ["stories", *options, str(SEEDS / "000_1ce13bad0a5ed6eb.txt")])
    days = {
        day for line in result.stdout.splitlines() for day in [entry["date"] for entry in json.loads(line)["entries"]]
    }
    assert wanted <= days
    assert days.isdisjoint({"2016-01-22", "2015-10-21", "2014-11-13"} - wanted)


def test_a_timeline_has_titles_in_the_language_of_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "150")
    seed = str(SEEDS / "000_1ce13bad0a5ed6eb.txt")
    english = CliRunner().invoke(cli.cli, ["stories", seed]).stdout
    french = CliRunner().invoke(cli.cli, ["stories", "--lang", "fr", seed]).stdout
    assert english.splitlines()[0].split() == ["date", "langs", "title", "seen", "flags"]
    assert "2015-04-28 en/fr/ru Migrant smuggling in Asia increasingly complex and dynamic" in english
    assert "2015-04-28 en/fr/ru Le trafic des migrants en Asie devient de plus en plus complexe" in french


def test_saved_lines_that_are_wrong_are_reported(tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    saved.write_text('{"schema": 1}\n')
    result = CliRunner().invoke(cli.cli, ["merge", str(saved)])
    assert result.exit_code == 1
    assert result.stderr.startswith("saved.jsonl:1, field title: expected str, found nothing")


def test_an_empty_file_of_saved_lines_has_no_entries(tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    saved.write_text("")
    result = CliRunner().invoke(cli.cli, ["merge", str(saved)])
    assert (result.exit_code, result.stdout) == (0, "")


def test_stories_are_not_taken_for_entries(tmp_path: Path) -> None:
    saved = tmp_path / "stories.jsonl"
    assert CliRunner().invoke(cli.cli, ["stories", str(SEED), "-o", str(saved)]).exit_code == 0
    result = CliRunner().invoke(cli.cli, ["merge", str(saved)])
    assert result.stderr.startswith("stories.jsonl:1: a story, not an entry")


@pytest.mark.parametrize(
    "options", [["--lang", "xx"], ["--since", "soon"], ["--since", "2016-01-02", "--until", "2016-01-01"]]
)
def test_a_choice_that_cannot_be_is_a_wrong_call(options: list[str]) -> None:
    assert CliRunner().invoke(cli.cli, ["stories", *options, str(SEED)]).exit_code == 2


def test_output_goes_where_a_link_or_a_device_leads(tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert CliRunner().invoke(cli.cli, ["parse", str(SEED), "-o", str(link)]).exit_code == 0
    assert link.is_symlink()
    assert len(target.read_text("utf-8").splitlines()) == 50
    assert target.stat().st_mode & 0o777 == 0o640
    assert run("parse", SEED, "-o", "/dev/null").returncode == 0
    assert not Path("/dev/null").is_file()


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m unodc_feed parse {SEEDS}/*.txt | head -c 100"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert len(result.stdout) == 100
    assert "Traceback" not in result.stderr


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"unodc-feed, version {unodc_feed.__version__}\n"


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_its_packages_the_command_says_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "unodc_feed.cli")
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"{package}.console", raising=False)
    with pytest.raises(SystemExit, match=f"the command needs {package}.*pip install 'unodc-feed\\[cli\\]'"):
        unodc_feed.__main__.main()


def test_any_other_missing_module_is_a_bug_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "unodc_feed.cli")
    monkeypatch.setitem(sys.modules, "unodc_feed._files", None)
    with pytest.raises(ModuleNotFoundError):
        unodc_feed.__main__.main()


def test_the_package_can_be_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["unodc-feed", "detect", str(SEED)])
    monkeypatch.delitem(sys.modules, "unodc_feed.__main__")
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("unodc_feed", run_name="__main__")
    assert caught.value.code == 0
    assert json.dumps(capsys.readouterr().out).endswith('bulleted\\n"')


def test_several_documents_at_a_time_give_what_one_at_a_time_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "_WORTH_PROCESSES", 0)
    files = [*map(str, sorted(SEEDS.glob("*.txt"))), str(tmp_path / "missing.txt"), str(SEED)]
    for command in ("parse", "detect"):
        one, several = (CliRunner().invoke(cli.cli, [command, *files, "--jobs", jobs]) for jobs in "13")
        assert (one.exit_code, several.exit_code) == (1, 1)
        assert (one.stdout, one.stderr) == (several.stdout, several.stderr)


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "unodc_feed", "parse", str(SEED), str(SEEDS / "002_2fee6788cc5d9ab5.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 1


def test_whoever_calls_the_command_learns_that_its_reader_has_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("click.open_file", broken)
    result = CliRunner().invoke(cli.cli, ["parse", str(SEED)])
    assert (result.exit_code, result.stderr) == (1, "")


def test_an_output_that_fails_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli, "cli", full)
    with pytest.raises(SystemExit, match=r"^unodc-feed: No space left on device$"):
        unodc_feed.__main__.main()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device without room")
@pytest.mark.parametrize("command", ["parse", "detect"])
def test_a_full_disk_is_named_without_a_traceback(command: str) -> None:
    with Path("/dev/full").open("w") as full:
        arguments = [sys.executable, "-m", "unodc_feed", command, str(SEED)]
        result = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert result.returncode == 1
    assert result.stderr.splitlines()[0].endswith(": No space left on device")


def test_a_command_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    output = tmp_path / "entries.jsonl"
    assert run("parse", SEED, "-o", output).returncode == 0
    new = output.read_bytes()
    begin = time.perf_counter()
    assert _killed_while_writing(output, None) == new
    whole = time.perf_counter() - begin
    chance = Random(2026)
    states = [_killed_while_writing(output, chance.uniform(0, 2 * whole)) for _ in range(200)]
    assert {state[:3] for state in states} == {b"old", new[:3]}, "no run was killed before, or none after the writing"
    assert set(states) == {b"old", new}
    assert run("parse", SEED, "-o", output).returncode == 0
    assert output.read_bytes() == new


def _killed_while_writing(output: Path, after: float | None) -> bytes:
    """Fork a process that parses into a file, and kill it after some seconds, if at all; return what the file holds."""
    output.write_bytes(b"old")
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            cli.cli(["parse", str(SEED), "-o", str(output)])
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return output.read_bytes()


def test_stories_can_be_asked_for_in_every_language_that_is_linked() -> None:
    assert sorted(LANGUAGES) == [*cli._LANGUAGES]  # noqa: SLF001
