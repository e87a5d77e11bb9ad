"""The errors that this package raises because of what a document contains.

Every one is an :class:`UnodcFeedError`; anything else that escapes is a bug in this package.  Messages name the
document, what was found, what was expected and what to do.
"""


class UnodcFeedError(Exception):
    """The base class of every error that a document's content can cause."""


class UnknownFormatError(UnodcFeedError):
    """The document has the shape of none of the known formats.

    Attributes:
        name: the document's name, or an empty string.
    """

    def __init__(self, message: str, *, name: str) -> None:
        super().__init__(message)
        self.name = name

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args[0], {"name": self.name})


class DecodeError(UnodcFeedError):
    """The file's bytes are not text in the expected encoding.

    Attributes:
        name: the document's name.
        encoding: the encoding that failed.
        offset: the position, counted from 0, of the first byte that could not be read.
    """

    def __init__(self, message: str, *, name: str, encoding: str, offset: int) -> None:
        super().__init__(message)
        self.name = name
        self.encoding = encoding
        self.offset = offset

    def __reduce__(self) -> tuple[object, ...]:
        fields = {"name": self.name, "encoding": self.encoding, "offset": self.offset}
        return _rebuild, (type(self), self.args[0], fields)


class JsonLinesError(UnodcFeedError):
    """A line of JSON Lines is not an entry.

    Attributes:
        name: the file's name, or an empty string.
        line: the line, counted from 1.
        field: the field that is wrong, such as ``sources[0].first_line``; None if the line as a whole is.
    """

    def __init__(self, message: str, *, name: str, line: int, field: str | None) -> None:
        super().__init__(message)
        self.name = name
        self.line = line
        self.field = field

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args[0], {"name": self.name, "line": self.line, "field": self.field})


def _rebuild(error: type[UnodcFeedError], message: str, fields: dict[str, object]) -> UnodcFeedError:
    """Make an error again from its pickled parts; exceptions pickle their positional arguments only."""
    return error(message, **fields)
