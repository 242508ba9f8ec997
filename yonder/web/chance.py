"""Where questions are drawn from: the operating system's chance, which nobody can foresee."""

from random import SystemRandom

CHANCE = SystemRandom()
