"""Makes the days ahead safe at once: what hurts is spared in every plan that may still be trained by."""

import asyncio
from collections.abc import Sequence

from domain.constraints import WARNING_SIGNS
from domain.plan import Plan, PlanChange, PlanVersionReason
from domain.terms import LimitationKind
from services.feedback.acting.carrying_out import carried_out, rested
from services.feedback.turn import Turn
from services.feedback.wishes import Spare


async def spare_days_ahead(turn: Turn, plans: Sequence[Plan], kind: LimitationKind) -> tuple[PlanChange, ...]:
    """A new version (SAFETY) of each plan that holds what the limitation forbids; with a warning sign nothing but rest.

    The limitation is in force by now; the plans were read before it was, so that one which was up to date then is so again.
    Gives what changed, each change once.
    """
    told: list[PlanChange] = []
    for plan in plans:
        there = turn.about(plan)
        basis = await there.basis()
        situation = await there.situation(basis)
        if kind in WARNING_SIGNS:
            outcome = await asyncio.to_thread(rested, situation)
        else:
            outcome = await asyncio.to_thread(carried_out, (Spare(limitation=kind),), situation)
        await there.save(outcome, basis, PlanVersionReason.SAFETY)
        told += outcome.changes
    return tuple(dict.fromkeys(told))
