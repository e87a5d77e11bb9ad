r"""Read captures of UNODC's news listings into immutable, typed records.

>>> import unodc_feed
>>> listing = unodc_feed.parse("  • 22/01/2016\n    Funded Projects\n")
>>> listing[0].date, listing[0].title
(datetime.date(2016, 1, 22), 'Funded Projects')
"""

from unodc_feed._errors import DecodeError, JsonLinesError, UnknownFormatError, UnodcFeedError
from unodc_feed._files import read
from unodc_feed._jsonl import from_json_lines, stories_to_json_lines, to_json_lines
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
