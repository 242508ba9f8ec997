"""`yonder serve` as the people who run a server meet it: real processes, real ports."""

import re
import signal
import stat
import time
import urllib.error
import urllib.request

import psutil
import pytest

from tests.serving import assert_refused, serving, yonder


def status(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (our own address)
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def family(served):
    parent = psutil.Process(served.process.pid)
    return [parent, *parent.children(recursive=True)]


def test_serve_says_ready_and_answers(folder, database):
    with serving(folder=folder, **database) as served:
        assert status(f"{served.ready}/sign-in/") == 200
        assert status(f"{served.address}/nothing-here/") == 404


def test_the_first_person_gets_a_link_that_works(folder, database):
    with serving(folder=folder, **database) as served:
        assert status(served.first_run) == 200


def test_nothing_else_on_the_network_can_reach_it(folder, database):
    with serving(folder=folder, **database) as served:
        parent, *_ = family(served)
        listening = [c.laddr.ip for c in parent.net_connections() if c.status == "LISTEN"]
        assert listening == ["127.0.0.1"]


def test_the_folders_belong_to_their_owner_alone(folder, database):
    with serving(folder=folder, **database):
        places = [folder / "data", folder / "data" / "ring", folder / "data" / "secret-key"]
        assert [stat.S_IMODE(place.stat().st_mode) & 0o077 for place in places] == [0, 0, 0]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_every_process(how, folder, database):
    with serving(folder=folder, **database) as served:
        everybody = family(served)
        assert len(everybody) == 4  # the parent, two for the web, one for the clock

        assert served.stop(how) == 0

        assert not [process for process in everybody if process.is_running()]


def test_no_process_outlives_a_parent_that_was_killed(folder, database):
    with serving(folder=folder, **database) as served:
        _, *children = family(served)

        served.process.kill()

        gone, alive = psutil.wait_procs(children, timeout=15)
        assert not alive


def test_a_clock_that_dies_is_started_again(folder, database):
    with serving(folder=folder, **database) as served:
        before = family(served)
        clock = next(p for p in before if p.ppid() == before[0].pid and _is_clock(p))

        clock.kill()

        limit = time.monotonic() + 15
        while time.monotonic() < limit and len(set(family(served)) - set(before)) < 1:
            psutil.wait_procs([clock], timeout=0.1)
        assert set(family(served)) - set(before)


def _is_clock(process):
    return not [link for link in process.net_connections() if link.status == "LISTEN"]


def test_no_process_leaves_its_memory_in_a_file_when_it_crashes(folder, database):
    with serving(folder=folder, **database) as served:
        parent = psutil.Process(served.process.pid)
        limits = {each.rlimit(psutil.RLIMIT_CORE) for each in [parent, *parent.children()]}

    assert limits == {(0, 0)}


def test_a_start_takes_at_most_two_and_a_half_seconds(folder, database):
    with serving(folder=folder, **database):
        pass

    began = time.monotonic()
    with serving(folder=folder, **database) as served:
        assert status(f"{served.ready}/sign-in/") == 200
        took = time.monotonic() - began

    print(f"start to first page: {took:.2f} s")
    assert took < 2.5


def test_a_second_start_keeps_what_is_there(folder, database):
    with serving(folder=folder, **database) as served:
        ring = (folder / "data" / "ring" / "keys").read_bytes()
    with serving(folder=folder, **database) as served:
        assert (folder / "data" / "ring" / "keys").read_bytes() == ring
        assert re.search(r"/first-run/", served.first_run)


def test_any_free_port_will_do_but_a_taken_one_will_not(folder, database):
    with serving(folder=folder, **database) as served:
        port = served.ready.rpartition(":")[2]

        answer = yonder("serve", "--port", port, folder=folder / "other", **database)

    assert_refused(answer, f"Port {port} on this machine cannot be had")
