"""A user's program: everything public, as a user would write it; ``mypy --strict`` checks it against the wheel."""

import datetime as dt
import tempfile
from pathlib import Path

import unodc_feed

SEEDS = Path("seeds")


def reading() -> list[unodc_feed.Listing]:
    """Read files and texts."""
    moment = dt.datetime(2016, 1, 25, tzinfo=dt.UTC)
    bulleted = unodc_feed.read(SEEDS / "000_1ce13bad0a5ed6eb.txt", captured_at=moment, encoding="utf-8")
    older = unodc_feed.read(str(SEEDS / "001_116110eaf877c44d.txt"), format=unodc_feed.Format.BULLETED)
    blocks = unodc_feed.parse_blocks(
        "12 January 2021\nFunded Projects\n6 October\nStudents win a prize\n", name="blocks"
    )
    listing = unodc_feed.parse_bulleted("News\n(9 entries)\n  • 31/02/2016\n", name="bulleted", captured_at=moment)
    reference = unodc_feed.parse_reference("  • Hotline: 1 (888) 373-7888\n  • SDG target 16.2\n")
    named = unodc_feed.parse("  • 22/01/2016\n    Funded Projects\n", name="page", format="bulleted")
    found: unodc_feed.Format | None = unodc_feed.detect_format("  • 22/01/2016\n")
    assert found is unodc_feed.Format.BULLETED
    assert {blocks.format, reference.format} == {unodc_feed.Format.BLOCKS, unodc_feed.Format.REFERENCE}
    return [bulleted, older, blocks, listing, reference, named]


def streaming() -> set[str]:
    """Read an open file entry by entry."""
    with (SEEDS / "003_cd11e30b704eeb54.txt").open(encoding="utf-8", newline="") as pieces:
        entries = unodc_feed.iter_parse(pieces, name="003", format="bulleted", captured_at=None)
        return {entry.language for entry in entries if entry.language is not None}


def about_a_listing(listing: unodc_feed.Listing) -> str:
    """Everything that a listing says of itself."""
    moment: dt.datetime | None = listing.captured_at
    declared: int | None = listing.declared_count
    first: unodc_feed.Entry = listing[0]
    rest: tuple[unodc_feed.Entry, ...] = listing[1:]
    assert (first, *rest) == listing.entries == tuple(listing)
    spans: list[unodc_feed.Span] = [*listing.head, *listing.furniture]
    places = [(span.role, span.first_line, span.last_line, span.end - span.start) for span in spans]
    roles = unodc_feed.Role
    assert {role for role, *_ in places} <= {roles.TOPIC, roles.HEADING, roles.COUNT, roles.INTRO, roles.FURNITURE}
    texts: tuple[str | None, ...] = (listing.topic, listing.heading, listing.intro)
    return f"{listing.name}: {len(listing)} of {declared}, {moment}, {texts}"


def about_an_entry(entry: unodc_feed.Entry) -> list[str]:
    """Everything that an entry says."""
    days: tuple[dt.date | None, ...] = (
        entry.date,
        entry.end_date,
        entry.suggested_date,
        entry.not_before,
        entry.not_after,
    )
    time: dt.time | None = entry.time
    texts: list[str] = [*entry.paragraphs, *entry.read_more, entry.body, entry.key]
    optional: list[str | None] = [entry.title, entry.caption, entry.language, entry.date_text]
    return [*texts, *filter(None, optional), *map(str, filter(None, days)), str(time)]


def is_dated(entry: unodc_feed.Entry) -> bool:
    """Tell whether there is a day to sort an entry by; a type checker sees that every case is met."""
    match entry.date_basis:
        case unodc_feed.DateBasis.STATED | unodc_feed.DateBasis.YEAR_INFERRED:
            return True
        case unodc_feed.DateBasis.SUSPECT:
            return entry.suggested_date is not None
        case unodc_feed.DateBasis.IMPOSSIBLE | unodc_feed.DateBasis.MISSING:
            return False


def dialled(mention: unodc_feed.Mention) -> str | None:
    """What can be dialled or written to."""
    kinds = unodc_feed.MentionKind
    links = {kinds.URL: "", kinds.EMAIL: "mailto:", kinds.PHONE: "tel:", kinds.SMS: "sms:"}
    others = {kinds.UN_DOCUMENT, kinds.SDG_TARGET}
    return None if mention.kind in others else f"{links[mention.kind]}{mention.value} ({mention.text})"


def warnings(listing: unodc_feed.Listing) -> list[str]:
    """What a reader should look at."""
    levels = unodc_feed.Severity
    found: list[unodc_feed.Diagnostic] = [d for d in listing.diagnostics if d.severity is levels.WARNING]
    assert all(d.severity in (levels.INFO, levels.WARNING) for d in listing.diagnostics)
    return [f"{listing.name}:{d.line}: {d.code}: {d.message}" for d in found]


def cited(source: unodc_feed.Source) -> str:
    """Where an entry was seen."""
    lines = f"{source.first_line}-{source.last_line}"
    return f"{source.name} ({source.format}), lines {lines}, {source.start}:{source.end}, captured {source.captured_at}"


def disagreements(item: unodc_feed.Entry) -> list[str]:
    """What the captures of an item disagree on."""
    conflicts: tuple[unodc_feed.Conflict, ...] = item.conflicts
    claims: list[tuple[str, unodc_feed.Claim]] = [(c.field, claim) for c in conflicts for claim in c.claims]
    assert all(variant.variants == () for variant in item.variants)
    return [f"{field}: {claim.value} by {[*map(cited, claim.sources)]}" for field, claim in claims]


def timeline(listings: list[unodc_feed.Listing]) -> tuple[unodc_feed.Story, ...]:
    """Merge and link."""
    items: tuple[unodc_feed.Entry, ...] = unodc_feed.merge(*listings)
    stories = unodc_feed.link_translations(items)
    for story in stories:
        versions: dict[str | None, unodc_feed.Entry] = story.by_language
        assert len(versions) <= len(story.entries)
    return stories


def told(story: unodc_feed.Story) -> str:
    """A story and why it holds together."""
    links: tuple[unodc_feed.Link, ...] = story.links
    reasons = [f"{link.left.language}-{link.right.language} {link.score:.1f}: {link.evidence[0]}" for link in links]
    day: dt.date | None = story.date
    return f"{day} {'/'.join(story.languages)} {'; '.join(reasons)}"


def saved_and_loaded(entries: list[unodc_feed.Entry], stories: tuple[unodc_feed.Story, ...]) -> list[unodc_feed.Entry]:
    """Write a file of entries and one of stories, and read the first back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "entries.jsonl")
        path.write_text("\n".join(unodc_feed.to_json_lines(entries)), "utf-8")
        Path(folder, "stories.jsonl").write_text("\n".join(unodc_feed.stories_to_json_lines(stories)), "utf-8")
        with path.open(encoding="utf-8", newline="\n") as file:
            return list(unodc_feed.from_json_lines(file, name=path.name))


def refused() -> list[str]:
    """Every error that a document can cause."""
    messages: list[str] = []
    try:
        unodc_feed.parse("Contact\n", name="contact.txt")
    except unodc_feed.UnknownFormatError as error:
        messages.append(f"{error.name}: {error}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "latin.txt")
        path.write_bytes("é".encode("latin-1"))
        try:
            unodc_feed.read(path)
        except unodc_feed.DecodeError as error:
            messages.append(f"{error.name}, {error.encoding}, {error.offset}: {error}")
    try:
        list(unodc_feed.from_json_lines(["{}"], name="entries.jsonl"))
    except unodc_feed.JsonLinesError as error:
        field: str | None = error.field
        messages.append(f"{error.name}:{error.line}, {field}: {error}")
    try:
        unodc_feed.parse("Contact\n")
    except unodc_feed.UnodcFeedError as error:
        messages.append(str(error))
    return messages


def main() -> None:
    """Use it all, and print what comes out."""
    print(unodc_feed.__version__)  # noqa: T201
    listings = reading()
    assert streaming() == {"en"}
    stories = timeline(listings)
    entries = [entry for listing in listings for entry in listing if is_dated(entry)]
    assert saved_and_loaded(entries, stories) == entries
    items = [entry for story in stories for entry in story.entries]
    lines = [
        *map(about_a_listing, listings),
        *(line for entry in entries for line in about_an_entry(entry)),
        *(line for listing in listings for line in warnings(listing)),
        *(line for item in items for line in disagreements(item)),
        *(link for mention in unodc_feed.find_mentions("Call 1 (888) 373-7888.") if (link := dialled(mention))),
        *map(told, stories),
        *refused(),
    ]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
