"""The domain: people, journeys, what they write. Knows no page and no clock of its own."""
