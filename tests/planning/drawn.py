"""The line as its templates write it, without a server around them."""

from django.template import engines

from yonder.planning.drawing import drawing
from yonder.planning.line import PLACES, Line, by_place, reason, way

NAMES = dict(zip(PLACES, ("Turns", "What matters", "Visions", "Skills", "Steps"), strict=True))


def parts(whole: Line, chosen: str = "") -> dict[str, str]:
    """What a page puts together: shapes, wide drawing, narrow form, the way in words, table."""
    things = {one.id: one for one in whole.things}
    steps = [one.id for one in whole.things if one.place == "action"]
    lit = way(whole, chosen) if chosen else frozenset[str]()
    given = {
        "picture": drawing(whole, lit),
        "lit": lit,
        "chosen": things.get(chosen),
        "place_names": NAMES,
        "hanging": by_place(whole, lit),
        "owns": True,
        "reason": reason(whole, chosen) if chosen in steps else None,
        "reasons": [reason(whole, one) for one in steps],
    }
    names = {
        "shapes": "shapes",
        "wide": "wide",
        "narrow": "tall" if given["picture"].tall else "narrow",
        "reason": "reason" if given["reason"] else "way",
        "table": "table",
    }
    return {
        part: engines.all()[0].get_template(f"line/{name}.html").render(dict(given))
        for part, name in names.items()
    }
