"""The independent checker: it reads a finished plan and says which rules it keeps; it shares no code with planning."""
