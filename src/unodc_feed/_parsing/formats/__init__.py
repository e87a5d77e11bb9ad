"""The formats: for each one, how it is recognised and how its lines are taken apart.

A new format is one new module with ``detect`` and ``split``, and one line in :data:`FORMATS`.  Both are given a sample,
the first lines of the document, and judge by it how the page is laid out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from unodc_feed._model import Format
from unodc_feed._parsing.formats import blocks, bulleted, reference
from unodc_feed._parsing.grammar import COUNT
from unodc_feed._parsing.items import Item
from unodc_feed._parsing.lines import Line

SAMPLE = 10_000
"""So many printed lines tell how a document is laid out: ten times those of the longest page of the site."""


class FormatReader(NamedTuple):
    """How one format is read.

    ``detect`` counts what speaks for it in a sample; ``split`` takes all lines apart, laid out as the sample is, into
    items and lines that belong to none, in their order; ``looks_for`` says in words what is counted; ``dated`` tells
    whether its entries have dates.
    """

    detect: Callable[[Sequence[Line]], int]
    split: Callable[[Iterable[Line], Sequence[Line]], Iterator[Item | Line]]
    looks_for: str
    dated: bool = True


FORMATS = {
    Format.BULLETED: FormatReader(
        bulleted.detect, bulleted.split, "bullets that begin with a date, such as '• 22/01/2016'"
    ),
    Format.BLOCKS: FormatReader(
        blocks.detect, blocks.split, "lines that hold a date and nothing else, such as '12 January 2021'"
    ),
    Format.REFERENCE: FormatReader(reference.detect, reference.split, "at least two bullets", dated=False),
}


def detect(sample: Sequence[Line]) -> Format | None:
    """The format for which most speaks, of several the first in the table.

    Dates outweigh all else; a feed that declares its size may have no entries.
    """
    for dated in (True, False):
        found = {name: reader.detect(sample) for name, reader in FORMATS.items() if reader.dated is dated}
        best = max(found, key=found.__getitem__)
        if found[best]:
            return best
    return Format.BULLETED if any(COUNT.fullmatch(line.text) for line in sample) else None
