"""The public interface, taken down: one line a name, member, field of the JSON and diagnostic.

``tests/api.txt`` holds these lines as of the last release.  ``python -m tests.api`` prints them as they are now, and
``python -m tests.api --write`` puts them into that file: a step of a release.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import unodc_feed

RELEASED = Path(__file__).parent / "api.txt"
SCHEMAS = sorted((Path(__file__).parent.parent / "docs" / "reference").glob("*.schema.json"))

_PRIVATE_MODULE = re.compile(r"\bunodc_feed(?:\._\w+)+\.")
_LINE = re.compile(r"^([\w./-]+)(.*)$", re.MULTILINE)


def surface() -> dict[str, str]:
    """What users may rely on: for each name, what it is."""
    return dict([*_names(), *_fields_of_json(), *_diagnostics()])


def text_of(surface: dict[str, str]) -> str:
    """A surface as the file has it."""
    return "".join(f"{name}{told}\n" for name, told in surface.items())


def surface_of(text: str) -> dict[str, str]:
    """The surface that a file holds."""
    return dict(_LINE.findall(text))


def changed(old: dict[str, str], new: dict[str, str]) -> set[str]:
    """The names that only one surface has, or that differ."""
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def emitted_diagnostics() -> dict[str, str]:
    """The severity of every diagnostic that the source makes, by code: both are written where it is made, literally."""
    calls = [
        call
        for module in Path(unodc_feed.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Diagnostic"
    ]
    assert calls
    return {_code(_argument(call, 0, "code")): _severity(_argument(call, 3, "severity")) for call in calls}


def _names() -> Iterator[tuple[str, str]]:
    for name in sorted(unodc_feed.__all__):
        thing = getattr(unodc_feed, name)
        if not isinstance(thing, type):
            yield name, _signature(thing, thing) if callable(thing) else f": {type(thing).__name__}"
        elif issubclass(thing, Enum) or "__init__" not in vars(thing):
            yield name, f"({thing.__mro__[1].__name__})"
            values = thing if issubclass(thing, Enum) else ()
            yield from ((f"{name}.{member.name}", f" = {member.value!r}") for member in values)
        else:
            yield name, _signature(thing, thing.__init__ if issubclass(thing, Exception) else thing)
            yield from ((f"{name}.{member}", told) for member, told in _members(thing))


def _members(record: type) -> Iterator[tuple[str, str]]:
    """The methods and properties of a record; its fields stand in its signature."""
    for member, value in sorted(vars(record).items()):
        if member.startswith("_"):
            continue
        if isinstance(value, property):
            yield member, f": {_shown(typing.get_type_hints(value.fget)['return'])}"
        elif inspect.isfunction(value):
            yield member, _signature(value, value)


def _signature(called: Callable[..., Any], annotated: Any) -> str:
    hints = typing.get_type_hints(annotated)
    signature = inspect.signature(called)
    parts = [part.replace(annotation=hints.get(part.name, part.annotation)) for part in signature.parameters.values()]
    result = signature.return_annotation if isinstance(called, type) else hints["return"]
    return _PRIVATE_MODULE.sub("", str(signature.replace(parameters=parts, return_annotation=result)))


def _shown(annotation: Any) -> str:
    return _PRIVATE_MODULE.sub("", inspect.formatannotation(annotation))


def _fields_of_json() -> Iterator[tuple[str, str]]:
    for path in SCHEMAS:
        schema = json.loads(path.read_text("utf-8"))
        records = {path.name.partition(".")[0]: schema, **schema.get("$defs", {})}
        for record, rule in records.items():
            for field, value in rule.get("properties", {}).items():
                yield f"json/{record}/{field}", f" {json.dumps(value)}"


def _diagnostics() -> Iterator[tuple[str, str]]:
    for code, severity in sorted(emitted_diagnostics().items()):
        yield f"diagnostic/{code}", f": {severity}"


def _argument(call: ast.Call, place: int, name: str) -> ast.expr:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    return call.args[place] if len(call.args) > place else named[name]


def _code(value: ast.expr) -> str:
    assert isinstance(value, ast.Constant), "a code that is worked out cannot be documented"
    return str(value.value)


def _severity(value: ast.expr) -> str:
    assert isinstance(value, ast.Attribute), "a severity that is worked out cannot be documented"
    return value.attr.lower()


if __name__ == "__main__":
    told = text_of(surface())
    if "--write" in sys.argv:
        RELEASED.write_text(told, "utf-8")
    else:
        sys.stdout.write(told)
