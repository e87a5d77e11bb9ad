"""The cost of parsing: bulleted entries beside feedparser on the same entries as RSS, and growth on hostile pages.

``python benchmarks/parse.py`` needs ``feedparser`` (``pip install 'unodc-feed[bench]'``).  Times are processor seconds,
the best of several runs; compare them as ratios within one run only.  "First seen" has no entry twice.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import feedparser

import unodc_feed

SEED = Path(__file__).parent.parent / "seeds" / "000_1ce13bad0a5ed6eb.txt"
PAGE = 50

HOSTILE: dict[str, Callable[[int], str]] = {
    "one story of many paragraphs": lambda n: (
        "12 January 2021\nA title\n"
        + "".join(f"Xa {' '.join(f'w{i * 20 + k:05}q' for k in range(30))} end.\n" for i in range(n))
    ),
    "unfinished lines": lambda n: "12 January 2021\n" + "Aaa bbb of\n" * n,
    "open brackets": lambda n: "  • (q\n" + "    (a: b\n" * n,
    "date lines": lambda n: "12 January 2021\n" * n,
    "nested bullets": lambda n: "  • 22/01/2016\n" + "    • x\n" * n,
}


def best(work: Callable[[], object], times: int) -> float:
    """The least processor time of several runs, in seconds."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def pages(copies: int, mark: str) -> str:
    """The entries of the seed many times over; with a mark no text is the same twice."""
    head, bullet, body = SEED.read_text("utf-8").partition("  • ")
    body = bullet + body.rstrip() + "\n\n"
    return head + "".join(body.replace(".\n", f" {mark}{n}.\n" if mark else ".\n") for n in range(copies))


def rss(text: str) -> str:
    """The same entries as a feed."""
    items = "".join(
        f"<item><title>{escape(entry.title or '')}</title><pubDate>{entry.date:%a, %d %b %Y} 00:00:00 GMT</pubDate>"
        f"<description>{escape(entry.body)}</description></item>"
        for entry in unodc_feed.parse(text)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'


def main() -> None:
    """Print the tables."""
    feed = rss(pages(10, ""))
    floor, peer = (best(work, 9) / 500 * 1e6 for work in (pages(10, "").splitlines, lambda: feedparser.parse(feed)))
    print(f"{'bulleted entries':32}{'microseconds each':>20}{'feedparser / this':>20}")
    print(f"{'splitlines':32}{floor:20.2f}\n{'feedparser, 500 entries':32}{peer:20.1f}")
    for copies in (10, 60, 600):
        for name, mark in (("repeated", ""), ("first seen", "No ")):
            text = pages(copies, mark)
            each = best(partial(unodc_feed.parse, text), 3) / (copies * PAGE) * 1e6
            print(f"{copies * PAGE:>6} {name:25}{each:20.1f}{peer / each:20.1f}")
    print(f"\n{'hostile lines':32}{'1,000':>10}{'4,000':>10}{'16,000':>10}")
    for name, make in HOSTILE.items():
        form = "reference" if name == "open brackets" else None
        times = [best(partial(unodc_feed.parse, make(n), format=form), 1) for n in (1000, 4000, 16000)]
        print(f"{name:32}" + "".join(f"{spent:10.2f}" for spent in times), flush=True)


if __name__ == "__main__":
    main()
