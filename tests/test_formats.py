"""The formats: how each tells where an entry begins and ends, and which of its lines are title and body."""

import pytest

import unodc_feed
from unodc_feed import Format, Listing
from unodc_feed._parsing.cohesion import Cohesion, stems
from unodc_feed._parsing.formats import blocks as blocks_module
from unodc_feed._parsing.formats.blocks import Kind, _dates_stand_apart, _is_question, _is_spaced, _kind, _places
from unodc_feed._parsing.formats.reference import _colon
from unodc_feed._parsing.items import is_second_line_of_title
from unodc_feed._parsing.lines import Line, read_lines


def lines(text: str) -> list[Line]:
    return [*read_lines([text])]


def told(listing: Listing) -> list[tuple[str | None, ...]]:
    """The title of each entry, and its paragraphs."""
    return [(entry.title, *entry.paragraphs) for entry in listing]


def bulleted(*printed: str) -> list[tuple[str | None, ...]]:
    """What is told by a bulleted listing of one entry, the lines of which stand in from its bullet."""
    return told(unodc_feed.parse_bulleted("  • 22/01/2016\n" + "".join(f"    {line}\n" for line in printed)))


def blocks(*printed: str) -> list[tuple[str | None, ...]]:
    """What is told by a long-form page of one date and the lines below it."""
    return told(unodc_feed.parse_blocks("12 January 2021\n" + "".join(f"{line}\n" for line in printed)))


# ---- detection


def test_a_feed_without_entries_that_declares_its_size_is_a_bulleted_listing() -> None:
    assert unodc_feed.detect_format("News\n(0 entries)\n") is Format.BULLETED


def test_a_single_bullet_makes_no_reference_page() -> None:
    assert unodc_feed.detect_format("News\n  • Hotline\n") is None
    assert unodc_feed.detect_format("News\n  • Hotline\n  • Help\n") is Format.REFERENCE


# ---- lines to paragraphs


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The judges met in", "the city of Vienna."),
        ("They spoke of the law (see", "Annex II) and of its use."),
        ("They spoke of the law (see (a) and", "Annex II) and of its use."),
        ("¿Quién vigila al algoritmo?", "pregunta la jueza."),
        ("They spoke of Malcolm X", "and of his friends."),
    ],
)
def test_a_wrapped_line_goes_on_with_the_paragraph_above(above: str, below: str) -> None:
    assert blocks("A title", "The judges met.", above, below)[0][2:] == (f"{above} {below}",)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Its site is unodc.org.", "unodc works with all countries."),
        ("The following met:", "judges and prosecutors."),
        ("They spoke of the new law", "• judges and prosecutors."),
        ("They spoke of the new law", "read more here"),
    ],
)
def test_any_other_line_begins_a_paragraph(above: str, below: str) -> None:
    [entry] = unodc_feed.parse_blocks(f"12 January 2021\nA title\nThe judges met.\n{above}\n{below}\n")
    assert (entry.paragraphs + entry.read_more)[1:] == (above, below.removeprefix("• "))


def test_a_bracket_holds_a_paragraph_together_over_several_lines() -> None:
    printed = ("They spoke of the law (see", "Annex II of the Convention", "Palermo 2000) and of its use.")
    assert blocks("A title", "The judges met.", *printed)[0][2:] == (" ".join(printed),)


def test_nested_bullets_are_paragraphs_even_if_they_begin_in_lower_case() -> None:
    assert bulleted("A title", "• judges", "• prosecutors") == [("A title", "judges", "prosecutors")]


def test_on_a_page_with_blank_lines_a_nested_bullet_ends_where_the_text_no_longer_stands_in_from_it() -> None:
    printed = ("A title", "", "• judges", "  of the court", "The meeting", "was long.", "• clerks", "  • their aides")
    paragraphs = ("judges of the court", "The meeting was long.", "clerks", "their aides")
    assert bulleted(*printed) == [("A title", *paragraphs)]


@pytest.mark.parametrize(
    ("title", "following", "goes_on"),
    [
        ("Launch of the Global Report on", "Trafficking in Persons", True),
        ("Launch of the Global Report", "in Vienna", True),
        ("Launch of the Global Report", "Vienna", False),
    ],
)
def test_a_title_goes_on_if_it_is_unfinished_or_the_next_line_begins_small(
    title: str, following: str, goes_on: bool
) -> None:
    assert is_second_line_of_title(title, following) is goes_on


# ---- bulleted listings


def test_one_blank_line_below_a_title_shows_that_blank_lines_part_the_paragraphs() -> None:
    assert bulleted("A title", "", "The judges met.", "They spoke.") == [("A title", "The judges met. They spoke.")]


def test_on_a_page_with_blank_lines_a_title_takes_every_headline_up_to_the_first_one() -> None:
    assert bulleted("A title", "Another Line", "", "The judges met.") == [("A title Another Line", "The judges met.")]
    assert bulleted("A title", "They met.", "", "They spoke.") == [("A title", "They met.", "They spoke.")]
    [entry] = unodc_feed.parse_bulleted("  • 22/01/2016\n    A title\n    Read more here\n\n    They met.\n")
    assert (entry.title, entry.read_more) == ("A title", ("Read more here",))


def test_a_title_may_take_three_lines() -> None:
    assert bulleted("Launch", "of the report on", "Trafficking", "They met.") == [
        ("Launch of the report on Trafficking", "They met.")
    ]


def test_an_entry_that_begins_with_a_nested_bullet_has_no_title() -> None:
    assert bulleted("• judges", "• clerks") == [(None, "judges", "clerks")]


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        pytest.param("22/01/2016\n\n  • 21/01/2016\n    One\n", ["One"], id="a date without a bullet is none"),
        pytest.param("  • 21/01/2016\n    One\n   • 20/01/2016\n     Two\n", ["One", "Two"], id="one further in"),
        pytest.param("• 21/01/2016\n One\n• 20/01/2016\n Two\nFooter\n", ["One", "Two"], id="text one further in"),
        pytest.param("  • 21/01/2016\n    One\n  • 20/01/2016\nTwo\n", ["One", None], id="half of the texts stand in"),
        pytest.param(
            "  • 21/01/2016\n    One\n  • 20/01/2016\nTwo\n  • 19/01/2016\nThree\n",
            ["One", "Two", "Three"],
            id="a third of the texts stands in",
        ),
        pytest.param(
            "  • 21/01/2016\n    One\n  • 25 March 2012 marks the day\n",
            ["One", "25 March 2012 marks the day"],
            id="a sentence that begins with a date",
        ),
    ],
)
def test_a_bullet_with_a_date_begins_an_entry_to_which_belongs_what_stands_in_from_it(
    page: str, titles: list[str | None]
) -> None:
    assert [entry.title for entry in unodc_feed.parse_bulleted(page)] == titles


def test_a_footer_is_known_by_its_words_only_where_nothing_stands_in() -> None:
    page = "• 21/01/2016\n{0}One\n\n{0}They met.\n\n{0}Last updated in May\n"
    assert told(unodc_feed.parse_bulleted(page.format(""))) == [("One", "They met.")]
    assert told(unodc_feed.parse_bulleted(page.format("  "))) == [("One", "They met.", "Last updated in May")]


def test_the_line_of_a_date_is_no_footer_whatever_else_it_looks_like() -> None:
    assert told(unodc_feed.parse_blocks("12 December 2014 Airline joins |\n")) == [("Airline joins |",)]
    assert told(unodc_feed.parse_bulleted("• 12/12/2014 Airline joins |\n")) == [("Airline joins |",)]


def test_an_empty_bullet_below_a_date_does_not_tell_how_far_texts_stand_in() -> None:
    page = (
        "".join(f"  • {day}/01/2016\n  •\n" for day in (22, 21)) + "  • 20/01/2016\n    Judges meet\nMenu of the site\n"
    )
    assert told(unodc_feed.parse_bulleted(page))[-1] == ("Judges meet",)


def test_the_text_above_the_first_entry_does_not_hide_how_paragraphs_are_parted() -> None:
    entry = "  • 22/01/2016\n    Judges meet\n\n    The first text of the day was long\n    Goes On like this\n\n"
    told_below = told(unodc_feed.parse_bulleted("Item of a menu\n" * 2000 + entry))
    assert told_below == [("Judges meet", "The first text of the day was long Goes On like this")]


# ---- long-form pages


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Read more here.", Kind.READ_MORE),
        ("(i) To advocate", Kind.LISTED),
        ("Rabat, Morocco", Kind.PLACE),
        ("BAN KI-Moon, 19 September 2007", Kind.ATTRIBUTION),
        ("BAN KI-Moon, Secretary-General, 19 September 2007", Kind.ATTRIBUTION),
        ("Judges meet in Vienna", Kind.HEADLINE),
        ("The judges met.", Kind.SENTENCES),
    ],
)
def test_the_shape_of_a_line_tells_what_it_is(text: str, kind: Kind) -> None:
    assert _kind(text, bullet=False) is kind


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("Who watches the algorithm?", True),
        ("Stop it now!", True),
        ("Xavier who?", True),
        ("谁在监视？", True),
        ("太好了！", True),
        ("من يراقب؟", True),
        ("Who says “no?”", True),
        (f"{'x' * 199}?", True),
        (f"{'x' * 200}?", False),
        ('"Who watches?"', False),
        ("They met. Who watches?", False),
        ("Who watches the X", False),
        ("Who watches", False),
    ],
)
def test_a_headline_may_be_one_question_or_exclamation(text: str, is_question: bool) -> None:
    assert _is_question(text) is is_question


def block(gaps: int, broken: int) -> list[Line]:
    """A date, and below it lines with so many gaps between them, some of which hold a blank line."""
    return lines("12 January 2021\nOne." + "\n\nTwo." * broken + "\nThree." * (gaps - broken))


@pytest.mark.parametrize(
    ("page", "is_spaced"),
    [
        ([], False),
        ([block(3, 1)], False),
        ([block(2, 1)], True),
        ([block(5, 2)], True),
        ([block(3, 0), block(2, 1)], False),
        ([*[lines("12 January 2021")] * 4, block(2, 1)], True),
    ],
)
def test_blank_lines_part_paragraphs_if_they_stand_in_more_than_a_third_of_the_gaps(
    page: list[list[Line]], is_spaced: bool
) -> None:
    assert _is_spaced(page) is is_spaced


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("News\n", False),
        ("\n12 January 2021\nThey met.\n", True),
        ("\n12 January 2021\nThey met.\n11 January 2021\n", True),
        ("\n12 January 2021\nThey met.\n11 January 2021\nThey spoke.\n10 January 2021\n", False),
        ("News\n12 January 2021\nThey met.\n", False),
    ],
)
def test_dates_stand_apart_if_blank_lines_stand_above_half_of_them(text: str, apart: bool) -> None:
    assert _dates_stand_apart([*_places(lines(text))]) is apart


def test_a_date_begins_an_entry_below_a_colon_but_not_behind_a_bullet() -> None:
    text = "Events:\n12 January 2021\nA title\nThey met.\n• 11 January 2021\n"
    assert told(unodc_feed.parse_blocks(text)) == [("A title", "They met.", "11 January 2021")]


def test_a_date_with_a_headline_behind_it_begins_an_entry_only_below_a_finished_line() -> None:
    glued = "11 January 2021 Combating Trafficking"
    assert blocks("A title", "They met.", glued) == [("A title", "They met."), ("Combating Trafficking",)]
    [(title, *_)] = blocks("Judges meet in Vienna", glued)
    assert title == "Judges meet in Vienna"


def test_where_dates_stand_apart_one_below_a_finished_sentence_is_still_a_date() -> None:
    page = "\n12 January 2021\n\nA title\n\nThey met.\n11 January 2021\n\nAnother title\n\nThey spoke.\n"
    assert [title for title, *_ in told(unodc_feed.parse_blocks(page))] == ["A title", "Another title"]


def test_a_headline_between_the_title_of_a_dated_entry_and_its_text_is_the_rest_of_the_title() -> None:
    assert blocks("", "Global Report", "", "Launched in Vienna", "", "The report is out. It is long.") == [
        ("Global Report Launched in Vienna", "The report is out. It is long.")
    ]


def test_a_line_of_some_length_that_holds_a_verb_may_be_a_title() -> None:
    title = "The United Nations is of the opinion that all countries should join hands"
    assert blocks(title, "Read more here.")[0][0] == title


def test_a_torn_line_is_put_together_but_not_behind_a_line_that_sends_the_reader_elsewhere() -> None:
    torn, rest = "They met in May. They spoke of the law. All of them", "Agreed on it. They left."
    assert blocks("A title", torn, rest) == [("A title", f"{torn} {rest}")]
    sent = "They met in May. They spoke of the law. For more information click here"
    assert blocks("A title", sent, rest) == [("A title", sent, rest)]


def test_a_torn_paragraph_is_not_judged_anew_for_each_line_that_it_gains(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[int] = []

    def kind(text: str, bullet: bool) -> Kind:
        judged.append(len(text))
        return _kind(text, bullet)

    monkeypatch.setattr(blocks_module, "_kind", kind)
    assert len(blocks(*["Aaa bbb of"] * 200)) == 1
    assert sum(judged) < 4 * 200 * len("Aaa bbb of ")


@pytest.mark.parametrize("mark", "?？")
def test_all_who_ask_and_answer_take_turns_in_an_interview(mark: str) -> None:
    turns = [f"Silva: What is it{mark}", "Rao: A crime", f"Reporter: Where{mark}", "Minister: Here", "Rao: And there"]
    assert blocks("An interview", *turns) == [("An interview", *turns)]


@pytest.mark.parametrize("mark", "?？")
def test_the_turns_of_a_long_interview_begin_no_entries(mark: str) -> None:
    first = [f"Silva: Who is at risk{mark}", "Rao: Everyone is. All of us are."]
    second = [f"Weber: Who else{mark}", "Kim: Nobody is. None of us are."]
    turns = [*first * 4, *second * 4]
    assert blocks("An interview", *turns) == [("An interview", *turns)]


def test_in_a_long_stretch_without_dates_each_read_more_line_ends_an_entry() -> None:
    story = ("They met in Vienna. They spoke of the law.", "Read more here.")
    assert len(blocks("A title", *story)) == 1
    assert len(blocks("A title", *story * 6)) == 6


STRETCH = [
    f"Zebra{n:02} quagga{n:02} common{n % 4} {' '.join(f'w{n:02}x{k}word' for k in range(30))}" for n in range(40)
]


@pytest.mark.parametrize(
    ("size", "text", "parts"),
    [
        (40, STRETCH[1], True),
        (39, STRETCH[1], False),
        (40, STRETCH[1][17:].replace("common", "other"), True),
        (39, STRETCH[1][17:].replace("common", "other"), False),
        (40, f"{STRETCH[1]} zebra00", False),
        (40, f"{STRETCH[1]} common0", True),
        (40, f"This {STRETCH[1]}", False),
        (40, f"And this {STRETCH[1]}", False),
        (40, f"And so this {STRETCH[1]}", True),
        (40, "Zebra01 quagga01", False),
    ],
)
def test_a_story_ends_where_no_telling_word_is_shared_and_none_points_back(size: int, text: str, parts: bool) -> None:
    assert Cohesion(STRETCH[:size]).parts(stems(STRETCH[0]), text) is parts


# ---- reference pages


def reference(*printed: str) -> list[tuple[str | None, ...]]:
    """What is told by a reference page of some lines, below an entry of its own."""
    listing = unodc_feed.parse_reference("".join(f"{line}\n" for line in ("  • Page: it begins.", *printed)))
    return told(listing)[1:]


def test_bullets_that_stand_in_by_one_more_are_entries_as_well() -> None:
    assert reference("   • Hotline: call us.") == [("Hotline", "call us.")]


def test_indented_text_below_a_blank_line_belongs_to_the_bullet_above() -> None:
    assert reference("  • Hotline: call us.", "", "    It is free.") == [("Hotline", "call us.", "It is free.")]
    assert reference("  • Hotline: call us.", "", "   It is free.") == [("Hotline", "call us.", "It is free.")]


def test_a_bullet_that_has_a_text_announces_no_other() -> None:
    assert reference("  • Hotline:", "", "It is free.") == [("Hotline", "It is free.")]
    assert reference("  • Hotline:", "    It is free.", "", "All rights reserved") == [("Hotline", "It is free.")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hotline: call us", "Hotline"),
        ("Hotline (day: night): call us", "Hotline (day: night)"),
        ("Hotline (day (or: noon) and: night): call us", "Hotline (day (or: noon) and: night)"),
        ("a) Hotline (day: night): call us", "a) Hotline (day: night)"),
        ("Hotline 9:30", None),
    ],
)
def test_a_title_ends_at_the_first_colon_outside_brackets(text: str, title: str | None) -> None:
    place = _colon(text, 0)
    assert (None if place is None else text[:place]) == title


def menu(*items: str, below: str = "Background on the topic") -> int:
    """How many bullets above the text of a page are entries rather than its menu."""
    page = "".join(f"  • {item}\n" for item in items) + f"\n{below}\n\n  • Hotline: call us.\n"
    return len(unodc_feed.parse_reference(page)) - 1


def test_short_bullets_above_the_first_text_of_a_page_are_its_menu() -> None:
    assert menu("Home", "About our work here") == 0
    assert menu("Home", "About our work right here") == 2
    assert menu("Home", "About: us") == 2
    assert menu("Home", "About us", below="   Background on the topic") == 2
    assert menu("Home") == 1


def test_a_blank_line_parts_the_menu_from_the_text_of_a_page_and_an_empty_bullet_does_not() -> None:
    page = "  • Home\n  • News\n      •\nBackground on the topic\n"
    assert told(unodc_feed.parse_reference(page)) == [("Home",), ("News", "Background on the topic")]


def test_a_page_of_short_bullets_alone_has_no_menu() -> None:
    assert told(unodc_feed.parse_reference("  • Hotline\n  • Help\n")) == [("Hotline",), ("Help",)]
