"""Files: the only module that opens any.  Bytes to text on the way in; whole or not at all on the way out."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from unodc_feed._checks import check_name, check_options, check_path
from unodc_feed._errors import DecodeError
from unodc_feed._model import Format, Listing
from unodc_feed._parsing import parse


def read(
    path: str | os.PathLike[str],
    *,
    format: Format | str | None = None,
    encoding: str | None = None,
    captured_at: dt.datetime | None = None,
) -> Listing:
    """Read a document from a file and parse it.

    Args:
        path: the file; its name becomes the name of the listing.
        format: the document's format; found out from its text if not given.
        encoding: how the file is encoded; UTF-8 if not given.  A byte-order mark is left out.
        captured_at: when the document was captured.

    Returns:
        The listing.  Its sources hold offsets into the decoded text, without the byte-order mark.

    Raises:
        DecodeError: if the bytes are not text in that encoding.
        UnknownFormatError: if no format is given and the text has the shape of none.
        OSError: if the file cannot be read.
        LookupError: if Python knows no such encoding.
    """
    check_path("read", path)
    check_options("read", "", format, captured_at)
    if encoding is not None:
        check_name("read", "encoding", encoding)
    return parse(read_text(path, encoding=encoding), name=Path(path).name, format=format, captured_at=captured_at)


def read_text(path: str | os.PathLike[str], *, encoding: str | None = None) -> str:
    """Read the text of a file, without a byte-order mark and with its newlines as they are; see :func:`read`."""
    path, encoding = Path(path), encoding or "utf-8"
    octets = path.read_bytes()
    try:
        text = octets.decode(encoding)
    except UnicodeError as error:
        offset = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise DecodeError(
            f"{path.name}: the byte at offset {offset} is not {encoding}: {octets[offset : offset + 4]!r}. "
            "Pass encoding= to say how the file is encoded.",
            name=path.name,
            encoding=encoding,
            offset=offset,
        ) from None
    return text.removeprefix("\ufeff")


def write_whole(path: str | os.PathLike[str], lines: Iterable[str]) -> None:
    """Write lines to a file so that the old or the new file is there at any moment, whole.

    A link is followed, permissions stay as they are, and what is no file (``/dev/stdout``, a named pipe) is written to.

    Raises:
        OSError: if the file cannot be written; the old one is then untouched.
    """
    path = Path(path).resolve()
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
        return
    # The name is new each time, so that what a killed process has left is in nobody's way.
    draft = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
