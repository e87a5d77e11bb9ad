"""Documents for Hypothesis: made of the pieces that real pages are made of, in any order, and damaged."""

from hypothesis import strategies as st

DATES = (
    "22/01/2016", "31/02/2015", "00/00/0000", "2013-03-27 15:06:17.0", "12 January 2021", "29-31 January 2019",
    "31-29 January 2019", "30 December 2019 - 2 January 2020", "6 October", "29 February", "July 30, 2014",
    "12 de enero de 2021", "1er mars 2016", "12 января 2021", "١٢ يناير ٢٠٢١", "2021年1月12日", "1 January 9999",
    "22/01/0001", "99/99/9999",
)  # fmt: skip
TITLES = (
    "Funded Projects", "Launch of the Global Report on", "in Central America", "What is Human Trafficking?",
    "Rabat, Morocco", "BAN KI- Moon, 19 September 2007", "Projets financés", "Панама присоединяется к кампании",
    "بيان صحفي", "新闻", "(563 entries)", "Subscribe to our News feed |", "Information about the Programme:",
    "Item 6 of the agenda", "Share this page",
)  # fmt: skip
BODIES = (
    "Photo: UNODCThe EU has launched a programme. It will run for four years.",
    "Фото: УНП ООНВ новом докладе говорится о торговле людьми.",
    "UNODC has joined forces with iEmpathize to support her",
    "Le fonds aide les victimes de la traite des personnes.",
    "La Unión Europea y UNODC han puesto en marcha el programa.",
    "Report cover20 October 2008 - According to a report, 60 cases were found.",
    "30 January 2013 Combating Human Trafficking in Yemen. It is a step.",
    "Call 1 (888) 373-7888 or write to a@b.org; see www.unodc.org, A/RES/63/294 and SDG target 16.2.",
    "an unfinished line (with a bracket", "Photo: UNODC", "UNODCUNODC", "©", "Photo:", "\"Quoted.\" - \u200f\u202eodd",
)  # fmt: skip
ENDS = ("Read more here.", "Lire la suite", "Para más información, haga clic aquí.", "更多信息", ".", "|")
ODD = (
    "",
    " ",
    "\t",
    "\xa0",
    "\ufeff",
    "\u200b",
    "\x00",
    "\x85",
    "\u2028",
    "\ud800",
    "e\u0301",
    "\x1b[31m",
    "(((",
    ":::",
)
BULLETS = ("", "• ", "* ", "- ", "· ", "◦ ", "•")
INDENTS = ("", "  ", "    ", "\t", "\xa0\xa0", "      ")
NEWLINES = ("\n", "\r\n", "\r")


def lines() -> st.SearchStrategy[str]:
    """One line, mostly as a page prints it."""
    content = st.sampled_from((*DATES, *TITLES, *BODIES, *ENDS, *ODD)) | st.text(max_size=12)
    return st.builds("{}{}{}".format, st.sampled_from(INDENTS), st.sampled_from(BULLETS), content)


def documents() -> st.SearchStrategy[str]:
    """A document: a bulleted listing, a long-form page, or anything."""
    newlines = st.sampled_from(NEWLINES) | st.just("\n")
    return st.one_of(
        st.lists(st.tuples(st.one_of(lines(), bulleted_lines()), newlines), max_size=30).map(_joined),
        st.lists(st.tuples(st.one_of(lines(), block_lines()), newlines), max_size=30).map(_joined),
        st.text(max_size=60),
    )


def bulleted_lines() -> st.SearchStrategy[str]:
    """Lines that a bulleted listing is made of."""
    dated = st.sampled_from(DATES).map("  • {}".format)
    return st.one_of(dated, st.sampled_from((*TITLES, *BODIES, *ENDS)).map("    {}".format), st.just(""))


def block_lines() -> st.SearchStrategy[str]:
    """Lines that a long-form page is made of."""
    return st.sampled_from((*DATES, *TITLES, *BODIES, *ENDS))


def _joined(pieces: list[tuple[str, str]]) -> str:
    return "".join(line + newline for line, newline in pieces)
