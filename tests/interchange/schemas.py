"""Holds a value against a JSON Schema: as much of 2020-12 as the published one uses."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
TOLD = {"title", "description", "default", "$schema", "$defs"}


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "$") -> list[str]:
    """Where the value is not what the schema says; a word of it we do not know is one too."""
    return [
        fault for word in schema.keys() - TOLD for fault in _held(word, value, schema, whole, at)
    ]


def _held(word: str, value: Any, schema: Any, whole: Any, at: str) -> Iterator[str]:
    said = schema[word]
    match word:
        case "$ref":
            yield from faults(value, whole["$defs"][said.rpartition("/")[2]], whole, at)
        case "anyOf":
            if all(faults(value, one, whole, at) for one in said):
                yield f"{at}: none of {len(said)}"
        case "items" if isinstance(value, list):
            for place, one in enumerate(value):
                yield from faults(one, said, whole, f"{at}[{place}]")
        case "properties" if isinstance(value, dict):
            for name in value.keys() & said.keys():
                yield from faults(value[name], said[name], whole, f"{at}.{name}")
        case "additionalProperties" if isinstance(value, dict):
            for name in value.keys() - schema.get("properties", {}).keys():
                yield from [f"{at}.{name}"] if said is False else faults(value[name], said, whole)
        case _:
            if not _fits(word, said, value):
                yield f"{at}: {word} {said}"


def _fits(word: str, said: Any, value: Any) -> bool:
    match word:
        case "type":
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole if said == "integer" else isinstance(value, TYPES[said])
        case "enum":
            return value in said
        case "required":
            return not isinstance(value, dict) or value.keys() >= set(said)
        case "maxLength" | "maxItems":
            return len(value) <= said
        case "minimum":
            return value >= said
        case "maximum":
            return value <= said
        case "pattern":
            return re.search(said, value) is not None
        case "format":
            return _is(said, value)
        case "propertyNames" | "items" | "properties" | "additionalProperties":
            return True
    return False


def _is(said: str, value: str) -> bool:
    try:
        return bool({"uuid": UUID, "date": date.fromisoformat}[said](value))
    except ValueError:
        return False
