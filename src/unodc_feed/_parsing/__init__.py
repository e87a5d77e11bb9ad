"""The conductor: text to listing; the only module that knows the order of the stages.

In: the text of a document, whole or in pieces.  Out: a :class:`~unodc_feed.Listing`, or its entries one by one.  Each
stage hands on one thing after the other, so that no document is ever held as lines, items and entries at once.  Raised:
:class:`~unodc_feed.UnknownFormatError` where the format is to be found out and the text has the shape of none.  Parsing
is a pure function of its arguments.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from unodc_feed._checks import check_options, check_text, checked_pieces
from unodc_feed._errors import UnknownFormatError
from unodc_feed._model import Entry, Format, Listing
from unodc_feed._parsing import formats
from unodc_feed._parsing.assemble import Document, assemble, assemble_entries
from unodc_feed._parsing.items import Item
from unodc_feed._parsing.lines import Line, read_lines

_Moment = dt.datetime | None
_SLICE = 1 << 18  # characters


def detect_format(text: str) -> Format | None:
    r"""Tell in which format a document is.

    Args:
        text: the text of the document.

    Returns:
        The format, or None if the text has the shape of none.

    >>> detect_format("  • 22/01/2016\n    Funded Projects\n")
    <Format.BULLETED: 'bulleted'>
    """
    check_text("detect_format", text)
    sample, _ = _read(_sliced(text))
    return formats.detect(sample)


def parse(text: str, *, name: str = "", format: Format | str | None = None, captured_at: _Moment = None) -> Listing:
    r"""Parse the text of a document.

    Args:
        text: the text.
        name: what to call the document in sources and messages.
        format: its format; found out from the text if not given.
        captured_at: when the document was captured.

    Returns:
        The listing.  Its sources hold offsets into ``text``.  What the text of an entry says, from its paragraphs to
        its mentions, is worked out when one of these is first asked for.

    Raises:
        UnknownFormatError: if no format is given and the text has the shape of none.

    >>> listing = parse("  • 22/01/2016\n    Funded Projects\n", name="page")
    >>> listing[0]
    <Entry 2016-01-22 en 'Funded Projects' page:1-2>
    """
    check_text("parse", text)
    check_options("parse", name, format, captured_at)
    return assemble(*_split(_sliced(text), name, format, captured_at))


def iter_parse(
    pieces: Iterable[str], *, name: str = "", format: Format | str | None = None, captured_at: _Moment = None
) -> Iterator[Entry]:
    r"""Parse a document of any size entry by entry, holding a part of it only.

    The entries are those of ``parse("".join(pieces))``.  No more is held than the first lines, by which the layout is
    judged, the entry under way, those whose dates wait for the next dates, and every run of entries without a date,
    whose bounds the next date gives.  For the text that belongs to no entry, and for diagnostics, use :func:`parse`.

    Args:
        pieces: the text in pieces, cut anywhere, such as the lines of an open file.  A file that is opened with
            ``newline=""`` keeps its newlines, so that offsets are those of the file.
        name: what to call the document in sources and messages.
        format: its format; found out from the first lines if not given.
        captured_at: when the document was captured.

    Returns:
        The entries, in the order of the document.  The first lines are read at once, the others with the entries.

    Raises:
        UnknownFormatError: if no format is given and the text has the shape of none.

    >>> pages = ["  • 22/01/2016\n    Funded ", "Projects\n", "  • 21/01/2016\n    Judges\n"]
    >>> [entry.title for entry in iter_parse(pages)]
    ['Funded Projects', 'Judges']
    """
    check_options("iter_parse", name, format, captured_at)
    return assemble_entries(*_split(checked_pieces("iter_parse", pieces), name, format, captured_at))


def _split(
    pieces: Iterable[str], name: str, format: Format | str | None, captured_at: _Moment
) -> tuple[Iterator[Item | Line], Document]:
    """Take a document apart, as it is laid out."""
    sample, lines = _read(pieces)
    found = Format(format) if format is not None else formats.detect(sample)
    if found is None:
        looked_for = "; ".join(f"{form}: {reader.looks_for}" for form, reader in formats.FORMATS.items())
        first = "the first " if len(sample) == formats.SAMPLE else ""
        raise UnknownFormatError(
            f"{name or 'document'}: none of the known formats in {first}{len(sample)} printed lines. "
            f"Looked for {looked_for}. Pass format= to read it all the same.",
            name=name,
        )
    reader = formats.FORMATS[found]
    return reader.split(lines, sample), Document(name, found, captured_at, reader.dated)


def _read(pieces: Iterable[str]) -> tuple[list[Line], Iterator[Line]]:
    """Read the first lines, and make ready to read all."""
    lines = read_lines(pieces)
    sample = list(islice(lines, formats.SAMPLE))
    return sample, chain(sample, lines)


def _sliced(text: str) -> Iterator[str]:
    """Cut a text into pieces, so that no second copy of a long one is held."""
    return (text[start : start + _SLICE] for start in range(0, len(text), _SLICE))


def parse_bulleted(text: str, *, name: str = "", captured_at: _Moment = None) -> Listing:
    r"""Parse a listing with one dated bullet an entry; see :func:`parse`.

    >>> len(parse_bulleted("  • 22/01/2016\n    Funded Projects\n  • 21/01/2016\n"))
    2
    """
    return parse(text, name=name, format=Format.BULLETED, captured_at=captured_at)


def parse_blocks(text: str, *, name: str = "", captured_at: _Moment = None) -> Listing:
    r"""Parse a page on which each entry follows a line that holds its date; see :func:`parse`.

    >>> parse_blocks("12 January 2021\nFunded Projects\n")[0].title
    'Funded Projects'
    """
    return parse(text, name=name, format=Format.BLOCKS, captured_at=captured_at)


def parse_reference(text: str, *, name: str = "", captured_at: _Moment = None) -> Listing:
    r"""Parse a page of background information with one bullet an entry; see :func:`parse`.

    >>> parse_reference("  • Hotline: 1 (888) 373-7888\n  • Funded Projects\n")[0].title
    'Hotline'
    """
    return parse(text, name=name, format=Format.REFERENCE, captured_at=captured_at)
