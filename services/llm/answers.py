"""The form of an answer: small pydantic models, their strict schema, and how a text is read as one of them."""

from functools import cache
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from services.llm.failures import ModelFailureReason, ModelUnusable

MOST_CHARACTERS = 40_000
"""Of an answer as JSON; more than any of ours can need."""


class StrictAnswer(BaseModel):
    """Every field is required, what may be missing is nullable, and nothing else is allowed: what strict schemas demand.

    A field too many is left out when an answer is read, because models that take no schema like to add some.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="ignore", frozen=True, json_schema_extra={"additionalProperties": False}
    )


Answer = TypeVar("Answer", bound=StrictAnswer)


@cache
def schema_of(answer: type[StrictAnswer]) -> dict[str, object]:
    return answer.model_json_schema()


def read_answer(text: str, answer: type[Answer]) -> Answer:
    """The text as an answer. Raises ModelUnusable for what is too long, no JSON, or not of the schema."""
    if len(text) > MOST_CHARACTERS:
        raise ModelUnusable(ModelFailureReason.MALFORMED)
    try:
        return answer.model_validate_json(_bare(text))
    except (ValidationError, UnicodeEncodeError):
        raise ModelUnusable(ModelFailureReason.MALFORMED) from None


def _bare(text: str) -> str:
    """Just the object: models that take no schema put words or a fence around it."""
    first, last = text.find("{"), text.rfind("}")
    return text[first : last + 1] if 0 <= first < last else text
