"""The whole story, with a sentence in everything that can be filled in, rightly or not."""

import html
import re
import sqlite3
from urllib.parse import quote

import psycopg

from tests.promises import story
from tests.promises.canaries import SENTENCE
from tests.promises.story import PASSWORDS, WRONG

PAGES = ("/", "/invite/", "/me/", "/me/password/", "/me/recovery-code/", "/me/sign-ins/")
PAGES += (
    "/me/addresses/",
    "/me/factor/",
    "/me/factor/on/",
    "/me/former/",
    "/people/",
    "/team/",
    "/pages/",
    "/pages/room/",
    "/pages/take/",
    "/workplace/",
    "/practice/",
)
PAGES += ("/sign-in/", "/recover/", "/reset/", "/reset/made-up/", "/protection/")
PAGES += ("/protection/council/", "/nowhere/")


def tell(served, variables):
    told = story.begin(served)
    written(told)
    carried(told)
    refused(told)
    misplaced(told)
    closed(told)
    secrets(told)
    broken(told, served, variables)
    return told


def written(told):
    assert told.write(told.ravi).status == 200
    assert told.write(told.olga).status == 200
    assert SENTENCE in html.unescape(told.ravi.get(told.journey).page)
    told.write(told.ravi, rev=1)
    told.ravi.post(told.journey, verb="ask-erase")
    told.olga.post(told.journey, verb="erase")
    for _ in range(2):
        told.ravi.post("/pages/", verb="vision-write", name=told.typed(), text=told.typed())
    assert SENTENCE in html.unescape(told.ravi.get("/pages/").page)


def carried(told):
    """Taken away to read and for programs; looked at and taken in by somebody else."""
    book = told.ravi.post("/pages/take/", verb="for-people").page
    assert SENTENCE in html.unescape(book)
    file = told.ravi.post("/pages/take/", verb="for-programs").page
    looked = told.olga.send("/pages/take/", *to_look_at(file))
    packed = re.search(r'name="file" value="([^"]+)"', looked.page)[1]
    told.olga.post("/pages/take/", verb="take-in", file=packed)
    assert SENTENCE in html.unescape(told.olga.get("/pages/").page)


def to_look_at(file):
    fields = 'name="verb"\r\n\r\nlook', f'name="file"; filename="pages.yonder"\r\n\r\n{file}'
    parts = "".join(f"--x\r\nContent-Disposition: form-data; {one}\r\n" for one in fields)
    return f"{parts}--x--\r\n".encode(), "multipart/form-data; boundary=x"


def refused(told):
    """Everything a page can answer with besides yes."""
    assert "in another window" in told.write(told.ravi, rev=0).page
    told.write(told.ravi, rev=told.typed())
    told.write(told.ravi, text=told.typed() * 1000)
    told.write(told.ravi, verb=told.typed())
    for path in (*PAGES, told.journey, told.journey + "key/", told.journey + "readers/"):
        who, text = told.ravi, told.typed()
        fields = ("verb", "text", "code", "digits", "email", *(() if path == "/me/" else ("name",)))
        who.post(path, **dict.fromkeys(fields, text))  # one's own name is in clear: not that
        who.post(path, **dict.fromkeys(("old", "secret", "id", "person", "rev", "key"), text))
    told.ravi.post("/me/", unlock_password=told.typed())


def misplaced(told):
    """Where no sentence belongs: addresses, headers, files, broken and huge requests."""
    text = told.typed()
    for path in (*PAGES, told.journey, told.journey + "key/"):
        told.ravi.get(f"{path}?q={quote(text)}&next={quote(text)}", Referer=quote(text))
    told.ravi.get(f"/{quote(text)}/")
    told.ravi.get(f"/reset/{quote(text, safe='')}/")
    told.ravi.get("/", **{"User-Agent": quote(text), "X-Forwarded-For": quote(text)})
    told.ravi.send(told.journey, f'{{"text": "{text}"}}'.encode(), "application/json")
    told.ravi.send(told.journey, text.encode() * 20_000, "text/plain")
    told.ravi.send(told.journey, f"verb=write&text={quote(text) * 300_000}".encode())
    told.ravi.send(told.journey, *as_a_file(text))
    told.ravi.send(told.journey, b"--x\r\nContent-Disposition: form-data\r\n" + text.encode())
    told.ravi.stranger().send(told.journey, f"text={quote(text)}".encode())
    told.ravi.stranger().send("/reset/a-link-that-may-be-good/", f"text={quote(text)}".encode())


def as_a_file(text):
    head = f'--x\r\nContent-Disposition: form-data; name="text"; filename="{text}.txt"\r\n\r\n'
    body = head.encode() + text.encode() * 90_000 + b"\r\n--x--\r\n"
    return body, "multipart/form-data; boundary=x"


def closed(told):
    """Typed into a page that had closed: it comes back, with a wrong password and the right one."""
    told.ravi.post("/close/")
    text = told.typed()
    answer = told.write(told.ravi, text=text, rev=2)
    assert answer.status == 403
    assert text in html.unescape(answer.page)
    told.write(told.ravi, text=text, rev=2, unlock_password=WRONG)
    told.write(told.ravi, text=text, rev=2, unlock_password=PASSWORDS["ravi"])
    assert text in html.unescape(told.ravi.get(told.journey).page)
    told.secrets.append(told.ravi.cookie("unlock"))


def secrets(told):
    """Recovery code, second factor, and what people type into the wrong field."""
    told.ravi.post("/me/confirm/", password=PASSWORDS["ravi"])
    page = html.unescape(told.ravi.post("/me/recovery-code/", verb="make").page)
    code = re.search(r"(?:[0-9A-Z]{4} ){6}[0-9A-Z*~$=]{3}", page)[0]
    told.ravi.post("/me/recovery-code/", verb="type-back", code=code)
    told.olga.post("/sign-out/")
    told.olga.post("/sign-in/", name=WRONG, password=told.typed())
    told.olga.post("/sign-in/", name="olga", password=WRONG)
    told.olga.post("/recover/", name=told.typed(), code=told.typed(), password=WRONG)
    told.secrets += [code, code.replace(" ", "")]


def broken(told, served, variables):
    """The server itself stumbles over a request that holds a sentence."""
    rename(served, variables, "vault_body", "elsewhere")
    assert told.write(told.ravi, rev=3).status == 500
    rename(served, variables, "elsewhere", "vault_body")
    assert told.write(told.ravi, rev=3).status == 200


def rename(served, variables, table, into):
    address = variables.get("DATABASE_URL")
    database = served.folder / "data" / "yonder.sqlite3"
    with psycopg.connect(address) if address else sqlite3.connect(database) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {into}")
