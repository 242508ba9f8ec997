"""Yonder: career conversations, kept in a vault that only the people in them can open."""

__version__ = "0.1.0"
