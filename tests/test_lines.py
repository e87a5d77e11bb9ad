"""Lines: numbers, places, indents and bullets."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import documents
from unodc_feed._parsing.lines import read_lines


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_ends_a_line(newline: str) -> None:
    assert [line.text for line in read_lines([newline.join(["a", "", "b", ""])])] == ["a", "b"]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\xa0", "\t", "  "])
def test_other_separators_are_white_space(separator: str) -> None:
    [line] = read_lines([f"a{separator}b"])
    assert line.text == "a b"


@pytest.mark.parametrize("bullet", ["• ", "•", "* ", "- ", "· ", "◦ ", "‣\t", "– "])
def test_a_bullet_is_not_part_of_the_text(bullet: str) -> None:
    [line] = read_lines([f"  {bullet}Judges"])
    assert (line.bullet, line.text, line.indent, line.start) == (True, "Judges", 2, 2)


@pytest.mark.parametrize("text", ["*Anna", "-5", "*", "a • b"])
def test_what_only_looks_like_a_bullet_is_text(text: str) -> None:
    [line] = read_lines([text])
    assert line.bullet == (text == "*")


@pytest.mark.parametrize(("margin", "indent"), [("\t", 4), (" \t", 4), ("\xa0\xa0", 2), ("\u3000", 1), ("\ufeff  ", 3)])
def test_the_margin_has_a_width(margin: str, indent: int) -> None:
    [line] = read_lines([f"{margin}Judges"])
    assert (line.indent, line.text) == (indent, "Judges")


@pytest.mark.parametrize("text", ["", " ", "\t\xa0", "\u200b\ufeff", "\u200f \u200e"])
def test_a_line_on_which_nothing_is_printed_is_no_line_but_counts(text: str) -> None:
    assert [(line.number, line.below_blank) for line in read_lines([f"a\n{text}\nb\nc"])] == [
        (1, True),
        (3, True),
        (4, False),
    ]


def test_a_line_knows_whether_it_stands_below_blank_ones() -> None:
    lines = read_lines(["a\n\n \n\t\nb\n•\nc\n\n\n"])
    assert [(line.number, line.below_blank) for line in lines] == [(1, True), (5, True), (6, False), (7, False)]


@given(documents() | st.text(), st.data())
def test_it_does_not_matter_where_a_text_is_cut_into_pieces(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pieces = [text[start:end] for start, end in pairwise([0, *places, len(text)])]
    assert list(read_lines(pieces)) == list(read_lines([text]))


@given(documents() | st.text())
def test_lines_are_numbered_as_an_editor_does_and_lie_where_they_say(text: str) -> None:
    printed = re.split(r"\r\n|\r|\n", text)
    lines = list(read_lines([text]))
    assert {n for n, line in enumerate(printed, 1) if any(map(str.isalnum, line))} <= {line.number for line in lines}
    assert all(line.text or line.bullet for line in lines)
    for above, line in pairwise(lines):
        assert line.below_blank == (line.number > above.number + 1)
    for line in lines:
        assert "".join(printed[line.number - 1].split()).endswith("".join(line.text.split()))
        shown = text[line.start : line.end]
        assert "\n" not in shown
        assert "\r" not in shown
        assert "".join(shown.split()).endswith("".join(line.text.split()))
