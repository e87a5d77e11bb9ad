"""The command: reads arguments, calls the library, prints.

Records go to standard output: JSON Lines, or a table where that is a terminal.  Everything else goes to standard error.
The exit status is 0, or 1 if some document could not be read (the others are still written), or 2 for a wrong call.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

import click
from rich.cells import cell_len
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

import unodc_feed
from unodc_feed import DateBasis, Entry, Format, Listing, Severity, Story, UnodcFeedError
from unodc_feed._files import read_text, write_whole

_T = TypeVar("_T")
_LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")


def _known_encoding(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    try:
        "".encode(name or "utf-8")
    except LookupError as error:
        raise click.BadParameter(str(error)) from None
    return name


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_FILES = click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
_ENCODING = click.option(
    "--encoding", metavar="NAME", callback=_known_encoding, help="How the files are encoded, if not in UTF-8."
)
_FORMAT = click.option(
    "--format", "format_", type=click.Choice([form.value for form in Format]), help="Take the FILEs for this format."
)
_JOBS = click.option(
    "--jobs", metavar="N", type=click.IntRange(1), default=_cores, help="Parse N FILEs at a time; as many as cores."
)
_OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
_FLAGS: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    # What the last column of the table says of an entry.
    ("range", lambda entry: entry.end_date is not None),
    ("year inferred", lambda entry: entry.date_basis is DateBasis.YEAR_INFERRED),
    ("suspect date", lambda entry: entry.date_basis is DateBasis.SUSPECT),
    ("impossible date", lambda entry: entry.date_basis is DateBasis.IMPOSSIBLE),
    ("caption", lambda entry: entry.caption is not None),
    ("no title", lambda entry: entry.title is None),
    ("no body", lambda entry: not entry.paragraphs),
    ("conflicts", lambda entry: bool(entry.conflicts)),
)
_STORY_FLAGS = tuple(
    row for row in _FLAGS if row[0] in ("year inferred", "suspect date", "impossible date", "conflicts")
)

_NARROWEST_TITLE = 20
_WORTH_PROCESSES = 4_000_000  # bytes of all documents: with fewer, starting processes takes longer than they save

Capture = Listing | tuple[Entry, ...]


@click.group()
@click.version_option(unodc_feed.__version__, prog_name="unodc-feed")
def cli() -> None:
    """Read captures of UNODC's news listings.

    All commands but `detect` also read the JSON Lines that `parse` and `merge` write.
    """


@cli.command()
@_FILES
@_ENCODING
@_FORMAT
@_JOBS
@_OUTPUT
def parse(files: Sequence[Path], encoding: str | None, format_: str | None, jobs: int, output: Path | None) -> None:
    """Parse FILEs and write their entries, one line of JSON an entry.

    On a terminal a table is printed instead, with everything odd that was seen.
    """
    captures = _captures(files, encoding, format_, jobs)
    entries = [entry for capture in captures for entry in capture]
    if output is None and _is_terminal():
        Console().print(_table_of_entries(entries))
        _print_diagnostics(captures)
    else:
        _write(unodc_feed.to_json_lines(entries), output)
    _finish(len(entries), "entry", "entries", captures, files)


@cli.command()
@_FILES
@_ENCODING
@_FORMAT
@_JOBS
@_OUTPUT
def merge(files: Sequence[Path], encoding: str | None, format_: str | None, jobs: int, output: Path | None) -> None:
    """Parse FILEs and write each item once, with every place where it was seen.

    On a terminal a table is printed instead.
    """
    captures = _captures(files, encoding, format_, jobs)
    entries = unodc_feed.merge(*captures)
    if output is None and _is_terminal():
        Console().print(_table_of_entries(entries))
    else:
        _write(unodc_feed.to_json_lines(entries), output)
    _finish(len(entries), "item", "items", captures, files)


@cli.command()
@_FILES
@_ENCODING
@_FORMAT
@_JOBS
@_OUTPUT
@click.option(
    "--lang",
    type=click.Choice(_LANGUAGES, case_sensitive=False),
    help="Only stories told in this language, with their titles in it.",
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only stories that may be of this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Only stories that may be of this day or earlier.")
def stories(
    files: Sequence[Path],
    encoding: str | None,
    format_: str | None,
    jobs: int,
    output: Path | None,
    lang: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
) -> None:
    """Parse and merge FILEs, link the language versions, and write each story once.

    Writes one line of JSON a story; on a terminal, a timeline.
    """
    if since and until and until < since:
        raise click.BadParameter(f"{since:%Y-%m-%d} is after --until {until:%Y-%m-%d}", param_hint="--since")
    captures = _captures(files, encoding, format_, jobs)
    found = [
        story
        for story in unodc_feed.link_translations(unodc_feed.merge(*captures))
        if (lang is None or lang in story.languages) and _may_lie(story, since, until)
    ]
    if output is None and _is_terminal():
        Console().print(_table_of_stories(found, lang or "en"))
    else:
        _write(unodc_feed.stories_to_json_lines(found), output)
    _finish(len(found), "story", "stories", captures, files)


@cli.command()
@_FILES
@_ENCODING
@_JOBS
def detect(files: Sequence[Path], encoding: str | None, jobs: int) -> None:
    """Tell the format of each FILE: bulleted, blocks, reference or unknown."""
    formats = []
    for path, found in _each(files, partial(_detect, encoding=encoding), jobs):
        click.echo(f"{_printable(str(path))}: {found or 'unknown'}")
        formats.append(found)
    sys.exit(len(formats) < len(files) or None in formats)


def _detect(path: Path, encoding: str | None) -> Format | None:
    return unodc_feed.detect_format(read_text(path, encoding=encoding))


def _captures(files: Sequence[Path], encoding: str | None, format_: str | None, jobs: int) -> list[Capture]:
    read = _each(files, partial(_capture, encoding=encoding, format_=format_), jobs)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        return [capture for _, capture in progress.track(read, total=len(files), description="reading")]


def _capture(path: Path, encoding: str | None, format_: str | None) -> Capture:
    """Read a document, or entries that were saved as JSON Lines."""
    text = read_text(path, encoding=encoding)
    if text.lstrip().startswith("{") or (not text.strip() and path.suffix == ".jsonl"):
        return tuple(unodc_feed.from_json_lines(text.split("\n"), name=path.name))
    return unodc_feed.parse(text, name=path.name, format=format_)


def _may_lie(story: Story, since: dt.datetime | None, until: dt.datetime | None) -> bool:
    """Whether some entry of a story can lie between two days."""
    first, last = (since.date() if since else dt.date.min), (until.date() if until else dt.date.max)
    return any(
        (entry.not_before or dt.date.min) <= last and first <= (entry.not_after or dt.date.max)
        for entry in story.entries
    )


def _finish(count: int, one: str, many: str, captures: Sequence[Capture], files: Sequence[Path]) -> NoReturn:
    """Say what was done, and exit."""
    languages = len({entry.language for capture in captures for entry in capture} - {None})
    _say(
        f"{count} {one if count == 1 else many} in {languages} {'language' if languages == 1 else 'languages'} "
        f"from {len(captures)} of {len(files)} {'document' if len(files) == 1 else 'documents'}"
    )
    sys.exit(len(captures) < len(files))


def _each(files: Sequence[Path], work: Callable[[Path], _T], jobs: int) -> Iterator[tuple[Path, _T]]:
    """Do some work on each document, several at a time; one that cannot be read is reported and left out."""
    attempt = partial(_attempt, work)
    with ExitStack() as stack:
        outcomes: Iterator[_T | OSError | UnodcFeedError] = map(attempt, files)
        if jobs > 1 and len(files) > 1 and sum(map(_size, files)) >= _WORTH_PROCESSES:
            pool = stack.enter_context(ProcessPoolExecutor(min(jobs, len(files))))
            outcomes = pool.map(attempt, files)
        for path, outcome in zip(files, outcomes, strict=True):
            if isinstance(outcome, OSError):
                _say(f"{path}: {outcome.strerror or outcome}")
            elif isinstance(outcome, UnodcFeedError):
                _say(str(outcome))
            else:
                yield path, outcome


def _attempt(work: Callable[[Path], _T], path: Path) -> _T | OSError | UnodcFeedError:
    try:
        return work(path)
    except (OSError, UnodcFeedError) as error:
        return error


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _write(lines: Iterable[str], output: Path | None) -> None:
    """Write lines to a file, whole or not at all, or to standard output in UTF-8."""
    try:
        if output is not None:
            write_whole(output, lines)
            return
        with click.open_file("-", "w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
    except BrokenPipeError:  # the reader has enough, as in "| head": that is no error to tell of
        raise
    except OSError as error:
        _say(f"{output or 'standard output'}: {error.strerror or error}")
        sys.exit(1)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _table_of_entries(entries: Iterable[Entry]) -> Table:
    rows = [
        (
            _date(entry),
            entry.language or "-",
            _title(entry),
            ", ".join(flag for flag, holds in _FLAGS if holds(entry)),
        )
        for entry in entries
    ]
    return _table(("date", "lang", "title", "flags"), rows)


def _table_of_stories(found: Iterable[Story], language: str) -> Table:
    rows = [
        (
            str(story.date or _date(story.entries[0])),
            "/".join(story.languages),
            _title(story.by_language.get(language, story.entries[0])),
            str(sum(len(entry.sources) for entry in story.entries)),
            ", ".join(flag for flag, holds in _STORY_FLAGS if any(map(holds, story.entries))),
        )
        for story in found
    ]
    return _table(("date", "langs", "title", "seen", "flags"), rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table in which only the title gives way where the terminal is narrow."""
    cells = [[_printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(columns, *cells, strict=True)]
    title = columns.index("title")
    widths[title] = max(_NARROWEST_TITLE, Console().width - sum(widths) + widths[title] - len(columns) + 1)
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, overflow="ellipsis", no_wrap=True, width=width)
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _date(entry: Entry) -> str:
    """The date, or else the last day on which an entry can lie, or what is printed."""
    latest = f"≤{entry.not_after}" if entry.not_after else "-"
    return str(entry.date or entry.date_text or latest)


def _title(entry: Entry) -> str:
    return entry.title or (f"[{entry.body[:100]}]" if entry.body else "-")


def _print_diagnostics(captures: Iterable[Capture]) -> None:
    for listing in captures:
        if isinstance(listing, Listing):
            for found in listing.diagnostics:
                if found.severity is not Severity.INFO or found.code == "fewer-than-declared":
                    _say(f"{listing.name}:{found.line}: {found.severity}: {found.code}: {found.message}")
            notes = sum(found.severity is Severity.INFO for found in listing.diagnostics)
            _say(f"{listing.name}: {listing.format}, entries: {len(listing)}, notes: {notes}")


def _say(message: str) -> None:
    click.echo(_printable(message), err=True)


def _printable(text: str) -> str:
    """Replace what could control a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
