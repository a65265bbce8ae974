"""Who writes the brief of a plan: the model for premium athletes, and for everybody else nobody, which leaves it to the rules."""

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.ids import AthleteId
from domain.profile import Tier
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable


async def brief_by_rules(_athlete_id: AthleteId, _basis: PlanBasis, _tier: Tier) -> Brief:
    """The empty brief, which leaves everything to the engine."""
    return Brief()


class ModelBriefs:
    """Writes briefs with the model. With `falls_back`, the rules do the work where it cannot be used."""

    def __init__(self, access: ModelAccess, *, falls_back: bool) -> None:
        self._access = access
        self._falls_back = falls_back

    async def __call__(self, athlete_id: AthleteId, basis: PlanBasis, tier: Tier) -> Brief:
        """Raises ModelUnusable where there is no falling back."""
        allowance = self._access.allowance(athlete_id, tier)
        if allowance is None:
            return Brief()
        try:
            return await self._access.model.brief.write(basis, allowance=allowance)
        except ModelUnusable:
            if not self._falls_back:
                raise
            return Brief()
