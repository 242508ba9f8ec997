"""Two servers at the same letters, one of them killed in the middle: nobody gets two."""

import sys
from contextlib import ExitStack

import psutil
import pytest

from tests import serving
from tests.elsewhere import elsewhere
from tests.promises import mailing
from tests.promises.mailing import SlowOffice, noon
from tests.serving import yonder

PAIRS = 20


@pytest.fixture
def office():
    opened = SlowOffice()
    opened._counter.start()
    yield opened
    opened.over.set()
    opened._counter.stop()


@pytest.fixture
def run(folder, database, office):
    """Two servers begin; one is killed in the middle; gives everybody's address."""
    variables = database | office.variables
    variables |= {"YONDER_LETTERS": "0-24", "YONDER_TIME_ZONE": noon()}
    folder.mkdir(exist_ok=True)
    everybody = elsewhere(mailing.begin, PAIRS, folder=folder, **variables)

    def run() -> list[str]:
        with ExitStack() as stack:
            both = [
                stack.enter_context(serving.serving(folder=folder, **variables)) for _ in range(2)
            ]
            assert office.stuck.wait(mailing.PATIENCE)
            kill(next(one for one in both if office.port_of_stuck in ports(one)))
            office.over.set()
            office.wait_for(len(everybody) - 1)
        return everybody

    def next_day() -> None:
        elsewhere(mailing.a_day_passes, folder=folder, **variables)
        assert yonder("tick", folder=folder, **variables).returncode == 0

    run.next_day = next_day
    return run


def processes(served):
    parent = psutil.Process(served.process.pid)
    return [parent, *parent.children(recursive=True)]


def ports(served):
    return {line.laddr.port for one in processes(served) for line in one.net_connections()}


def kill(served):
    for process in processes(served):
        process.kill()


def test_nobody_gets_two_and_who_was_left_out_gets_it_the_next_day(run, office):
    everybody = run()
    assert len(everybody) == 2 * PAIRS
    assert set(office.counted().values()) == {1}
    (left_out,) = set(everybody) - office.counted().keys()

    run.next_day()

    assert office.counted() == dict.fromkeys(everybody, 1)
    assert str(office.messages[-1]["To"]) == left_out


def test_control_without_the_claim_the_same_run_makes_two(run, office, monkeypatch):
    unclaimed = [sys.executable, "-m", "tests.promises.unclaimed"]
    monkeypatch.setattr(serving, "YONDER", unclaimed)
    run()
    assert 2 in office.counted().values()
