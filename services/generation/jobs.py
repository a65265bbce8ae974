"""What workers do: kinds of durable work, each with its workflow, its queues, and how much of it is done at once."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass

from domain.ids import AthleteId

Step = Callable[[], Coroutine[None, None, str]]
Record = Callable[[str, Step], Awaitable[str]]
"""Runs the step of this name, or gives what it gave before; outcomes are JSON."""


async def unrecorded(_name: str, step: Step) -> str:
    """Just runs the step."""
    return await step()


@dataclass(frozen=True, kw_only=True)
class QueueLimits:
    """How many of a queue's workflows go on at once, in `each` process and `overall`. Of one athlete's it is always one."""

    each: int = 2
    overall: int = 64


@dataclass(frozen=True, kw_only=True)
class Job:
    """One kind. `run` takes the athlete and the id of what is to be done; `most_attempts` is None where it counts for itself."""

    workflow: str
    queues: Mapping[str, QueueLimits]
    run: Callable[[AthleteId, str, Record], Awaitable[None]]
    most_attempts: int | None = None
