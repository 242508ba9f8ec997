"""Style and scripts are written in many small files and leave the server as few large ones."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

Paths = dict[str, tuple[Storage, str]]
Wrap = Callable[[re.Match[str], str], str]

CSS_PART = re.compile(r'^@import url\("(?P<part>[^"]+)"\)(?: layer\((?P<layer>\w+)\))?;$', re.M)
JS_PART = re.compile(r'^import "\./(?P<part>[^"]+)";$', re.M)


def _in_layer(found: re.Match[str], text: str) -> str:
    return f"@layer {found['layer']} {{\n{text}}}" if found["layer"] else text


def _in_block(found: re.Match[str], text: str) -> str:
    # A block keeps each file's own names apart. Imports cannot stand in one.
    if re.search(r"^(import|export)\b", text, re.M):
        raise ValueError(f"{found['part']} imports or exports, so it cannot be joined.")
    return f"{{\n{text}}}"


JOINED: dict[str, tuple[re.Pattern[str], Wrap]] = {
    "css/site.css": (CSS_PART, _in_layer),
    "js/site.js": (JS_PART, _in_block),
}


class JoinedStaticFiles(CompressedManifestStaticFilesStorage):
    """Collects with hashed names; the two files of JOINED take their parts into themselves."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        return super().post_process(paths if dry_run else joined(paths), dry_run=dry_run, **options)


def joined(paths: Paths) -> Paths:
    """The same files, with each joined file in memory and its parts left out."""
    memory, kept = InMemoryStorage(), dict(paths)
    for whole in JOINED.keys() & paths.keys():
        text, parts = join(whole, lambda name: _read(paths, name))
        memory.save(whole, ContentFile(text.encode()))
        kept[whole] = (memory, whole)
        for part in parts:
            kept.pop(part)
    return kept


def join(whole: str, read: Callable[[str], str]) -> tuple[str, list[str]]:
    """The text of one joined file and the names of the parts that went into it."""
    pattern, wrap = JOINED[whole]
    folder, parts = PurePosixPath(whole).parent, []

    def take_in(found: re.Match[str]) -> str:
        parts.append(str(folder / found["part"]))
        return wrap(found, read(parts[-1]))

    return pattern.sub(take_in, read(whole)), parts


def _read(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read(), "utf-8")
