"""Which column of a list of people is what, by its heading in exports of today.

English, German and Spanish. Capitals, accents, spaces and signs do not count.
"""

import unicodedata
from collections.abc import Mapping, Sequence

from yonder.interchange.grids import Misfit, Unfit, short

UNUSED = ""
PLACE = ("unit", "shift", "manager", "last-day")
FIELDS = ("number", "email", "name", "first-name", "last-name", *PLACE)
HEADINGS: dict[str, str] = {
    "number": """number, employee id, employee number, employee no, employee nr, employee code,
        personnel number, personnel no, personnel id, staff id, staff number, worker id, person id,
        payroll number, id, no, personalnummer, personalnr, personal-nr, pers.nr, pnr,
        mitarbeiternummer, mitarbeiternr, mitarbeiter-id, stammnummer, número de empleado,
        n empleado, nº empleado, número, id de empleado, id empleado, código de empleado, legajo,
        matrícula, nómina""",
    "email": """email, e-mail address, mail, work email, business email, company email, work mail,
        email (work), primary work email, e-mail-adresse, mailadresse, dienstliche e-mail,
        geschäftliche e-mail, e-mail geschäftlich, correo, correo electrónico, correo corporativo,
        correo de trabajo, email corporativo, dirección de correo""",
    "name": """name, full name, display name, employee name, worker, employee, person, people,
        vollständiger name, mitarbeiter, mitarbeitername, mitarbeiter/in, mitarbeitende,
        anzeigename, nombre, nombre completo, nombre y apellidos, empleado, empleada""",
    "first-name": """first name, given name, forename, preferred first name, vorname, rufname,
        nombre de pila, primer nombre, nombres""",
    "last-name": """last name, surname, family name, nachname, familienname, zuname, apellido,
        apellidos""",
    "unit": """unit, department, dept, department name, team, division, organisation,
        organization, org unit, organizational unit, organisational unit, business unit, section,
        abteilung, bereich, einheit, organisationseinheit, org.-einheit, departamento, área,
        equipo, unidad, sección""",
    "shift": """shift, shift name, work shift, shift pattern, shift group, crew, schicht,
        schichtgruppe, schichtplan, schichtmodell, turno, grupo de turno""",
    "last-day": """last day, last day of work, last working day, termination date, leaving date,
        leave date, exit date, austritt, austrittsdatum, austritt am, letzter tag,
        letzter arbeitstag, fecha de baja, fecha de salida, último día, baja""",
}
# The best one first: a number says more surely who is meant than a name.
MANAGERS = (
    """manager id, manager number, manager employee id, manager employee number,
    manager personnel number, supervisor id, supervisor number, supervisor employee id,
    reports to id, line manager id, vorgesetzten-nr, vorgesetztennummer, vorgesetzter id,
    vorgesetzter nr, vorgesetzter personalnummer, personalnummer vorgesetzter,
    personalnummer des vorgesetzten, personalnr vorgesetzter, führungskraft id,
    führungskraft nummer, führungskraft personalnummer, id del jefe, id jefe, número del jefe,
    legajo del jefe, id del supervisor, id supervisor, id responsable""",
    """manager email, manager e-mail address, supervisor e-mail, line manager email,
    reports to email, vorgesetzter e-mail, e-mail vorgesetzter, e-mail des vorgesetzten,
    führungskraft e-mail, correo del jefe, correo jefe, correo del supervisor, email del jefe,
    correo del responsable""",
    """manager, line manager, direct manager, supervisor, reports to, boss, lead, team lead,
    leader, vorgesetzter, vorgesetzte, vorgesetzte/r, führungskraft, teamleiter, teamleitung,
    leitung, chef, jefe, jefa, jefe directo, responsable, superior, supervisora, reporta a""",
    """manager name, supervisor name, line manager name, name vorgesetzter,
    name des vorgesetzten, vorgesetzter name, führungskraft name, nombre del jefe,
    nombre del supervisor, nombre del responsable""",
)


def folded(heading: str) -> str:
    """By this two headings are the same."""
    apart = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


def _known() -> dict[str, tuple[str, int]]:
    every = [(field, 0, words) for field, words in HEADINGS.items()]
    every += [("manager", rank, words) for rank, words in enumerate(MANAGERS)]
    return {folded(one): (field, rank) for field, rank, words in every for one in words.split(",")}


KNOWN = _known()


def guessed(head: Sequence[str]) -> list[str]:
    """For each column the field its heading stands for, or nothing. A field may be there twice."""
    found = [KNOWN.get(folded(one), (UNUSED, 0)) for one in head]
    best = min((rank for field, rank in found if field == "manager"), default=0)
    fields = [UNUSED if field == "manager" and rank > best else field for field, rank in found]
    return _named(fields)


def mapped(head: Sequence[str], chosen: Mapping[str, str]) -> list[str]:
    """`guessed`, but for the columns somebody has chosen a field for. Raises `Unfit`."""
    there = {folded(one) for one in head}
    lost = [Misfit("no-column", 1, words=short(one)) for one in chosen if folded(one) not in there]
    if lost:
        raise Unfit(*lost)
    wanted = {folded(one): field for one, field in chosen.items()}
    taken = set(wanted.values())
    return [
        wanted.get(folded(one), UNUSED if field in taken else field)
        for one, field in zip(head, guessed(head), strict=True)
    ]


def refuse_unclear(head: Sequence[str], fields: Sequence[str]) -> None:
    """Raises `Unfit` when a field stands over two columns, or no column says the names."""
    if not any(field in ("name", "first-name", "last-name") for field in fields):
        raise Unfit(Misfit("no-names", 1, words=", ".join(short(one) for one in head[:12] if one)))
    twice = [field for field in FIELDS if fields.count(field) > 1]
    columns = [
        ", ".join(short(one) for one, used in zip(head, fields, strict=True) if used == field)
        for field in twice
    ]
    if twice:
        raise Unfit(*(Misfit("field-twice", 1, *pair) for pair in zip(columns, twice, strict=True)))


def _named(fields: list[str]) -> list[str]:
    """“Name” beside “Vorname” is the last name, “nombre” beside “apellidos” the first one; beside
    both it is the whole."""
    if "name" not in fields:
        return fields
    first, last = "first-name" in fields, "last-name" in fields
    if first and last:
        return [UNUSED if field in ("first-name", "last-name") else field for field in fields]
    other = "last-name" if first else "first-name" if last else "name"
    return [other if field == "name" else field for field in fields]
