"""The estimated weights, as a table that ``tools/estimate_weights.py`` writes and this module reads.

In: ``tables/weights.tsv``.  Out: :class:`Weights`.  No weight stands anywhere else.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from unodc_feed._timeline.lexicon import rows


class KindWeight(NamedTuple):
    """What one kind of evidence is worth.

    Attributes:
        recurs: how often a mark of the poorer version recurs in the other version (Fellegi and Sunter's m).
        usual: how often a mark of this kind is found in an entry at all, where the entries at hand tell little (u).
        agree: by what the bits of the marks that agree are multiplied, because kinds of evidence depend on each other.
        differ: the same for the marks that do not.
    """

    recurs: float
    usual: float
    agree: float
    differ: float


class Weights(NamedTuple):
    """Every weight.

    Attributes:
        kinds: by the name of the kind.
        gaps: how the versions of a story lie apart in time: the last day of each step, and its share.
        undated: the share in the same sense where nothing is known of the date of one.
        listing: the bits for each distance in a listing: the last distance of each step, and its bits.
        prior: how many versions an entry has in another language, on average.
        offset: bits that are added to every pair.
        threshold: bits below which no two entries are linked.
    """

    kinds: dict[str, KindWeight]
    gaps: tuple[tuple[int, float], ...]
    undated: float
    listing: tuple[tuple[int, float], ...]
    prior: float
    offset: float
    threshold: float


def read_weights(table: list[dict[str, str]]) -> Weights:
    """Return the weights in the rows of a table."""
    values: dict[str, dict[str, dict[str, float]]] = {}
    for row in table:
        values.setdefault(row["what"], {}).setdefault(row["which"], {})[row["weight"]] = float(row["value"])
    return Weights(
        kinds={name: KindWeight(**held) for name, held in values["kind"].items()},
        gaps=tuple((int(day), held["share"]) for day, held in values["gap"].items()),
        undated=values["all"]["pairs"]["undated"],
        listing=tuple((int(steps), held["bits"]) for steps, held in values["listing"].items()),
        prior=values["all"]["pairs"]["prior"],
        offset=values["all"]["pairs"]["offset"],
        threshold=values["all"]["pairs"]["threshold"],
    )


@cache
def weights() -> Weights:
    """Return the weights that are shipped."""
    return read_weights(rows("weights.tsv"))
