"""The plots: how time grows, on logarithmic scales.

They stand in the page itself and take its colours, light or dark; those of the curves can be read on both.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from benchmarks.growth import USUAL
from benchmarks.measuring import Step
from benchmarks.targets import Run

_INK = "#012345"  # stands for the colour of the text
_GREY = "#808690"
_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_COLOURS = (
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#9467bd", "#a0724a", "#17becf", "#bcbd22",
)  # fmt: skip
_NAMED = 6  # of the hostile texts, the slowest; the others are thin lines


class _Line(NamedTuple):
    steps: Sequence[Step]
    name: str | None = None
    colour: str = _GREY


def draw(run: Run, folder: Path) -> None:
    """Draw the curves of usual listings, and those of hostile texts."""
    usual = [curve for curve in run.curves if curve.name in USUAL]
    named = [_Line(curve.steps, curve.name, colour) for curve, colour in zip(usual, _COLOURS, strict=False)]
    _draw(folder / "speed-growth.svg", "Time over the number of entries", "entries", named)
    cells = sorted(run.cells, key=lambda cell: -(cell.at_a_megabyte or 0.0))
    worst = [
        _Line(cell.steps, f"{cell.function}: {cell.text}", colour)
        for cell, colour in zip(cells[:_NAMED], _COLOURS, strict=False)
    ]
    others = [_Line(cell.steps) for cell in cells[_NAMED:]]
    _draw(folder / "speed-hostile.svg", "Time over the size of hostile texts", "characters", [*others, *worst])


def _draw(path: Path, title: str, unit: str, lines: Iterable[_Line]) -> None:
    matplotlib = import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": path.stem, "svg.fonttype": "none"})
    pyplot = import_module("matplotlib.pyplot")
    figure, axes = pyplot.subplots(figsize=(8, 6), layout="constrained")
    for line in lines:
        sizes, seconds = [step.size for step in line.steps], [step.seconds for step in line.steps]
        weight, marker = (1.8, "o") if line.name else (0.4, None)
        axes.loglog(sizes, seconds, label=line.name, color=line.colour, linewidth=weight, marker=marker, markersize=3.5)
    axes.set_xlabel(unit, color=_INK)
    axes.set_ylabel("seconds", color=_INK)
    axes.tick_params(which="both", colors=_INK)
    axes.grid(color=_INK, linewidth=0.4, alpha=0.4)
    for spine in axes.spines.values():
        spine.set_color(_INK)
    figure.legend(frameon=False, fontsize="small", loc="outside upper center", ncols=2, labelcolor=_INK)
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
    pyplot.close(figure)
    path.write_text(_for_page(drawn.getvalue(), title), "utf-8")


def _for_page(svg: str, title: str) -> str:
    """An element of a page instead of a document: as wide as there is room, in the page's ink, with a name."""
    element = svg[svg.index("<svg ") :].replace(_INK, "currentColor").replace(' id="', f' id="{title.split()[-1]}-')
    for reference in ("url(#", 'href="#'):
        element = element.replace(reference, f"{reference}{title.split()[-1]}-")
    element = re.sub(r"<(metadata|style)\b.*?</\1>\s*", "", element, flags=re.DOTALL)
    size = re.compile(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>')
    head = rf'<svg viewBox="\1" role="img" aria-label="{title}" style="width: 100%; height: auto" {_NAMESPACES}>'
    return size.sub(head, element, count=1)
