"""The model as services have it: for the premium tier, each athlete within their own allowance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.ids import AthleteId
from domain.profile import Tier
from services.llm.allowance import Allowance
from services.llm.daily_allowance import DailyAllowances

if TYPE_CHECKING:
    from services.llm.model import (
        LanguageModel,
    )  # brings the provider's client, which a server without a key does without


@dataclass(frozen=True, kw_only=True)
class ModelAccess:
    """The model and what everybody may use of it."""

    model: "LanguageModel"
    allowances: DailyAllowances

    def is_open_to(self, tier: Tier) -> bool:
        return tier is Tier.PREMIUM

    def allowance(self, athlete_id: AthleteId, tier: Tier) -> Allowance | None:
        """What this athlete may use; None where their tier does not open the model at all."""
        return self.allowances.of(athlete_id) if self.is_open_to(tier) else None
