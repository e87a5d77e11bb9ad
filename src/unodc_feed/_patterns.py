"""Patterns that are compiled when they are first used: to compile all of them takes longer than an import should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

_Pattern = TypeVar("_Pattern")


class _Deferred:
    """Stands for a pattern, and has each of its methods at hand once that was asked for."""

    def __init__(self, compiling: Callable[[], object]) -> None:
        self._compiling = compiling

    def __getattr__(self, name: str) -> Any:
        if "_pattern" not in self.__dict__:
            self._pattern = self._compiling()
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found


def deferred(compiler: Callable[..., _Pattern], pattern: str, flags: int = 0) -> _Pattern:
    """A pattern that ``re.compile`` or ``regex.compile`` makes of a text, when it is first used."""
    return cast(_Pattern, _Deferred(lambda: compiler(pattern, flags)))
