"""Pure algorithms on frozen dataclasses: no database, no page, no clock."""
