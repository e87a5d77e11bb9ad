"""Names across scripts: the consonants that are left of a word in any of them.

In: a word.  Out: its skeleton, a string over a few classes of consonants that Latin, Cyrillic and Arabic letters map
to, so that Fedotov and Федотов, Mogherini and Могерини, Bishkek and Bichkek become equal.  Vowels are dropped, because
transliterations agree on them least; only whether a word begins with one is kept.  Chinese has no skeleton.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from unodc_feed._patterns import deferred
from unodc_feed._timeline.lexicon import arabic_forms, fold

SHORTEST = 3
"""A skeleton of fewer consonants says too little; such a word counts by its letters."""

_LATIN_RULES = (
    (r"tch|tsch|sch|dzh|dj|cz|tz|ts|sh|ch|zh", "S"),
    (r"ti(?=[oa])", "S"),
    (r"ph", "F"),
    (r"kh", ""),
    (r"c(?=[eiy])", "S"),
    (r"ck|[ckgq]", "K"),
    (r"x", "KS"),
    (r"[szj]", "S"),
    (r"[td]", "T"),
    (r"[fvw]", "F"),
    (r"[bp]", "P"),
    (r"l", "L"),
    (r"m", "M"),
    (r"n", "N"),
    (r"r", "R"),
)
_LATIN = [(deferred(regex.compile, pattern), code) for pattern, code in _LATIN_RULES]


def _codes(*groups: tuple[str, str]) -> dict[str, str]:
    return {letter: code for letters, code in groups for letter in letters}


_CYRILLIC = _codes(
    ("бп", "P"), ("вф", "F"), ("гкґ", "K"), ("дт", "T"), ("жзсцчшщ", "S"), ("л", "L"), ("м", "M"),
    ("н", "N"), ("р", "R"),
)  # fmt: skip
_ARABIC = _codes(
    ("بپ", "P"), ("فڤ", "F"), ("قكغگ", "K"), ("تدطضثذظ", "T"), ("سصزشجچ", "S"), ("ل", "L"), ("م", "M"),
    ("ن", "N"), ("ر", "R"),
)  # fmt: skip
_LETTERS = dict(zip("абвгдезиклмнопрстуфхыэ", "abvgdeziklmnoprstufhye", strict=True)) | {
    "я": "ia",
    "ю": "iu",
    "ж": "zh",
}
_DOUBLED = deferred(regex.compile, r"(\p{L})\1")
_INSTRUMENTAL = deferred(regex.compile, r"(?<=\p{L}{4})(?:ом|ым|ем|ого|ому|ами)$|(?<=\p{L}{2}к)им$")
"""Endings of Russian cases that hold a consonant: Федотовым, Ташкентом."""


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word; empty if it is in no alphabet that is known here.

    >>> skeleton("fedotov"), skeleton("федотовым"), skeleton("asanbekova"), skeleton("асанбекова")
    ('FTTF', 'FTTF', 'aSNPKF', 'aSNPKF')
    """
    first = word[:1]
    word = _DOUBLED.sub(r"\1", word)
    if "a" <= first <= "z":
        codes = _of_latin(word)
    elif "а" <= first <= "я":
        codes = "".join(_CYRILLIC.get(c, "") for c in _INSTRUMENTAL.sub("", word).replace("дж", "ж"))
    elif "ء" <= first <= "ی":
        return "".join(_ARABIC.get(c, "") for c in arabic_forms(word)[-1])
    else:
        return ""
    return ("a" if first in "aeiouyhаеиоуыэюях" else "") + codes


def _of_latin(word: str) -> str:
    for pattern, code in _LATIN:
        word = pattern.sub(code, word)
    return "".join(c for c in word if c.isupper())


@lru_cache(maxsize=65_536)
def name_mark(word: str) -> str | None:
    """Tell what a name is compared by: its skeleton, or its letters if that is short; None if it is a mere initial.

    >>> name_mark("Precious"), name_mark("Анна"), name_mark("B")
    ('n:PRSS', 'n:=anna', None)
    """
    folded = fold(word.replace("ç", "s").replace("Ç", "S"))
    codes = skeleton(folded)
    if len(codes.lstrip("a")) >= SHORTEST:
        return f"n:{codes}"
    letters = "".join(_LETTERS.get(c, c) for c in folded)
    return f"n:={letters}" if len(letters) > 2 else None


@lru_cache(maxsize=65_536)
def cognate_mark(word: str) -> str | None:
    """Tell what a common word is compared by: its first five consonants, if it is long enough to tell anything.

    >>> cognate_mark("caravan"), cognate_mark("караван"), cognate_mark("museum")
    ('w:KRFN', 'w:KRFN', None)
    """
    codes = skeleton(fold(word.replace("ç", "s")))
    return f"w:{codes[:5]}" if len(word) >= 6 and len(codes) >= 4 else None
