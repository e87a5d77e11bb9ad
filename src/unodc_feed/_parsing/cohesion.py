"""Cohesion: whether a paragraph goes on with the story above it.

Where neither date nor headline parts two stories, only their words do: paragraphs of one story share words that few
other paragraphs have (M. A. Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages",
Computational Linguistics 23(1), 1997).  The judgement needs enough paragraphs to know which words are common.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import regex

from unodc_feed._parsing.words import POINTERS
from unodc_feed._patterns import deferred

_STEM = 6  # letters: inflected forms of a word mostly share so many
_FEWEST = 40  # paragraphs: with fewer of them no word is known to be common
_COMMON = 20  # a word that more than one paragraph in so many has tells no story from another
_FEWEST_PAIRS = 500  # pairs of stems: two short paragraphs may share none by chance
_WORD = deferred(regex.compile, r"\p{L}{4,}|\p{N}{2,}")


class Cohesion:
    """What the paragraphs of a stretch without dates share."""

    def __init__(self, texts: Sequence[str]) -> None:
        knows = len(texts) >= _FEWEST
        self._frequency: Mapping[str, int] = Counter(stem for text in texts for stem in stems(text)) if knows else {}
        self._most = len(texts) / _COMMON if knows else None

    def parts(self, before: AbstractSet[str], text: str) -> bool:
        """Tell whether a paragraph begins another story than that of some stems: its first words do not point back, nor
        does it share a telling word.
        """
        if self._most is None or not POINTERS.isdisjoint(text.lower().split(maxsplit=2)[:2]):
            return False
        after = stems(text)
        if len(before) * len(after) < _FEWEST_PAIRS:
            return False
        return all(self._frequency[stem] > self._most for stem in before & after)


def stems(text: str) -> set[str]:
    """The beginnings of the longer words and the numbers of a text."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())}
