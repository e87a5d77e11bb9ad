"""The benchmarks run, on the smallest sizes; nothing here asks how long anything takes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import unodc_feed
from benchmarks import footprint, growth, hostile, made, measuring, quality, report
from benchmarks.contests import CONTESTS, Contest
from benchmarks.hostile import Cell
from benchmarks.measuring import Step
from benchmarks.targets import Run

ROOT = Path(__file__).parent.parent
PRINT = "from benchmarks import made; print(made.bulleted(made.feed(60, 7)), made.rss(*made.captures(1, 9)))"


def printed(hash_seed: str) -> bytes:
    """A made listing, as a process of its own makes it."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", PRINT], env=environment, capture_output=True, check=True).stdout


def test_a_made_listing_is_the_same_in_every_process() -> None:
    assert printed("1") == printed("2")


def test_no_entry_of_a_feed_is_there_twice_and_another_seed_gives_others() -> None:
    one, other = ({(item.title, item.paragraphs) for item in made.feed(500, seed)} for seed in (1, 2))
    assert len(one) == len(other) == 500
    assert not one & other


def test_most_entries_of_a_capture_are_in_the_next_one() -> None:
    one, other = made.captures(2, 200)
    assert 140 < len({*one} & {*other}) < 200


@pytest.mark.parametrize("form", made.FORMATS)
def test_a_made_page_is_read_as_what_it_was_made_of(form: str) -> None:
    items = list(made.feed(200))
    listing = unodc_feed.parse(made.FORMATS[form](items))
    assert listing.format == form
    assert len(listing) == pytest.approx(len(items), rel=0.05)
    assert len({item.title for item in items if item.title} & {entry.title for entry in listing}) > 150


def test_made_entries_are_those_that_the_parser_finds() -> None:
    items = list(made.feed(100))
    found = unodc_feed.parse(made.bulleted(items))
    assert [(entry.title, entry.date) for entry in made.entries(items)] == [
        (entry.title, entry.date) for entry in found
    ]


@pytest.mark.parametrize("one", CONTESTS, ids=lambda contest: contest.what)
def test_every_contestant_runs_and_is_compared_with_the_first(one: Contest) -> None:
    results = one._replace(size=20).run(part=0.5)
    assert next(iter(results.values())).ratio == 1
    assert all(result.seconds > 0 for result in results.values())


@pytest.mark.parametrize("name", growth.measurable(growth.WORK))
def test_every_curve_can_be_measured(name: str) -> None:
    assert [step.size for step in measuring.grow(growth.WORK[name], (20, 40), limit=9.0, repeats=0)] == [20, 40]


@pytest.mark.parametrize("function", hostile.FUNCTIONS)
def test_every_function_takes_every_hostile_text(function: str) -> None:
    for make in hostile.TEXTS.values():
        hostile.FUNCTIONS[function](make(600))()


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_has_about_the_size_that_is_asked_for(text: str) -> None:
    assert len(hostile.TEXTS[text](100_000)) == pytest.approx(100_000, rel=0.3)


def test_curves_and_cells_are_measured_in_processes_of_their_own() -> None:
    (curve,) = growth.curves(["splitlines"], (10, 20), limit=9.0)
    (cell,) = hostile.cells(["spaces"], ["detect_format"], (1024, 2048), limit=9.0)
    for one, sizes in ((curve, [10, 20]), (cell, [1024, 2048])):
        assert one.finished
        assert [step.size for step in one.steps] == sizes
        assert all((step.peak > 1_000_000) == Path("/proc/self/status").exists() for step in one.steps)


def hang() -> Iterator[int]:
    """Say one thing and nothing more."""
    yield 1
    time.sleep(600)


def test_a_process_that_hangs_is_ended_and_what_it_said_is_kept() -> None:
    assert measuring.apart(hang, limit=2.0) == ([1], False)


def test_an_exponent_is_that_of_the_power_by_which_time_grows() -> None:
    steps = [Step(size, 1e-5 * size**1.5, 0) for size in (1_000, 10_000, 100_000)]
    assert measuring.exponent(steps) == pytest.approx(1.5)
    assert measuring.exponent(steps[1:]) is None


def test_the_time_for_a_megabyte_is_read_off_the_curve_unless_it_ends_far_below() -> None:
    steps = [Step(size, 1e-7 * size, 0) for size in (65536, 262144)]
    cell = Cell("spaces", "parse", steps, finished=True)
    assert cell.at_a_megabyte == pytest.approx(0.105, rel=0.01)
    assert not cell.reached
    assert cell._replace(steps=[Step(1024, 0.1, 0)]).at_a_megabyte is None


def test_what_peers_get_right_is_counted_beside_ours() -> None:
    scores = list(quality.scores(draws=1))
    assert {score.who for score in scores} >= {"identify_language", "read_date", "merge"}
    assert all(0 <= value <= 1 for score in scores for value in score[3:] if value is not None)


def test_memory_and_import_are_measured() -> None:
    assert footprint.import_time(1).package > 0
    assert {one.what for one in footprint.footprints(20, 40)} == {footprint.HELD, footprint.PEAK, footprint.WINDOW}


def test_the_report_has_a_table_for_everything_and_says_which_targets_are_met() -> None:
    steps = [Step(size, 1e-5 * size, 1024**3) for size in (1_000, 10_000, 100_000)]
    run = Run(
        machine="a machine",
        contests=[(CONTESTS[0], {"parse": measuring.Result(2e-5, 1.0), "feedparser": measuring.Result(2e-4, 10.0)})],
        scores=[quality.Score("dates", "read_date", 9, right=1.0)],
        import_time=footprint.ImportTime(0.04, 0.01),
        footprints=[footprint.Footprint(footprint.HELD, "bulleted", 9, 1_000, 2_500)],
        curves=[growth.Curve("splitlines", steps, finished=True), growth.Curve("merge: all different", steps, False)],
        cells=[Cell("spaces", "detect_format", steps, finished=True), Cell("spaces", "merge", [], finished=False)],
    )
    lines = report.tables(run).splitlines()
    assert [line for line in lines if line.startswith("<!--")] == [
        *(f"<!-- {name} -->" for name in report.SECTIONS),
        "<!-- end -->",
    ]
    for line in (
        "| bulleted, seen first: times faster than feedparser | ≥ 12 | 10.0 | no |",
        "| import, over the dependencies, ms | ≤ 15 | 10.0 | yes |",
        "| exponent: merge, link_translations, hostile entries | ≤ 1.25 |  |  |",
        "|  | feedparser | 200.00 | 10 |",
        "| dates | read_date | 9 | 1.0000 |  |  |",
        "| the listing, without the text | bulleted | 9 | 0.0 | 2.50 |",
        "| merge: all different (did not end) | 0.01 | 0.1 | 1 | 1.00 | 1.00 |",
        "| spaces | ≈ 10 (1.00) |  did not end |",
    ):
        assert line in lines
