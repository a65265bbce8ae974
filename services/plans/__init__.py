"""Plans at rest: reading, accepting, the calendar. Making them is generation's work, changing them feedback's."""
