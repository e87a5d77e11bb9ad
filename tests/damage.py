"""Documents for Hypothesis that are laid out as real pages are, and what may have happened to them since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from hypothesis import strategies as st

from tests.strategies import BODIES, DATES, ENDS, TITLES

MONTHS = ("January", "mars", "mayo", "июля", "octubre", "décembre")
GROWN_TITLES = (*TITLES[:4], *TITLES[6:8], *TITLES[8:10], "Judges meet in Rabat", "Суд над торговцами людьми")


def days() -> st.SearchStrategy[str]:
    """A day, in one of the forms of the site."""
    return st.dates(dt.date(1998, 1, 1), dt.date(2024, 12, 31)).flatmap(
        lambda day: st.sampled_from(
            (
                f"{day:%d/%m/%Y}",
                f"{day:%Y-%m-%d} 15:06:17.0",
                f"{day.day} {day:%B %Y}",
                f"{day:%B} {day.day}, {day.year}",
            )
        )
    )


def bulleted_listings() -> st.SearchStrategy[str]:
    """A bulleted listing."""
    entry = st.builds(
        "  • {}\n    {}\n\n{}".format,
        days() | st.sampled_from(DATES),
        st.sampled_from((*GROWN_TITLES, "")),
        _body("    "),
    )
    return st.builds("Human trafficking\nNews\n({} entries)\n\n{}".format, st.integers(0, 999), _several(entry))


def long_pages() -> st.SearchStrategy[str]:
    """A long-form page, some entries of which have lost their dates."""
    title = st.sampled_from((*GROWN_TITLES, "Rabat, Morocco", "A title over\ntwo lines", ""))
    entry = st.builds("{}\n{}\n{}".format, days() | st.sampled_from((*DATES, "")), title, _body(""))
    return st.builds("News\n\n{}".format, _several(entry))


def reference_pages() -> st.SearchStrategy[str]:
    """A page of background information."""
    entry = st.builds("  • {}: {}\n{}".format, st.sampled_from(TITLES), st.sampled_from(BODIES), _body("      • "))
    return st.builds("Menu\n\nBackground\n{}\n\n{}".format, st.sampled_from(BODIES), _several(entry))


def _several(entry: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(entry, min_size=1, max_size=8).map("\n".join)


def _body(indent: str) -> st.SearchStrategy[str]:
    lines = st.lists(st.sampled_from((*BODIES, *ENDS)), max_size=3)
    return lines.map(lambda body: "".join(f"{indent}{line}\n\n" for line in body))


Damage = Callable[[str, int, int], str]
"""Damage a text at a place, to some extent."""


def _lines(text: str, place: int) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, place % len(lines)


def _cut(text: str, place: int, _: int) -> str:
    octets = text.encode("utf-8", "surrogatepass")
    return octets[: place % (len(octets) + 1)].decode("utf-8", "surrogateescape")


def _beheaded(text: str, place: int, _: int) -> str:
    octets = text.encode("utf-8", "surrogatepass")
    return octets[place % (len(octets) + 1) :].decode("utf-8", "replace")


def _repeated(text: str, place: int, extent: int) -> str:
    lines, at = _lines(text, place)
    return "\n".join([*lines[: at + extent], *lines[at:]])


def _dropped(text: str, place: int, extent: int) -> str:
    lines, at = _lines(text, place)
    return "\n".join([*lines[:at], *lines[at + extent :]])


def _shuffled(text: str, place: int, _: int) -> str:
    parts = text.split("\n\n")
    at = place % len(parts)
    return "\n\n".join([*parts[at:], *parts[:at]])


def _put(piece: str) -> Damage:
    """Put a piece into the text, and again at every so many characters."""

    def put(text: str, place: int, extent: int) -> str:
        step = max(1, place % (len(text) + 1))
        return piece.join(text[at : at + step] for at in range(0, len(text), step)) + piece * extent

    return put


def _exchanged(old: str, new: str) -> Damage:
    def exchanged(text: str, _: int, extent: int) -> str:
        return text.replace(old, new, extent * 3)

    return exchanged


def _digits(noughts: str) -> Damage:
    return lambda text, _place, _extent: text.translate({ord("0") + n: chr(ord(noughts) + n) for n in range(10)})


DAMAGES: dict[str, Damage] = {
    "cut at any byte": _cut,
    "beheaded at any byte": _beheaded,
    "repeated lines": _repeated,
    "dropped lines": _dropped,
    "shuffled entries": _shuffled,
    "carriage returns": _exchanged("\n", "\r"),
    "both newlines": _exchanged("\n", "\r\n"),
    "no newlines": _exchanged("\n", " "),
    "tabs": _exchanged("    ", "\t"),
    "no-break spaces": _exchanged(" ", "\xa0"),
    "other bullets": _exchanged("•", "-"),
    "no bullets": _exchanged("• ", ""),
    "full-width digits": _digits("\uff10"),
    "Arabic-Indic digits": _digits("\u0660"),
    "zero-width characters": _put("\u200b"),
    "bidirectional characters": _put("\u202e\u2066"),
    "control characters": _put("\x00\x1b[31m\x85\x0b"),
    "combining marks": _put("\u0301"),
    "lone surrogates": _put("\ud800"),
    "a date that does not exist": _put("\n  • 31/02/2015\n30 February 2015\n"),
    "the years 0 and 9999": _put("\n  • 01/01/0000\n  • 31/12/9999\n31 December 9999\n1 January 0000\n"),
    "a heading without entries": _put("\nNews\n(563 entries)\n"),
    "a very long line": _put("x" * 3000),
    "hundreds of nested bullets": _put("\n      • nested" * 300),
    "two listings joined": lambda text, _place, extent: text * min(extent, 3),
}


def damaged_documents() -> st.SearchStrategy[str]:
    """A document of any format to which nothing, or up to three things, happened."""
    damage = st.tuples(st.sampled_from(sorted(DAMAGES)), st.integers(0, 5000), st.integers(1, 5))
    whole = st.one_of(bulleted_listings(), long_pages(), reference_pages())
    return st.builds(_damaged, whole, st.lists(damage, max_size=3))


def _damaged(text: str, damages: list[tuple[str, int, int]]) -> str:
    for name, place, extent in damages:
        text = DAMAGES[name](text, place, extent)[:20_000]
    return text
