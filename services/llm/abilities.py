"""What a model takes: found out from its complaints, and remembered for as long as the process lives."""

from dataclasses import dataclass, replace

import openai


@dataclass(frozen=True, slots=True)
class Abilities:
    """Which parts of a request a model understands. Every model is first taken for able."""

    takes_temperature: bool = True
    takes_schema: bool = True

    def after(self, error: openai.APIStatusError) -> "Abilities":
        """What is left when a request that used these abilities was answered with this complaint."""
        if error.status_code not in {400, 422}:
            return self
        complaint = f"{error.param or ''} {error.message}".lower()
        if self.takes_temperature and "temperature" in complaint:
            return replace(self, takes_temperature=False)
        if self.takes_schema and any(word in complaint for word in _SCHEMA_WORDS):
            return replace(self, takes_schema=False)
        return self

    def both(self, other: "Abilities") -> "Abilities":
        """What both say is understood: two calls at once may each learn something."""
        return Abilities(
            takes_temperature=self.takes_temperature and other.takes_temperature,
            takes_schema=self.takes_schema and other.takes_schema,
        )


_SCHEMA_WORDS = ("text.format", "json_schema", "response_format", "structured output", "json schema")
