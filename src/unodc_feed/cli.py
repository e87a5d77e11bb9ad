"""The command: reads arguments, calls the library, prints.

Records go to standard output: JSON Lines, or a table where that is a terminal.  Everything else goes to standard error.
The exit status is 0, or 1 if some document could not be read (the others are still written), or 2 for a wrong call.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

import unodc_feed
from unodc_feed import DateBasis, Entry, Format, Listing, Severity, UnodcFeedError
from unodc_feed._files import read_text, write_whole

_T = TypeVar("_T")
_FILES = click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
_ENCODING = click.option("--encoding", metavar="NAME", help="How the files are encoded, if not in UTF-8.")
_FLAGS: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    # What the last column of the table says of an entry.
    ("range", lambda entry: entry.end_date is not None),
    ("year inferred", lambda entry: entry.date_basis is DateBasis.YEAR_INFERRED),
    ("suspect date", lambda entry: entry.date_basis is DateBasis.SUSPECT),
    ("impossible date", lambda entry: entry.date_basis is DateBasis.IMPOSSIBLE),
    ("caption", lambda entry: entry.caption is not None),
    ("no title", lambda entry: entry.title is None),
    ("no body", lambda entry: not entry.paragraphs),
)


@click.group()
@click.version_option(unodc_feed.__version__, prog_name="unodc-feed")
def cli() -> None:
    """Read captures of UNODC's news listings."""


@cli.command()
@_FILES
@_ENCODING
@click.option("--format", "format_", type=click.Choice([form.value for form in Format]), help="What the files are.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write JSON Lines to this file.")
def parse(files: Sequence[Path], encoding: str | None, format_: str | None, output: Path | None) -> None:
    """Parse FILEs and write their entries, one line of JSON an entry.

    On a terminal a table is printed instead, with everything odd that was seen.
    """
    listings = _each(files, lambda path: unodc_feed.read(path, format=format_, encoding=encoding))
    entries = [entry for listing in listings for entry in listing]
    if output is None and _is_terminal():
        Console().print(_table(entries))
        _print_diagnostics(listings)
    else:
        _write(unodc_feed.to_json_lines(entries), output)
    languages = {entry.language for entry in entries} - {None}
    _say(f"{len(entries)} entries in {len(languages)} languages from {len(listings)} of {len(files)} documents")
    sys.exit(len(listings) < len(files))


@cli.command()
@_FILES
@_ENCODING
def detect(files: Sequence[Path], encoding: str | None) -> None:
    """Tell the format of each FILE: bulleted, blocks, reference or unknown."""

    def detected(path: Path) -> Format | None:
        found = unodc_feed.detect_format(read_text(path, encoding=encoding))
        click.echo(f"{_printable(str(path))}: {found or 'unknown'}")
        return found

    formats = _each(files, detected)
    sys.exit(len(formats) < len(files) or None in formats)


def _each(files: Iterable[Path], work: Callable[[Path], _T]) -> list[_T]:
    """Do some work on each document; one that cannot be read is reported and left out."""
    results = []
    for path in files:
        try:
            results.append(work(path))
        except OSError as error:
            _say(f"{path}: {error.strerror or error}")
        except (UnodcFeedError, LookupError) as error:
            _say(str(error))
    return results


def _write(lines: Iterable[str], output: Path | None) -> None:
    """Write lines to a file, whole or not at all, or to standard output in UTF-8."""
    if output is None:
        with click.open_file("-", "w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)
        return
    try:
        write_whole(output, lines)
    except OSError as error:
        _say(f"{output}: {error.strerror or error}")
        sys.exit(1)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _table(entries: Iterable[Entry]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("date", no_wrap=True, min_width=10)
    table.add_column("lang", no_wrap=True, min_width=4)
    table.add_column("title", overflow="ellipsis", no_wrap=True, ratio=1)
    table.add_column("flags", no_wrap=True)
    for entry in entries:
        date = str(entry.date or entry.date_text or "-")
        title = entry.title or (f"[{entry.body[:100]}]" if entry.body else "-")
        flags = ", ".join(flag for flag, holds in _FLAGS if holds(entry))
        table.add_row(*(Text(_printable(cell)) for cell in (date, entry.language or "-", title, flags)))
    return table


def _print_diagnostics(listings: Iterable[Listing]) -> None:
    for listing in listings:
        for found in listing.diagnostics:
            if found.severity is not Severity.INFO or found.code == "fewer-than-declared":
                _say(f"{listing.name}:{found.line}: {found.severity}: {found.code}: {found.message}")
        quiet = sum(found.severity is Severity.INFO for found in listing.diagnostics)
        _say(f"{listing.name}: {listing.format}, {len(listing)} entries, {quiet} notes")


def _say(message: str) -> None:
    click.echo(_printable(message), err=True)


def _printable(text: str) -> str:
    """Replace what could control a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
