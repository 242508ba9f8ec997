"""The command line: one module per command, each with the command's own name."""
