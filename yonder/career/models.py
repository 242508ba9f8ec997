"""The clear tables, in reading order: only what must work while everything is closed."""

from yonder.career.people import Person, Workplace
from yonder.career.journeys import Journey
from yonder.career.invitations import Invitation
from yonder.career.letterboxes import Letterbox
from yonder.career.cascade import Listening, Question

__all__ = [
    "Invitation",
    "Journey",
    "Letterbox",
    "Listening",
    "Person",
    "Question",
    "Workplace",
]
