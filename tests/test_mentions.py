"""Mentions: what can be looked up or dialled, and what only looks so."""

import pytest
from hypothesis import given

from tests.strategies import documents
from unodc_feed import find_mentions

FOUND = {
    "1 (888) 373-7888": [("phone", "+18883737888")],
    "Call 1-800-555-0142 or 1.888.555.0107": [("phone", "+18005550142"), ("phone", "+18885550107")],
    "(202) 555-0175": [("phone", "+12025550175")],
    "Tel.: (+43-1) 26060-0": [("phone", "+431260600")],
    "+49 (0)228 555 01 77": [("phone", "+492285550177")],
    "0043 1 26060 4990": [("phone", "+431260604990")],
    "Telephone: 1 (212) 555-0187": [("phone", "+12125550187")],
    "Tel: 01 26060 4990": [("phone", "01260604990")],
    "Tel: ٠١١٢٣٤٥٦٧": [("phone", "011234567")],
    'SMS: 233733 (Text "HELP" or "INFO")': [("sms", "233733")],
    "Text TIGER to 56161 (Germany only)": [("sms", "56161")],
    "send a message to 4636 by SMS": [("sms", "4636")],
    "envíe un sms al 2574": [("sms", "2574")],
    "See www.unodc.org.": [("url", "https://www.unodc.org")],
    "(see http://www.Unodc.org/x_(y))": [("url", "http://www.unodc.org/x_(y)")],
    "sherloc.unodc.org/cld/en, and more": [("url", "https://sherloc.unodc.org/cld/en")],
    "https://x.org/?m=a@b.org": [("url", "https://x.org/?m=a@b.org")],
    "https://www.unodc.org/a\u200f, www.unodc.org/b\u200b.": [
        ("url", "https://www.unodc.org/a"),  # marks of direction and breaks are no part of an address
        ("url", "https://www.unodc.org/b"),
    ],
    "SMS: (202) 555-0175": [("phone", "+12025550175")],
    "Write to Info@UNODC.org!": [("email", "info@unodc.org")],
    "S/RES/2331(2016)": [("un_document", "S/RES/2331 (2016)")],
    "(A/RES/63/294)": [("un_document", "A/RES/63/294")],
    "S/RES/2331 (2016), E/RES/2015/23": [("un_document", "S/RES/2331 (2016)"), ("un_document", "E/RES/2015/23")],
    "CTOC/COP/2018/2 and A/CONF.222/17": [("un_document", "CTOC/COP/2018/2"), ("un_document", "A/CONF.222/17")],
    "E/CN.15/2019/3, A/RES/S-30/1": [("un_document", "E/CN.15/2019/3"), ("un_document", "A/RES/S-30/1")],
    "SDG target 16.2.": [("sdg_target", "16.2")],
    "targets 5.2, 8.7 and 16.a": [("sdg_target", "5.2"), ("sdg_target", "8.7"), ("sdg_target", "16.a")],
    'SDGs on trafficking: 16.2 "End abuse"\n8.7 "Take measures"': [("sdg_target", "16.2"), ("sdg_target", "8.7")],
}
NOTHING = (
    "", "HIV/AIDS and/or AML/CFT, TF-THB, UNODC/HTMSS", "Radio Free Europe/Radio Liberty", "22/01/2016, 24/7, 9/11",
    "2.4 million people", "version 16.2 of the tool: 3.1 is old",
    "1,234,567 cases in 2010-2015", "resolution 2011/36/EU",
    "target 18.2, target 16.13, target 4.z, target 17.a", "The SDGs reach 2.4 million",
    "text of 200 pages", "a@b", "@",
    "the draft A/RES/Draft",
    "UNODC/WHO/2015 study", "SMS 2015 campaign", "Tel: 2015-2016", "https://.", "phone (12", "Phone: 12 34",
    "http://\x1d",
)  # fmt: skip


@pytest.mark.parametrize("text", FOUND)
def test_a_mention_is_found_and_normalised(text: str) -> None:
    assert [(mention.kind.value, mention.value) for mention in find_mentions(text)] == FOUND[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_mention_is_none(text: str) -> None:
    assert find_mentions(text) == ()


@given(documents())
def test_every_mention_is_printed_in_the_text(text: str) -> None:
    assert all(mention.text in text for mention in find_mentions(text))
