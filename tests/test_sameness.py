"""The rules of sameness, one by one: what counts as a name, a slip, a contradiction, and how much must be shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from tests.test_merge import ALMATY, BISHKEK, TEAMS, VILLA, items, news
from unodc_feed._timeline.readings import Reading, Words, checksum, in_a_row, read
from unodc_feed._timeline.sameness import (
    _LONGEST_PLACE,
    _MOST_TITLES,
    CORRECTED,
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
    _is_name,
    _kinds,
    _one_slip,
    _same_under_one_title,
    _same_under_two_titles,
    _unlike,
    sameness,
    tells,
)

FIVE = [TEAMS.replace("four", "five")]
DAY = dt.date(2017, 4, 25)


def reading(**said: Any) -> Reading:
    return read(news(**said))


def item(*readings: Reading) -> Item:
    """An item of these readings, the first of which leads it."""
    whole = Item(0, readings[0])
    for number, one in enumerate(readings):
        whole.add(number, one)
    return whole


def even(_: Words) -> float:
    """Weigh every sentence alike."""
    return 1.0


def sure(one: Reading, whole: Item) -> float:
    score = sameness(one, whole, even)
    assert score is not None
    return score


# ---- words


@pytest.mark.parametrize(
    ("title", "body", "names"),
    [
        pytest.param("Scanner handed over at Panj post", VILLA, {"panj", "lima"}, id="within a title or a sentence"),
        pytest.param("In Quito", VILLA, {"lima"}, id="a title in capitals throughout tells none"),
        pytest.param("Judges in Quito", VILLA, {"quito", "lima"}, id="a title half in capitals does"),
        pytest.param("New Quito office opens", "In Lima and Sucre.", {"quito", "lima", "sucre"}, id="the second word"),
        pytest.param("Apply by May", "In Lima by Friday.", {"lima"}, id="months and weekdays are none"),
    ],
)
def test_names_are_the_words_in_capitals_within_a_sentence(title: str, body: str, names: set[str]) -> None:
    assert reading(title=title, body=[body]).names == names


@pytest.mark.parametrize(
    ("word", "named"), [("البصرة", True), ("مدينة", False), ("يتدربون", False), ("ميناء", False), ("met", False)]
)
def test_a_name_without_capitals_is_a_word_of_the_title_that_the_body_takes_up(word: str, named: bool) -> None:
    title, body = "ستون محققا يتدربون في البصرة met", "شارك ستون محققا في دورة في مدينة البصرة met"
    assert _is_name(word, reading(title=title, body=[body], language="ar")) is named


@pytest.mark.parametrize(
    ("word", "other", "slip"),
    [
        pytest.param("almaty", "almatty", True, id="a letter too many"),
        pytest.param("basra", "basta", True, id="a wrong letter"),
        pytest.param("basra", "barsa", True, id="two that changed places"),
        pytest.param("bremen", "brazen", False, id="two wrong letters"),
        pytest.param("oran", "iran", False, id="a short word"),
    ],
)
def test_two_longer_words_that_differ_by_one_letter_are_one_slip(word: str, other: str, slip: bool) -> None:
    assert _one_slip(word, other) is slip
    assert _one_slip(other, word) is slip


@pytest.mark.parametrize(
    ("left", "right", "rest"),
    [("lisbon", "london", ("isb", "ond")), ("almaty", "almatty", ("", "t")), ("banana", "bananana", ("", "na"))],
)
def test_a_letter_belongs_to_the_common_beginning_or_to_the_common_end(
    left: str, right: str, rest: tuple[str, str]
) -> None:
    assert _unlike(left, right) == rest
    assert _unlike(right, left) == rest[::-1]


@pytest.mark.parametrize(
    ("run", "pairs"), [("abc", [("a", "b"), ("b", "c")]), ("ab", [("a", "b")]), ("a", ["a"]), ("", [])]
)
def test_a_word_alone_stands_for_a_pair(run: str, pairs: list[object]) -> None:
    assert list(in_a_row(run, 2)) == pairs


def test_what_has_no_caption_has_no_words_of_one() -> None:
    assert reading().caption == frozenset()


def test_titles_with_a_pair_of_words_in_common_share_a_fingerprint() -> None:
    one, other = reading(title="Joint teams agreed", body=[]), reading(title="Two joint teams", body=[VILLA])
    assert one.fingerprints(checksum) & other.fingerprints(checksum)


# ---- contradictions


@pytest.mark.parametrize(
    ("ours", "theirs", "kinds"),
    [
        pytest.param("2017", "2018", [Kind.YEAR], id="years"),
        pytest.param("1998", "1999", [Kind.YEAR], id="years of the last century"),
        pytest.param("1875", "1876", [Kind.NUMBER], id="four digits that are no year"),
        pytest.param("20170", "20180", [Kind.NUMBER], id="more digits than a year has"),
        pytest.param("five", "nine", [Kind.NUMBER], id="numbers in words"),
        pytest.param("almaty", "bishkek", [Kind.NAME], id="names"),
        pytest.param("almaty", "almatty", [], id="a name with a slip"),
        pytest.param("5", "meetings", [], id="a number where the other has none"),
        pytest.param("almaty", "autumn", [], id="a name where the other has none"),
        pytest.param("autumn", "bishkek", [], id="a name that only the other has"),
    ],
)
def test_two_texts_contradict_each_other_if_both_name_a_thing_of_one_kind(
    ours: str, theirs: str, kinds: list[Kind]
) -> None:
    almatty = [*BISHKEK, "Teams came to Almatty."]
    assert list(_kinds([ours], [theirs], reading(), reading(body=almatty))) == kinds


@pytest.mark.parametrize(("words", "kinds"), [(_LONGEST_PLACE, {Kind.NAME}), (_LONGEST_PLACE + 1, set())])
def test_only_few_words_are_one_place_at_which_texts_contradict_each_other(words: int, kinds: set[Kind]) -> None:
    text = "Judges met in {} and took notes."
    cities, others = "Almaty Cairo Delhi Erbil Quito".split(), "Lima Madrid Nairobi Ottawa Sucre".split()
    one, other = (reading(body=[text.format(" ".join(named[:words]))]) for named in (cities, others))
    assert set(_contradictions_of_bodies(one, item(other))) == kinds


def test_a_long_text_of_few_words_contradicts_another_as_a_short_one_does() -> None:
    text = "and the judges met again " * 25
    one = reading(body=[f"Today {text} in Almaty {text} there"])
    other = reading(body=[f"Here {text} in Bishkek {text} too"])
    assert list(_contradictions_of_bodies(one, item(other))) == [Kind.NAME]


@pytest.mark.parametrize(
    ("title", "other", "akin"),
    [
        ("Joint teams", "Joint efforts", True),
        ("Joint teams agreed", "Joint efforts praised", False),
        ("Joint teams agreed", "Joint teams", True),
        ("Teams", "Teams", True),
        ("Teams", "Efforts", False),
    ],
)
def test_titles_with_at_least_half_of_their_words_in_common_are_akin(title: str, other: str, akin: bool) -> None:
    assert _akin(reading(title=title).title, reading(title=other).title) is akin


# ---- what an item knows


def test_an_item_is_printed_by_the_pages_of_all_its_readings() -> None:
    first, second = reading(), reading(page="b")
    assert item(first, second).pages == first.pages | second.pages


def test_an_item_keeps_its_first_titles_only() -> None:
    many = [reading(title=f"Teams {number}") for number in range(2 * _MOST_TITLES)]
    assert item(*many).titles == [one.title for one in many[:_MOST_TITLES]]


@pytest.mark.parametrize(
    ("days", "day", "distance"),
    [([25, 20], 27, 2), ([25, 20], 20, 0), ([25], None, None), ([None], 25, None), ([None], None, 0)],
)
def test_the_distance_is_that_of_the_nearest_reading(
    days: list[int | None], day: int | None, distance: int | None
) -> None:
    def on(day: int | None) -> Reading:
        return reading(day=day and f"2017-04-{day}")

    assert item(*map(on, days)).distance(on(day).day) == distance


def test_an_item_spans_no_longer_than_a_date_may_move() -> None:
    first = DAY.toordinal()
    for side in (1, -1):
        assert item(reading()).may_span(first + side * LONGEST_MOVE)
        assert not item(reading()).may_span(first + side * (LONGEST_MOVE + 1))


# ---- how much must be shared


def test_a_body_must_say_more_than_its_title_to_be_known_by_it() -> None:
    assert not tells(reading(body=["word " * ENOUGH_FOR_AKIN]), even)
    assert tells(reading(body=["word " * (ENOUGH_FOR_AKIN + 1)]), even)


@pytest.mark.parametrize(
    ("share", "days", "one_page", "body", "same"),
    [
        pytest.param(REWRITTEN, 0, False, ALMATY, True, id="rewritten"),
        pytest.param(REWRITTEN, CORRECTED + 1, False, ALMATY, False, id="rewritten, date moved"),
        pytest.param(EDITED, CORRECTED + 1, False, ALMATY, True, id="edited, date moved"),
        pytest.param(EDITED, CORRECTED + 1, False, FIVE, False, id="edited, date moved, number changed"),
        pytest.param(RECOUNTED, CORRECTED + 1, False, FIVE, True, id="date moved, number changed"),
        pytest.param(1, CORRECTED + 1, False, BISHKEK, False, id="date moved, place changed"),
        pytest.param(EDITED, 0, True, ALMATY, False, id="edited on one page"),
        pytest.param(REPEATED, 0, True, ALMATY, True, id="repeated on one page"),
        pytest.param(REPEATED, 0, True, FIVE, False, id="repeated on one page, number changed"),
    ],
)
def test_the_share_that_is_enough_under_one_title(
    share: float, days: int, one_page: bool, body: Sequence[str], same: bool
) -> None:
    evidence = _Evidence(share, ENOUGH, days, one_page)
    assert _same_under_one_title(reading(body=body), item(reading()), evidence, telling=True) is same


@pytest.mark.parametrize(
    ("title", "share", "amount", "days", "same"),
    [
        pytest.param("Contract signed", REPEATED, ENOUGH, 0, True, id="enough"),
        pytest.param("Contract signed", EDITED, ENOUGH, 0, False, id="too small a share"),
        pytest.param("Contract signed", 1, ENOUGH - 1, 0, False, id="too little"),
        pytest.param("Joint teams met", 1, ENOUGH_FOR_AKIN, 0, True, id="less under a title that is akin"),
        pytest.param("Contract signed", 1, ENOUGH, FAR, True, id="date moved"),
        pytest.param("Contract signed", 1, ENOUGH, FAR + 1, False, id="date moved far"),
        pytest.param("Contract signed", 1, ENOUGH_FAR, FAR + 1, True, id="more where the date moved far"),
    ],
)
def test_the_text_that_is_enough_under_two_titles(
    title: str, share: float, amount: float, days: int, same: bool
) -> None:
    evidence = _Evidence(share, amount, days, one_page=False)
    assert _same_under_two_titles(reading(title=title), item(reading()), evidence) is same


@pytest.mark.parametrize(("titles", "same"), [(UNLIKE_TITLES - 1, True), (UNLIKE_TITLES, False)])
def test_an_item_of_many_titles_takes_in_no_other_one_unlike_them(titles: int, same: bool) -> None:
    many = item(*(reading(page=str(n), title=f"Meeting {n}") for n in range(titles)))
    assert (sameness(reading(page="b"), many, even) is not None) is same


def test_under_another_title_half_of_the_text_is_enough() -> None:
    half = "Prosecutors from four countries met in Almaty and agreed on a model contract."
    rest = "The first team to be formed in autumn will look into forged passports."
    short = news("b", "Contract signed", "2017-05-05", [half])
    assert items(news("a", body=[half, rest]), short) == 1
    assert items(news("a", body=[half, rest, "Others follow."]), short) == 2


def test_a_page_may_print_an_item_again_without_its_title() -> None:
    assert items(news("a"), news("a", title=None, day="2017-05-09")) == 1
    assert items(news("a"), news("a", title="Contract signed", day="2017-05-09")) == 2


def test_of_two_items_the_nearer_one_is_surer() -> None:
    later = [reading(page="b", day=str(DAY + dt.timedelta(days))) for days in (0, 1, 2)]
    same_day, next_day, day_after = (sure(one, item(reading())) for one in later)
    assert same_day > next_day > day_after
