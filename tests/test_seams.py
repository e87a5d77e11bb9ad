"""Seams: where a word is really the end of one text and the beginning of another."""

import pytest

from unodc_feed._parsing.seams import is_repetition, seam_in_word

SEAMS = (
    # a capital behind a small letter
    "Julia Ormond|The office", "a day|Trip", "Nairobi|A few", "Nairobi|L'ONUDC a", "Nairobi|L’ONUDC a", "Lima|Q: What",
    # a capital with small letters behind capitals
    "the CIO|Cinquante affaires", "E4J|Education for", "IIJ|As part", "NASA|Is it", "ROCA|Ms. Lopez met",
    # another script
    "Photo: UNODC|Недавно", "UN Photo /|联合国",
    # a full stop, a bracket, a closing quote
    "with a hand heart.|On the", "Report.|20 October 2008 -", "Suva (Fidji)|Depuis Suva", "(2012)|26 June 2013 -",
    "'Human Rights 365'|Today is", 'Say "No"|The law', '"Yes" and "No"|The law',
    # an opening quote
    'UNODC|"Last month', 'The "Game" of UNODC|"Last month', '"Yes" by UNODC|"Last month', "Photo: UNODC|“Last month",
    # a number or a date
    "Report cover|20 October", "Day 2015|Les Nations", "World Drug Report 2013|26 June 2013",
    # the name of an organization
    "Judges of UNODC|The law", "Judges of UNODC.|UNODC has", "UNODC|22 auditors", "UNODC|¿Por", "UNODC|نظم",
    "UNODC|UNODC has",
    "UNODC|A few", "UNODC|L'ONUDC a", "UNODC|COPA Airlines", "the ROCA|UNODC office", "OSCE|COPA Airlines",
    # a name that has a capital inside
    "Mexico|iEmpathize has", "iEmpathize|The law",
    # a word of one letter behind capitals, and a word that is printed twice
    "Photo: ROCA|A concession", "Photo: DR|À Lomé", "TRAFFIC|TRAFFIC and",
)  # fmt: skip
NO_SEAMS = (
    "McDonald", "eBay", "goAML", "NGOs", "Judges", "Ozark-Henry", "VitaminA", "UNODC", "UNODC's", "UNODCA", "UNODCXY",
    "ILOCAD",
    "iEmpathize", "iEmpathize met", "(iEmpathize)", "UN-iEmpathize", "Mr.Smith", "Dr.Lopez", "GLO.ACT", "Art.15 of",
    "vol.2 of",
    "(Fidji)15 cases", "'Rights'15", "judges'The law", '"Game"of chess', "201315 cases", "16.2", "A/RES/63/294",
    "٢٠١٣. A review",
)  # fmt: skip


@pytest.mark.parametrize("marked", SEAMS)
def test_a_word_that_two_texts_share_has_a_seam(marked: str) -> None:
    text, seam = marked.replace("|", ""), marked.index("|")
    start = text.rfind(" ", 0, seam) + 1
    end = text.find(" ", seam)
    assert seam_in_word(text, start, len(text) if end < 0 else end) == seam


@pytest.mark.parametrize("text", NO_SEAMS)
def test_a_word_that_only_looks_glued_has_none(text: str) -> None:
    assert seam_in_word(text, 0, len(text.split()[0])) is None


@pytest.mark.parametrize(
    ("marked", "repeats"),
    [
        ("Troels Vester|Troels Vester speaks", True),
        ("Ana Lopez with Ana Maria|Ana Maria met", True),
        ("Troels Vester|Troels Madsen speaks", False),
        ("reGIZ|GIZ and", False),
        ("EU|EU and", False),
        ("GIZ|GIZ and", True),
    ],
)
def test_a_text_may_begin_with_the_last_words_before_it(marked: str, repeats: bool) -> None:
    assert is_repetition(marked.replace("|", ""), marked.index("|")) is repeats
