"""The lines of the table, one module for each kind of thing that is measured."""
