"""From parsed entries to a timeline: each item once."""
