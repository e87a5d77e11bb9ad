"""Sameness: the rules by which a text is held to be one that was printed before, each at its border."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs
import pytest

from unodc_feed import Entry
from unodc_feed._timeline.readings import Reading, read
from unodc_feed._timeline.sameness import (
    EDITED,
    ENOUGH,
    ENOUGH_FAR,
    ENOUGH_FOR_AKIN,
    FAR,
    LONGEST_MOVE,
    RECOUNTED,
    REPEATED,
    REWRITTEN,
    UNLIKE_TITLES,
    Item,
    Kind,
    _akin,
    _contradictions_of_bodies,
    _Evidence,
    _is_figure,
    _is_name,
    _is_year,
    _one_slip,
    _same_under_one_title,
    _same_under_two_titles,
    _unlike,
    sameness,
)

BODY = "Prosecutors from four countries met in Almaty and agreed on a contract."
TITLE = "Joint teams agreed"


def reading(body: str = BODY, title: str | None = TITLE, day: int | None = None) -> Reading:
    return attrs.evolve(read(Entry(title=title, paragraphs=(body,), language="en")), day=day)


def item(body: str = BODY, titles: Sequence[str | None] = (TITLE,), days: Collection[int | None] = (None,)) -> Item:
    """An item with a leader, and with readings of other titles and days."""
    found = Item(0, reading(body, titles[0]))
    for number, (title, day) in enumerate([*((title, None) for title in titles), *((titles[0], day) for day in days)]):
        found.add(number, reading(body, title, day))
    return found


# ---- words


@pytest.mark.parametrize(
    ("word", "other", "is_slip"),
    [
        ("almaty", "almatty", True),
        ("almaty", "almty", True),
        ("quito", "quita", True),
        ("firearms", "firaerms", True),
        ("lima", "lina", False),
        ("almaty", "almuby", False),
        ("almaty", "bishkek", False),
    ],
)
def test_one_letter_too_many_too_few_or_wrong_or_two_that_changed_places_are_a_slip(
    word: str, other: str, is_slip: bool
) -> None:
    assert _one_slip(word, other) is _one_slip(other, word) is is_slip


@pytest.mark.parametrize(
    ("word", "is_year", "is_figure"),
    [
        ("2017", True, False),
        ("1999", True, False),
        ("2100", False, True),
        ("20170", False, True),
        ("201", False, True),
        ("1,400", False, True),
        ("20th", False, True),
        ("20ab", False, True),
        ("four", False, False),
    ],
)
def test_a_year_is_four_digits_that_begin_with_19_or_20(word: str, is_year: bool, is_figure: bool) -> None:
    assert (_is_year(word), _is_figure(word)) == (is_year, is_figure)


def test_a_name_is_capitalised_or_in_a_script_without_capitals_repeated_by_the_body() -> None:
    kulob = reading("The post at Kulob was opened.", "Border post opened")
    assert _is_name("kulob", kulob)
    assert not _is_name("opened", kulob)
    basra = reading("دورة في البصرة", "يتدربون في البصرة")
    assert _is_name("البصرة", basra)
    assert not _is_name("يتدربون", basra)
    assert not _is_name("دورة", basra)


@pytest.mark.parametrize(
    ("left", "right", "unlike"),
    [("abcd", "abxd", ("c", "x")), ("aa", "aaa", ("", "a")), ("abc", "abc", ("", "")), ("ab", "ba", ("ab", "ba"))],
)
def test_texts_are_unlike_between_what_both_begin_and_end_with(left: str, right: str, unlike: tuple[str, str]) -> None:
    assert _unlike(left, right) == unlike


@pytest.mark.parametrize(
    ("title", "other", "akin"),
    [
        ("teams", "teams", True),
        ("teams met", "teams agreed", True),
        ("teams met here", "teams agreed there", False),
        ("", "", False),
    ],
)
def test_titles_are_akin_if_half_of_their_words_are_the_same(title: str, other: str, akin: bool) -> None:
    assert _akin(tuple(title.split()), tuple(other.split())) is akin


# ---- contradictions


@pytest.mark.parametrize(
    ("ours", "theirs", "kinds"),
    [
        ("four", "nine", {Kind.NUMBER}),
        ("14", "15", {Kind.NUMBER}),
        ("2017", "2018", {Kind.YEAR}),
        ("Almaty", "Bishkek", {Kind.NAME}),
        ("Almaty", "Almatty", set()),
        ("four", "several", set()),
        ("Almaty", "the capital", set()),
        ("four of the judges", "nine more older prosecutors", {Kind.NUMBER}),
        ("four of the younger judges", "nine more much older prosecutors", set()),
    ],
)
def test_texts_contradict_each_other_where_they_name_another_thing_at_the_same_place(
    ours: str, theirs: str, kinds: set[Kind]
) -> None:
    text = "They met {} and agreed upon one contract."
    found = _contradictions_of_bodies(reading(text.format(ours)), item(text.format(theirs)))
    assert set(found) == kinds


# ---- days


@pytest.mark.parametrize(
    ("days", "day", "distance"), [((1, 10), 6, 4), ((1, 10), None, None), ((), 6, None), ((), None, 0)]
)
def test_the_distance_is_that_of_the_nearest_day_and_none_where_only_one_has_a_day(
    days: tuple[int, ...], day: int | None, distance: int | None
) -> None:
    assert item(days=days).distance(day) == distance


def test_an_item_spans_so_many_days_and_no_more() -> None:
    assert item(days=(1,)).may_span(1 + LONGEST_MOVE)
    assert not item(days=(1,)).may_span(2 + LONGEST_MOVE)


def test_of_two_items_that_are_the_same_the_nearer_one_is_surer() -> None:
    scores = [sameness(reading(day=day), item(days=(1,)), lambda _: 1.0) for day in (1, 3, 9)]
    assert None not in scores
    assert scores == sorted(scores, key=lambda score: -(score or 0))
    assert len(set(scores)) == len(scores)


# ---- the rules, by what is known


def evidence(share: float = 1.0, amount: float = 100.0, days: int | None = 0, *, one_page: bool = False) -> _Evidence:
    return _Evidence(share, amount, days, one_page)


COUNTED = BODY.replace("four", "nine")


@pytest.mark.parametrize(
    ("known", "body", "telling", "same"),
    [
        (evidence(REWRITTEN), BODY, True, True),
        (evidence(REWRITTEN - 0.01), BODY, True, False),
        (evidence(REWRITTEN, days=30), BODY, True, False),
        (evidence(EDITED, days=30), BODY, True, True),
        (evidence(EDITED - 0.01, days=30), BODY, True, False),
        (evidence(days=30), BODY, False, False),
        (evidence(days=14), BODY, False, True),
        (evidence(RECOUNTED, days=30), COUNTED, True, True),
        (evidence(RECOUNTED - 0.01, days=30), COUNTED, True, False),
        (evidence(EDITED, days=30), COUNTED, True, False),
        (evidence(REPEATED, one_page=True), BODY, True, True),
        (evidence(REPEATED - 0.01, one_page=True), BODY, True, False),
        (evidence(REPEATED, one_page=True), COUNTED, True, False),
        (evidence(REWRITTEN), COUNTED, True, True),
    ],
)
def test_under_one_title_so_much_must_be_shared(known: _Evidence, body: str, telling: bool, same: bool) -> None:
    assert _same_under_one_title(reading(body), item(), known, telling) is same


OTHER = "Contract signed yesterday"
AKIN = "Joint teams disagreed"


@pytest.mark.parametrize(
    ("known", "title", "same"),
    [
        (evidence(REPEATED), OTHER, True),
        (evidence(REPEATED - 0.01), OTHER, False),
        (evidence(amount=ENOUGH), OTHER, True),
        (evidence(amount=ENOUGH - 1), OTHER, False),
        (evidence(amount=ENOUGH_FOR_AKIN), AKIN, True),
        (evidence(amount=ENOUGH_FOR_AKIN - 1), AKIN, False),
        (evidence(amount=ENOUGH, days=FAR), OTHER, True),
        (evidence(amount=ENOUGH, days=FAR + 1), OTHER, False),
        (evidence(amount=ENOUGH_FAR, days=FAR + 1), OTHER, True),
        (evidence(amount=ENOUGH, days=None), OTHER, True),
        (evidence(one_page=True), OTHER, True),
        (evidence(one_page=True, days=4), OTHER, False),
        (evidence(one_page=True, days=4), None, True),
        (evidence(REPEATED, one_page=True, days=4), None, False),
    ],
)
def test_under_two_titles_so_much_must_be_shared(known: _Evidence, title: str | None, same: bool) -> None:
    assert _same_under_two_titles(reading(title=title), item(), known) is same


def test_under_two_titles_a_text_of_more_than_twice_the_length_is_other_news_unless_the_date_is_the_same() -> None:
    twice, more = f"{BODY} {BODY}", f"{BODY} {BODY} Again."
    assert _same_under_two_titles(reading(title=OTHER), item(twice), evidence(days=9))
    assert not _same_under_two_titles(reading(title=OTHER), item(more), evidence(days=9))
    assert _same_under_two_titles(reading(title=OTHER), item(more), evidence(days=3))
    assert _same_under_two_titles(reading(title=AKIN), item(more), evidence(days=9))


def test_what_was_printed_under_some_titles_is_boilerplate_under_another() -> None:
    titles = ["Tax stamps", "Police chiefs", "Liaison officers", "Wardens"]
    assert len(titles) == UNLIKE_TITLES
    assert not _same_under_two_titles(reading(title=OTHER), item(titles=titles), evidence())
    assert _same_under_two_titles(reading(title=OTHER), item(titles=titles[1:]), evidence())
