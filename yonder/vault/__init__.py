"""The vault: what only the people in it can open. It knows persons and circles, no journeys."""
