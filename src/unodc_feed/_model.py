"""The records: what a document says, as frozen values that know no formats.

Every stage of the package hands these on.  They are immutable, slotted, hashable and picklable, are checked when they
are made by a caller, and hold nothing that is not in their document or was not told by the caller.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Any, overload

import attrs


@unique
class Format(StrEnum):
    """The formats that this package reads."""

    BULLETED = "bulleted"
    """A listing with one dated bullet an entry."""
    BLOCKS = "blocks"
    """A long page on which each entry follows a line that holds its date."""
    REFERENCE = "reference"
    """A page of background information with one top-level bullet an entry."""


@unique
class DateBasis(StrEnum):
    """How an entry's date is known."""

    STATED = "stated"
    """The document prints it in full."""
    YEAR_INFERRED = "year_inferred"
    """The document prints day and month; the year follows from the neighbouring entries."""
    SUSPECT = "suspect"
    """The document prints it, but the year is plainly a slip; :attr:`Entry.suggested_date` is what it should be."""
    IMPOSSIBLE = "impossible"
    """The document prints a date that does not exist, such as 31/02/2015."""
    MISSING = "missing"
    """The document gives no date, or a day and month whose year nothing tells."""


@unique
class MentionKind(StrEnum):
    """What kind of thing a :class:`Mention` is."""

    PHONE = "phone"
    SMS = "sms"
    URL = "url"
    EMAIL = "email"
    UN_DOCUMENT = "un_document"
    SDG_TARGET = "sdg_target"


@unique
class Severity(StrEnum):
    """How much a :class:`Diagnostic` should worry a reader."""

    INFO = "info"
    """Worth knowing; nothing is wrong."""
    WARNING = "warning"
    """Odd; look at the document before relying on the value."""


@unique
class Role(StrEnum):
    """What a :class:`Span` outside the entries is."""

    TOPIC = "topic"
    HEADING = "heading"
    COUNT = "count"
    INTRO = "intro"
    FURNITURE = "furniture"


_MOMENT = attrs.validators.optional(attrs.validators.instance_of(dt.datetime))


def _ordered(first: int, last: int, names: str) -> None:
    if last < first:
        raise ValueError(f"{names}: {last} comes before {first}")


@attrs.frozen(kw_only=True)
class Span:
    """A run of whole lines that belongs to no entry.

    Attributes:
        role: what it is.
        first_line: its first line, counted from 1.
        last_line: its last line, inclusive.
        start: the offset of its first character in the text that was parsed.
        end: the offset behind its last character, so that ``text[start:end]`` is the span as printed.
    """

    role: Role
    first_line: int = attrs.field(validator=attrs.validators.ge(1))
    last_line: int
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        _ordered(self.first_line, self.last_line, "lines of a span")
        _ordered(self.start, self.end, "offsets of a span")


@attrs.frozen(kw_only=True)
class Source:
    """Where an entry was read.

    Attributes:
        name: the document's name.
        format: the format in which it was read.
        first_line: the entry's first line, counted from 1.
        last_line: its last line, inclusive.
        start: the offset of its first character in the text that was parsed.
        end: the offset behind its last character, so that ``text[start:end]`` is the entry as printed.
        captured_at: when the document was captured, if the caller said so.
        feed_size: how many entries the whole feed held at that time, if the document declares it.
    """

    name: str
    format: Format
    first_line: int = attrs.field(validator=attrs.validators.ge(1))
    last_line: int
    start: int
    end: int
    captured_at: dt.datetime | None = attrs.field(default=None, validator=_MOMENT)
    feed_size: int | None = None

    def __attrs_post_init__(self) -> None:
        _ordered(self.first_line, self.last_line, "lines of a source")
        _ordered(self.start, self.end, "offsets of a source")

    def __str__(self) -> str:
        return f"{self.name}:{self.first_line}-{self.last_line}".removeprefix(":")


@attrs.frozen
class Mention:
    """Something that an entry names and that can be looked up or dialled.

    Attributes:
        kind: what kind of thing it is.
        text: it as printed.
        value: it in one agreed form: ``+18883737888``, ``https://www.unodc.org/blueheart/``, ``A/RES/63/294``,
            ``16.2``.
    """

    kind: MentionKind
    text: str
    value: str


@attrs.frozen
class Diagnostic:
    """Something odd that was seen while reading a document, and kept.

    Attributes:
        code: which oddity; the codes are stable and documented.
        line: the line where it was seen, counted from 1.
        message: what was found and what was made of it, for people.
        severity: how much it should worry a reader.
    """

    code: str
    line: int
    message: str
    severity: Severity


@attrs.frozen
class Claim:
    """One value that some captures give for a field.

    Attributes:
        value: the value.
        sources: where it was read.
    """

    value: object
    sources: tuple[Source, ...]


@attrs.frozen
class Conflict:
    """A field on which the captures of one item disagree.

    Attributes:
        field: the name of the :class:`Entry` field.
        claims: each value with its sources; the one that was chosen comes first.
    """

    field: str
    claims: tuple[Claim, ...]


Unread = tuple[Any, ...]
"""A function that gives some fields by name and what is then still unread, and its arguments."""


def read_later(unread: Unread) -> Entry:
    """An entry whose fields are worked out when they are first asked for.

    Nobody can tell it from another one: to compare, hash, copy or pickle it asks for every field.  Its fields are not
    checked; whoever reads them vouches for them.
    """
    entry = object.__new__(Entry)
    object.__setattr__(entry, "_unread", unread)
    return entry


def _nothing() -> tuple[Mapping[str, object], Unread]:
    return {}, NOTHING_UNREAD


NOTHING_UNREAD: Unread = (_nothing,)
"""What is left once every field has been read, by this thread or by another one."""


class _ReadLater:
    """What an entry needs so that no field is worked out before somebody asks for it."""

    __slots__ = ("_unread",)

    _unread: Unread

    if not TYPE_CHECKING:  # pragma: no branch - to a type checker, each field is there from the beginning

        def __getattr__(self, name: str) -> object:
            if name not in Entry.__slots__:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
            read, *arguments = self._unread
            fields, unread = read(*arguments)
            for field, value in fields.items():
                object.__setattr__(self, field, value)
            object.__setattr__(self, "_unread", unread)
            return getattr(self, name)  # which reads on where it was not among these fields


@attrs.frozen(kw_only=True, repr=False)
class Entry(_ReadLater):
    """One item of a listing.

    Attributes:
        title: the title with white space normalised; one that is printed over two lines is joined.
        date: the first (mostly the only) day that is stated.
        end_date: the last day, for a range only.
        time: the time of day, where the document prints one.
        date_text: the date as printed.
        date_basis: how the date is known.
        suggested_date: for a suspect date, what it plainly should be; :attr:`date` stays as stated.
        not_before: the first day on which the entry can lie: its own date, or that of a neighbour where it has none or
            a suspect one.
        not_after: the last such day.
        paragraphs: the body.
        caption: the alternative text or photo credit that was printed in front of the body.
        read_more: lines that only send the reader elsewhere.
        language: ISO 639-1 code of the entry's own text: one of the six languages of the United Nations, or Portuguese.
        mentions: what it names that can be looked up or dialled.
        sources: where it was read: one place for a parsed entry, every one for a merged entry.
        variants: of a merged entry, the entries as they were parsed.
        conflicts: of a merged entry, the fields on which its variants disagree.

    >>> from datetime import date
    >>> entry = Entry(title="Funded Projects", date=date(2015, 7, 2), date_basis=DateBasis.STATED, language="en")
    >>> entry
    <Entry 2015-07-02 en 'Funded Projects'>
    >>> entry.body
    ''
    """

    title: str | None = None
    date: dt.date | None = None
    end_date: dt.date | None = None
    time: dt.time | None = None
    date_text: str | None = None
    date_basis: DateBasis = DateBasis.MISSING
    suggested_date: dt.date | None = None
    not_before: dt.date | None = None
    not_after: dt.date | None = None
    paragraphs: tuple[str, ...] = ()
    caption: str | None = None
    read_more: tuple[str, ...] = ()
    language: str | None = None
    mentions: tuple[Mention, ...] = ()
    sources: tuple[Source, ...] = ()
    variants: tuple[Entry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.end_date is not None and (self.date is None or self.end_date < self.date):
            raise ValueError(f"end_date {self.end_date} needs a date that is not later, not {self.date}")

    @property
    def body(self) -> str:
        """The paragraphs, joined by blank lines."""
        return "\n\n".join(self.paragraphs)

    @property
    def key(self) -> str:
        """An identifier of what the entry says, of 20 hexadecimal digits.

        Equal content gives an equal key, wherever and whenever it was read, on every machine and version of Python.
        """
        import hashlib  # loads OpenSSL: only who asks for a key should wait for it

        said = (self.date, self.end_date, self.time, self.language, self.title, self.caption, *self.paragraphs)
        parts = [*said, "", *self.read_more]
        digest = hashlib.blake2b(digest_size=10)
        for part in parts:
            octets = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
            digest.update(b"%d:%b" % (len(octets), octets))
        return digest.hexdigest()

    def __repr__(self) -> str:
        when = self.date or self.date_text or "undated"
        where = f" {self.sources[0]}" if self.sources else ""
        more = f" +{len(self.sources) - 1}" if len(self.sources) > 1 else ""
        text = self.title or self.body or self.caption or "".join(self.read_more)
        return f"<Entry {when} {self.language or '-'} {_shortened(text)!r}{where}{more}>"


def likely_date(entry: Entry) -> dt.date | None:
    """The day to take an entry for: the date as stated, or the suggested one where that is a slip."""
    return entry.suggested_date or entry.date


@attrs.frozen
class Link:
    """Why two entries are held to be language versions of one story.

    Attributes:
        left: one entry.
        right: the other.
        score: the weight of the evidence, in bits: the logarithm to base 2 of the odds that they tell one story.
        evidence: each piece of evidence, readable, the weightiest first.
    """

    left: Entry
    right: Entry
    score: float
    evidence: tuple[str, ...]


@attrs.frozen(repr=False)
class Story:
    """The language versions of one story.

    Attributes:
        entries: one or more entries, sorted by date; those of one day by document, line and language.
        links: the pairs of them that hold the story together.
    """

    entries: tuple[Entry, ...]
    links: tuple[Link, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.entries:
            raise ValueError("a story has at least one entry")

    @property
    def by_language(self) -> dict[str | None, Entry]:
        """The first entry in each language."""
        return {entry.language: entry for entry in reversed(self.entries)}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is told in, sorted."""
        return tuple(sorted({entry.language for entry in self.entries if entry.language is not None}))

    @property
    def date(self) -> dt.date | None:
        """The earliest date of its entries; a suggested date stands in for a suspect one."""
        return min((day for entry in self.entries if (day := likely_date(entry))), default=None)

    def __repr__(self) -> str:
        title = next((entry.title for entry in self.entries if entry.title), self.entries[0].body)
        return f"<Story {self.date or 'undated'} {'/'.join(self.languages) or '-'} {_shortened(title)!r}>"


@attrs.frozen(kw_only=True, repr=False)
class Listing:
    """One document, read: iterate over it for its entries.

    Attributes:
        entries: the entries in the document's order.
        format: the format in which it was read.
        name: the document's name.
        topic: the line above the heading that names the subject.
        heading: the heading.
        declared_count: how many entries the whole feed has, as the document declares; it is not the number on the page.
        intro: the text between heading and entries.
        captured_at: when it was captured, if the caller said so.
        diagnostics: everything odd that was seen, in the order of lines.
        head: the spans from which topic, heading, count and intro were read.
        furniture: the spans of text that belong to no entry and are not part of the head.
    """

    entries: tuple[Entry, ...] = ()
    format: Format
    name: str = ""
    topic: str | None = None
    heading: str | None = None
    declared_count: int | None = None
    intro: str | None = None
    captured_at: dt.datetime | None = attrs.field(default=None, validator=_MOMENT)
    diagnostics: tuple[Diagnostic, ...] = ()
    head: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        return self.entries[index]

    def __repr__(self) -> str:
        return f"<Listing {self.name!r} {self.format}: {len(self)} entries, {len(self.diagnostics)} diagnostics>"


def _shortened(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
