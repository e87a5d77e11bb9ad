"""Estimate the weights from labelled pairs (first version)."""
