"""`python -m bench.limit.serve`: the limit page on a free port, until a signal says stop."""

import os
import socket
from typing import Any

import django
from django.core.wsgi import get_wsgi_application
from django.db import connection
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

# As `yonder serve` has them; tests/bench/test_limit.py holds the two together.
SETTINGS: dict[str, Any] = {
    "worker_class": "gthread",
    "workers": 2,
    "threads": 4,
    "preload_app": True,
    "worker_tmp_dir": "/dev/shm" if os.access("/dev/shm", os.W_OK) else None,  # noqa: S108
    "graceful_timeout": 10,
    "limit_request_line": 4_000,
    "limit_request_fields": 60,
    "limit_request_field_size": 8_000,
    "control_socket_disable": True,
    "accesslog": None,
    "loglevel": "warning",
}


class Web(BaseApplication):
    """The web server's settings, and what it serves."""

    def __init__(self, held: socket.socket):
        self.held = held
        super().__init__()

    def load_config(self) -> None:
        for name, value in SETTINGS.items():
            self.cfg.set(name, value)
        self.cfg.set("bind", f"fd://{self.held.detach()}")

    def load(self) -> Any:
        return get_wsgi_application()


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.limit.settings"
    django.setup()
    from bench.limit.filling import fill

    fill()
    _let_go_of_database()
    held = socket.create_server(("127.0.0.1", 0))
    held.set_inheritable(True)
    print(f"ready http://127.0.0.1:{held.getsockname()[1]}", flush=True)
    Arbiter(Web(held)).run()


def _let_go_of_database() -> None:
    # Before a fork: two processes must never speak on one connection.
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()


if __name__ == "__main__":
    main()
