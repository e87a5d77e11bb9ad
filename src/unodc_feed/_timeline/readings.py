"""Entries -> readings: what two captures of one item are compared by.

A :class:`Reading` is the text of an entry with everything taken off that captures change without changing what is
said: case, punctuation, white space, quotation marks, line breaks, stray full stops.  Entries with equal readings are
one item and are compared with the others only once.  A word is a run of letters, a number, or one Chinese character.
Nothing here knows other entries; the order and the fingerprints are the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import intern
from typing import TypeVar

import attrs
import regex

from unodc_feed._model import Entry, Source, likely_date
from unodc_feed._patterns import deferred

_T = TypeVar("_T")
Words = tuple[str, ...]
Page = tuple[object, ...]

# "1,400" and "1.8" are one number each; Chinese has no blanks, so that each character stands for a word.
_WORD = deferred(regex.compile, r"\d++(?:[.,]\d++)*+|\p{Han}|[\p{L}\p{M}--\p{Han}]++", regex.VERSION1)
_SENTENCE_END = deferred(re.compile, r"[.!?؟](?=\s)|[。！？]")

# English capitalises these though they name neither place nor person: a deadline may move from April to May.
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)

_SHINGLE = 3
_WINDOW = 4
_FACTOR, _MASK = 1_000_003, 2**32 - 1


@attrs.frozen(eq=False)
class Reading:
    """What an entry says, ready to be compared.

    Attributes:
        language: its language, if known.
        day: its day as an ordinal, the suggested one where the stated one is a slip; None if undated.
        title: the words of the title in lower case.
        sentences: the words of each sentence of the body, in lower case.
        names: the words that are capitalised as only names are.
        caption: the words of the caption in lower case.
        pages: the captures of documents that print it.
    """

    language: str | None
    day: int | None
    title: Words
    sentences: tuple[Words, ...]
    names: frozenset[str]
    caption: frozenset[str]
    pages: frozenset[Page]

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two readings equal."""
        return self.day, *self.text

    @property
    def text(self) -> tuple[object, ...]:
        """What it says, whenever that was."""
        return self.language, self.title, self.sentences

    @property
    def size(self) -> int:
        """How many words the body has."""
        return sum(map(len, self.sentences))

    def vocabulary(self) -> frozenset[str]:
        """Every word of title and body."""
        return frozenset(self.title).union(*self.sentences)

    def pairs(self) -> frozenset[Words]:
        """Every two neighbouring words of title and body."""
        return frozenset(tuple(pair) for run in (self.title, *self.sentences) for pair in in_a_row(run, 2))

    def fingerprints(self, checksum: Callable[[str], int]) -> set[int]:
        """Sample the text: titles with a pair of words, bodies with six in a row in common share a fingerprint.

        Of every few neighbouring shingles of the body it takes the one with the smallest checksum ("winnowing":
        Schleimer, Wilkerson and Aiken 2003), so that both texts take the same ones.
        """
        title = tuple(map(checksum, self.title))
        body = [checksum(word) for sentence in self.sentences for word in sentence]
        return {*map(_combined, in_a_row(title, 2)), *_winnowed(body)}


def page(source: Source) -> Page:
    """Tell one capture of a document from another: of one name there may be several."""
    return source.name, source.captured_at, source.feed_size


def in_a_row(run: Sequence[_T], size: int) -> Iterable[Sequence[_T]]:
    """Give every so many neighbours, or all where there are fewer.

    >>> list(in_a_row("abc", 2)), list(in_a_row("a", 2))
    ([('a', 'b'), ('b', 'c')], ['a'])
    """
    if 0 < len(run) < size:
        return (run,)
    return zip(*(run[at:] for at in range(size)), strict=False)


def read(entry: Entry) -> Reading:
    """Make the reading of an entry."""
    title = _words(entry.title or "")
    sentences = [
        words for text in entry.paragraphs for sentence in _SENTENCE_END.split(text) if (words := _words(sentence))
    ]
    return Reading(
        language=entry.language,
        day=_day(entry),
        title=_lower(title),
        sentences=tuple(map(_lower, sentences)),
        names=frozenset(_names(title, sentences)),
        caption=frozenset(_lower(_words(entry.caption or ""))),
        pages=frozenset(map(page, entry.sources)),
    )


def _day(entry: Entry) -> int | None:
    day = likely_date(entry)
    return None if day is None else day.toordinal()


def _words(text: str) -> list[str]:
    words: list[str] = _WORD.findall(unicodedata.normalize("NFKC", text))
    return words


def _lower(words: list[str]) -> Words:
    return tuple(map(intern, map(str.casefold, words)))


def _names(title: list[str], sentences: list[list[str]]) -> Iterator[str]:
    """Find the words in capitals within a sentence; in the title only if not all of it is capitalised."""
    inside = [word for word in title[1:] if word[0].isalpha()]
    titlecase = 2 * sum(word[0].isupper() for word in inside) > len(inside)
    capitals = {
        word for run in (sentences if titlecase else [title, *sentences]) for word in run[1:] if word[0].isupper()
    }
    return (intern(name) for name in map(str.casefold, capitals) if name not in _CALENDAR)


def checksum(word: str) -> int:
    """Give a number that is the same for a word on every machine."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _combined(checksums: Iterable[int]) -> int:
    """Make one checksum of those of words in a row."""
    whole = 0
    for one in checksums:
        whole = (whole * _FACTOR + one) & _MASK
    return whole


def _winnowed(checksums: Sequence[int]) -> Iterator[int]:
    """Take the smallest checksum of every few neighbouring shingles."""
    return map(min, in_a_row(list(map(_combined, in_a_row(checksums, _SHINGLE))), _WINDOW))
