"""Read captures of UNODC's news listings into immutable, typed records."""

__version__ = "0.1.0"
