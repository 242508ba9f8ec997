"""An answer that goes out first; what takes its time comes after."""

from collections.abc import Callable

from django.http import HttpResponse


class Afterwards(HttpResponse):
    """`then` runs when the answer has left, so its duration tells the asker nothing."""

    def __init__(self, page: str, then: Callable[[], object]):
        super().__init__(page)
        self._then: Callable[[], object] | None = then

    def close(self) -> None:
        super().close()
        then, self._then = self._then, None
        if then:
            then()
