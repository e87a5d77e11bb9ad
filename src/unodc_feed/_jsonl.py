"""JSON Lines: entries to lines of JSON and back, without loss.

One line is one JSON object and one entry, with every field of :class:`~unodc_feed.Entry` under its own name, dates in
ISO 8601, and two more: ``schema``, the version of this form, and ``key``, :attr:`Entry.key <unodc_feed.Entry.key>`.
What is read is checked field by field; nothing of it is ever run.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from unodc_feed._errors import JsonLinesError
from unodc_feed._model import Claim, Conflict, DateBasis, Entry, Format, Mention, MentionKind, Source, Story

SCHEMA = 1
"""The version of the form; it grows when a reader of the old one would misread the new one."""


class _Codec(NamedTuple):
    """How a value becomes JSON, and how it is read back: ``decode`` raises ValueError for what it does not expect."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _plain(kind: type) -> _Codec:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}, found {value!r:.40}")
        return value

    return _Codec(lambda value: value, decode)


def _textual(encode: Callable[[Any], str], parse: Callable[[str], Any]) -> _Codec:
    return _Codec(encode, lambda value: parse(_STR.decode(value)))


def _optional(codec: _Codec) -> _Codec:
    return _Codec(
        lambda value: None if value is None else codec.encode(value),
        lambda value: None if value is None else codec.decode(value),
    )


def _tuple_of(codec: _Codec) -> _Codec:
    def decode(value: Any) -> tuple[Any, ...]:
        return tuple(_at(f"[{n}]", codec.decode, item) for n, item in enumerate(_LIST.decode(value)))

    return _Codec(lambda values: [codec.encode(value) for value in values], decode)


def _record(make: Callable[..., Any], fields: Mapping[str, _Codec]) -> _Codec:
    def encode(record: Any) -> dict[str, Any]:
        return {name: codec.encode(getattr(record, name)) for name, codec in fields.items()}

    def decode(value: Any) -> Any:
        found = _DICT.decode(value)
        if found.keys() != fields.keys():
            odd = ", ".join(sorted(found.keys() ^ fields.keys()))
            raise ValueError(f"missing or unknown: {odd}")
        return make(**{name: _at(f".{name}", codec.decode, found[name]) for name, codec in fields.items()})

    return _Codec(encode, decode)


def _at(place: str, decode: Callable[[Any], Any], value: Any) -> Any:
    """Decode a part of a value; an error says which part."""
    try:
        return decode(value)
    except _PlacedError as error:
        raise _PlacedError(f"{place}{error.place}", error.reason) from None
    except ValueError as error:
        raise _PlacedError(place, str(error)) from None


class _PlacedError(ValueError):
    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


_STR, _INT, _LIST, _DICT = _plain(str), _plain(int), _plain(list), _plain(dict)
_TEXT = _optional(_STR)
_TEXTS = _tuple_of(_STR)
_DATE = _optional(_textual(dt.date.isoformat, dt.date.fromisoformat))
_TIME = _optional(_textual(dt.time.isoformat, dt.time.fromisoformat))
_MOMENT = _optional(_textual(dt.datetime.isoformat, dt.datetime.fromisoformat))
_BASIS = _textual(str, DateBasis)
_MENTION = _record(Mention, {"kind": _textual(str, MentionKind), "text": _STR, "value": _STR})
_SOURCE = _record(
    Source,
    {
        "name": _STR,
        "format": _textual(str, Format),
        "first_line": _INT,
        "last_line": _INT,
        "start": _INT,
        "end": _INT,
        "captured_at": _MOMENT,
        "feed_size": _optional(_INT),
    },
)
_SOURCES = _tuple_of(_SOURCE)
_SAID: dict[str, _Codec] = {
    # The fields that a document says, and on which captures can disagree.
    "title": _TEXT,
    "date": _DATE,
    "end_date": _DATE,
    "time": _TIME,
    "date_text": _TEXT,
    "date_basis": _BASIS,
    "suggested_date": _DATE,
    "not_before": _DATE,
    "not_after": _DATE,
    "paragraphs": _TEXTS,
    "caption": _TEXT,
    "read_more": _TEXTS,
    "language": _TEXT,
    "mentions": _tuple_of(_MENTION),
}


def _encode_conflict(conflict: Conflict) -> dict[str, Any]:
    value = _SAID[conflict.field]
    claims = [
        {"value": value.encode(claim.value), "sources": _SOURCES.encode(claim.sources)} for claim in conflict.claims
    ]
    return {"field": conflict.field, "claims": claims}


def _decode_conflict(value: Any) -> Conflict:
    field = _at(".field", _STR.decode, _DICT.decode(value).get("field"))
    if field not in _SAID:
        raise ValueError(f"no field {field!r:.40} can be in conflict")
    claim = _record(Claim, {"value": _SAID[field], "sources": _SOURCES})
    conflict: Conflict = _record(Conflict, {"field": _STR, "claims": _tuple_of(claim)}).decode(value)
    return conflict


_OBSERVED = {**_SAID, "sources": _SOURCES}
_VARIANT = _record(Entry, _OBSERVED)  # as it was parsed: it has no variants itself
_ENTRY = _record(
    Entry,
    {**_OBSERVED, "variants": _tuple_of(_VARIANT), "conflicts": _tuple_of(_Codec(_encode_conflict, _decode_conflict))},
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
    for entry in entries:
        yield _line({"schema": SCHEMA, **_keyed(entry)})


def _keyed(entry: Entry) -> dict[str, Any]:
    return {"key": entry.key, **_ENTRY.encode(entry)}


def _line(said: dict[str, Any]) -> str:
    """A line of JSON that can be encoded, lone surrogates and all."""
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


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
    for story in stories:
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
        said = {
            "schema": SCHEMA,
            "date": _DATE.encode(story.date),
            "languages": [*story.languages],
            "entries": [_keyed(entry) for entry in story.entries],
            "links": links,
        }
        yield _line(said)


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
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _entry(line, number, name)


def _entry(line: str, number: int, name: str) -> Entry:
    try:
        found = _DICT.decode(json.loads(line))
        if found.pop("schema", None) != SCHEMA:
            raise ValueError(f"expected the field 'schema' with the value {SCHEMA}")
        if "entries" in found:
            raise ValueError("a story, not an entry; stories cannot be read back")
        found.pop("key", None)
        entry: Entry = _ENTRY.decode(found)
    except (ValueError, RecursionError) as error:
        place = error.place.removeprefix(".") if isinstance(error, _PlacedError) else None
        reason = error.reason if isinstance(error, _PlacedError) else str(error)
        where = f"{name or 'JSON Lines'}:{number}" + (f", field {place}" if place else "")
        raise JsonLinesError(
            f"{where}: {reason}. Expected an entry as 'unodc-feed parse' or 'merge' writes it.",
            name=name,
            line=number,
            field=place,
        ) from None
    return entry
