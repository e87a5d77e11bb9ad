"""Arguments: what a public function refuses, and what it says to pass instead.

A wrong kind of object raises TypeError where it comes in, and a name that is none of those known raises ValueError.
Otherwise a path would be an odd text, a text a row of odd entries, and the error one from deep inside.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

from unodc_feed._model import Entry, Format, Listing, Story

_T = TypeVar("_T")
_Advice = tuple[tuple[type, str], ...]

_FOR_TEXT: _Advice = (
    # For each kind of object that is taken for the wanted one, what to do with it.
    (bytes, "decode it, or use read() for a file"),
    (bytearray, "decode it"),
    (os.PathLike, "use read() for a file"),
    (Entry, "pass its title or its body"),
)
_FOR_PATH: _Advice = (
    (bytes, "decode it; os.fsdecode() does so for a path"),
    (Listing, "it is read already"),
)
_FOR_PIECES: _Advice = (
    (str, "pass [text], or use parse()"),
    (bytes, "decode it; open a file with encoding='utf-8'"),
    (os.PathLike, "pass the open file"),
)
_FOR_LINES: _Advice = (
    (str, r"pass text.split('\n')"),
    (bytes, "decode it; open a file with encoding='utf-8'"),
    (os.PathLike, "pass the open file"),
    (Entry, "it is read already"),
)
_FOR_ENTRIES: _Advice = (
    (str, "parse() makes entries of a text, from_json_lines() of saved lines"),
    (bytes, "parse() makes entries of a text"),
    (os.PathLike, "read() makes entries of a file"),
    (Entry, "pass [entry]"),
    (Listing, "pass each listing by itself, as merge(*listings) does"),
    (Story, "pass story.entries"),
)
_FOR_STORIES: _Advice = (
    (Story, "pass [story]"),
    (Entry, "link_translations() makes stories of entries"),
)
_FOR_MOMENT: _Advice = (
    (dt.date, "add the time of day with datetime.combine()"),
    (str, "datetime.fromisoformat() reads it"),
)


def check_text(function: str, value: object) -> None:
    """Refuse what is no text."""
    if not isinstance(value, str):
        raise _refusal(function, "a text as str", value, _FOR_TEXT)


def check_path(function: str, value: object) -> None:
    """Refuse what is no path."""
    if not isinstance(value, str | os.PathLike):
        raise _refusal(function, "the path of a file as str or os.PathLike", value, _FOR_PATH)


def check_name(function: str, argument: str, value: object) -> None:
    """Refuse what cannot be a name of something."""
    if not isinstance(value, str):
        raise _refusal(function, f"{argument}= as str", value, ())


def check_options(function: str, name: object, format: object, captured_at: object) -> None:
    """Refuse what cannot be told about a document."""
    check_name(function, "name", name)
    if format is not None:
        check_name(function, "format", format)
        if format not in tuple(Format):
            raise ValueError(f"{function}() knows no format {format!r:.40}: pass one of {', '.join(Format)}")
    if not isinstance(captured_at, dt.datetime | None):
        raise _refusal(function, "captured_at= as datetime", captured_at, _FOR_MOMENT)


def checked_pieces(function: str, values: Iterable[str]) -> Iterator[str]:
    """Refuse what is not a text in pieces."""
    return _checked(function, "an iterable of pieces of text", str, values, _FOR_PIECES)


def checked_lines(function: str, values: Iterable[str]) -> Iterator[str]:
    """Refuse what is not an iterable of lines."""
    return _checked(function, "an iterable of lines", str, values, _FOR_LINES)


def checked_entries(function: str, values: Iterable[Entry]) -> Iterator[Entry]:
    """Refuse what is not an iterable of entries; a listing is one."""
    return _checked(function, "an iterable of entries", Entry, values, _FOR_ENTRIES)


def checked_stories(function: str, values: Iterable[Story]) -> Iterator[Story]:
    """Refuse what is not an iterable of stories."""
    return _checked(function, "an iterable of stories", Story, values, _FOR_STORIES)


def _checked(function: str, wanted: str, kind: type[_T], values: Iterable[_T], advice: _Advice) -> Iterator[_T]:
    try:
        iterator = iter(values)
    except TypeError:
        raise _refusal(function, wanted, values, advice) from None
    if isinstance(values, str | bytes):
        raise _refusal(function, wanted, values, advice)
    return _each(function, wanted, kind, iterator, advice)


def _each(function: str, wanted: str, kind: type[_T], values: Iterator[_T], advice: _Advice) -> Iterator[_T]:
    for value in values:
        if not isinstance(value, kind):
            raise _refusal(function, wanted, value, advice, "not of")
        yield value


def _refusal(function: str, wanted: str, value: object, advice: _Advice, rather: str = "not") -> TypeError:
    instead = next((f": {what}" for kind, what in advice if isinstance(value, kind)), "")
    return TypeError(f"{function}() takes {wanted}, {rather} {type(value).__name__}{instead}")
