"""JSON Lines: entries to lines of JSON and back, without loss.

One line is one JSON object and one entry, with every field of :class:`~unodc_feed.Entry` under its own name, dates in
ISO 8601, and two more: ``schema``, the version of this form, and ``key``, :attr:`Entry.key <unodc_feed.Entry.key>`.
What is read is checked field by field; nothing of it is ever run.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, StrEnum
from typing import Any, NamedTuple

from unodc_feed._checks import check_name, checked_entries, checked_lines, checked_stories
from unodc_feed._errors import JsonLinesError
from unodc_feed._model import Claim, Conflict, DateBasis, Entry, Format, Mention, MentionKind, Source, Story

SCHEMA = 1
"""The version of the form; it grows when a reader of the old one would misread the new one."""


class _Codec(NamedTuple):
    """How a value becomes JSON, and how it is read back: ``decode`` raises ValueError for what it does not expect."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


class _Rule(NamedTuple):
    """What must hold between the fields of a record, and which of them is wrong if it does not."""

    field: str
    holds: Callable[[Mapping[str, Any]], bool]
    expected: str


class _Odd(Enum):
    """What stands in the place of a value, and is of no kind that is expected anywhere."""

    MISSING = "nothing"
    REPEATED = "more than one value"

    def __repr__(self) -> str:
        return self.value


def _unexpected(expected: str, found: object) -> ValueError:
    return ValueError(f"expected {expected}, found {found!r:.40}")


def _plain(kind: type) -> _Codec:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise _unexpected(kind.__name__, value)
        return value

    return _Codec(lambda value: value, decode)


def _count_from(least: int) -> _Codec:
    def decode(value: Any) -> Any:
        if type(value) is not int or not least <= value < 1 << 63:
            raise _unexpected(f"int of {least} or more", value)
        return value

    return _Codec(lambda value: value, decode)


def _textual(encode: Callable[[Any], str], parse: Callable[[str], Any], expected: str) -> _Codec:
    """A value that is written as text, in one way only."""

    def decode(value: Any) -> Any:
        try:
            if type(value) is str and encode(found := parse(value)) == value:
                return found
        except ValueError:
            pass
        raise _unexpected(expected, value)

    return _Codec(encode, decode)


def _word(words: type[StrEnum]) -> _Codec:
    return _textual(str, words, f"one of {', '.join(words)}")


def _optional(codec: _Codec) -> _Codec:
    return _Codec(
        lambda value: None if value is None else codec.encode(value),
        lambda value: None if value is None else codec.decode(value),
    )


def _tuple_of(codec: _Codec) -> _Codec:
    def decode(value: Any) -> tuple[Any, ...]:
        found = _LIST.decode(value)
        items: list[Any] = []
        try:
            for item in found:
                items.append(codec.decode(item))  # noqa: PERF401 (their number is the place of the wrong one)
        except ValueError as error:
            raise _at(f"[{len(items)}]", error) from None
        return tuple(items)

    return _Codec(lambda values: [codec.encode(value) for value in values], decode)


def _record(make: Callable[..., Any], fields: Mapping[str, _Codec], rules: Iterable[_Rule] = ()) -> _Codec:
    def encode(record: Any) -> dict[str, Any]:
        return {name: codec.encode(getattr(record, name)) for name, codec in fields.items()}

    def decode(value: Any) -> Any:
        found = _DICT.decode(value)
        if len(found) > len(fields):
            raise ValueError(f"no such field: {min(found.keys() - fields.keys())!r:.40}")
        said: dict[str, Any] = {}
        try:
            for name, codec in fields.items():
                said[name] = codec.decode(found.get(name, _Odd.MISSING))
            for name, holds, expected in rules:
                if not holds(said):
                    raise _unexpected(expected, found[name])
        except ValueError as error:
            raise _at(f".{name}", error) from None
        return make(**said)

    return _Codec(encode, decode)


class _PlacedError(ValueError):
    """What is wrong, and in which part of a value."""

    def __init__(self, place: str, reason: object) -> None:
        super().__init__(reason)
        self.place = place


def _at(place: str, error: ValueError) -> _PlacedError:
    """The error as one of a part of a greater value."""
    return _PlacedError(place + getattr(error, "place", ""), error)


_STR, _LIST, _DICT = _plain(str), _plain(list), _plain(dict)
_TEXT = _optional(_STR)
_TEXTS = _tuple_of(_STR)
_DATE = _optional(_textual(dt.date.isoformat, dt.date.fromisoformat, "a date such as 2016-01-22"))
_TIME = _optional(_textual(dt.time.isoformat, dt.time.fromisoformat, "a time such as 15:06:17"))
_MOMENT = _optional(
    _textual(dt.datetime.isoformat, dt.datetime.fromisoformat, "a moment such as 2016-01-25T12:30:00+00:00")
)
_MENTION = _record(Mention, {"kind": _word(MentionKind), "text": _STR, "value": _STR})
_SOURCE = _record(
    Source,
    {
        "name": _STR,
        "format": _word(Format),
        "first_line": _count_from(1),
        "last_line": _count_from(1),
        "start": _count_from(0),
        "end": _count_from(0),
        "captured_at": _MOMENT,
        "feed_size": _optional(_count_from(0)),
    },
    (
        _Rule("last_line", lambda said: said["first_line"] <= said["last_line"], "no line before first_line"),
        _Rule("end", lambda said: said["start"] <= said["end"], "no offset before start"),
    ),
)
_SOURCES = _tuple_of(_SOURCE)
_SAID: dict[str, _Codec] = {
    # The fields that a document says, and on which captures can disagree.
    "title": _TEXT,
    "date": _DATE,
    "end_date": _DATE,
    "time": _TIME,
    "date_text": _TEXT,
    "date_basis": _word(DateBasis),
    "suggested_date": _DATE,
    "not_before": _DATE,
    "not_after": _DATE,
    "paragraphs": _TEXTS,
    "caption": _TEXT,
    "read_more": _TEXTS,
    "language": _TEXT,
    "mentions": _tuple_of(_MENTION),
}
_ORDERED = (
    _Rule(
        "end_date",
        lambda said: said["end_date"] is None or (said["date"] is not None and said["date"] <= said["end_date"]),
        "no day without date or before it",
    ),
    _Rule(
        "not_after",
        lambda said: None in (said["not_before"], said["not_after"]) or said["not_before"] <= said["not_after"],
        "no day before not_before",
    ),
)
_CONFLICTS = {
    name: _record(Conflict, {"field": _STR, "claims": _tuple_of(_record(Claim, {"value": codec, "sources": _SOURCES}))})
    for name, codec in _SAID.items()
}


def _decode_conflict(value: Any) -> Any:
    field = _DICT.decode(value).get("field", _Odd.MISSING)
    if not isinstance(field, str) or field not in _CONFLICTS:
        raise _PlacedError(".field", _unexpected(f"one of {', '.join(_CONFLICTS)}", field))
    return _CONFLICTS[field].decode(value)


def _encode_variant(variant: Entry) -> Any:
    if variant.variants or variant.conflicts:
        raise ValueError(f"{variant!r} is merged itself and cannot be a variant; merge() takes such entries apart")
    return _VARIANT.encode(variant)


_OBSERVED = {**_SAID, "sources": _SOURCES}
_VARIANT = _record(Entry, _OBSERVED, _ORDERED)
_ENTRY = _record(
    Entry,
    {
        **_OBSERVED,
        "variants": _tuple_of(_Codec(_encode_variant, _VARIANT.decode)),
        "conflicts": _tuple_of(_Codec(lambda value: _CONFLICTS[value.field].encode(value), _decode_conflict)),
    },
    _ORDERED,
)


def to_json_lines(entries: Iterable[Entry]) -> Iterator[str]:
    r"""Write entries as lines of JSON.

    Args:
        entries: the entries; a listing will do.

    Returns:
        One line an entry, without the newline.

    >>> [line] = to_json_lines([Entry(title="Funded Projects")])
    >>> line[:45]
    '{"schema": 1, "key": "dd007a898858f53c689a", '
    """
    lines = ({"schema": SCHEMA, **_keyed(entry)} for entry in checked_entries("to_json_lines", entries))
    return map(_line, lines)


# Controls, separators of lines, directions of writing, and halves of characters.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_HALVES = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}", re.IGNORECASE)


def _keyed(entry: Entry) -> dict[str, Any]:
    return {"key": entry.key, **_ENTRY.encode(entry)}


def _line(said: dict[str, Any]) -> str:
    """A line of JSON that can be encoded, and that is one line that controls nothing wherever it is shown."""
    line = json.dumps(said, ensure_ascii=False, allow_nan=False)
    return line if line.isprintable() else _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def stories_to_json_lines(stories: Iterable[Story]) -> Iterator[str]:
    """Write stories as lines of JSON.

    Args:
        stories: the stories.

    Returns:
        One line a story, without the newline.  It has the story's date and languages, its entries as
        :func:`to_json_lines` writes them, and its links, which name entries by their places among those, counted from
        0.

    >>> [line] = stories_to_json_lines([Story((Entry(title="Funded Projects", language="en"),))])
    >>> json.loads(line)["languages"]
    ['en']
    """
    return map(_line, map(_told, checked_stories("stories_to_json_lines", stories)))


def _told(story: Story) -> dict[str, Any]:
    place = {id(entry): n for n, entry in enumerate(story.entries)}  # equal entries have places of their own
    links = [
        {
            "left": place[id(link.left)],
            "right": place[id(link.right)],
            "score": link.score,
            "evidence": [*link.evidence],
        }
        for link in story.links
    ]
    return {
        "schema": SCHEMA,
        "date": _DATE.encode(story.date),
        "languages": [*story.languages],
        "entries": [_keyed(entry) for entry in story.entries],
        "links": links,
    }


def from_json_lines(lines: Iterable[str], *, name: str = "") -> Iterator[Entry]:
    """Read entries from lines of JSON, as :func:`to_json_lines` writes them.

    Args:
        lines: the lines; blank ones are passed over.
        name: what to call their file in messages.

    Returns:
        The entries, equal to those that were written.

    Raises:
        JsonLinesError: if a line is not such an entry; it says which line and field.

    >>> entry = Entry(title="Funded Projects")
    >>> list(from_json_lines(to_json_lines([entry]))) == [entry]
    True
    """
    check_name("from_json_lines", "name", name)
    return _entries(checked_lines("from_json_lines", lines), name)


def _entries(lines: Iterable[str], name: str) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        said = line.removeprefix("\ufeff") if number == 1 else line
        if said.strip():
            yield _entry(said, number, name)


def _entry(line: str, number: int, name: str) -> Entry:
    try:
        return _read(line)
    except (ValueError, RecursionError) as error:
        field = error.place.removeprefix(".") if isinstance(error, _PlacedError) else None
        where = f"{name or 'JSON Lines'}:{number}" + (f", field {field}" if field else "")
        raise JsonLinesError(
            f"{where}: {error}. Expected an entry as 'unodc-feed parse' or 'merge' writes it.",
            name=name,
            line=number,
            field=field,
        ) from None


def _read(line: str) -> Entry:
    said = _DICT.decode(_parsed(line))
    schema, key = said.pop("schema", _Odd.MISSING), said.pop("key", _Odd.MISSING)
    if type(schema) is not int or schema != SCHEMA:
        raise _PlacedError(".schema", _unexpected(str(SCHEMA), schema))
    if "entries" in said:
        raise ValueError("a story, not an entry; stories cannot be read back")
    entry: Entry = _ENTRY.decode(said)
    if key != entry.key and not _HALVES.search(line):  # JSON makes one character of two halves that meet
        raise _PlacedError(".key", _unexpected(f"{entry.key!r} for such an entry", key))
    return entry


def _parsed(line: str) -> Any:
    try:
        return _DECODER.decode(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (character {error.pos + 1})") from None
    except ValueError:
        raise ValueError("a number of too many digits") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object as a dictionary, in which no value hides another of the same name."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = Counter(name for name, _ in pairs)
        found.update((name, _Odd.REPEATED) for name, times in names.items() if times > 1)
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_object)
