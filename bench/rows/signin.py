"""Signing in against the bare stretching of a password, which is what it should cost."""

import time
from collections.abc import Iterator
from functools import partial

from bench import budgets
from bench.figures import Figure
from bench.places import Place
from bench.plans import Plan
from bench.rounds import in_rounds
from bench.serving import Server
from bench.spread import ratios, spread
from bench.visitor import Visitor
from yonder.vault.stretching import Stretcher

BARE, SIGN_IN = "bare stretching", "sign-in"
SALT = bytes(16)
MILLI = 1000


def figures(place: Place, server: Server, plan: Plan) -> Iterator[Figure]:
    """CPU for one sign-in: the form that is sent, without the page before it and after it."""
    sides = {
        BARE: partial(_stretch, plan.sign_ins),
        SIGN_IN: partial(_sign_in, place, server, plan.sign_ins),
    }
    taken = {name: spread(each) for name, each in in_rounds(sides, plan.rounds).items()}
    yield Figure(f"{BARE}: CPU", place.kind, "ms", taken[BARE])
    ratio = ratios(taken[SIGN_IN], taken[BARE])
    yield Figure(f"{SIGN_IN}: CPU", place.kind, "ms", taken[SIGN_IN], ratio, budgets.SIGN_IN)


def _stretch(times: int) -> float:
    stretcher, before = Stretcher(), time.process_time()
    for _ in range(times):
        stretcher.stretch("a sentence nobody uses", SALT)
    return (time.process_time() - before) * MILLI / times


def _sign_in(place: Place, server: Server, times: int) -> float:
    with Visitor(server.address) as visitor:
        visitor.get("/sign-in/")
        before = server.cpu()
        for _ in range(times):
            visitor.sign_in(place.login, place.password)
        return (server.cpu() - before) * MILLI / times
