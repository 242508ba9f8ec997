"""The line as its templates write it, without a server around them."""

from django.template import engines

from yonder.planning.drawing import drawing
from yonder.planning.line import PLACES, Line, reason, way

NAMES = dict(zip(PLACES, ("Turns", "What matters", "Visions", "Skills", "Steps"), strict=True))


def parts(whole: Line, chosen: str = "") -> dict[str, str]:
    """What a page puts together: shapes, the wide drawing, the narrow form, reason and table."""
    things = {one.id: one for one in whole.things}
    lit = way(whole, chosen) if chosen else frozenset[str]()
    given = {
        "picture": drawing(whole, lit),
        "lit": lit,
        "chosen": things.get(chosen),
        "place_names": NAMES,
        "owns": True,
        "reason": reason(whole, chosen),
        "reasons": [reason(whole, one.id) for one in whole.things if one.place == "action"],
        "has_values": any(one.place == "value" for one in whole.things),
    }
    names = {
        "shapes": "shapes",
        "wide": "wide",
        "narrow": "tall" if given["picture"].tall else "narrow",
        "reason": "reason",
        "table": "table",
    }
    return {
        part: engines.all()[0].get_template(f"line/{name}.html").render(dict(given))
        for part, name in names.items()
        if part != "reason" or given["reason"]
    }
