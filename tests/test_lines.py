"""Lines: numbers, places, indents and bullets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import documents
from unodc_feed._parsing.lines import read_lines


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_ends_a_line(newline: str) -> None:
    assert [line.text for line in read_lines(newline.join(["a", "", "b", ""]))] == ["a", "", "b", ""]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\xa0", "\t", "  "])
def test_other_separators_are_white_space(separator: str) -> None:
    [line] = read_lines(f"a{separator}b")
    assert line.text == "a b"


@pytest.mark.parametrize("bullet", ["• ", "•", "* ", "- ", "· ", "◦ ", "‣\t", "– "])
def test_a_bullet_is_not_part_of_the_text(bullet: str) -> None:
    [line] = read_lines(f"  {bullet}Judges")
    assert (line.bullet, line.text, line.indent, line.start) == (True, "Judges", 2, 2)


@pytest.mark.parametrize("text", ["*Anna", "-5", "*", "a • b"])
def test_what_only_looks_like_a_bullet_is_text(text: str) -> None:
    [line] = read_lines(text)
    assert line.bullet == (text == "*")


@pytest.mark.parametrize(("margin", "indent"), [("\t", 4), (" \t", 4), ("\xa0\xa0", 2), ("\u3000", 1), ("\ufeff  ", 3)])
def test_the_margin_has_a_width(margin: str, indent: int) -> None:
    [line] = read_lines(f"{margin}Judges")
    assert (line.indent, line.text) == (indent, "Judges")


@pytest.mark.parametrize("text", ["", " ", "\t\xa0", "\u200b\ufeff", "\u200f \u200e"])
def test_a_line_on_which_nothing_is_printed_is_blank(text: str) -> None:
    [line] = read_lines(text)
    assert line.blank


@given(documents() | st.text())
def test_lines_are_numbered_as_an_editor_does_and_lie_where_they_say(text: str) -> None:
    lines = read_lines(text)
    assert len(lines) == len(re.split(r"\r\n|\r|\n", text))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for line in lines:
        printed = text[line.start : line.end]
        assert "\n" not in printed
        assert "\r" not in printed
        assert "".join(printed.split()).endswith("".join(line.text.split()))
