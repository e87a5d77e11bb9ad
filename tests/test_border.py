"""The border: what is no argument of a public function is refused where it comes in, and told what to pass instead."""

import datetime as dt
import io
import pickle
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import unodc_feed
from unodc_feed import Format, Story, UnodcFeedError

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PATH = SEEDS[0]
TEXT = "  • 22/01/2016\n    Funded Projects\n"
LISTING = unodc_feed.parse(TEXT, name="page")
ENTRY = LISTING[0]
STORY = Story((ENTRY,))
LINES = list(unodc_feed.to_json_lines(LISTING))


def drained(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that does its work as its results are asked for, and does it at once."""

    def drain(*arguments: Any, **options: Any) -> Any:
        return list(function(*arguments, **options))

    return drain


TAKES: dict[str, tuple[str, Callable[..., Any]]] = {
    # Each public function: what it says that it takes, and how it is called.
    "parse": ("a text as str", unodc_feed.parse),
    "parse_bulleted": ("a text as str", unodc_feed.parse_bulleted),
    "parse_blocks": ("a text as str", unodc_feed.parse_blocks),
    "parse_reference": ("a text as str", unodc_feed.parse_reference),
    "detect_format": ("a text as str", unodc_feed.detect_format),
    "find_mentions": ("a text as str", unodc_feed.find_mentions),
    "read": ("the path of a file as str or os.PathLike", unodc_feed.read),
    "iter_parse": ("an iterable of pieces of text", unodc_feed.iter_parse),
    "from_json_lines": ("an iterable of lines", unodc_feed.from_json_lines),
    "merge": ("an iterable of entries", unodc_feed.merge),
    "link_translations": ("an iterable of entries", unodc_feed.link_translations),
    "to_json_lines": ("an iterable of entries", unodc_feed.to_json_lines),
    "stories_to_json_lines": ("an iterable of stories", unodc_feed.stories_to_json_lines),
}
FUNCTIONS = {name for name in unodc_feed.__all__ if callable(getattr(unodc_feed, name)) and name[0].islower()}
OBJECTS: dict[str, object] = {
    # For each kind of object that somebody may hand over.
    "NoneType": None,
    "int": 0,
    "bytes": TEXT.encode(),
    "bytearray": bytearray(b"text"),
    "str": TEXT,
    type(PATH).__name__: PATH,
    "Entry": ENTRY,
    "Listing": LISTING,
    "Story": STORY,
    "list of str": LINES,
    "list of bytes": [b"line"],
    "list of Path": [PATH],
    "list of Entry": [ENTRY],
    "list of Listing": [LISTING],
    "list of Story": [STORY],
    "list of NoneType": [None],
    "empty list": [],
}
WELCOME = {
    # What each kind of argument may be.
    "a text as str": {"str"},
    "the path of a file as str or os.PathLike": {type(PATH).__name__, "str"},
    "an iterable of pieces of text": {"list of str", "empty list"},
    "an iterable of lines": {"list of str", "empty list"},
    "an iterable of entries": {"Listing", "list of Entry", "empty list"},
    "an iterable of stories": {"list of Story", "empty list"},
}


REFUSED = [(name, given) for name, (takes, _) in TAKES.items() for given in OBJECTS if given not in WELCOME[takes]]


def test_every_public_function_is_in_the_table() -> None:
    assert TAKES.keys() == FUNCTIONS


@pytest.mark.parametrize(("name", "given"), REFUSED)
def test_the_wrong_kind_of_object_is_refused_with_what_is_taken_instead(name: str, given: str) -> None:
    takes, function = TAKES[name]
    found = OBJECTS[given]
    with pytest.raises(TypeError) as caught:
        drained(function)(found)
    speaker = "parse" if name.startswith("parse_") else name
    items = found if isinstance(found, Iterable) else ()
    kinds = [type(found).__name__, *(f"of {type(item).__name__}" for item in items)]
    assert any(str(caught.value).startswith(f"{speaker}() takes {takes}, not {kind}") for kind in kinds)


@pytest.mark.parametrize(("name", "given"), [(n, g) for n, (takes, _) in TAKES.items() for g in WELCOME[takes]])
def test_the_right_kind_of_object_is_taken(name: str, given: str) -> None:
    try:
        drained(TAKES[name][1])(OBJECTS[given])
    except (UnodcFeedError, OSError):
        assert name in {"iter_parse", "read"}  # the lines of the table are no page, and a text is no path


@pytest.mark.parametrize(
    ("name", "given", "advice"),
    [
        ("parse", TEXT.encode(), "not bytes: decode it, or use read() for a file"),
        ("parse", PATH, f"not {type(PATH).__name__}: use read() for a file"),
        ("find_mentions", ENTRY, "not Entry: pass its title or its body"),
        ("read", TEXT.encode(), "not bytes: decode it; os.fsdecode() does so for a path"),
        ("read", LISTING, "not Listing: it is read already"),
        ("iter_parse", TEXT, "not str: pass [text], or use parse()"),
        ("iter_parse", io.BytesIO(b"1"), "not of bytes: decode it; open a file with encoding='utf-8'"),
        ("from_json_lines", LINES[0], r"not str: pass text.split('\n')"),
        ("from_json_lines", PATH, f"not {type(PATH).__name__}: pass the open file"),
        ("from_json_lines", [ENTRY], "not of Entry: it is read already"),
        ("merge", ENTRY, "not Entry: pass [entry]"),
        ("merge", [LISTING], "not of Listing: pass each listing by itself, as merge(*listings) does"),
        ("merge", PATH, f"not {type(PATH).__name__}: read() makes entries of a file"),
        ("link_translations", [STORY], "not of Story: pass story.entries"),
        ("to_json_lines", TEXT, "not str: parse() makes entries of a text, from_json_lines() of saved lines"),
        ("stories_to_json_lines", STORY, "not Story: pass [story]"),
        ("stories_to_json_lines", LISTING, "not of Entry: link_translations() makes stories of entries"),
    ],
)
def test_what_is_often_mistaken_is_told_what_to_do_with_it(name: str, given: object, advice: str) -> None:
    with pytest.raises(TypeError) as caught:
        drained(TAKES[name][1])(given)
    assert str(caught.value).endswith(advice)


@pytest.mark.parametrize("name", ["parse", "iter_parse", "read"])
@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"format": "rss"}, ValueError, "knows no format 'rss': pass one of bulleted, blocks, reference"),
        ({"format": "Blocks"}, ValueError, "knows no format 'Blocks'"),
        ({"format": ""}, ValueError, "knows no format ''"),
        ({"format": 5}, TypeError, "takes format= as str, not int"),
        ({"format": Format}, TypeError, "takes format= as str, not EnumType"),
        (
            {"captured_at": dt.date(2016, 2, 1)},
            TypeError,
            "takes captured_at= as datetime, not date: add the time of day with datetime.combine()",
        ),
        (
            {"captured_at": "2016-02-01"},
            TypeError,
            "takes captured_at= as datetime, not str: datetime.fromisoformat() reads it",
        ),
        ({"captured_at": 1454284800}, TypeError, "takes captured_at= as datetime, not int"),
    ],
)
def test_what_is_told_about_a_document_is_checked(
    name: str, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    document = {"parse": TEXT, "iter_parse": [TEXT], "read": PATH}[name]
    with pytest.raises(error) as caught:
        drained(TAKES[name][1])(document, **options)
    assert message in str(caught.value)


@pytest.mark.parametrize(("function", "given"), [("parse", TEXT), ("iter_parse", [TEXT]), ("from_json_lines", LINES)])
def test_a_name_is_a_text(function: str, given: object) -> None:
    with pytest.raises(TypeError, match="takes name= as str, not "):
        drained(TAKES[function][1])(given, name=PATH)


def test_an_encoding_is_a_name_that_python_knows() -> None:
    with pytest.raises(TypeError, match=r"read\(\) takes encoding= as str, not int"):
        unodc_feed.read(PATH, encoding=8)  # type: ignore[arg-type]
    with pytest.raises(LookupError, match="klingon"):
        unodc_feed.read(PATH, encoding="klingon")


def test_a_format_may_be_a_plain_string_and_a_moment_may_lack_its_zone() -> None:
    moment = dt.datetime(2016, 2, 1)
    assert unodc_feed.parse(TEXT, format="bulleted", captured_at=moment).captured_at == moment


def test_what_is_refused_is_refused_before_any_result_is_asked_for() -> None:
    for function in (unodc_feed.to_json_lines, unodc_feed.stories_to_json_lines, unodc_feed.from_json_lines):
        with pytest.raises(TypeError):
            function(None)  # type: ignore[arg-type]


def everything_public() -> list[object]:
    entries = unodc_feed.merge(*map(unodc_feed.read, SEEDS))
    functions = [function for _, function in TAKES.values()]
    return [*map(unodc_feed.read, SEEDS), entries, unodc_feed.link_translations(entries), *functions]


def test_all_records_and_functions_can_be_handed_to_another_process() -> None:
    for value in everything_public():
        assert pickle.loads(pickle.dumps(value)) == value


def test_captures_are_read_by_many_processes_as_by_one() -> None:
    read = partial(unodc_feed.read, captured_at=dt.datetime(2016, 2, 1, tzinfo=dt.UTC))
    with ProcessPoolExecutor(2) as pool:
        captures = list(pool.map(read, SEEDS))
    assert captures == list(map(read, SEEDS))
    assert unodc_feed.merge(*captures) == unodc_feed.merge(*map(read, SEEDS))


def test_an_error_comes_back_from_another_process_as_it_was_raised(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Just a line")
    with ProcessPoolExecutor(1) as pool, pytest.raises(UnodcFeedError, match=r"plain\.txt: none of the known formats"):
        pool.submit(unodc_feed.read, tmp_path / "plain.txt").result()
