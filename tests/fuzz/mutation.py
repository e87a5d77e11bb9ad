"""How the fuzzer changes an input: as libFuzzer does, byte by byte, or as time changes a page, line by line.

Bytes that change at random hardly ever make another date or another line; pages are made of these.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.damage import DAMAGES
from tests.strategies import BODIES, BULLETS, DATES, ENDS, INDENTS, NEWLINES, ODD, TITLES

PIECES = (DATES, DATES, TITLES, BODIES, ENDS, ODD)  # dates are what every format turns on
HOW = tuple(DAMAGES.values())


def mutator(by_bytes: Callable[[bytes, int], bytes]) -> Callable[[bytes, int, int], bytes]:
    """A mutator for atheris, which mostly uses libFuzzer's own."""

    def mutated(octets: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.6:
            return by_bytes(octets, longest)
        text = octets.decode("utf-8", "surrogateescape")
        text = _damaged(text, chance) if chance.random() < 0.3 else _with_another_line(text, chance)
        return text.encode("utf-8", "surrogatepass")[:longest]

    return mutated


def _damaged(text: str, chance: random.Random) -> str:
    return chance.choice(HOW)(text, chance.randrange(5000), chance.randint(1, 5))


def _with_another_line(text: str, chance: random.Random) -> str:
    """Put a line in, or in the place of another."""
    lines = text.split("\n")
    at = chance.randrange(len(lines) + 1)
    printed = chance.choice(chance.choice(PIECES))
    newline = chance.choice(NEWLINES)[:-1]
    lines[at : at + chance.randint(0, 1)] = [f"{chance.choice(INDENTS)}{chance.choice(BULLETS)}{printed}{newline}"]
    return "\n".join(lines)
