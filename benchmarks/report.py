"""The report: what was measured, as tables in Markdown.

A section begins with a comment that names it, by which the page on speed includes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from benchmarks.growth import HOSTILE, USUAL
from benchmarks.hostile import Cell
from benchmarks.targets import GIGABYTE, TARGETS, Run, Target


def tables(run: Run) -> str:
    """All sections."""
    return "\n".join(f"<!-- {name} -->\n\n{text(run)}" for name, text in SECTIONS.items()) + "\n<!-- end -->\n"


def _table(head: str, rows: Iterable[Iterable[object]], texts: int = 1) -> str:
    """A table; all columns but the first ones, which hold text, hold figures."""
    names = head.split(" | ")
    rule = ["---"] * texts + ["---:"] * (len(names) - texts)
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in (names, rule, *rows))


def _targets(run: Run) -> str:
    return _table("target | bound | measured | met", (_target(target, run) for target in TARGETS))


def _target(target: Target, run: Run) -> Iterator[str]:
    value = target.value(run)
    yield target.what
    yield f"{'≥' if target.at_least else '≤'} {target.bound:g}"
    yield "" if value is None else f"{value:{target.form}}"
    yield "" if value is None else "yes" if target.is_met(value) else "no"


def _contests(run: Run) -> str:
    rows = (
        (contest.what if number == 0 else "", who, f"{1e6 * result.seconds:.2f}", f"{result.ratio:.3g}")
        for contest, results in run.contests
        for number, (who, result) in enumerate(results.items())
    )
    return _table("what | by | microseconds each | times ours", rows, texts=2)


def _scores(run: Run) -> str:
    rows = (
        (score.what, score.who, score.cases, *map(_share, (score.right, score.precision, score.recall)))
        for score in run.scores
    )
    return _table("what | by | cases | right | precision | recall", rows, texts=2)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _import(run: Run) -> str:
    whats = "attrs, dateutil.parser and regex", "unodc_feed over them"
    times = (f"{1000 * seconds:.1f}" for seconds in run.import_time)
    return _table("import | milliseconds", zip(whats, times, strict=True))


def _memory(run: Run) -> str:
    rows = (
        (one.what, one.form, f"{one.entries:,}", f"{one.size / 1024**2:.1f}", f"{one.ratio:.2f}")
        for one in run.footprints
    )
    return _table("memory | format | entries | file, MB | times the file", rows, texts=2)


def _growth(names: Iterable[str]) -> Callable[[Run], str]:
    def table(run: Run) -> str:
        curves = [curve for curve in run.curves if curve.name in names]
        sizes = sorted({step.size for curve in curves for step in curve.steps})
        heads = ("seconds for so many entries", *(f"{size:,}" for size in sizes), "exponent", "memory, GB")
        rows = []
        for curve in curves:
            spent = {step.size: _figure(step.seconds, 3) for step in curve.steps}
            name = curve.name if curve.finished else f"{curve.name} (did not end)"
            memory = f"{curve.steps[-1].peak / GIGABYTE:.2f}" if curve.steps else ""
            rows.append([name, *(spent.get(size, "") for size in sizes), _power(curve.exponent), memory])
        return _table(" | ".join(heads), rows)

    return table


def _power(exponent: float | None) -> str:
    return "" if exponent is None else f"{exponent:.2f}"


def _worst(run: Run) -> str:
    """For each function, the texts that are worst."""

    def row(function: str, cells: Sequence[Cell]) -> Iterator[object]:
        slowest = max(cells, key=lambda cell: cell.at_a_megabyte or 0.0)
        steepest = max(cells, key=lambda cell: cell.exponent or 0.0)
        yield from (function, slowest.text, _seconds(slowest))
        yield from (steepest.text, _power(steepest.exponent)) if steepest.exponent else ("", "")

    functions = dict.fromkeys(cell.function for cell in run.cells)
    rows = (row(function, [cell for cell in run.cells if cell.function == function]) for function in functions)
    return _table("function | slowest with | seconds for 1 MB | steepest with | exponent", rows)


def _every(run: Run) -> str:
    """For each function and text, the seconds for 1 MB and the exponent."""
    functions = dict.fromkeys(cell.function for cell in run.cells)
    cells = {(cell.text, cell.function): _cell(cell) for cell in run.cells}
    rows = (
        (text, *(cells.get((text, function), "") for function in functions))
        for text in dict.fromkeys(cell.text for cell in run.cells)
    )
    return _table(" | ".join(("seconds for 1 MB (exponent)", *functions)), rows)


def _cell(cell: Cell) -> str:
    power = f" ({_power(cell.exponent)})" if cell.exponent is not None else ""
    return _seconds(cell) + power + ("" if cell.finished else " did not end")


def _seconds(cell: Cell) -> str:
    if cell.at_a_megabyte is None:
        return ""
    return f"{'' if cell.reached else '≈ '}{_figure(cell.at_a_megabyte, 2)}"


def _figure(value: float, digits: int) -> str:
    """A number with so many digits that count, and without an exponent."""
    return f"{float(f'{value:.{digits}g}'):.9f}".rstrip("0").rstrip(".")


SECTIONS: dict[str, Callable[[Run], str]] = {
    "machine": lambda run: f"{run.machine}\n",
    "targets": _targets,
    "contests": _contests,
    "scores": _scores,
    "import": _import,
    "memory": _memory,
    "growth": _growth(USUAL),
    "hostile entries": _growth(HOSTILE),
    "worst texts": _worst,
    "hostile texts": _every,
}
"""The sections by name."""
