"""The tables, and how their terms are found in a text.

In: the words of a text (or, for Chinese, the text) and its language.  Out: what the tables know in it, as marks that
do not depend on the language: ``c:judge`` (a concept), ``p:PA`` (a place), ``o:ilo`` (an organisation), each with the
words that it was read from.  The tables stand beside this module, one TSV file each, and say in their heads how a term
is written and where it comes from; they are read once, when the first text is looked at.

What a term means is decided here and nowhere else; what it is worth is decided in :mod:`evidence`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import filterfalse
from typing import NamedTuple

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt")
LONGEST_ENDING = 8
"""So many letters may follow a stem."""

_ARABIC_LETTERS = str.maketrans("ةىٱ", "هيا", "ـ")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss"})
_PARTICLES = ("و", "ف", "ب", "ل", "ك")


def fold(text: str) -> str:
    """Return the text without capitals, accents and Arabic vowel signs.

    >>> fold("Côte d'Ivoire"), fold("Ёлка"), fold("الأمم")
    ("cote d'ivoire", 'елка', 'الامم')
    """
    text = text.lower()
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(filterfalse(unicodedata.combining, parts)).translate(_ARABIC_LETTERS)


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """The same of one word; most words recur."""
    return fold(word)


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table, by the names of its columns."""
    from importlib.resources import files  # loads much that nobody needs who only parses

    text = files(__package__).joinpath("tables", table).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def terms(cell: str) -> list[str]:
    """Return the terms of one cell of a table, without the marks for those that stand in several rows."""
    return [term.removesuffix("~") for term in cell.split("|") if term]


class Hit(NamedTuple):
    """A term that was found: its mark, and the words from ``start`` up to ``end`` (not inclusive)."""

    mark: str
    start: int
    end: int


class _Term(NamedTuple):
    """A term, ready to be compared: its words (folded; a stem ends in a hyphen) and its marks."""

    words: tuple[str, ...]
    marks: tuple[str, ...]


class Lexicon:
    """The terms of one language."""

    def __init__(self, language: str, known: dict[str, list[str]]) -> None:
        """Sort the terms by the first word, and the acronyms apart: they match as written."""
        self._arabic = language == "ar"
        self._by_word: dict[str, list[_Term]] = {}
        self._acronyms: dict[str, tuple[str, ...]] = {}
        self._beginning = lru_cache(maxsize=65_536)(self._terms_for)
        for term, marks in known.items():
            if _is_acronym(term):
                self._acronyms[term] = tuple(marks)
                continue
            words = tuple(self._bare(word) for word in split_term(fold(term)))
            self._by_word.setdefault(words[0], []).append(_Term(words, tuple(marks)))
        self._longest = max((len(word) for word in self._by_word), default=0)

    def find(self, written: Sequence[str], folded: Sequence[str]) -> Iterator[Hit]:
        """Every term in the words, from left to right; of those that begin at one word, the longest."""
        here = 0
        while here < len(folded):
            if marks := self._acronyms.get(written[here]):
                yield from (Hit(mark, here, here + 1) for mark in marks)
                here += 1
            elif (known := self._beginning(folded[here])) and (term := self._best(known, folded, here)):
                yield from (Hit(mark, here, here + len(term.words)) for mark in term.marks)
                here += len(term.words)
            else:
                here += 1

    def _best(self, known: Iterable[_Term], words: Sequence[str], here: int) -> _Term | None:
        for term in known:
            if len(term.words) == 1 or self._rest_fits(term, words, here):
                return term
        return None

    def _terms_for(self, word: str) -> tuple[_Term, ...]:
        """Return the terms whose first word this can be, the longest first."""
        forms = [form for variant in self._variants(word) for form in self._keys(variant)]
        found = [term for form in forms for term in self._by_word.get(form, ())]
        return tuple(sorted(found, key=_weight, reverse=True))

    def _rest_fits(self, term: _Term, words: Sequence[str], here: int) -> bool:
        if here + len(term.words) > len(words):
            return False
        for n, part in enumerate(term.words[1:], here + 1):
            if not any(_fits(form, part) for form in self._variants(words[n])):
                return False
        return True

    def _keys(self, word: str) -> Iterator[str]:
        yield word
        for length in range(max(2, len(word) - LONGEST_ENDING), min(len(word), self._longest) + 1):
            yield word[:length] + "-"

    def _variants(self, word: str) -> tuple[str, ...]:
        return arabic_forms(word) if self._arabic else (word,)

    def _bare(self, word: str) -> str:
        return word.removeprefix("ال") if self._arabic and len(word) > 4 else word


class ChineseLexicon:
    """The terms of Chinese, which are found anywhere in a text: it does not separate words."""

    def __init__(self, known: dict[str, list[str]]) -> None:
        """Take the terms as they are."""
        self._marks = {fold(term): tuple(marks) for term, marks in known.items()}
        self._longest = max((len(term) for term in self._marks), default=0)

    def scan(self, text: str) -> Iterator[Hit]:
        """Every term in the folded text; of those that begin at one character, the longest."""
        here = 0
        while here < len(text):
            for length in range(min(self._longest, len(text) - here), 0, -1):
                if marks := self._marks.get(text[here : here + length]):
                    yield from (Hit(mark, here, here + length) for mark in marks)
                    here += length
                    break
            else:
                here += 1


def arabic_forms(word: str) -> tuple[str, ...]:
    """Return the word, and what is left of it without conjunction, preposition and article.

    >>> arabic_forms("والقضاه")
    ('والقضاه', 'القضاه', 'قضاه')
    """
    forms = [word]
    for _ in range(3):
        last = forms[-1]
        if last.startswith(("ال", "لل")) and len(last) > 4:
            forms.append(last[2:])
            break
        if last.startswith(_PARTICLES) and len(last) > 3:
            forms.append(last[1:])
    return tuple(forms)


def split_term(term: str) -> list[str]:
    """Return the words of a folded term; a hyphen inside a word parts it, one at its end makes it a stem."""
    words = []
    for word in term.replace("'", " ").replace("’", " ").replace(".", " ").split():
        *first, last = word.removesuffix("-").split("-")
        words += [*first, last + "-" if word.endswith("-") else last]
    return words


def _fits(word: str, part: str) -> bool:
    if not part.endswith("-"):
        return word == part
    return word.startswith(part[:-1]) and len(word) - len(part) < LONGEST_ENDING


def _weight(term: _Term) -> tuple[int, int]:
    return len(term.words), sum(map(len, term.words))


def _is_acronym(term: str) -> bool:
    return " " not in term and term.isupper() and not term.endswith("-") and all("A" <= c <= "Я" for c in term)


@cache
def known_terms(language: str) -> dict[str, list[str]]:
    """Every term of a language as the tables print it, with its marks."""
    known: dict[str, list[str]] = {}
    for table, column, kind in (
        ("glossary.tsv", "concept", "c"),
        ("places.tsv", "place", "p"),
        ("places_more.tsv", "place", "p"),
        ("acronyms.tsv", "body", "o"),
    ):
        for row in rows(table):
            city, _, country = row[column].rpartition("@")
            marks = [f"{kind}:{name}" for name in (country, city) if name]
            for term in terms(row[language]):
                held = known.setdefault(term, [])
                held += [mark for mark in marks if mark not in held]
    if language in ("fr", "es", "pt"):  # English acronyms are common in them, too
        for row in rows("acronyms.tsv"):
            for term in filter(_is_acronym, terms(row["en"])):
                known.setdefault(term, [f"o:{row['body']}"])
    return known


@cache
def lexicon(language: str) -> Lexicon:
    """Return the terms of a language that parts its words."""
    return Lexicon(language, known_terms(language))


@cache
def chinese() -> ChineseLexicon:
    """Return the terms of Chinese."""
    return ChineseLexicon(known_terms("zh"))
