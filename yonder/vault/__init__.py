"""The vault: what only the people in it can open. It knows participants and circles, no journeys."""
