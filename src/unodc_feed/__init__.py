r"""Read captures of UNODC's news listings into immutable, typed records.

>>> import unodc_feed
>>> listing = unodc_feed.parse("  • 22/01/2016\n    Funded Projects\n")
>>> listing[0].date, listing[0].title
(datetime.date(2016, 1, 22), 'Funded Projects')
"""

from importlib import import_module
from typing import TYPE_CHECKING

from unodc_feed._errors import DecodeError, JsonLinesError, UnknownFormatError, UnodcFeedError
from unodc_feed._files import read
from unodc_feed._model import (
    Claim,
    Conflict,
    DateBasis,
    Diagnostic,
    Entry,
    Format,
    Link,
    Listing,
    Mention,
    MentionKind,
    Role,
    Severity,
    Source,
    Span,
    Story,
)
from unodc_feed._parsing import detect_format, iter_parse, parse, parse_blocks, parse_bulleted, parse_reference
from unodc_feed._parsing.mentions import find_mentions

if TYPE_CHECKING:
    from unodc_feed._jsonl import from_json_lines, stories_to_json_lines, to_json_lines
    from unodc_feed._timeline.merge import merge
    from unodc_feed._timeline.stories import link_translations

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Conflict",
    "DateBasis",
    "DecodeError",
    "Diagnostic",
    "Entry",
    "Format",
    "JsonLinesError",
    "Link",
    "Listing",
    "Mention",
    "MentionKind",
    "Role",
    "Severity",
    "Source",
    "Span",
    "Story",
    "UnknownFormatError",
    "UnodcFeedError",
    "__version__",
    "detect_format",
    "find_mentions",
    "from_json_lines",
    "iter_parse",
    "link_translations",
    "merge",
    "parse",
    "parse_blocks",
    "parse_bulleted",
    "parse_reference",
    "read",
    "stories_to_json_lines",
    "to_json_lines",
]

_LOADED_LATER = {
    # Half of the import would go into what a program that only parses never asks for.
    "from_json_lines": "unodc_feed._jsonl",
    "stories_to_json_lines": "unodc_feed._jsonl",
    "to_json_lines": "unodc_feed._jsonl",
    "merge": "unodc_feed._timeline.merge",
    "link_translations": "unodc_feed._timeline.stories",
}


def __getattr__(name: str) -> object:
    if name not in _LOADED_LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LOADED_LATER[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
