"""The way of a person through Coachbook, shown in a terminal."""
