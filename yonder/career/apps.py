"""Django's handle on the clear tables."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "yonder.career"
