"""The processes of a running Yonder: web workers and a clock, which begin and end together."""

import gc
import os
import resource
import signal
import socket
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from yonder.cli.clock import Clock
from yonder.cli.schema import close_connections
from yonder.cli.troubles import Trouble

MEMORY = Path("/dev/shm")  # noqa: S108 (for heartbeats: on a disk they would stall with the disk)
WORKERS, THREADS = 2, 4
SECONDS_TO_FINISH = 10  # what a request may still take after the word to stop
LINE, FIELDS, FIELD = 4_000, 60, 8_000  # bytes and counts a request's head may have


def take_port(port: int) -> socket.socket:
    """Hold the port from the start on, so that nothing is prepared in vain. 0 takes any."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        raise Trouble(
            f"Port {port} on this machine cannot be had: something else uses it, or may alone.",
            "Nothing was changed.",
            f"Stop the other one, or name another port: --port {8000 if port != 8000 else 8001}.",
        ) from error
    held.set_inheritable(True)
    return held


def run(held: socket.socket, on_ready: Callable[[], None]) -> None:
    """Serve until a signal says stop. Calls `on_ready` once when the port answers."""
    # What a crash leaves would hold the opened notes of that moment.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    web = Web(held, on_ready)
    close_connections()
    Tree(web).run()


class Web(BaseApplication):
    """The web server's settings. Nothing is read from the machine or from its environment."""

    def __init__(self, held: socket.socket, on_ready: Callable[[], None]):
        self.held, self.on_ready = held, on_ready
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.wanted().items():
            self.cfg.set(name, value)

    def wanted(self) -> dict[str, Any]:
        return {
            # The web server closes the number it was given, so our own object must let go of it.
            "bind": f"fd://{self.held.detach()}",
            "worker_class": "gthread",
            "workers": WORKERS,
            "threads": THREADS,
            "preload_app": True,
            "worker_tmp_dir": str(MEMORY) if os.access(MEMORY, os.W_OK) else None,
            "graceful_timeout": SECONDS_TO_FINISH,
            "limit_request_line": LINE,
            "limit_request_fields": FIELDS,
            "limit_request_field_size": FIELD,
            "control_socket_disable": True,
            # Paths name journeys, so who read what when must not lie in a log.
            "accesslog": None,
            "loglevel": "warning",
            "post_fork": lambda server, worker: server.clock.let_go(),
        }

    def load(self) -> Any:
        application = get_wsgi_application()
        # Loaded before the fork, the pages exist once for all workers and the first visit is quick.
        import_module(settings.ROOT_URLCONF)
        # What is loaded by now stays for good: no worker looks through it for garbage again.
        gc.collect()
        gc.freeze()
        return application


class Tree(Arbiter):
    """The web server's parent process, which also keeps the clock going."""

    def __init__(self, web: Web):
        self.clock, self.on_ready = Clock(), web.on_ready
        super().__init__(web)

    def init_signals(self) -> None:
        kept_going = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        super().init_signals()
        if kept_going:  # started with nohup
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def handle_hup(self) -> None:
        """The terminal was closed: a server nobody sees any more must not go on."""
        self.handle_term()

    def manage_workers(self) -> None:
        self.clock.keep(self.LISTENERS)
        super().manage_workers()
        self.on_ready()
        self.on_ready = _nothing_more

    def stop(self, graceful: bool = True) -> None:
        super().stop(graceful)
        self.clock.stop()


def _nothing_more() -> None:
    """It is said once that all is ready."""
