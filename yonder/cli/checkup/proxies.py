"""Does the web server in front write down what it should forget? Read for nginx alone."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from yonder.cli.checkup.findings import Finding, Group, Surroundings

FILES = ("nginx.conf", "conf.d/*.conf", "sites-enabled/*", "http.d/*.conf")
NOTE = re.compile(r"#.*")


@dataclass(frozen=True)
class Proxies:
    """File → its text without notes, for each file that names the address people use."""

    ours: dict[Path, str]


def gather(where: Surroundings) -> Proxies:
    address = settings.YONDER_ADDRESS
    return Proxies(dict(_naming(address.hostname, where.etc / "nginx")) if address else {})


def access_log_on(facts: Proxies) -> Iterator[Finding]:
    for path, text in facts.ours.items():
        if not re.search(r"\baccess_log\s+off\s*;", text):
            yield Finding(
                f"{path} lets nginx write down who opened which page, and when.",
                "Add the line: access_log off;",
            )


def answers_on_disk(facts: Proxies) -> Iterator[Finding]:
    for path, text in facts.ours.items():
        if not re.search(r"\bproxy_max_temp_file_size\s+0\s*;|\bproxy_buffering\s+off\s*;", text):
            yield Finding(
                f"{path} lets nginx park long pages in a file on the disk.",
                "Add the line: proxy_max_temp_file_size 0;",
            )


def forms_on_disk(facts: Proxies) -> Iterator[Finding]:
    for path, text in facts.ours.items():
        if not re.search(r"\bclient_body_buffer_size\s+\d+m\s*;", text):
            yield Finding(
                f"{path} lets nginx park what people send in a file on the disk.",
                "Add the line: client_body_buffer_size 10m;",
            )


def _naming(host: str | None, folder: Path) -> Iterator[tuple[Path, str]]:
    for pattern in FILES:
        for path in sorted(folder.glob(pattern)):
            with suppress(OSError):
                text = NOTE.sub("", path.read_text(errors="replace"))
                if host and re.search(rf"\bserver_name\b[^;]*\s{re.escape(host)}[\s;]", text):
                    yield path, text


PROXIES = Group(gather, (access_log_on, answers_on_disk, forms_on_disk))
