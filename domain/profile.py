"""A person who trains: profile, onboarding, entitlement."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.constraints import Constraints, GivenConstraints
from domain.ids import AthleteId
from domain.questions import QuestionSet
from domain.terms import ExperienceLevel

DISPLAY_NAME_LENGTH = (2, 40)
GOAL_LENGTH = (10, 1000)
AGE_YEARS = (13, 100)
HEIGHT_CM = (80.0, 250.0)
WEIGHT_KG = (25.0, 400.0)


class Gender(StrEnum):
    """As the athlete says."""

    FEMALE = "FEMALE"
    MALE = "MALE"
    OTHER = "OTHER"
    UNSPECIFIED = "UNSPECIFIED"


class UnitSystem(StrEnum):
    """How an app shows weights and lengths."""

    METRIC = "METRIC"
    IMPERIAL = "IMPERIAL"


class Tier(StrEnum):
    """What a token opens."""

    FREE = "FREE"
    PREMIUM = "PREMIUM"


class OnboardingStage(StrEnum):
    """The next thing to do."""

    PROFILE = "PROFILE"
    QUESTIONS = "QUESTIONS"
    CLEARANCE = "CLEARANCE"
    PLAN = "PLAN"
    REVIEW = "REVIEW"
    TRAINING = "TRAINING"


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Who is asking, as their token says. `subject` and `issuer` are the token's own.

    A service's token speaks for no athlete: with it `is_service` holds, and nothing of `athlete_id` exists.
    """

    athlete_id: AthleteId
    subject: str
    issuer: str
    tier: Tier
    expires_at: datetime
    is_service: bool = False


class Athlete(msgspec.Struct, frozen=True):
    """A person who trains, by id alone: all else on them is looked up when it is asked for."""

    id: AthleteId


class ProfileDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A profile as the athlete saves it. `forgotten` names the fields of `given` that were said to be null."""

    display_name: str
    birth_year: int
    gender: Gender = Gender.UNSPECIFIED
    height_cm: float
    weight_kg: float
    unit_system: UnitSystem = UnitSystem.METRIC
    time_zone: str
    goal: str
    experience: ExperienceLevel
    given: GivenConstraints = GivenConstraints()
    forgotten: frozenset[str] = frozenset()


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A saved profile, with what the coach holds for fact."""

    id: str
    display_name: str
    birth_year: int
    gender: Gender
    height_cm: float
    weight_kg: float
    unit_system: UnitSystem
    time_zone: str
    goal: str
    experience: ExperienceLevel
    constraints: Constraints
    updated_at: datetime


class Onboarding(msgspec.Struct, frozen=True, kw_only=True):
    """Where an athlete stands on the way to a plan."""

    id: str
    stage: OnboardingStage
    questions: QuestionSet | None


class Entitlement(msgspec.Struct, frozen=True, kw_only=True):
    """What an athlete may use."""

    id: str
    tier: Tier
    generations_remaining: int
    resets_at: datetime
