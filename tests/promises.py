"""What holds for every document, whatever it contains: checks that other tests call."""

import re
from collections import Counter

import unodc_feed
from unodc_feed import Entry, Listing, Source, Span, UnknownFormatError

NEWLINE = re.compile(r"\r\n|\r|\n")


def is_printed(character: str) -> bool:
    """Whether a character is a letter or a digit: what must never be lost."""
    return character.isalnum()


def check_nothing_is_lost(text: str, listing: Listing) -> None:
    """Assert that every line with a letter belongs to one place, and every letter of an entry to one of its fields."""
    places: list[Span | Source] = [
        *listing.head,
        *listing.furniture,
        *(source for entry in listing for source in entry.sources),
    ]
    owners = Counter(number for place in places for number in range(place.first_line, place.last_line + 1))
    assert max(owners.values(), default=1) == 1, "a line belongs to two places"
    for number, line in enumerate(NEWLINE.split(text), 1):
        assert owners[number] == 1 or not any(map(is_printed, line)), f"line {number} belongs to no place"
    for entry in listing:
        check_letters(text, listing, entry)


def check_letters(text: str, listing: Listing, entry: Entry) -> None:
    """Assert that the letters of an entry as printed are those of its fields."""
    [source] = entry.sources
    shared = any(d.code == "two-languages" and d.line == source.first_line for d in listing.diagnostics)
    date = [] if shared else [entry.date_text]
    fields = [*date, entry.title, entry.caption, *entry.paragraphs, *entry.read_more]
    printed = Counter(filter(is_printed, text[source.start : source.end]))
    assert printed == Counter(filter(is_printed, "".join(field or "" for field in fields)))


def check_spans(text: str, listing: Listing) -> None:
    """Assert that spans are in order, do not overlap, and agree with their lines."""
    starts = [0, *(newline.end() for newline in NEWLINE.finditer(text))]
    last = 0
    for entry in listing:
        [source] = entry.sources
        assert last <= source.start < source.end <= len(text)
        assert starts[source.first_line - 1] <= source.start
        assert source.last_line == len(starts) or source.end <= starts[source.last_line]
        assert source.end > starts[source.last_line - 1]
        assert text[source.start : source.end].strip() == text[source.start : source.end]
        last = source.end


def check_detection(text: str) -> Listing | None:
    """Assert that a text is parsed in the format that is detected, or refused as unknown."""
    try:
        listing = unodc_feed.parse(text)
    except UnknownFormatError:
        assert unodc_feed.detect_format(text) is None
        return None
    assert listing.format is unodc_feed.detect_format(text)
    return listing


def check_promises(text: str, listing: Listing) -> None:
    """Assert everything that holds for every document."""
    check_nothing_is_lost(text, listing)
    check_spans(text, listing)
    lines = [diagnostic.line for diagnostic in listing.diagnostics]
    assert lines == sorted(lines)
