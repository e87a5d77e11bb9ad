"""The pictures of the documentation, drawn from what the library makes of the documents in ``seeds/``.

Each is an SVG that stands in the page itself, so that it takes the colours of the page, light or dark.  It has a title
and a description for those who do not see it.  ``python docs/pictures.py flow`` prints one.
"""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

import unodc_feed
from unodc_feed import Entry, Listing, Story

SEEDS = Path(__file__).parent.parent / "seeds"
LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "ru": "Russian"}

INK = 'fill="currentColor"'
SHADE = 'fill="var(--color-brand-primary)"'
FAINT = 'stroke="currentColor" stroke-opacity="0.3"'
FIGURES = 'font-size="12" fill-opacity="0.75"'


class Archive(NamedTuple):
    """The seeds, read, merged and linked."""

    listings: tuple[Listing, ...]
    items: tuple[Entry, ...]
    stories: tuple[Story, ...]


@cache
def archive() -> Archive:
    """What all pictures are drawn from."""
    listings = tuple(unodc_feed.read(path) for path in sorted(SEEDS.glob("*.txt")))
    items = unodc_feed.merge(*listings)
    return Archive(listings, items, unodc_feed.link_translations(items))


def svg(width: int, height: int, title: str, description: str, shapes: Iterable[str]) -> str:
    """A picture that takes its colours and its letters from the page around it."""
    name = "picture-" + title.split()[0].lower()
    return (
        f'<svg viewBox="0 0 {width} {height}" style="max-width: {width}px; min-width: {width * 0.8:.0f}px" '
        f'role="img" aria-labelledby="{name}-title {name}-text" font-size="14" {INK} '
        'xmlns="http://www.w3.org/2000/svg">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-text">{escape(description)}</desc>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def text(x: float, y: float, words: str, style: str = "") -> str:
    """A line of text; ``style`` holds further attributes."""
    return f'<text x="{x:g}" y="{y:g}" {style}>{escape(words)}</text>'


def bar(x: float, y: float, wide: float, high: float, style: str, told: str) -> str:
    """A bar that says what it stands for when it is pointed at."""
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" {style}><title>{escape(told)}</title></rect>'


def line(x1: float, y1: float, x2: float, y2: float, style: str = FAINT) -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" {style}/>'


# Data flow ---------------------------------------------------------------------------------------------------------


def flow() -> str:
    """From captures to stories: what each function takes and gives, with the numbers of the seeds."""
    listings, items, stories = archive()
    entries = sum(map(len, listings))
    odd = sum(len(listing.diagnostics) for listing in listings)
    again = sum(len(item.sources) > 1 for item in items)
    several = sum(len(story.languages) > 1 for story in stories)
    stations = [
        ("Captures", f"{len(listings)} text files"),
        ("Listings of entries", f"{entries} entries, {odd} diagnostics"),
        ("Items", f"{len(items)} items, {again} of them seen more than once"),
        ("Stories", f"{len(stories)} stories, {several} of them in several languages"),
    ]
    steps = [
        ("read, parse", "dates, titles, bodies, captions, languages"),
        ("merge", "each item once, with every place and every conflict"),
        ("link_translations", "language versions side by side, with the evidence"),
    ]
    shapes: list[str] = []
    high, gap, wide = 52, 56, 420
    for n, (name, figures) in enumerate(stations):
        y = 1 + n * (high + gap)
        shapes += [
            f'<rect x="1" y="{y}" width="{wide - 2}" height="{high}" rx="6" fill="none" {FAINT}/>',
            text(16, y + 22, name, 'font-weight="600"'),
            text(16, y + 41, figures, FIGURES),
        ]
    for n, (function, does) in enumerate(steps):
        y = 1 + n * (high + gap) + high
        shapes += [
            line(28, y + 4, 28, y + gap - 10, 'stroke="currentColor"'),
            f'<path d="M22 {y + gap - 13} h12 l-6 9 z"/>',
            text(48, y + 24, function, 'font-family="var(--font-stack--monospace)" font-size="13"'),
            text(48, y + 42, does, FIGURES),
        ]
    told = [f"{name}: {figures}." for name, figures in stations]
    for n, (function, does) in enumerate(steps):
        told[n] += f" Then {function}: {does}."
    return svg(wide, len(stations) * (high + gap) - gap + 2, "Flow of the data", " ".join(told), shapes)


# Timeline ----------------------------------------------------------------------------------------------------------


def day_of(entry: Entry) -> dt.date | None:
    """The day to draw an entry at."""
    return entry.suggested_date or entry.date


def month_of(day: dt.date) -> int:
    """A month as a number, to count with."""
    return day.year * 12 + day.month - 1


def shown(month: int) -> str:
    """Such a number as a year and a month."""
    return f"{month // 12}-{month % 12 + 1:02}"


def timeline() -> str:
    """The items of the seeds by month and language, above the stretches of time that each capture covers."""
    listings, items, _ = archive()
    days = [(item.language, day) for item in items if (day := day_of(item))]
    counts = Counter((language, month_of(day)) for language, day in days)
    first = min(day.year for _, day in days)
    last = max(day.year for _, day in days)
    left, width, unit = 70, 4, 3.5
    right = left + (last + 1 - first) * 12 * width

    def x(month: int) -> int:
        return left + (month - first * 12) * width

    shapes: list[str] = []
    y = 0.0
    for language, name in LANGUAGES.items():
        bars = sorted((month, count) for (spoken, month), count in counts.items() if spoken == language)
        y += max(count for _, count in bars) * unit + 24
        shapes += [text(left - 8, y, name, 'text-anchor="end"'), line(left, y, right, y)]
        shapes += [
            bar(x(month), y - count * unit, width - 1, count * unit, SHADE, f"{name}, {shown(month)}: {count}")
            for month, count in bars
        ]
        month, most = max(bars, key=lambda bar: bar[1])
        shapes.append(text(x(month) + 1.5, y - most * unit - 3, str(most), f'text-anchor="middle" {FIGURES}'))
    top = y
    y += 12
    for listing in listings:
        covered = [month_of(day) for entry in listing if (day := day_of(entry))]
        if covered:
            y += 16
            start, end = min(covered), max(covered)
            told = f"{listing.name}: {shown(start)} to {shown(end)}"
            shapes += [
                text(left - 8, y + 4, listing.name[:3], f'text-anchor="end" {FIGURES}'),
                bar(x(start), y - 3, x(end + 1) - x(start), 6, f'{INK} fill-opacity="0.5"', told),
            ]
    y += 14
    for year in range(first, last + 1):
        mark = left + (year - first) * 12 * width
        shapes += [line(mark, top, mark, y, FAINT), text(mark + 4, y + 12, f"’{year % 100:02}", FIGURES)]
    by_language = Counter(language for language, _ in days)
    told = ", ".join(f"{by_language[code]} in {name}" for code, name in LANGUAGES.items())
    empty = [str(year) for year in range(first, last + 1) if not any(day.year == year for _, day in days)]
    description = (
        f"{len(days)} dated items from {min(day for _, day in days)} to {max(day for _, day in days)}: {told}. "
        f"No item of the years {', '.join(empty)}. {len(items) - len(days)} items have no date and are not drawn."
    )
    return svg(right + 8, int(y) + 18, "Timeline of the seeds", description, shapes)


PICTURES: dict[str, Callable[[], str]] = {"flow": flow, "timeline": timeline}

if __name__ == "__main__":
    sys.stdout.write(PICTURES[sys.argv[1]]())
