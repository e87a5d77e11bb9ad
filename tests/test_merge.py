"""What merge promises, case by case; then the labelled documents; then what holds for any input."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import pickle
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drift import listing
from tests.labelled import Ref, captures, places
from unodc_feed._model import DateBasis, Entry, Format, Mention, MentionKind, Source
from unodc_feed._timeline.canonical import in_order
from unodc_feed._timeline.gathering import _BUCKET, _post, _surest, gathered
from unodc_feed._timeline.merge import merge
from unodc_feed._timeline.readings import read
from unodc_feed._timeline.sameness import NEAR, Item

GOLD = Path(__file__).parent / "gold"
LINES = itertools.count(1, 5)

TEAMS = (
    "Prosecutors from four countries met in Almaty and agreed on a model contract for joint investigations. The first "
    "team, to be formed in autumn, will look into a case of forged passports."
)
ALMATY = [TEAMS]
BOILERPLATE = "Documents and presentations of the meeting are available to registered participants on request only."


def place(page: str, line: int = 1, **more: Any) -> Source:
    return Source(name=page, format=Format.BULLETED, first_line=line, last_line=line, start=line, end=line, **more)


def news(
    page: str = "a",
    title: str | None = "Joint teams agreed",
    day: str | None = "2017-04-25",
    body: Sequence[str] = ALMATY,
    **more: Any,
) -> Entry:
    """An entry at a place of its own."""
    usual = {
        "date_basis": DateBasis.STATED if day else DateBasis.MISSING,
        "language": "en",
        "sources": (place(page, next(LINES)),),
    }
    date = dt.date.fromisoformat(day) if day else None
    return Entry(title=title, date=date, paragraphs=tuple(body), **(usual | more))


def items(*entries: Entry) -> int:
    return len(merge(entries))


# ---- one item


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="printed alike"),
        pytest.param({"title": "JOINT TEAMS – AGREED!"}, id="title in capitals, with other signs"),
        pytest.param({"title": "Prosecutors work together across borders"}, id="other title"),
        pytest.param({"title": "Joint teams agreed in Almaty", "day": "2017-08-25"}, id="title extended, date moved"),
        pytest.param({"title": None}, id="title lost"),
        pytest.param({"day": "2017-04-29"}, id="date moved by days"),
        pytest.param({"day": "2017-08-25"}, id="date moved by months"),
        pytest.param({"day": None}, id="date lost"),
        pytest.param({"body": [TEAMS.split(". ")[0] + "."]}, id="body shortened"),
        pytest.param(
            {"title": "Contract signed", "body": [TEAMS.split(". ")[0] + "."]}, id="other title, body shortened"
        ),
        pytest.param({"body": [*ALMATY, "Kenya and Peru have asked to join."]}, id="body extended"),
        pytest.param({"body": TEAMS.split(". ")}, id="paragraphs split"),
        pytest.param({"body": [*ALMATY, "."]}, id="stray full stop"),
        pytest.param({"body": [TEAMS.replace("four", "4")]}, id="number in figures"),
        pytest.param({"body": [TEAMS.replace("Almaty", "Almatty")]}, id="slip of the pen in a name"),
        pytest.param({"body": [TEAMS.replace("model contract", "contract")]}, id="word left out"),
        pytest.param({"body": []}, id="body lost"),
        pytest.param({"caption": "Photo: UNODC"}, id="caption gained"),
        pytest.param({"language": None}, id="language not recognised"),
    ],
)
def test_one_item_is_recognised_when(changed: dict[str, Any]) -> None:
    first, later = news("a"), news("b", **changed)
    (item,) = merge([first], [later])
    assert set(item.variants) == {first, later}


def test_a_rewritten_body_belongs_to_the_item_of_its_title_and_day() -> None:
    told = "In Almaty prosecutors from four countries have signed a model contract for joint investigations of theirs."
    assert items(news("a"), news("b", body=[told])) == 1


def test_a_deadline_may_be_extended() -> None:
    text = "Students of law and economics may apply until {} 2017 for the summer school in Graz on organized crime."
    body = [text + " Twenty-five places are offered; lectures are held in English by staff of the University."]
    early, late = ([body[0].format(day)] for day in ("28 April", "12 May"))
    assert items(news("a", "Apply now", "2017-03-14", early), news("b", "Apply now", "2017-04-12", late)) == 1


def test_an_item_listed_twice_on_one_page_is_one() -> None:
    assert items(news("a"), news("a"), news("a", day="2017-05-02"), news("a", caption="Photo: UNODC")) == 1
    assert items(news("a"), news("a", body=[TEAMS.split(". ")[0]], day="2017-05-02")) == 1
    assert items(news("a"), news("a", title=None)) == 1
    longer = news("a", body=ALL_TAKEN_OVER)
    assert items(longer, attrs.evolve(longer, title="Contract signed", date=dt.date(2017, 4, 28))) == 1
    assert items(news("a"), news("a", body=[])) == 1


def test_a_title_alone_is_one_item_where_its_date_is_nearly_the_same() -> None:
    meeting = "Working group on firearms"
    assert items(news("a", meeting, "2017-05-08", []), news("b", meeting, "2017-05-12", [])) == 1
    assert items(news("a", meeting, None, []), news("b", meeting, None, [])) == 1
    assert items(news("a", meeting, "2017-05-08", []), news("b", "Working group on firaerms", "2017-05-08", [])) == 1


def test_a_version_without_a_title_brings_together_what_has_two_titles() -> None:
    entries = news("a", "Teams agreed"), news("b", None), news("c", "Contract signed by prosecutors")
    assert items(*entries) == 1


def test_a_text_that_was_seen_before_is_found_on_any_day() -> None:
    told = ["In Almaty prosecutors from four countries came together and signed what may serve as a model contract."]
    assert items(news("a"), news("c", day="2017-06-25", body=told)) == 2
    assert items(news("a"), news("b", body=told), news("c", day="2017-06-25", body=told)) == 1


@pytest.mark.parametrize("moved", [-NEAR, NEAR])
def test_a_title_that_an_item_bears_besides_is_found_on_the_days_around_it(moved: int) -> None:
    for day in (dt.date(2017, 4, 1) + dt.timedelta(n) for n in range(30)):
        both = news("a", day=str(day)), news("b", "Prosecutors work together", str(day))
        assert items(*both, news("c", "Prosecutors work together", str(day + dt.timedelta(moved)), [])) == 1


def test_a_title_that_recurs_for_many_years_is_found_in_each() -> None:
    years = range(2000, 2000 + 2 * _BUCKET)
    held = [news(page, day=f"{year}-05-0{day}", body=[]) for year in years for page, day in (("a", 8), ("b", 9))]
    assert items(*held) == len(years)


def test_a_title_alone_belongs_to_the_nearest_of_many_items_of_that_title() -> None:
    held = ("Lima seized villas.", "Chemists named drugs.", "Ports share lists.", "Banks froze funds.", "Wardens met.")
    sessions = [news("a", day="2017-04-25", body=[text]) for text in held]
    last, bare = news("a", day="2017-04-26", body=["Judges convene."]), news("b", day="2017-04-26", body=[])
    assert [set(item.variants) for item in merge(sessions, [last, bare]) if item.variants] == [{last, bare}]


def test_a_text_alone_belongs_to_the_nearest_item_that_prints_it() -> None:
    days = "2016-01-01", "2017-01-01", "2016-08-01"
    assert gathered([read(news(str(n), day=day)) for n, day in enumerate(days)]) == [[0], [1, 2]]


def test_of_items_that_are_equally_sure_the_first_is_taken() -> None:
    both = [Item(place, read(news("a"))) for place in range(2)]
    for item in both:
        item.add(0, item.leader)
    for candidates in (both, both[::-1]):
        assert _surest(read(news("b")), candidates, lambda _: 1) is candidates[0]


def test_a_bucket_keeps_the_first_so_many_and_each_once() -> None:
    bucket: list[int] = []
    for place in range(2 * _BUCKET):
        _post(bucket, place)
        _post(bucket, place)
    assert bucket == [*range(_BUCKET)]


# ---- not one item


VILLA = "A villa and a racehorse were seized by the police of Lima."
SENTENCE_TAKEN_OVER = [
    TEAMS.split(". ")[1],
    "It costs nothing, and can be had in Vienna from the library of the centre, where it was written by students.",
]
ALL_TAKEN_OVER = [
    *ALMATY,
    "It was followed by another one last week, in which experts of the police forces compared what had become of it.",
    "The passports were so good that nobody at the border had become suspicious until the printer told a friend.",
]
BISHKEK = [TEAMS.replace("Almaty", "Bishkek")]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"language": "fr"}, id="another language"),
        pytest.param({"day": "2018-04-25"}, id="another year"),
        pytest.param({"title": "New handbook", "body": SENTENCE_TAKEN_OVER}, id="a sentence taken over"),
        pytest.param(
            {"title": "Handbook for teams", "body": ALL_TAKEN_OVER, "day": "2017-05-09"},
            id="a text taken over and continued in later news",
        ),
        pytest.param({"day": "2017-07-25", "body": [VILLA]}, id="only the title in common"),
        pytest.param({"title": None, "body": BISHKEK}, id="another place"),
        pytest.param({"title": None, "body": [TEAMS.replace("four", "five")]}, id="another number"),
        pytest.param({"day": "2017-06-25", "body": BISHKEK}, id="another place under a title that recurs"),
        pytest.param({"body": [BISHKEK[0].replace("four", "nine")]}, id="another place and number on one day"),
    ],
)
def test_items_are_kept_apart_when_there_is(changed: dict[str, Any]) -> None:
    assert items(news("a"), news("b", **changed)) == 2


def test_titles_that_name_different_years_are_kept_apart() -> None:
    assert items(news("a", "Joint teams of 2017 agreed"), news("b", "Joint teams of 2018 agreed")) == 2


def test_chapters_that_share_their_description_are_kept_apart() -> None:
    chapters = [news(page, f"Toolkit, chapter {n}", body=[BOILERPLATE]) for page in "ab" for n in (1, 2)]
    assert items(*chapters) == 2


def test_titles_that_name_different_places_are_kept_apart() -> None:
    text = "A lorry that took three hours to search now passes in {} minutes, for a scanner was handed over."
    titles = "Scanner handed over at Kulob post", "Scanner handed over at Panj post"
    entries = [news("a", title, body=[text.format(n)]) for title, n in zip(titles, ("ten", "twelve"), strict=True)]
    assert items(*entries, *(attrs.evolve(entry, sources=(place("b"),)) for entry in entries)) == 2


def test_titles_in_capitals_throughout_name_only_what_the_body_names() -> None:
    text = "The course on trials with many defendants has been held in {} and was much praised by the judges there."
    quito = news("a", "Judges In Quito Complete Course", body=[text.format("Quito")])
    paz = news("b", "Judges In Sucre Complete Course", body=[text.format("Sucre")])
    assert items(quito, paz) == 2


def test_a_script_without_capitals_names_what_title_and_body_repeat() -> None:
    text = "شارك ستون محققا في دورة تدريبية نظمها المكتب في مدينة {} حول الفواتير والشركات الوهمية في قطاع النفط."
    basra = news("a", "ستون محققا يتدربون في البصرة", body=[text.format("البصرة")], language="ar")
    erbil = news("b", "ستون محققا يتدربون في أربيل", body=[text.format("أربيل")], language="ar")
    assert items(basra, erbil) == 2


def test_a_boilerplate_body_does_not_join_meetings() -> None:
    page = [news("a", title, "2017-05-08", [BOILERPLATE]) for title in ("Tax stamps on trial", "Police chiefs meet")]
    assert items(*page, news("b", "Experts convene", "2017-05-10", [BOILERPLATE])) == 3
    assert items(*page, news("b", "Police chiefs meet", "2017-08-08", [BOILERPLATE])) == 3
    assert items(*page, news("b", "Police chiefs meet!", "2017-05-09", [BOILERPLATE])) == 2


def test_what_is_printed_under_many_titles_is_boilerplate() -> None:
    titles = "Tax stamps", "Police chiefs", "Liaison officers", "Wardens", "Bankers", "Judges", "Chemists", "Jurors"
    assert items(*(news(title, title, body=[BOILERPLATE]) for title in titles)) > 1


def test_an_item_may_be_misprinted_any_number_of_times() -> None:
    letters = itertools.islice(itertools.permutations("abcde"), 40)
    assert items(*(news("".join(some), f"Joint teams agreed in {''.join(some)}") for some in letters)) == 1


def test_captures_of_one_name_are_told_apart_by_their_time_or_feed() -> None:
    first, second = (place("listing", 1, feed_size=size) for size in (347, 371))
    assert items(news(sources=(first,)), news(title="Prosecutors work together", sources=(second,))) == 1
    assert items(news(sources=(first,)), news(title="Prosecutors work together", sources=(first,))) == 2


def test_what_one_page_prints_under_two_titles_is_two_though_another_page_prints_it_as_well() -> None:
    assert items(news("a"), news("b"), news("b", "Prosecutors work together", "2017-05-09")) == 2


def test_a_title_alone_that_recurs_is_another_item() -> None:
    meeting = "Working group on firearms"
    assert items(news("a", meeting, "2017-05-08", []), news("b", meeting, "2018-05-08", [])) == 2
    assert items(news("a", meeting, "2017-05-08", []), news("b", meeting, "2017-06-08", [])) == 2
    assert items(news("a", meeting, "2017-05-08", []), news("a", meeting, "2017-05-15", [])) == 2
    assert items(news("a", meeting, "2017-05-08", []), news("b", meeting, None, [])) == 2


def test_small_changes_do_not_tie_different_news_together() -> None:
    days = [f"2017-{month:02}-01" for month in range(1, 13)]
    merged = merge(news(str(n), day=day) for n, day in enumerate(days))
    spans = [(item.variants[-1].date, item.variants[0].date) for item in merged]
    assert all(last and first and last - first <= dt.timedelta(days=240) for last, first in spans)


def test_entries_that_say_nothing_are_one_item_only_if_they_are_equal() -> None:
    silent = [news(page, None, day, []) for page in "ab" for day in ("2017-05-08", "2017-05-09")]
    assert items(*silent) == 2
    assert items(silent[0], attrs.evolve(silent[0], caption="Workshop")) == 2


# ---- what an item says


def test_an_item_that_was_seen_once_is_the_entry_that_went_in() -> None:
    assert merge([once := news()]) == (once,)
    assert once.variants == ()


def test_equal_observations_are_one() -> None:
    assert merge([once := news()], [once], [pickle.loads(pickle.dumps(once))]) == (once,)


def chosen(field: str, *entries: Entry) -> object:
    (item,) = merge(entries)
    return getattr(item, field)


def test_what_most_documents_say_counts() -> None:
    entries = news("a", day="2017-04-25"), news("b", day="2017-04-25"), news("c", day="2017-04-26")
    assert chosen("date", *entries) == dt.date(2017, 4, 25)
    repeated = news("c", day="2017-04-26"), news("c", day="2017-04-26"), news("c", day="2017-04-26")
    assert chosen("date", *entries, *repeated) == dt.date(2017, 4, 25)
    assert chosen("date", *entries, news("d", day="2017-04-26"), news("e", day="2017-04-26")) == dt.date(2017, 4, 26)


def test_a_stated_date_counts_before_an_inferred_and_that_before_a_suspect_one() -> None:
    inferred: dict[str, Any] = {"day": "2017-04-26", "date_basis": DateBasis.YEAR_INFERRED}
    suspect = news("a", day="2007-04-25", date_basis=DateBasis.SUSPECT, suggested_date=dt.date(2017, 4, 25))
    assert chosen("date", news("a"), news("b", **inferred), news("c", **inferred)) == dt.date(2017, 4, 25)
    assert chosen("date", suspect, news("b", **inferred)) == dt.date(2017, 4, 26)
    assert chosen("date", suspect, news("b", day=None)) == dt.date(2007, 4, 25)


def test_the_latest_capture_counts_where_none_has_a_majority() -> None:
    when = dt.datetime(2017, 6, 2, 1, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    old = news(title="Joint team agreed", sources=(place("a", captured_at=when),))
    new = news(sources=(place("b", captured_at=dt.datetime(2017, 6, 1, 22)),))
    assert chosen("title", old, new) == "Joint teams agreed"


@pytest.mark.parametrize(("smaller", "larger"), [(347, 371), (None, 1)])
def test_the_larger_feed_is_the_later_one(smaller: int | None, larger: int) -> None:
    old = news(title="Joint team agreed", sources=(place("b", feed_size=smaller),))
    new = news(sources=(place("a", feed_size=larger),))
    assert chosen("title", old, new) == "Joint teams agreed"


def test_the_earliest_date_counts_where_nothing_else_tells() -> None:
    assert chosen("date", news("a", day="2017-04-26"), news("b")) == dt.date(2017, 4, 25)
    assert chosen("title", news("a", "Joint team agreed", "2017-04-26"), news("b")) == "Joint teams agreed"


def test_what_is_there_counts_before_what_is_missing() -> None:
    lost = [news(page, None, body=[], language=None) for page in "bc"]
    full = news("a", caption="Photo: UNODC", read_more=("Read more here.",))
    (item,) = merge([full], [attrs.evolve(one, title=full.title) for one in lost])
    kept = [getattr(item, name) for name in ("title", "paragraphs", "caption", "read_more", "language")]
    assert kept == [full.title, full.paragraphs, full.caption, full.read_more, "en"]


def test_all_that_concerns_the_date_comes_from_one_observation() -> None:
    timed = news("a", time=dt.time(15, 6), date_text="2017-04-25 15:06:00.0")
    plain = news("b", date_text="25/04/2017", not_before=dt.date(2017, 4, 25))
    (item,) = merge([plain], [timed])
    assert (item.time, item.date_text, item.not_before) == (dt.time(15, 6), "2017-04-25 15:06:00.0", None)


def test_mentions_are_those_of_the_text_that_was_chosen() -> None:
    kept = Mention(MentionKind.UN_DOCUMENT, "A/RES/55/25", "A/RES/55/25")
    gone = Mention(MentionKind.EMAIL, "old@unodc.org", "old@unodc.org")
    new = news("a", "Joint teams under A/RES/55/25", mentions=(kept,), sources=(place("a", feed_size=9),))
    old = news("b", "Joint teams, ask old@unodc.org", mentions=(gone,))
    assert chosen("mentions", new, old) == (kept,)


def test_a_conflict_names_every_value_and_its_sources_the_chosen_one_first() -> None:
    a, b, c = news("a", day="2017-04-26"), news("b"), news("c")
    (item,) = merge([a], [c], [b])
    (conflict,) = item.conflicts
    assert conflict.field == "date"
    assert [claim.value for claim in conflict.claims] == [dt.date(2017, 4, 25), dt.date(2017, 4, 26)]
    assert [claim.sources for claim in conflict.claims] == [b.sources + c.sources, a.sources]


def test_a_missing_value_is_named_in_the_conflict() -> None:
    (item,) = merge([news("a", caption="Photo: UNODC")], [news("b")])
    assert [(one.field, [claim.value for claim in one.claims]) for one in item.conflicts] == [
        ("caption", ["Photo: UNODC", None])
    ]


def test_sources_are_sorted_and_none_is_named_twice() -> None:
    both = news("b"), news("a"), news("a")
    (item,) = merge(both)
    assert [source.name for source in item.sources] == ["a", "a", "b"]
    twice = attrs.evolve(both[0], caption="Photo: UNODC")
    assert chosen("sources", both[0], twice) == both[0].sources


def test_sources_of_one_place_are_sorted_by_their_time() -> None:
    times = [None, *(dt.datetime(2020, 5, day) for day in range(1, 9))]
    sources = [place("a", captured_at=when) for when in times]
    (item,) = merge(news(sources=(source,), caption=str(source.captured_at)) for source in reversed(sources))
    assert item.sources == tuple(sources)


def test_entries_without_sources_are_merged_as_well() -> None:
    bare = [news(title=title, sources=()) for title in ("Joint teams agreed", "Joint teams agreed.")]
    assert len(merge(bare)[0].variants) == 2


def test_what_is_no_entry_is_refused_in_the_name_of_merge() -> None:
    with pytest.raises(TypeError, match=r"^merge\(\) takes an iterable of entries, not of int"):
        merge([1])  # type: ignore[list-item]


# ---- the timeline


def test_entries_are_sorted_by_date_then_time_language_and_title() -> None:
    wanted = [
        news("a", "Police chiefs meet", "2016-01-01", [], language="fr"),
        news("a", None, "2017-01-01", ["Chemists agree on a list."], language="en"),
        news("a", "Chemists agree", "2017-01-01", [], language="en"),
        news("a", "Judges complete course", "2017-01-01", [], language="en"),
        news("a", "Ports share lists", "2017-01-01", [], language="es"),
        news("a", "Ports share lists", "2017-01-01", [], time=dt.time(9)),
    ]
    assert merge(reversed(wanted)) == tuple(wanted)


def test_what_only_the_capture_tells_apart_stands_in_the_order_of_the_captures() -> None:
    feeds = [place("a", feed_size=size) for size in (None, 1, 347)]
    dated = [place("a", captured_at=dt.datetime(2017, 6, day)) for day in (1, 2)]
    wanted = [news(sources=(source,)) for source in feeds + dated]
    assert in_order(reversed(wanted)) == wanted


def test_what_only_its_caption_tells_apart_has_an_order_as_well() -> None:
    both = [once := news(), attrs.evolve(once, caption="Photo: UNODC")]
    assert in_order(both) == in_order(both[::-1])


def test_an_undated_entry_of_which_only_the_last_day_is_known_stands_before_those_of_that_day() -> None:
    dated = news(title="A title", body=[VILLA])
    undated = news("b", title="Z", day=None, not_after=dt.date(2017, 4, 25))
    assert merge([dated, undated]) == (undated, dated)


def test_undated_entries_stand_where_their_bounds_put_them() -> None:
    def undated(title: str, **bounds: dt.date) -> Entry:
        return news("a", title, None, [], **bounds)

    start, end = dt.date(2016, 1, 1), dt.date(2017, 1, 1)
    wanted = [
        news("a", "First", "2016-01-01", []),
        undated("Between", not_before=start, not_after=end),
        undated("Until then", not_after=end),
        news("a", "Last", "2017-01-01", []),
        undated("After", not_before=end),
        undated("Whenever"),
    ]
    assert merge(reversed(wanted)) == tuple(wanted)


def test_a_suspect_date_stands_where_the_suggested_one_would() -> None:
    suspect = news("a", "Slip", "2002-03-20", [], date_basis=DateBasis.SUSPECT, suggested_date=dt.date(2020, 3, 20))
    wanted = news("a", "First", "2020-03-13", []), suspect, news("a", "Last", "2020-03-27", [])
    assert merge(wanted[::-1]) == wanted


# ---- the labelled documents


def pairs(groups: Iterable[Iterable[Ref]]) -> set[tuple[Ref, Ref]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(set(group)), 2)}


def groups_of(folder: Path, *, optional: bool) -> list[list[Ref]]:
    groups = json.loads((folder / "merge.json").read_text("utf-8"))["groups"]
    return [
        [(name, line) for name, line in group["entries"]] for group in groups if bool(group.get("optional")) == optional
    ]


@pytest.mark.parametrize("folder", [GOLD, GOLD / "more"], ids=["seeds", "more"])
def test_the_labelled_documents_are_merged_as_labelled(folder: Path) -> None:
    doubtful = pairs(groups_of(folder, optional=True))
    found = pairs(map(places, merge(*captures(folder))))
    assert found - doubtful == pairs(groups_of(folder, optional=False)) - doubtful


@pytest.mark.parametrize("seed", range(4))
def test_drifting_captures_with_lookalikes_are_told_apart(seed: int) -> None:
    (multilingual, *_) = captures(GOLD / "more")
    pages, groups = listing(multilingual, seed)
    wanted, found = pairs(map(_places, groups)), pairs(map(places, merge(*pages)))
    assert len(wanted & found) >= 0.98 * len(found)
    assert len(wanted & found) >= 0.98 * len(wanted)


def _places(group: Iterable[Entry]) -> list[Ref]:
    return [one for entry in group for one in places(entry)]


# ---- any input


SENTENCES = [
    *TEAMS.split(". "),
    BOILERPLATE,
    "A villa, a racehorse and a safe-deposit box were seized by the prosecutors of Lima in the first week of May.",
    "A villa, a racehorse and a safe-deposit box were seized by the prosecutors of Quito in the first week of June.",
    "Прокуроры четырех стран встретились в Алматы и согласовали типовой договор о совместных расследованиях.",
    "18个国家的检察官在北京研讨追回被盗资产，来自亚洲和非洲。",
    ".",
]
DAYS = st.one_of(st.none(), st.dates(dt.date(2016, 11, 1), dt.date(2017, 2, 1)), st.dates())
SOURCES = st.builds(
    lambda page, line, size: (place(page, line, feed_size=size),),
    st.sampled_from("abc"),
    st.integers(1, 30),
    st.sampled_from((None, 347, 371)),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    day = draw(DAYS)
    return Entry(
        title=draw(st.sampled_from((None, "Joint teams agreed", "Joint team agreed!", "Assets seized", "Проект", "?"))),
        date=day,
        date_basis=DateBasis.STATED if day else DateBasis.MISSING,
        not_after=draw(st.sampled_from((None, dt.date(2017, 1, 1)))),
        paragraphs=tuple(draw(st.lists(st.sampled_from(SENTENCES), max_size=3))),
        caption=draw(st.sampled_from((None, "Photo: UNODC"))),
        language=draw(st.sampled_from((None, "en", "ru"))),
        sources=draw(st.one_of(st.just(()), SOURCES)),
    )


LISTS = st.lists(entries(), max_size=12)
holds = settings(deadline=None, max_examples=60)


@holds
@given(LISTS, LISTS)
def test_the_order_of_the_captures_does_not_matter(one: list[Entry], other: list[Entry]) -> None:
    assert merge(one, other) == merge(other, one) == merge(one + other) == merge(reversed(one + other), one)


@holds
@given(LISTS, LISTS, LISTS)
def test_the_grouping_of_the_captures_does_not_matter(a: list[Entry], b: list[Entry], c: list[Entry]) -> None:
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)


@holds
@given(LISTS)
def test_merging_again_changes_nothing(one: list[Entry]) -> None:
    once = merge(one)
    assert merge(once) == merge(once, one) == once


@holds
@given(LISTS)
def test_every_observation_comes_out_exactly_once(one: list[Entry]) -> None:
    out = [variant for item in merge(one) for variant in (item.variants or (item,))]
    assert len(out) == len(set(out))
    assert set(out) == set(one)


@holds
@given(LISTS)
def test_no_value_is_invented(one: list[Entry]) -> None:
    for item in merge(one):
        for name in ("title", "date", "paragraphs", "caption", "language", "not_after"):
            assert getattr(item, name) in [getattr(variant, name) for variant in item.variants or (item,)]


@holds
@given(LISTS)
def test_reloaded_entries_merge_the_same(one: list[Entry]) -> None:
    assert merge(pickle.loads(pickle.dumps(one))) == merge(one) == pickle.loads(pickle.dumps(merge(one)))


@holds
@given(LISTS)
def test_one_language_an_item(one: list[Entry]) -> None:
    assert all(len({variant.language for variant in item.variants} - {None}) <= 1 for item in merge(one))


def test_many_captures_are_merged_alike_in_any_order() -> None:
    (multilingual, *_) = captures(GOLD / "more")
    pages, _ = listing(multilingual, seed=7)
    shuffled = [entry for page in pages for entry in page]
    random.Random(7).shuffle(shuffled)
    assert merge(shuffled) == merge(*pages) == merge(merge(*pages[:2]), pages[2])


class Hashed(tuple[Any, ...]):
    """A tuple that counts how often it is hashed."""

    times = 0

    def __hash__(self) -> int:
        type(self).times += 1
        return super().__hash__()


def test_a_body_is_not_hashed_anew_for_each_of_its_sentences() -> None:
    reading = read(news(title=None, body=[f"Sentence {n} of many." for n in range(500)]))
    gathered([attrs.evolve(reading, sentences=Hashed(reading.sentences))])
    assert 0 < Hashed.times < 20
