"""A profile and where its athlete stands, as clients see them."""

import datetime
from typing import cast

import strawberry

from domain import profile as domain
from domain.profile import Gender, OnboardingStage, Tier, UnitSystem
from domain.terms import ExperienceLevel
from schema.bridge import expose
from schema.onboarding.constraints import Constraints
from schema.onboarding.questions import QuestionSet

expose(
    domain.Gender,
    "As the athlete says.",
    {
        "FEMALE": "Female.",
        "MALE": "Male.",
        "OTHER": "Neither of the two.",
        "UNSPECIFIED": "Rather not said.",
    },
)
expose(
    domain.UnitSystem,
    "How an app shows weights and lengths.",
    {"METRIC": "Kilograms, centimetres and kilometres.", "IMPERIAL": "Pounds, inches and miles."},
)
expose(
    domain.OnboardingStage,
    "The next thing to do.",
    {
        "PROFILE": "Save a profile.",
        "QUESTIONS": "Answer the questions that are required and still open.",
        "CLEARANCE": "Have a doctor's clearance confirmed: the health screen found a warning sign.",
        "PLAN": "Generate a plan.",
        "REVIEW": "Review the plan and accept it.",
        "TRAINING": "Train.",
    },
)
expose(
    domain.Tier,
    "What a token opens.",
    {"FREE": "Plans by rules.", "PREMIUM": "Plans written with a language model, within the same rules."},
)


@strawberry.type(description="Who the athlete is, and what they want.")
class Profile:
    id: strawberry.ID = strawberry.field(description="Opaque; one for each athlete.")
    display_name: str = strawberry.field(description="What to call the athlete.")
    birth_year: int = strawberry.field(description="The year in which they were born.")
    gender: Gender = strawberry.field(description="As the athlete says.")
    height_cm: float = strawberry.field(description="Height in centimetres.")
    weight_kg: float = strawberry.field(description="Body weight in kilograms.")
    unit_system: UnitSystem = strawberry.field(
        description="How the app shows weights and lengths. The API itself is metric."
    )
    time_zone: str = strawberry.field(
        description="An IANA name, such as `Europe/Amsterdam`. Days and dates are meant there."
    )
    goal: str = strawberry.field(description="In the athlete's own words.")
    experience: ExperienceLevel = strawberry.field(description="How long they have trained regularly.")
    constraints: Constraints = strawberry.field(
        description="What the coach holds for fact, from the profile, the answers and the lessons."
    )
    updated_at: datetime.datetime = strawberry.field(description="When it was last saved.")

    @classmethod
    def of(cls, profile: domain.Profile) -> "Profile":
        return cast("Profile", profile)


@strawberry.type(description="Where an athlete stands on the way to a plan.")
class Onboarding:
    id: strawberry.ID = strawberry.field(description="Opaque; one for each athlete.")
    stage: OnboardingStage = strawberry.field(description="The next thing to do.")
    questions: QuestionSet | None = strawberry.field(description="Null until a profile is saved.")

    @classmethod
    def of(cls, onboarding: domain.Onboarding) -> "Onboarding":
        return cast("Onboarding", onboarding)


@strawberry.type(description="What the athlete may use, from their token.")
class Entitlement:
    id: strawberry.ID = strawberry.field(description="Opaque; one for each athlete.")
    tier: Tier = strawberry.field(description="What the token opens.")
    generations_remaining: int = strawberry.field(description="Generations left until `resetsAt`.")
    resets_at: datetime.datetime = strawberry.field(description="When there are new ones.")

    @classmethod
    def of(cls, entitlement: domain.Entitlement) -> "Entitlement":
        return cast("Entitlement", entitlement)
