"""The tables are well-formed, and their terms are found."""

from __future__ import annotations

import pytest

from unodc_feed._timeline.lexicon import LANGUAGES, chinese, fold, lexicon, rows, terms
from unodc_feed._timeline.names import cognate_mark, name_mark, skeleton
from unodc_feed._timeline.numbers import chinese_value, numbers
from unodc_feed._timeline.traits import Words, marks
from unodc_feed._timeline.weights import weights

TABLES = {"glossary.tsv": "concept", "places.tsv": "place", "places_more.tsv": "place", "acronyms.tsv": "body"}
NO_WORDS_NEEDED = {"CG"}
"""Places for which a hand-written row gives terms in some languages only."""


def found(text: str, language: str) -> dict[str, str]:
    return marks(text, language, frozenset())


@pytest.mark.parametrize(("table", "column"), TABLES.items())
def test_every_row_has_a_name_of_its_own_and_covers_the_four_main_languages(table: str, column: str) -> None:
    held = rows(table)
    assert len({row[column] for row in held}) == len(held)
    for row in held:
        if row[column] not in NO_WORDS_NEEDED and not (table == "places_more.tsv" and "-" not in row[column]):
            assert all(row[language] for language in ("en", "fr", "es", "ru")), row[column]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_stands_in_two_concepts_unless_it_is_marked(language: str) -> None:
    owners: dict[str, set[str]] = {}
    marked: set[str] = set()
    for row in rows("glossary.tsv"):
        for term in row[language].split("|"):
            owners.setdefault(fold(term.removesuffix("~")), set()).add(row["concept"])
            if term.endswith("~"):
                marked.add(fold(term.removesuffix("~")))
    shared = {term for term, concepts in owners.items() if term and len(concepts) > 1}
    assert shared <= marked
    assert marked <= shared


@pytest.mark.parametrize("table", [*TABLES, "numbers.tsv"])
def test_terms_have_no_stray_blanks_and_stems_are_long_enough(table: str) -> None:
    for row in rows(table):
        for language in LANGUAGES:
            for term in terms(row[language]):
                assert term == " ".join(term.split()), term
                assert len(term.removesuffix("-")) >= (1 if language == "zh" else 2), term


def test_every_kind_of_evidence_has_its_weights() -> None:
    model = weights()
    assert set(model.kinds) == {"names", "numbers", "organisations", "places", "concepts", "cognates", "picture"}
    assert all(0 < kind.recurs < 1 and 0 < kind.usual < 1 for kind in model.kinds.values())
    assert all(kind.agree >= 0 and kind.differ >= 0 for kind in model.kinds.values())
    assert sum(share for _, share in model.gaps) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("UNODC trains judges in Kazakhstan", "en"),
        ("L'ONUDC forme des juges kazakhs", "fr"),
        ("UNODC capacita a jueces de Kazajstán", "es"),
        ("УНП ООН обучает судей Казахстана", "ru"),
        ("مكتب الأمم المتحدة المعني بالمخدرات والجريمة يدرب قضاة في كازاخستان", "ar"),
        ("联合国毒品和犯罪问题办公室在哈萨克斯坦培训法官", "zh"),
        ("O UNODC forma juízes no Cazaquistão", "pt"),
    ],
)
def test_a_sentence_has_the_same_marks_in_every_language(text: str, language: str) -> None:
    assert {"c:judge", "p:KZ", "o:unodc"} <= found(text, language).keys()


def test_the_longest_phrase_wins_and_is_not_read_twice() -> None:
    assert found("the trust fund", "en").keys() == {"c:fund"}
    assert "c:criminal_justice" in found("criminal justice", "en")
    assert "c:justice" not in found("criminal justice", "en")
    assert found("criminal", "en").keys() == {"c:criminal"}


def test_an_acronym_matches_as_written_and_an_english_one_in_other_languages_too() -> None:
    assert "o:who" in found("WHO", "en")
    assert "o:who" not in found("who", "en")
    assert "o:unodc" in found("El UNODC", "es")
    assert "o:ilo" in found("Отчет ILO", "ru")
    assert "o:ilo" in found("ILO报告", "zh")


def test_a_term_that_stands_in_two_concepts_gives_both() -> None:
    assert {"c:airport", "c:test"} <= found("pilot", "en").keys()


def test_a_city_says_its_country() -> None:
    assert {"p:geneva", "p:CH"} <= found("в Женеве", "ru").keys()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dock workers of Dakar run against drugs", "en"),
        ("À Dakar, les dockers jouent au football", "fr"),
        ("Los estibadores de Dakar", "es"),
        ("Докеры Дакара бегут против наркотиков", "ru"),
        ("عمال ميناء داكار", "ar"),
        ("达喀尔码头工人", "zh"),
        ("Os estivadores de Dakar", "pt"),
    ],
)
def test_a_capital_whose_name_is_that_of_its_time_zone_is_known_in_every_language(text: str, language: str) -> None:
    assert {"p:SN", "p:dakar"} <= found(text, language).keys()


def test_chinese_terms_are_found_inside_a_text() -> None:
    assert [hit.mark for hit in chinese().scan("，检察官")] == ["c:prosecutor"]


def test_an_arabic_word_may_bear_particles_and_article() -> None:
    words = Words.of("والقضاة")
    assert [hit.mark for hit in lexicon("ar").find(words.written, words.folded)] == ["c:judge"]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("the 13th Congress", "en", {"13"}),
        ("13-го Конгресса", "ru", {"13"}),
        ("13ième Congrès", "fr", {"13"}),
        ("$2 billion", "en", {"2000000000"}),
        ("2 млрд", "ru", {"2000000000"}),
        ("2 mil millones", "es", {"2000000000"}),
        ("2 milliards", "fr", {"2000000000"}),
        ("20 мلن", "ru", {"20"}),
        ("4,700 contracts", "en", {"4700"}),
        ("4.700 contratos", "es", {"4700"}),
        ("4 700 contrats", "fr", {"4700"}),
        ("1 234 567", "en", {"1234567"}),
        ("2,6 млрд", "ru", {"2600000000"}),
        ("2.6 per cent", "en", {"2.6"}),
        ("Two thousand victims", "en", {"2000"}),
        ("Две тысячи жертв", "ru", {"2000"}),
        ("полутора тысяч", "ru", {"1500"}),
        ("двадцати трех", "ru", {"23"}),
        ("четвертая сессия", "ru", {"4"}),
        ("quatre-vingt-dix", "fr", {"90"}),
        ("quatre-vingts", "fr", {"80"}),
        ("soixante-treize", "fr", {"73"}),
        ("deux mille", "fr", {"2000"}),
        ("doscientos treinta y cuatro", "es", {"234"}),
        ("mil e quinhentos", "pt", {"1500"}),
        ("خمسة وعشرين", "ar", {"25"}),
        ("٣٤ دولة", "ar", {"34"}),
        ("二十三个国家", "zh", {"23"}),
        ("三名", "zh", {"3"}),
        ("三角", "zh", set()),
        ("4万人", "zh", {"40000"}),
        ("one country, 1 day", "en", set()),
        ("five, six", "en", {"5", "6"}),
        ("five 6", "en", {"5", "6"}),
        ("million million million million", "en", {"1000000000000"}),
        ("9" * 30 + " and " + "1" + ",000" * 30, "en", set()),
        ("亿" * 50, "zh", set()),
        ("nineteen hundred", "en", {"1900"}),
        ("ten two", "en", {"10", "2"}),
        ("5 and \U0001e4f0 and \U0001e4f0\U0001e4f0", "en", {"5"}),  # digits of Unicode 15, which not every Python has
    ],
)
def test_numbers_are_read_in_every_spelling(text: str, language: str, values: set[str]) -> None:
    assert set(numbers(text, language)) == values


@pytest.mark.parametrize(
    ("numeral", "value"), [("十", 10), ("一百零五", 105), ("两千", 2000), ("三万五千", 35_000), ("亿", 1e8)]
)
def test_chinese_numerals(numeral: str, value: float) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("Fedotov", "Федотова"),
        ("Bastidas", "Бастидас"),
        ("Mogherini", "Могерини"),
        ("Hiramatsu", "Хирамацу"),
        ("Bishkek", "Bichkek"),
        ("Salonen", "سالونين"),
        ("Anna", "Анна"),
        ("Mustafa", "Мустафа"),
    ],
)
def test_a_name_is_the_same_in_every_script(latin: str, other: str) -> None:
    assert name_mark(latin) == name_mark(other) is not None


def test_what_has_no_skeleton() -> None:
    assert skeleton("法官") == ""
    assert name_mark("Бо") is None
    assert cognate_mark("area") is None
