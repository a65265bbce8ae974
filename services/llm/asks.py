"""One question to the model: a prompt, the material on the athlete, and the form of the answer."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from services.llm.answers import StrictAnswer
from services.llm.prompt_files import Prompt

AnswerForm = TypeVar("AnswerForm", bound=StrictAnswer, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Generic[AnswerForm]):
    """What is asked. `seconds` are for everything together: waiting for a slot, both calls, and the pause between them."""

    prompt: Prompt
    material: str
    answer: type[AnswerForm]
    seconds: float
    most_output_tokens: int = 4000
