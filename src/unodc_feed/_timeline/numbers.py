"""The numbers in a text, whatever the language writes them like.

In: a text and its language.  Out: the values, each with what was read: 13 from "13th", "13-го", "13ième" and
"thirteen"; 2 000 000 000 from "$2 billion", "2 млрд", "2 mil millones" and "2 milliards"; 4700 from "4,700", "4.700"
and "4 700".  One alone is left out, because it is an article in most languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from unodc_feed._patterns import deferred
from unodc_feed._timeline.lexicon import LANGUAGES, fold, folded_word, rows, terms

_CHINESE_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_COUNTED = "个名天项种年人国家次份所位座届场周月起名条辆艘吨位岁"
"""What follows a single Chinese numeral that is meant as a number."""

_TOKEN = deferred(
    regex.compile,
    r"""(?P<grouped>[0-9]{1,3}(?:(?P<sep>[., '’])[0-9]{3})(?:(?P=sep)[0-9]{3})*(?![0-9]))   # 4,700   4.700   4 700
      | (?P<decimal>[0-9]+[.,][0-9]+)                                                     # 2.6   2,6
      | (?P<plain>[0-9]+)
      | (?P<chinese>[零一二三四五六七八九两十百千万亿]+)
      | (?P<word>[\p{L}\p{M}]+)
      | (?P<stop>[.;:!?«»“”()])""",
    regex.VERBOSE,
)
_OTHER_DIGIT = deferred(re.compile, r"(?![0-9])\d")  # re knows the same digits as int does
LONGEST = 18
"""A longer run of digits or signs is a telephone number or the like."""
LARGEST = 1e15
LONGEST_ENDING = 3
"""So many letters may follow the stem of an ordinal."""
_SCALES = frozenset({1e3, 1e4, 1e6, 1e8, 1e9, 1e12})
"""Values whose words multiply what stands before them; ten thousand and a hundred million are such in Chinese."""
_CONNECTORS = {"and", "et", "y", "e", "de", "و"}


@cache
def _words(language: str) -> tuple[dict[str, float], dict[str, float]]:
    """Return the number words of a language: whole ones, and stems."""
    whole: dict[str, float] = {}
    stems: dict[str, float] = {}
    for row in rows("numbers.tsv"):
        for term in terms(row[language]):
            kind = stems if term.endswith("-") else whole
            kind.setdefault(fold(term).removesuffix("-"), float(row["value"]))
    return whole, stems


def numbers(text: str, language: str) -> dict[str, str]:
    """Return the values in the text, in plain digits, each with the words that it was first read from.

    >>> numbers("Seven hundred pupils at the 13th Congress", "en")
    {'700': 'Seven hundred', '13': '13'}
    >>> numbers("quatre-vingt-dix pays, 2,6 milliards", "fr")
    {'90': 'quatre vingt dix', '2600000000': '2,6 milliards'}
    """
    found: dict[str, str] = {}
    for value, read in _values(_ascii_digits(text), language):
        if value != 1 and value != 0:
            found.setdefault(_plain(value), read)
    return found


def _ascii_digits(text: str) -> str:
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), text)


def _plain(value: float) -> str:
    return str(round(value)) if abs(value - round(value)) < 1e-6 else f"{value:.4g}"


def _values(text: str, language: str) -> Iterator[tuple[float, str]]:
    """Each run of number words and digits that makes one value."""
    run = _Run(french=language == "fr")
    for token in _TOKEN.finditer(text):
        value = _value(token, language)
        if value is None:
            if run and (token.lastgroup == "stop" or folded_word(token[0]) not in _CONNECTORS):
                yield run.flush()
            continue
        is_digits = token.lastgroup not in ("word", "chinese")
        if not run.take(value, token[0], digits=is_digits):
            yield run.flush()
            run.take(value, token[0], digits=is_digits)
    if run:
        yield run.flush()


def _value(token: regex.Match[str], language: str) -> float | None:
    kind, read = token.lastgroup, token[0]
    if kind == "stop" or len(read) > LONGEST:
        return None
    match kind:
        case "word":
            return _word_value(folded_word(read), language)
        case "grouped":
            return float("".join(filter(str.isdecimal, read)))
        case "decimal":
            return float(read.replace(",", "."))
        case "plain":
            return float(read)
        case _:
            after = token.string[token.end() : token.end() + 1]
            alone = len(read) == 1 and read not in "万亿"
            return None if alone and after not in _COUNTED else chinese_value(read)


def is_number_word(word: str, language: str) -> bool:
    """Whether a folded word is one, or a part of one, that :func:`numbers` reads."""
    return _word_value(word, language) is not None


@lru_cache(maxsize=65_536)
def spells_number(word: str) -> bool:
    """Whether a word is a number, or a part of one, in some language."""
    folded = folded_word(word)
    return any(is_number_word(folded, language) for language in LANGUAGES)


@lru_cache(maxsize=65_536)
def _word_value(word: str, language: str) -> float | None:
    whole, stems = _words(language)
    for form in (word, word[1:]) if language == "ar" and word.startswith("و") else (word,):
        if form in whole:
            return whole[form]
    beginnings = (word[:n] for n in range(len(word), max(2, len(word) - LONGEST_ENDING - 1), -1))
    return next((stems[begin] for begin in beginnings if begin in stems), None)


def chinese_value(numeral: str) -> float:
    """Return the value of a Chinese numeral: 二十三 is 23, 万 alone is 10,000."""
    total = section = digit = 0
    for sign in numeral:
        if sign in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[sign]
            continue
        unit = _CHINESE_UNITS[sign]
        if unit < 10_000:
            section += (digit or 1) * unit
        else:
            total = (total + section + digit or 1) * unit
            section = 0
        digit = 0
    return float(total + section + digit)


class _Run:
    """Number words and digits in a row, as far as they make one value."""

    def __init__(self, *, french: bool) -> None:
        self._french = french
        self._read: list[str] = []
        self._total = self._current = 0.0
        self._last: float | None = None

    def take(self, value: float, read: str, *, digits: bool) -> bool:
        """Add a part; False if it begins another value."""
        if digits:
            fits = self._last is None and self._add(value)
        elif value in _SCALES:
            fits = self._multiply(value)
        elif self._last is None:
            fits = self._add(value)
        else:
            fits = self._combine(value)
        if fits:
            self._read.append(read)
            self._last = value
        return fits

    def _add(self, value: float) -> bool:
        self._current += value
        return True

    def _multiply(self, unit: float) -> bool:
        if self._current == 0 and self._total:  # "mil millones"
            if self._total * unit > LARGEST:
                return False
            self._total *= unit
        else:
            self._total += (self._current or 1) * unit
        self._current = 0
        return True

    def _combine(self, value: float) -> bool:
        """Whether a value below a thousand goes on with what was read: "twenty" "four", "two" "hundred"."""
        now = self._current
        if now == 0:
            return self._add(value)
        if self._french and value == 20 and now % 100 == 4:  # quatre-vingts
            self._current = now - 4 + 80
        elif value == 100 and 2 <= now <= 99:
            self._current = now * 100
        elif (value == 10 and 3 <= now <= 9) or (20 <= value <= 90 and 1 <= now <= 9):  # Arabic: units before tens
            self._current = now + value
        elif (
            (value < 10 and now % 10 == 0 and now % 100 != 10)
            or (value < 100 and now % 100 == 0)
            or (self._french and 10 <= value < 20 and now % 100 in (60, 80))
        ):
            return self._add(value)
        else:
            return False
        return True

    def __bool__(self) -> bool:
        """Tell whether anything was read."""
        return self._last is not None

    def flush(self) -> tuple[float, str]:
        """Return the value and what it was read from; and begin anew."""
        value, read = self._total + self._current, " ".join(self._read)
        self._read, self._total, self._current, self._last = [], 0.0, 0.0, None
        return value, read
