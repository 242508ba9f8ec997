"""What every answer tells the browser, at every address, for everybody; and what cookies may do."""

import http.client
import re
import subprocess
import sys

import pytest

from tests.cast import PASSWORD, browser
from tests.promises import doors
from tests.serving import environment, serving

POLICY = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'"}
POLICY |= {"frame-ancestors": "'none'", "form-action": "'self'", "base-uri": "'none'"}
ADDRESS = "https://yonder.example"


def faults(answer):
    """What is missing or too much in the headers of one answer."""
    told = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    said = {name: value for name, value in told.items() if name in POLICY}
    found = [] if said == POLICY else [f"policy {told}"]
    found += ["unsafe"] if "unsafe" in answer["Content-Security-Policy"] else []
    wanted = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    wanted |= {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"}
    found += [name for name, value in wanted.items() if answer.headers.get(name) != value]
    return found + [name for name in ("ETag", "Last-Modified") if name in answer.headers]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_is_private_and_strict(vault, workplace, method):
    house = doors.build(vault, workplace)
    everywhere = [(name, who) for name in doors.ANSWERS for who in doors.PEOPLE]
    wrong = {one: faults(house.knock(*one, method)) for one in everywhere}
    assert {one: what for one, what in wrong.items() if what} == {}


def test_answers_about_errors_are_no_exception(ravi):
    answers = [browser().get("/nowhere/"), browser().get("/", headers={"Host": "evil.example"})]
    answers.append(browser(ravi).post("/me/", b"{", content_type="text/plain"))
    assert [faults(answer) for answer in answers] == [[], [], []]


def test_a_page_with_an_inline_script_allowed_would_be_caught(workplace):
    """The control."""
    answer = browser().get("/sign-in/")
    answer["Content-Security-Policy"] += "; script-src-elem 'unsafe-inline'"
    del answer["Cache-Control"]
    assert faults(answer) == ["unsafe", "Cache-Control"]


def test_no_page_holds_a_script_or_a_style_of_its_own(vault, workplace):
    house = doors.build(vault, workplace)
    for name in doors.ANSWERS:
        for who in ("nobody", "ravi", "closed"):
            page = house.knock(name, who, "GET").content.decode()
            assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=", page), name


# ---- cookies -------------------------------------------------------------------------------------


def cookies(heads):
    """Name → what it may do, of each Set-Cookie line."""
    lines = [value for name, value in heads if name.lower() == "set-cookie"]
    found = {}
    for line in lines:
        name, *parts = line.split("; ")
        found[name.partition("=")[0]] = {part.partition("=")[0].lower(): part for part in parts}
    return found


def signed_in(port, first_run, **heads):
    """All cookies a first sign-in sets, asked over a plain connection as a proxy asks."""
    path = re.sub(r"^\w+://[^/]+", "", first_run)
    first = ask(port, "GET", path, **heads)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', first.page)[1]
    jar = "; ".join(line.split(";")[0] for name, line in first.heads if name == "Set-Cookie")
    fields = f"workplace=Fernhill&login=olga&password={PASSWORD.replace(' ', '+')}"
    form = {"Cookie": jar, "Content-Type": "application/x-www-form-urlencoded", **heads}
    body = f"{fields}&csrfmiddlewaretoken={token}"
    second = ask(port, "POST", path, body, **form)
    assert second.status == 302, second.page
    return cookies(first.heads) | cookies(second.heads)


def ask(port, method, path, body=None, **heads):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body, heads)
    answer = connection.getresponse()
    answer.page, answer.heads = answer.read().decode(), answer.getheaders()
    connection.close()
    return answer


def port_of(served):
    return int(served.ready.rpartition(":")[2])


def test_cookies_on_this_machine(folder, database):
    with serving(folder=folder, **database) as served:
        found = signed_in(port_of(served), served.first_run)
    assert found.keys() == {"session", "csrf", "unlock", "device"}
    assert all("httponly" in may and "secure" not in may for may in found.values())
    assert found["unlock"]["samesite"] == found["device"]["samesite"] == "SameSite=Strict"
    assert not {"expires", "max-age"} & found["unlock"].keys()  # it goes with the browser


def test_cookies_behind_a_proxy(folder, database):
    heads = {"Host": "yonder.example", "X-Forwarded-Proto": "https", "Origin": ADDRESS}
    with serving(folder=folder, YONDER_ADDRESS=ADDRESS, **database) as served:
        found = signed_in(port_of(served), served.first_run, **heads)
        page = ask(port_of(served), "GET", "/sign-in/", **heads)
    assert found.keys() == {"__Host-session", "__Host-csrf", "__Host-unlock", "__Host-device"}
    for may in found.values():
        assert {"httponly", "secure"} <= may.keys()
        assert (may["path"], "domain" in may) == ("Path=/", False)
    assert page.getheader("Strict-Transport-Security", "").startswith("max-age=31536000")


def test_plain_http_behind_a_proxy_is_sent_to_the_address_people_use(folder, database):
    with serving(folder=folder, YONDER_ADDRESS=ADDRESS, **database) as served:
        answer = ask(port_of(served), "GET", "/sign-in/", Host="yonder.example")
    assert (answer.status, answer.getheader("Location")) == (301, f"{ADDRESS}/sign-in/")


def deploy_warnings(folder, **variables):
    command = [sys.executable, "-m", "django", "check", "--deploy"]
    known = {"DJANGO_SETTINGS_MODULE": "yonder.settings", **variables}
    asked = environment(folder, **known)
    said = subprocess.run(command, env=asked, capture_output=True, text=True, timeout=60)
    return set(re.findall(r"\((\w+\.\w\d+)\)", said.stderr + said.stdout))


def test_the_frameworks_own_check_finds_nothing(folder):
    assert deploy_warnings(folder, YONDER_ADDRESS=ADDRESS) == set()


def test_on_this_machine_it_misses_https_alone(folder):
    """The control: the same check does warn, about what plain http cannot have (decision 24)."""
    missing = {"security.W004", "security.W008", "security.W012", "security.W016"}
    assert deploy_warnings(folder) == missing
