"""The conductor: text to listing; the only module that knows the order of the stages.

In: the text of a document.  Out: a :class:`~unodc_feed.Listing`.  Raised: :class:`~unodc_feed.UnknownFormatError` where
the format is to be found out and the text has the shape of none.  Parsing is a pure function of its arguments.
"""

import datetime as dt

from unodc_feed._errors import UnknownFormatError
from unodc_feed._model import Format, Listing
from unodc_feed._parsing import formats
from unodc_feed._parsing.assemble import assemble
from unodc_feed._parsing.lines import read_lines

_Moment = dt.datetime | None


def detect_format(text: str) -> Format | None:
    r"""Tell in which format a document is.

    Args:
        text: the text of the document.

    Returns:
        The format, or None if the text has the shape of none.

    >>> detect_format("  • 22/01/2016\n    Funded Projects\n")
    <Format.BULLETED: 'bulleted'>
    """
    return formats.detect(read_lines(text))


def parse(text: str, *, name: str = "", format: Format | str | None = None, captured_at: _Moment = None) -> Listing:
    r"""Parse the text of a document.

    Args:
        text: the text.
        name: what to call the document in sources and messages.
        format: its format; found out from the text if not given.
        captured_at: when the document was captured.

    Returns:
        The listing.  Its sources hold offsets into ``text``.

    Raises:
        UnknownFormatError: if no format is given and the text has the shape of none.

    >>> listing = parse("  • 22/01/2016\n    Funded Projects\n", name="page")
    >>> listing[0]
    <Entry 2016-01-22 en 'Funded Projects' page:1-2>
    """
    lines = read_lines(text)
    found = Format(format) if format is not None else formats.detect(lines)
    if found is None:
        looked_for = "; ".join(f"{form}: {reader.looks_for}" for form, reader in formats.FORMATS.items())
        printed = sum(not line.blank for line in lines)
        raise UnknownFormatError(
            f"{name or 'document'}: none of the known formats in {printed} printed lines. Looked for {looked_for}. "
            "Pass format= to read it all the same.",
            name=name,
        )
    return assemble(formats.FORMATS[found].split(lines), found, name, captured_at)


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
