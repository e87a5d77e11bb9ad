"""Measures the library beside the floor and its peers: ``python -m benchmarks``, with the extra ``bench``."""
