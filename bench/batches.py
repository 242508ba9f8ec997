"""Many requests one after the other, and what one of them costs on average."""

from dataclasses import dataclass

from bench.asks import Begin
from bench.serving import Server
from bench.spread import percentile

MILLI = 1000


@dataclass(frozen=True)
class Batch:
    """Milliseconds for one request: computing in the workers, and waiting in front of them."""

    cpu: float
    median: float
    p99: float


def batch(server: Server, begin: Begin, times: int) -> Batch:
    """Ask so often. The machine counts computing in hundredths of a second, so few is coarse."""
    ask = begin()
    before = server.cpu()
    waits = [ask().seconds * MILLI for _ in range(times)]
    cpu = (server.cpu() - before) * MILLI / times
    return Batch(cpu, percentile(waits, 0.5), percentile(waits, 0.99))
