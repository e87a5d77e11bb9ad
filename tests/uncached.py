"""A plugin of pytest for mutation testing: no mutant is spared by a value that was remembered before its time."""

import gc
from functools import _lru_cache_wrapper


def pytest_sessionstart() -> None:
    """Forget what all caches hold."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper):
            found.cache_clear()
