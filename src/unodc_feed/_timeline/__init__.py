"""Entry to merged Entry to Story: what several observations say about one item, and what belongs together."""
