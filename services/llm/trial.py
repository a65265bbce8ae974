"""One small question to the model, for an operator who wants to know whether key, model and address are right."""

from services.llm.allowance import Unlimited
from services.llm.answers import StrictAnswer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.material import material
from services.llm.prompt_files import read_prompt

TRIAL_SECONDS = 15.0


class TrialAnswer(StrictAnswer):
    """What the model is asked for."""

    ready: bool


async def try_out(client: ModelClient, *, seconds: float = TRIAL_SECONDS) -> None:
    """Ask once. Raises ModelUnusable, whose reason says what is wrong."""
    ask = Ask(
        prompt=read_prompt("trial"),
        material=material({}, []),
        answer=TrialAnswer,
        seconds=seconds,
        most_output_tokens=1000,
    )
    await client.ask(ask, Unlimited())
