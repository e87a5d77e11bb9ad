"""Languages: in which of the site's languages a text is written.

Script comes first: it decides Arabic, Chinese and Russian at once.  Among the languages in Latin letters the small
words decide that hardly any text does without; where a short title has none, marked letters and word endings do.
Other languages are not told apart from these, except by letters that none of the seven has.
"""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain

from unodc_feed._parsing.words import ENDINGS, FUNCTION_WORDS, MARKED_LETTERS
from unodc_feed._patterns import deferred

_ENOUGH = 250  # characters; what follows hardly changes the decision
_WORD = 28_800  # the weight of a small word; all weights are whole numbers, whose sum does not depend on the order
_CLEAR = 2 * _WORD  # a lead of small words that a chance word does not give
_CERTAIN = 100.0
_FEW_WORDS = 12  # in a longer text the small words decide
_DOUBTFUL = _WORD // 10  # a lead that tells nothing: the text is taken for English, the site's first language

_LATIN = deferred(re.compile, "[A-Za-zª-ʯḀ-ỿ]+")
_LATIN_SCRIPT = "Latin"
_SCRIPTS = {
    _LATIN_SCRIPT: _LATIN,
    "ru": deferred(re.compile, "[Ѐ-ԯ]+"),
    "ar": deferred(re.compile, "[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "zh": deferred(re.compile, "[㐀-鿿]+"),
}
_OTHER_LETTER = deferred(re.compile, "[Ѐ-ۿ\u0750-\u077fぁ-ヿ㐀-鿿가-힣\ufb50-\ufdff\ufe70-\ufefc]")
_FOREIGN_LETTERS = deferred(re.compile, "[ぁ-ヿ가-힣іїєґўјљњђћџәғқңөұүһپچژگ]")


_IN_LATIN_LETTERS = tuple(FUNCTION_WORDS)  # the languages; scores are in this order, too


def _weigh(table: dict[str, tuple[str, ...]], whole: int) -> dict[str, tuple[tuple[int, int], ...]]:
    """For each word, the languages that have it; a word of several languages, or of one letter, tells less."""
    languages = defaultdict(list)
    for language, words in table.items():
        for word in words:
            languages[word].append(_IN_LATIN_LETTERS.index(language))
    return {
        word: tuple((place, whole // (len(places) ** 2 * (4 if len(word) == 1 else 1))) for place in places)
        for word, places in languages.items()
    }


_WORDS = _weigh({language: tuple(words.split()) for language, words in FUNCTION_WORDS.items()}, _WORD)
_ENDINGS = _weigh(ENDINGS, _WORD // 2)
_LETTERS = _weigh({language: tuple(letters) for language, letters in MARKED_LETTERS.items()}, _WORD)
_PUNCTUATION = ".,;:!?)»”"
_LONGEST_ENDING = max(map(len, _ENDINGS))

SMALL_WORDS = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
"""For each language in Latin letters, its small words."""

LANGUAGE_OF_WORD = {
    word: _IN_LATIN_LETTERS[weights[0][0]] for word, weights in _WORDS.items() if len(word) > 1 and len(weights) == 1
}
"""For each small word of more than one letter that one language in Latin letters alone has, this language."""

_TELLING_WORDS = frozenset(LANGUAGE_OF_WORD)
_SHARED_WORDS = _WORDS.keys() - _TELLING_WORDS


def identify_language(title: str | None, body: str) -> str | None:
    """Tell the language of an entry: that of its title where it is clear, else that of title and body together.

    >>> identify_language("Панама присоединяется к кампании COPA", "")
    'ru'
    >>> identify_language("Projets financés", "")
    'fr'
    """
    return (clear_language(title) if body else None) or likely_language(title, body)


def clear_language(title: str | None) -> str | None:
    """Tell the language of a title, or None where its script and small words do not make it clear."""
    if not title:
        return None
    text = title[:_ENOUGH].lower()
    language = _language_of_script(text)
    if language != _LATIN_SCRIPT:
        return language
    language, lead = _leader(_scores(_split(text)))
    return language if lead >= _CLEAR else None


def likely_language(title: str | None, body: str) -> str | None:
    """Tell the likeliest language of title and body together."""
    return measure_language(f"{title or ''}\n{body[:_ENOUGH]}")[0]


def measure_language(text: str) -> tuple[str | None, float]:
    """The likeliest language of a text, and by how much it leads the next: by 2 and more it is certain."""
    text = text[:_ENOUGH].lower()
    language = _language_of_script(text)
    if language != _LATIN_SCRIPT:
        return language, _CERTAIN if language else 0.0
    words = _split(text)
    scores = _scores(words)
    language, lead = _leader(scores)
    if lead >= _CLEAR:
        return language, lead / _WORD
    weighed = [_WORDS[word] for word in _SHARED_WORDS.intersection(words)]
    if not text.isascii():
        weighed += [_LETTERS[letter] for letter in _LETTERS.keys() & set(text)]
    weighed += map(_weights_of_ending, words[:_FEW_WORDS])
    for place, weight in chain.from_iterable(weighed):
        scores[place] += weight
    language, lead = _leader(scores)
    return language, lead / _WORD


def _language_of_script(text: str) -> str | None:
    """The language that a script alone decides, or Latin, or None for no letters and for those of other languages."""
    if text.isascii() or not _OTHER_LETTER.search(text):
        return _LATIN_SCRIPT if _LATIN.search(text) else None
    sizes = {language: sum(map(len, script.findall(text))) for language, script in _SCRIPTS.items()}
    language = max(sizes, key=lambda language: sizes[language])
    is_foreign = len(_FOREIGN_LETTERS.findall(text)) * 20 > sizes[language]
    return None if is_foreign or not sizes[language] else language


def _split(text: str) -> list[str]:
    if "’" in text or "'" in text:
        text = text.replace("’", "'").replace("'", "' ")
    return text.split()


def _scores(words: list[str]) -> list[int]:
    """What the small words weigh that one language alone has."""
    scores = [0] * len(_IN_LATIN_LETTERS)
    for word in _TELLING_WORDS.intersection(words):
        for place, weight in _WORDS[word]:
            scores[place] += weight
    return scores


@lru_cache(maxsize=16_384)  # as many as the words of some hundred pages
def _weights_of_ending(word: str) -> tuple[tuple[int, int], ...]:
    word = word.rstrip(_PUNCTUATION)
    for length in range(min(_LONGEST_ENDING, len(word) - 2), 1, -1):
        if word[-length:] in _ENDINGS:
            return _ENDINGS[word[-length:]]
    return ()


def _leader(scores: list[int]) -> tuple[str, int]:
    """The language with the highest score and its lead; the first of the table if no other one leads clearly."""
    *_, second, first = sorted(scores)
    leader = 0 if first - scores[0] < _DOUBTFUL else scores.index(first)
    return _IN_LATIN_LETTERS[leader], first - second
