"""Later captures of a listing, made from entries by the changes that real listings show, with look-alikes added.

Used to try merge on material that nothing was estimated from.  Everything follows from the seed.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence

import attrs

from unodc_feed._model import DateBasis, Entry, Format, Source

BASES = {
    "en": "The activity is part of the regional programme and was made possible by the contributions of its donors.",
    "fr": "Cette activité fait partie du programme régional et a bénéficié du soutien de ses partenaires financiers.",
    "es": "La actividad forma parte del programa regional y fue posible gracias a las contribuciones de los donantes.",
    "ru": "Мероприятие проводилось в рамках региональной программы при финансовой поддержке государств - доноров.",
    "pt": "A atividade faz parte do programa regional e foi possível graças às contribuições dos seus doadores.",
}
ADDED = {
    "en": "More than half of those who took part had never worked with colleagues from abroad before.",
    "fr": "Plus de la moitié des participants n'avaient encore jamais travaillé avec des collègues étrangers.",
    "es": "Más de la mitad de los participantes no había trabajado nunca con colegas de otros países.",
    "ru": "Более половины участников никогда прежде не работали вместе с коллегами из других стран.",
    "pt": "Mais de metade dos participantes nunca tinha trabalhado com colegas de outros países.",
}
NAMES = ("Belmopan", "Gaborone", "Honiara", "Maseru", "Paramaribo", "Reykjavik", "Thimphu", "Windhoek")
CYRILLIC = ("Рейкьявике", "Виндхуке", "Тхимпху", "Хониаре", "Парамарибо", "Масеру", "Габороне", "Бельмопане")


@attrs.frozen
class Story:
    """An item of the imagined listing: what it is, and in which captures it stands."""

    entry: Entry
    seen: tuple[int, ...]


def listing(entries: Sequence[Entry], seed: int, captures: int = 3) -> tuple[list[list[Entry]], list[list[Entry]]]:
    """Captures of a listing, and the true groups of their entries."""
    chance = random.Random(seed)
    whole = [_whole(entry) for entry in entries if entry.date and entry.title]
    stories = [Story(entry, _seen(chance, captures)) for entry in whole]
    stories += [Story(like, _seen(chance, captures)) for entry in whole for like in _lookalikes(chance, entry, whole)]
    pages: list[list[Entry]] = [[] for _ in range(captures)]
    groups = []
    for story in stories:
        group = []
        for page in story.seen:
            copies = [story.entry if page == story.seen[0] else _drifted(chance, story.entry)]
            if chance.random() < 0.08:
                copies.append(_repeated(chance, copies[0]))
            for copy in copies:
                group.append(_placed(copy, page, len(pages[page])))
                pages[page].append(group[-1])
        groups.append(group)
    return pages, groups


def _whole(entry: Entry) -> Entry:
    return attrs.evolve(entry, date_basis=DateBasis.STATED, end_date=None, suggested_date=None)


def _seen(chance: random.Random, captures: int) -> tuple[int, ...]:
    return tuple(page for page in range(captures) if chance.random() < 0.8) or (0,)


def _placed(entry: Entry, page: int, number: int) -> Entry:
    line = 5 * number + 4
    source = Source(
        name=f"capture-{page}.txt",
        format=Format.BULLETED,
        first_line=line,
        last_line=line + 3,
        start=100 * line,
        end=100 * line + 99,
        feed_size=300 + 10 * page,
    )
    return attrs.evolve(entry, sources=(source,))


def _sentences(entry: Entry) -> list[str]:
    return [s for text in entry.paragraphs for s in re.split(r"(?<=[.!?؟])\s+|(?<=[。！？])", text) if s]


def _moved(entry: Entry, days: int) -> Entry:
    return attrs.evolve(entry, date=(entry.date or dt.date(2015, 1, 1)) + dt.timedelta(days=days))


# ---- what happens to an item between two captures


def _drifted(chance: random.Random, entry: Entry) -> Entry:
    for change, likely in (
        (_redated, 0.2),
        (_retitled, 0.2),
        (_shortened, 0.2),
        (_extended, 0.1),
        (_edited, 0.15),
        (_uncaptioned, 0.2),
        (_rewrapped, 0.15),
    ):
        if chance.random() < likely:
            entry = change(chance, entry)
    return entry


def _redated(chance: random.Random, entry: Entry) -> Entry:
    far = () if entry.paragraphs in ((), _base(entry)) else (-30, 30, 61, 92, 122)
    return _moved(entry, chance.choice((-9, -3, -1, 1, 2, 5, 14, *far)))


def _retitled(chance: random.Random, entry: Entry) -> Entry:
    title = entry.title or ""
    if entry.paragraphs in ((), _base(entry)):
        return attrs.evolve(entry, title=chance.choice((title.title(), title.upper(), title + ".")))
    words = title.split()
    first = " ".join(_sentences(entry)[:1]).split()[:8]
    return attrs.evolve(
        entry,
        title=chance.choice(
            (
                title.title(),
                title.upper(),
                title.replace("-", "–").replace("'", "’") + ".",
                " ".join(words[:-1]) or title,
                " ".join(words[1:]) or title,
                " ".join(words[len(words) // 2 :] + words[: len(words) // 2]),
                " ".join(first) or title,
                None,
            )
        ),
    )


def _shortened(chance: random.Random, entry: Entry) -> Entry:
    sentences = _sentences(entry)
    kept = sentences[: chance.randint(min(len(sentences), 1), max(1, len(sentences) - 1))]
    return attrs.evolve(entry, paragraphs=tuple(kept[:1] and [" ".join(kept)]))


def _extended(_: random.Random, entry: Entry) -> Entry:
    return attrs.evolve(entry, paragraphs=(*entry.paragraphs, ADDED.get(entry.language or "", ADDED["en"])))


def _edited(chance: random.Random, entry: Entry) -> Entry:
    def one(text: str) -> str:
        words = text.split()
        low = [n for n, word in enumerate(words) if n and word.isalpha() and word.islower() and len(word) > 3]
        for n in chance.sample(low, min(len(low), chance.randint(1, 2))):
            words[n] = chance.choice((words[n] + "s", words[n][:-1], words[n].upper(), "also " + words[n]))
        return " ".join(words)

    return attrs.evolve(entry, paragraphs=tuple(map(one, entry.paragraphs)))


def _uncaptioned(_: random.Random, entry: Entry) -> Entry:
    return attrs.evolve(entry, caption=None)


def _rewrapped(_: random.Random, entry: Entry) -> Entry:
    return attrs.evolve(entry, paragraphs=tuple(_sentences(entry)))


def _repeated(chance: random.Random, entry: Entry) -> Entry:
    moved = _moved(entry, 7 if entry.paragraphs else 0)
    return chance.choice((_uncaptioned(chance, entry), moved, _shortened(chance, entry), entry))


# ---- what only looks like an item


def _lookalikes(chance: random.Random, entry: Entry, others: Sequence[Entry]) -> list[Entry]:
    made = chance.random()
    if made < 0.1:
        return [_next_year(chance, entry)]
    if made < 0.25:
        return [other for other in [_elsewhere(chance, entry)] if other]
    if made < 0.35 and len("".join(_sentences(entry)[1:])) > 99:
        return [_follow_up(chance, entry, others)]
    if made < 0.4:
        return [_chapter(entry, n) for n in (1, 2)]
    return []


def _chapter(entry: Entry, number: int) -> Entry:
    return _moved(attrs.evolve(entry, title=f"{number}. {entry.title}", paragraphs=_base(entry)), number)


def _base(entry: Entry) -> tuple[str, ...]:
    return (BASES.get(entry.language or "", BASES["en"]),)


def _next_year(chance: random.Random, entry: Entry) -> Entry:
    return _moved(entry, 365 + chance.randint(-10, 10))


def _elsewhere(chance: random.Random, entry: Entry) -> Entry | None:
    """The same words about another place, with other numbers, some days away."""
    names = CYRILLIC if entry.language == "ru" else NAMES
    text = " ".join((entry.title or "", *entry.paragraphs))
    found = list(dict.fromkeys(re.findall(r"(?<=[^\W\d_] )[A-ZÀ-ÝА-Я][^\W\d_]{3,}", text)))
    found = [name for name in found if not name.isupper()]
    inside = [name for name in found if name in (entry.title or "")][:3]
    if not inside or entry.language not in BASES:
        return None
    put = dict(zip(inside + found[:1], chance.sample(names, len(inside) + 1), strict=False))

    def told(text: str) -> str:
        text = re.sub("|".join(map(re.escape, put)), lambda match: put[match[0]], text)
        return re.sub(r"(?<![\d.,])[1-9]\d?(?![\d.,])", lambda match: str(int(match[0]) + 3), text)

    title, paragraphs = told(entry.title or ""), tuple(map(told, entry.paragraphs))
    if paragraphs == entry.paragraphs:
        return None
    return _moved(attrs.evolve(entry, title=title, paragraphs=paragraphs), chance.choice((0, 0, 1, 14, 40)))


def _follow_up(chance: random.Random, entry: Entry, others: Sequence[Entry]) -> Entry:
    """Other news that takes one sentence over."""
    words = " ".join(other.body for other in others if other.language == entry.language).split()
    new = [" ".join(chance.sample(words, min(len(words), 15))) + "." for _ in range(2)]
    title = " ".join(chance.sample(words, min(len(words), 7)))
    told = " ".join((_sentences(entry)[0], *new))
    return _moved(attrs.evolve(entry, title=title, paragraphs=(told,)), chance.choice((7, 30, 90)))
