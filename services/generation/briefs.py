"""Who writes the brief of a plan: the model for premium athletes, and for everybody else nobody, which leaves it to the rules."""

import asyncio

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.ids import AthleteId
from domain.profile import Tier
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable

_LEFT_FREE = 32
"""Of so many calls at once, one is left to those who wait for their answer at a screen."""


def most_at_once(concurrency: int) -> int:
    """Briefs that are written at once, of so many calls that a process may make."""
    return concurrency - concurrency // _LEFT_FREE


async def brief_by_rules(_athlete_id: AthleteId, _basis: PlanBasis, _tier: Tier) -> Brief:
    """The empty brief, which leaves everything to the engine."""
    return Brief()


class ModelBriefs:
    """Writes briefs with the model. With `falls_back`, the rules do the work where it cannot be used."""

    def __init__(self, access: ModelAccess, *, falls_back: bool) -> None:
        self._access = access
        self._falls_back = falls_back
        self._turns = asyncio.Semaphore(most_at_once(access.model.client.concurrency))

    async def __call__(self, athlete_id: AthleteId, basis: PlanBasis, tier: Tier) -> Brief:
        """Raises ModelUnusable where there is no falling back."""
        allowance = self._access.allowance(athlete_id, tier)
        if allowance is None:
            return Brief()
        try:
            # A brief's time begins with its turn: many generations may wait for the model, and none of them at a screen.
            async with self._turns:
                return await self._access.model.brief.write(basis, allowance=allowance)
        except ModelUnusable:
            if not self._falls_back:
                raise
            return Brief()
