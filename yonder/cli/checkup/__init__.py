"""What `yonder doctor` looks at: one file for each group of checks, each with its own facts.

A group gathers facts once, and its checks are small pure functions on them. Nothing is changed.
"""
