# ruff: noqa: T201
"""Write ``places.tsv`` from CLDR, by way of the package babel.

    python tools/build_places.py > src/unodc_feed/_timeline/tables/places.tsv

Countries come from CLDR's territories, cities from the exemplar cities of its time zones.  A name of one word that is
long enough, and with which no other name of the language begins, becomes a stem, so that it is also found inflected
("Колумбией") and as an adjective ("colombiana").
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import babel
from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt")
LATIN = ("en", "fr", "es", "pt")
VOWELS = {"ar": "اةه", "ru": "аяыиоеьй", "zh": ""}
HEAD = f"""\
# Countries and cities in seven languages: made by tools/build_places.py, not to be edited by hand.
#
# One place a row: the ISO 3166 code of a country, or a city "@" its country.  The terms are written as in glossary.tsv.
# Source: Unicode CLDR {get_global("cldr")["version"]} (territories, exemplar cities of time zones), from the Python
# package Babel {babel.__version__}.  Licence of the data: Unicode License V3.
"""
NOT_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
HOMONYMS = {
    *(
        "RE",
        "AQ",
        "male@MV",
        "oral@KZ",
        "resolute@CA",
        "midway@UM",
        "nome@US",
        "madeira@PT",
        "fortaleza@BR",
        "regina@CA",
    ),
}
"""Places whose names are everyday words of a language: "réunion", "male", "nome" (name), "madeira" (timber)."""
NO_STEM = {"franc", "islan", "paris", "merid", "mérid"}
"""Stems with which other words begin: "parish", "meridional"."""
CASES = {"а": "а ы е у ой", "я": "я и е ю ей", "ь": "ь я ю е ем и ью", "": " а у ом е"}
"""The endings of Russian nouns by the ending of their nominative; names in other vowels are not declined."""
Row = tuple[str, dict[str, str]]


def cleaned(name: str) -> list[str]:
    """Return the name and what stands in brackets behind it, as words."""
    name = unicodedata.normalize("NFC", name)
    return [
        " ".join(re.findall(r"\w+", part))
        for part in re.split(r"[()（）]", name)
        if re.search(r"\w{3}|[^\x00-\u05ff]{2}", part)
    ]


def countries() -> list[Row]:
    """Every country, but not the regions and not the codes for the unknown."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    everywhere = set.intersection(*(set(known) for known in names.values()))
    codes = sorted(code for code in everywhere if re.fullmatch("[A-Z]{2}", code) and code not in NOT_COUNTRIES)
    return [(code, {language: "|".join(cleaned(names[language][code])) for language in LANGUAGES}) for code in codes]


def cities() -> list[Row]:
    """Every city that a time zone is named after and that has a name in each language.

    CLDR leaves out a name that is spelt as in that of the zone: "Africa/Dakar" in the languages in Latin letters.
    """
    rows = []
    for zone, country in sorted(get_global("zone_territories").items()):
        if (
            not re.fullmatch(r"(Africa|America|Asia|Europe|Indian|Pacific|Australia|Atlantic)/\w+", zone)
            or len(country) != 2
        ):
            continue
        told = {language: Locale(language).time_zones.get(zone, {}).get("city") for language in LANGUAGES}
        for language in LATIN:
            told[language] = told[language] or zone.rpartition("/")[2].replace("_", " ")
        if all(told.values()):
            names = {language: "|".join(cleaned(name)) for language, name in told.items()}
            rows.append((f"{names['en'].split('|')[0].lower().replace(' ', '_')}@{country}", names))
    return rows


def without_country_names(rows: list[Row], taken: list[Row]) -> list[Row]:
    """Return the cities without the names that are also a country's (Mexico, Singapore): it stands for both."""
    owned = {language: {term for _, names in taken for term in names[language].split("|")} for language in LANGUAGES}
    kept = []
    for place, names in rows:
        left = {lang: "|".join(t for t in names[lang].split("|") if t not in owned[lang]) for lang in LANGUAGES}
        if all(left[language] for language in ("en", "fr", "es", "ru")):
            kept.append((place, left))
    return kept


def stemmed(rows: list[Row]) -> list[Row]:
    """Return the rows with stems in place of the names that can be recognised by their beginning."""
    known: dict[str, list[str]] = defaultdict(list)
    for _, names in rows:
        for language in LANGUAGES:
            known[language] += names[language].lower().split("|")
    out = []
    for place, names in rows:
        terms = {}
        for language in LANGUAGES:
            terms[language] = "|".join(as_stem(term, language, known[language]) for term in names[language].split("|"))
        out.append((place, terms))
    return out


def as_stem(term: str, language: str, known: list[str]) -> str:
    """Return the term, as a stem if it is one long word that begins no other name; so each word of a Russian phrase."""
    if language == "zh" or not term:
        return term
    vowels = VOWELS.get(language, "aeiouyáéíóúâêô")
    shortest = 4 if language == "ar" else 5
    if " " in term:
        return term if language != "ru" else " ".join(w.rstrip(vowels) + "-" if len(w) > 5 else w for w in term.split())
    stem = term[:-1] if term[-1].lower() in vowels else term
    if language == "ar" and stem.startswith("ال") and len(stem) > 5:
        stem = stem[2:]
    if language == "ru" and len(stem) < shortest:
        return "|".join(declined(term))
    alone = sum(name.startswith(stem.lower()) for name in known) == 1
    return f"{stem}-" if alone and len(stem) >= shortest and stem.lower() not in NO_STEM else term


def declined(term: str) -> list[str]:
    """Return a short Russian noun in its cases."""
    ending = term[-1] if term[-1] in "аяьоеиуыэю" else ""
    if ending not in CASES or term.isupper():
        return [term]
    return [term.removesuffix(ending) + case for case in CASES[ending].split(" ")]


def main() -> None:
    """Print the table."""
    lands = countries()
    print(HEAD, end="")
    print("place", *LANGUAGES, sep="\t")
    for place, names in stemmed(lands + without_country_names(cities(), lands)):
        if place in HOMONYMS:
            continue
        print(place, *(names[language] for language in LANGUAGES), sep="\t")


if __name__ == "__main__":
    main()
