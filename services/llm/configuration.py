"""What the language model is, and how long it may take: plain values, for who has no need to load the provider's client."""

from dataclasses import dataclass

from pydantic import SecretStr

BASE_URL = "https://api.openai.com/v1"
MESSAGE_SECONDS = 15.0
BRIEF_SECONDS = 45.0


@dataclass(frozen=True, kw_only=True)
class ModelConfiguration:
    """Which model, where, and how many calls at once."""

    api_key: SecretStr
    model: str
    temperature: float = 0.7
    base_url: str = BASE_URL
    concurrency: int = 32


@dataclass(frozen=True, kw_only=True)
class Deadlines:
    """Seconds for each use, everything included; questions have 8 at most."""

    usual: float = MESSAGE_SECONDS
    brief: float = BRIEF_SECONDS


@dataclass(frozen=True, kw_only=True)
class ModelPlace:
    """All that it takes to open the model."""

    configuration: ModelConfiguration
    deadlines: Deadlines
    captures_content: bool
    """Whether prompts and answers go into traces."""
