"""Making passwords expensive to guess: Argon2id (RFC 9106), two at a time in one process."""

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from yonder.vault.refusals import Busy


@dataclass(frozen=True)
class Kdf:
    """Cost of one stretch: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


# The one setting of the product. Changing it means a new slot kind, so that old slots still open.
PRODUCT_KDF = Kdf(memory=64 * 1024, passes=3, lanes=1)


class Stretcher:
    """Runs the stretch, `at_once` at most in one process: each takes 64 MiB (finding 34)."""

    def __init__(self, kdf: Kdf = PRODUCT_KDF, at_once: int = 2, patience: float = 20):
        self.kdf = kdf
        self.runs = 0
        self._gate = threading.BoundedSemaphore(at_once)
        self._patience = patience

    def stretch(self, secret: str, salt: bytes) -> bytes:
        """32 bytes from `secret` (NFC, UTF-8) and 16 bytes of `salt`; raises `Busy` if crowded."""
        normal = unicodedata.normalize("NFC", secret).encode()
        with self._turn():
            self.runs += 1
            return Argon2id(
                salt=salt,
                length=32,
                iterations=self.kdf.passes,
                lanes=self.kdf.lanes,
                memory_cost=self.kdf.memory,
            ).derive(normal)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._gate.acquire(timeout=self._patience):
            raise Busy
        try:
            yield
        finally:
            self._gate.release()
