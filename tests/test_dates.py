"""Dates: what a line says, and what the entries of a document make of each other's."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unodc_feed import DateBasis
from unodc_feed._parsing.dates import FORMS, Point, read_date, settle, split_glued_date
from unodc_feed._parsing.words import MONTHS, WEEKDAYS

READ = {
    "22/01/2016": "2016-01-22",
    "22.01.2016": "2016-01-22",
    "2013-03-27 15:06:17.0": "2013-03-27",
    "2013/03/27": "2013-03-27",
    "12 January 2021": "2021-01-12",
    " 29 February 2016": "2016-02-29",
    "03 March 2016": "2016-03-03",
    "2 nd of March, 2016": "2016-03-02",
    "Tuesday, 12 January 2021": "2021-01-12",
    "July 30, 2014": "2014-07-30",
    "Sept. 5th 2013": "2013-09-05",
    "12 de enero de 2021": "2021-01-12",
    "martes, 12 de enero de 2021": "2021-01-12",
    "12 janvier 2021": "2021-01-12",
    "1er mars 2016": "2016-03-01",
    "Le 3 Novembre 2014": "2014-11-03",
    "12 января 2021": "2021-01-12",
    "12 января 2021 г.": "2021-01-12",
    "1º de março de 2016": "2016-03-01",
    "12 يناير 2021": "2021-01-12",
    "١٢ يناير ٢٠٢١": "2021-01-12",
    "9 كانون الأول/ديسمبر 2020": "2020-12-09",
    "2021年1月12日": "2021-01-12",
    "12 January 2021 |": "2021-01-12",
    "22-Mar-2010": "2010-03-22",
    "22.3.2010 г.": "2010-03-22",
    "\u200f22/01/2016\u200e": "2016-01-22",
}
RANGES = {
    "12 & 13 May 2018": ("2018-05-12", "2018-05-13"),
    "29-31 January 2019": ("2019-01-29", "2019-01-31"),
    "9 - 9 May 2017": ("2017-05-09", "2017-05-09"),
    "9 - 11 May 2017": ("2017-05-09", "2017-05-11"),
    "22 to 23 March 2010": ("2010-03-22", "2010-03-23"),
    "30 January - 1 February 2019": ("2019-01-30", "2019-02-01"),
    "30 December 2019 - 2 January 2020": ("2019-12-30", "2020-01-02"),
    "30 December - 2 January 2020": ("2019-12-30", "2020-01-02"),
    "30 December 2019 – 2 January": ("2019-12-30", "2020-01-02"),
    "1 May 2018 - 1 June 2019": ("2018-05-01", "2019-06-01"),
    "July 29-31, 2014": ("2014-07-29", "2014-07-31"),
    "January 30 - February 1, 2019": ("2019-01-30", "2019-02-01"),
    "28/02/2019 - 02/03/2019": ("2019-02-28", "2019-03-02"),
    "du 9 au 11 mai 2017": ("2017-05-09", "2017-05-11"),
    "del 9 al 11 de mayo de 2017": ("2017-05-09", "2017-05-11"),
    "с 9 по 11 мая 2017 года": ("2017-05-09", "2017-05-11"),
    "2021年1月12日至14日": ("2021-01-12", "2021-01-14"),
}
NO_DATES = (
    "", "May", "2013", "22", "6", "22 years ago today", "23 September - The Group of Friends", "99999999999999999999",
    "Two thousand victims may benefit from 3 funds", "BAN KI- Moon, 19 September 2007", "On 3 May 2014",
    "25 March 2012 marks the fifth International Day", "12/25", "1 2 2016", "12 January 20166",
    "x" * 200 + " 1 May 2014",
)  # fmt: skip


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("text", READ)
def test_a_line_that_is_a_date_is_read(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.last is None
    assert reading.days(reading.first.year or 0) == (day(READ[text]), None)


@pytest.mark.parametrize("text", RANGES)
def test_a_range_has_both_its_ends(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.days(reading.first.year or 0) == tuple(map(day, RANGES[text]))


@pytest.mark.parametrize("text", NO_DATES)
def test_any_other_line_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_a_missing_year_stays_missing() -> None:
    reading = read_date("6 October")
    assert reading is not None
    assert reading.first == Point(None, 10, 6)


def test_the_date_is_kept_as_printed_without_what_follows_it() -> None:
    reading = read_date("12 January 2021 |")
    assert reading is not None
    assert reading.text == "12 January 2021"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("15:06:17.0", dt.time(15, 6, 17)),
        ("15:06", dt.time(15, 6)),
        ("03:06 PM", dt.time(15, 6)),
        ("1:06 PM", dt.time(13, 6)),
        ("12:00 a.m.", dt.time(0)),
        ("15:06:17Z", dt.time(15, 6, 17)),
        ("15:06+01:00", dt.time(15, 6)),
        ("13:00 PM", None),
        ("25:00", None),
    ],
)
def test_a_time_of_day_is_read_where_it_exists(text: str, time: dt.time | None) -> None:
    reading = read_date(f"2013-03-27 {text}")
    assert reading is not None
    assert reading.time == time


def test_a_range_may_have_a_time_of_day() -> None:
    reading = read_date("28/02/2019 - 02/03/2019 15:06")
    assert reading is not None
    assert reading.time == dt.time(15, 6)


def test_every_form_has_an_example_that_no_stricter_form_reads() -> None:
    examples = ["2013-03-27", "22/01/2016", "12 January 2021", "July 30, 2014", "2021年1月12日"]
    assert len(examples) == len(FORMS)
    assert all(read_date(example) for example in examples)


def test_the_names_of_months_and_weekdays_are_unambiguous() -> None:
    names = [name for month in MONTHS for name in month]
    assert len(names) == len(set(names))
    assert all(name == name.lower() for name in (*names, *WEEKDAYS))


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from(range(12)))
def test_every_day_is_read_back_from_every_name_of_its_month(date: dt.date, choice: int) -> None:
    names = MONTHS[date.month - 1]
    reading = read_date(f"{date.day} {names[choice % len(names)]} {date.year}")
    assert reading is not None
    assert reading.days(date.year) == (date, None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("30 January 2013 Combating Trafficking", "Combating Trafficking"),
        ("22/01/2016Combating", "Combating"),
        ("30 January 2013: “Quoted”", "“Quoted”"),
    ],
)
def test_a_headline_may_be_glued_to_a_date(text: str, rest: str) -> None:
    glued = split_glued_date(text)
    assert glued is not None
    assert glued[1] == rest


@pytest.mark.parametrize("text", ["9 June 2008 - When I came", "6 October Judges meet", "9 - 11 May 2017was", "Judges"])
def test_a_sentence_that_begins_with_a_date_is_not_glued(text: str) -> None:
    assert split_glued_date(text) is None


def settled(*texts: str | None) -> list[tuple[str, str | None, str | None]]:
    """The basis, the date and the suggestion for each of the date lines of a document."""
    found = settle([read_date(text) if text else None for text in texts])
    return [(one.basis.value, iso(one.date), iso(one.suggested)) for one in found]


def iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def test_a_missing_year_is_that_of_the_nearest_neighbours() -> None:
    assert settled("7 October 2020", "6 October", "21 September 2020")[1] == ("year_inferred", "2020-10-06", None)
    assert settled("3 January 2020", "30 December", "25 December 2019")[1] == ("year_inferred", "2019-12-30", None)
    assert settled("6 October", "21 September 2020")[0] == ("year_inferred", "2020-10-06", None)


def test_of_the_neighbours_only_the_next_ones_tell_a_missing_year() -> None:
    assert settled("6 October", "21 September 2020", "1 March 2018", "1 February 2018")[0][1] == "2020-10-06"


def test_a_range_without_a_year_may_run_over_the_end_of_one() -> None:
    [_, inferred, _] = settle(map(read_date, ("5 January 2020", "30 December - 2 January", "20 December 2019")))
    assert (inferred.basis, iso(inferred.date), iso(inferred.end_date)) == ("year_inferred", "2019-12-30", "2020-01-02")


def test_the_years_of_a_run_follow_one_another() -> None:
    run = settled("3 March 2020", "5 December", "20 July", "3 March", "8 November", "2 January 2018")
    assert [date for _, date, _ in run[1:5]] == ["2019-12-05", "2019-07-20", "2019-03-03", "2018-11-08"]


def test_an_old_item_on_top_of_a_listing_may_stand() -> None:
    recent = ("9 January 2016", "8 January 2016", "7 January 2016", "6 January 2016")
    assert settled("10 October 2012", *recent)[0] == ("stated", "2012-10-10", None)


@pytest.mark.parametrize(
    ("neighbour", "leap_day"),
    [
        ("1 May 2015", "2016-02-29"),
        ("1 May 2014", "2016-02-29"),
        ("1 January 2014", "2012-02-29"),
        ("1 May 2013", "2012-02-29"),
        ("1 May 2012", "2012-02-29"),
        ("1 May 2101", "2104-02-29"),
    ],
)
def test_a_leap_day_without_a_year_is_in_the_nearest_leap_year(neighbour: str, leap_day: str) -> None:
    assert settled(neighbour, "29 February")[1] == ("year_inferred", leap_day, None)


def test_a_range_without_a_year_may_end_on_a_leap_day() -> None:
    assert settled("1 May 2015", "1 March - 29 February")[1] == ("year_inferred", "2015-03-01", None)


def test_without_any_dated_neighbour_a_missing_year_stays_unknown() -> None:
    assert settled("6 October", None) == [("missing", None, None), ("missing", None, None)]


@pytest.mark.parametrize("text", ["31/02/2015", "00/00/0000", "31 February", "31-29 January 2019", "30 - 29 January"])
def test_a_date_that_does_not_exist_is_impossible(text: str) -> None:
    assert settled("1 May 2015", text) == [("stated", "2015-05-01", None), ("impossible", None, None)]


def test_a_slip_in_the_year_is_suspect_and_stays_as_stated() -> None:
    assert settled("27 March 2020", "26 March 2002", "13 March 2020")[1] == ("suspect", "2002-03-26", "2020-03-26")
    assert settled("27 March 2020", "26 March 2200", "13 March 2020")[1] == ("suspect", "2200-03-26", "2020-03-26")


def test_at_an_end_of_the_listing_only_the_order_makes_a_date_suspect() -> None:
    older = ("21 December 2020", "11 December 2020", "2 November 2020", "1 October 2020")
    assert settled("12 January 2001", *older)[0] == ("suspect", "2001-01-12", "2021-01-12")
    assert settled("12 January 2025", *older)[0] == ("stated", "2025-01-12", None)
    assert settled(*older, "12 September 2029")[4] == ("suspect", "2029-09-12", "2020-09-12")
    assert settled(*older, "12 September 2010")[4] == ("stated", "2010-09-12", None)
    assert settled(*reversed(older), "12 January 2001")[4] == ("suspect", "2001-01-12", "2021-01-12")


def test_a_year_is_a_slip_only_if_the_entry_lies_more_than_half_a_year_outside() -> None:
    above, below = ["30 June 2016"] * 3, ["1 January 2016"] * 3
    assert settled(*above, "30 December 2016", *below)[3] == ("stated", "2016-12-30", None)
    assert settled(*above, "31 December 2016", *below)[3] == ("suspect", "2016-12-31", "2015-12-31")
    assert settled(*above, "2 July 2015", *below)[3] == ("stated", "2015-07-02", None)
    assert settled(*above, "1 July 2015", *below)[3] == ("suspect", "2015-07-01", "2016-07-01")


def test_a_suggested_date_lies_at_most_a_month_outside_the_neighbours() -> None:
    around = ["1 February 2016"] * 3
    assert settled(*around, "1 January 2012", *around)[3] == ("suspect", "2012-01-01", "2016-01-01")
    assert settled(*around, "3 March 2012", *around)[3] == ("suspect", "2012-03-03", "2016-03-03")
    assert settled(*around, "31 December 2012", *around)[3] == ("stated", "2012-12-31", None)
    assert settled(*around, "4 March 2012", *around)[3] == ("stated", "2012-03-04", None)


def test_neighbours_a_year_apart_suggest_nothing() -> None:
    assert settled("1 January 2017", "15 December 2002", "1 January 2016")[1] == ("stated", "2002-12-15", None)


def test_two_neighbours_on_one_side_are_too_few_to_suspect_a_date() -> None:
    assert settled("12 January 2001", "21 December 2020", "11 December 2020")[0][0] == "stated"


def test_a_date_out_of_place_that_no_other_year_mends_may_stand() -> None:
    assert settled("27 March 2020", "26 July 2002", "13 March 2020")[1] == ("stated", "2002-07-26", None)
    sparse = ("1 May 2018", "26 March 2002", "1 May 2013")
    assert settled(*sparse)[1] == ("stated", "2002-03-26", None)


@pytest.mark.parametrize("years", [("0001", "0002", "0003", "9999"), ("9999", "9998", "9997", "0001")])
def test_the_first_and_the_last_year_do_no_harm(years: tuple[str, ...]) -> None:
    assert len(settled(*(f"01/01/{year}" for year in years), "6 October", None)) == 6


def test_an_entry_without_a_date_lies_between_its_neighbours() -> None:
    found = settle([read_date("7 October 2020"), None, read_date("1-3 October 2020"), None])
    assert [(iso(one.not_before), iso(one.not_after)) for one in found] == [
        ("2020-10-07", "2020-10-07"),
        ("2020-10-01", "2020-10-07"),
        ("2020-10-01", "2020-10-03"),
        (None, "2020-10-03"),
    ]


def bounds(*texts: str | None) -> list[tuple[str | None, str | None]]:
    """Between which days each of the entries of a document lies."""
    return [
        (iso(one.not_before), iso(one.not_after))
        for one in settle([read_date(text) if text else None for text in texts])
    ]


def test_at_an_end_of_the_listing_the_order_tells_whether_an_undated_entry_is_older_or_newer() -> None:
    newest_first = bounds(None, "2-4 May 2019", "1 May 2019", None)
    assert (newest_first[0], newest_first[3]) == (("2019-05-02", None), (None, "2019-05-01"))
    oldest_first = bounds(None, "1 May 2019", "2-4 May 2019", None)
    assert (oldest_first[0], oldest_first[3]) == ((None, "2019-05-01"), ("2019-05-02", None))


def test_the_bounds_of_an_undated_entry_hold_the_whole_of_the_ranges_around_it() -> None:
    assert bounds("1-3 October 2020", None, "5-7 October 2020")[1] == ("2020-10-01", "2020-10-07")
    assert bounds("5-7 October 2020", None, "1-3 October 2020")[1] == ("2020-10-01", "2020-10-07")


@pytest.mark.parametrize("days", [(1,), (1, 1), (1, 1, 1), (2, 1), (1, 2, 1), (1, 2, 3, 2, 1)])
def test_a_listing_is_taken_for_newest_first_unless_most_dates_rise(days: tuple[int, ...]) -> None:
    assert bounds(*(f"{day} May 2019" for day in days), None)[-1] == (None, f"2019-05-0{days[-1]}")


def test_a_listing_of_any_length_is_settled_to_the_end() -> None:
    assert bounds(*["1 May 2019"] * 2000, "1 April 2019")[-1] == ("2019-04-01", "2019-04-01")


@given(st.lists(st.sampled_from([*READ, *RANGES, "6 October", "29 February", "31/02/2015", None]), max_size=12))
def test_whatever_the_dates_each_entry_gets_bounds_in_order(texts: list[str | None]) -> None:
    for one in settle([read_date(text) if text else None for text in texts]):
        assert one.not_before is None or one.not_after is None or one.not_before <= one.not_after
        assert (one.date is None) == (one.basis in (DateBasis.MISSING, DateBasis.IMPOSSIBLE))
        assert (one.suggested is not None) == (one.basis is DateBasis.SUSPECT)
