"""Languages: script before words, small words before endings."""

import json
from pathlib import Path

import pytest

from unodc_feed._parsing.languages import identify_language, measure_language

TEXTS = {
    "Small Grants Facility": "en",
    "Funded Projects": "en",
    "electronic toolkit chapter 5 law enforcement and prosecution": "en",
    "Projets financés": "fr",
    "Proyectos financiados": "es",
    "Visita de estudio": "es",
    "Resumen ejecutivo": "es",
    "Formação de auditores": "pt",
    "L'ONUDC lance sa stratégie contre la traite": "fr",
    "Nueva iniciativa fue lanzada con el fin de reforzar la respuesta": "es",
    "Cabo Verde: alunos desenham o retrato da corrupção": "pt",
    "Панамский авиаперевозчик COPA Airlines присоединился": "ru",
    "تونس تطلق خطا هاتفيا مجانيا": "ar",
    "18个国家的检察官在北京研讨": "zh",
    "UNODC": "en",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_short_title_is_enough(text: str) -> None:
    assert identify_language(text, "") == TEXTS[text]
    assert identify_language(None, text) == TEXTS[text]


@pytest.mark.parametrize(
    "text", ["", ".", "12/2015 - 100 %", "アイウエオ 国連", "Це має бути їжа", "Ўзбекистон ҳақида қисқача"]
)
def test_no_letters_or_letters_of_another_language_are_none(text: str) -> None:
    assert identify_language(None, text) is None


def test_a_tie_is_exact_in_whatever_order_the_words_are_weighed() -> None:
    assert measure_language("as e despesa que de Pilsivo. terminou Manaus.") == ("es", 0.0)


def test_a_clear_title_decides_against_the_body() -> None:
    assert identify_language("La lutte contre la traite des personnes", "The judges met in the city.") == "fr"


def test_an_unclear_title_is_decided_with_the_body() -> None:
    assert identify_language("Côte d'Ivoire: workshop", "The judges met in the city for a week.") == "en"


def test_the_seeds_labels_are_told_from_title_and_body_alone() -> None:
    for path in sorted((Path(__file__).parent / "gold").glob("0*.json")):
        for entry in json.loads(path.read_text("utf-8"))["entries"]:
            assert identify_language(entry["title"], " ".join(entry["body"] or entry["read_more"])) == entry["language"]
