"""All that is decided once for a whole plan, before it is written out day by day."""

from dataclasses import dataclass

from services.planning.endurance.week import EndurancePlan
from services.planning.frame import Frame
from services.planning.strength.week import StrengthPlan


@dataclass(frozen=True, kw_only=True)
class Outline(Frame):
    """A frame, filled with exercises and endurance sessions."""

    strength: StrengthPlan
    endurance: EndurancePlan

    @classmethod
    def of(cls, frame: Frame, *, strength: StrengthPlan, endurance: EndurancePlan) -> "Outline":
        return cls(**vars(frame), strength=strength, endurance=endurance)
