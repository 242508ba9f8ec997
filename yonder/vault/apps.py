"""Django's handle on the sealed tables."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "yonder.vault"
