"""Lessons as athletes write them."""

import datetime

import strawberry

from domain import lessons as domain
from domain.ids import ExerciseId
from domain.lessons import LessonRuleKind
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from schema.bridge import or_none, tuple_or_none
from schema.playbook import enums as _enums  # noqa: F401  # exposes the enums first


@strawberry.input(
    description="What a lesson is to do: its kind, and the field that the kind takes. AVOID_EXERCISE and PREFER_EXERCISE take "
    "an exercise, AVOID_PATTERN a pattern, LIMITATION a limitation, EMPHASISE_MUSCLE and REDUCE_MUSCLE a muscle, "
    "EQUIPMENT_AVAILABLE and EQUIPMENT_MISSING equipment, TRAIN_ON_DAYS and REST_ON_DAYS weekdays, PREFER_SPORT and "
    "AVOID_SPORT a sport; SESSION_MINUTES an amount of 10 to 180, and weekdays if only for some; INTENSITY and VOLUME an amount "
    "of 0.5 to 1.5, and at most one of exercise, pattern, muscle and sport; NOTE nothing."
)
class LessonRuleInput:
    kind: LessonRuleKind = strawberry.field(description="What it makes the planner do.")
    exercise_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The exercise that it is about."
    )
    pattern: MovementPattern | None = strawberry.field(
        default=strawberry.UNSET, description="The way of moving that it is about."
    )
    muscle: Muscle | None = strawberry.field(default=strawberry.UNSET, description="The muscle that it is about.")
    limitation: LimitationKind | None = strawberry.field(
        default=strawberry.UNSET, description="The limitation that it is about."
    )
    equipment: list[Equipment] | None = strawberry.field(
        default=strawberry.UNSET, description="The equipment that it is about: each just once, at most 25."
    )
    weekdays: list[Weekday] | None = strawberry.field(
        default=strawberry.UNSET, description="The days that it is about: each just once, at most 7."
    )
    sport: Sport | None = strawberry.field(default=strawberry.UNSET, description="The sport that it is about.")
    amount: float | None = strawberry.field(
        default=strawberry.UNSET, description="Minutes, or a share such as 0.9, for kinds that have an amount."
    )

    def to_domain(self) -> domain.LessonRule:
        exercise_id = or_none(self.exercise_id)
        return domain.LessonRule(
            kind=self.kind,
            exercise_id=ExerciseId(exercise_id) if exercise_id is not None else None,
            pattern=or_none(self.pattern),
            muscle=or_none(self.muscle),
            limitation=or_none(self.limitation),
            equipment=tuple_or_none(self.equipment),
            weekdays=tuple_or_none(self.weekdays),
            sport=or_none(self.sport),
            amount=or_none(self.amount),
        )


@strawberry.input(description="A lesson to teach the coach.")
class AddLessonInput:
    idempotency_key: str = strawberry.field(
        description="Made by the app, once for each lesson: 8 to 64 characters. The same key again gives the same lesson."
    )
    text: str = strawberry.field(description="3 to 280 characters.")
    rule: LessonRuleInput = strawberry.field(description="What it is to do.")
    is_hard: bool = strawberry.field(
        default=False,
        description="Whether plans must keep it, instead of leaning toward it. Warning signs are always kept.",
    )
    expires_at: datetime.datetime | None = strawberry.field(
        default=strawberry.UNSET,
        description="For what holds for a while, such as a journey. Never, if left out.",
    )

    def to_domain(self) -> domain.TaughtLesson:
        return domain.TaughtLesson(
            text=self.text,
            rule=self.rule.to_domain(),
            is_hard=self.is_hard,
            expires_at=or_none(self.expires_at),
        )


@strawberry.input(description="What to change about a lesson. What is left out stays as it is.")
class ReviseLessonInput:
    lesson_id: strawberry.ID = strawberry.field(description="The lesson.")
    text: str | None = strawberry.field(default=strawberry.UNSET, description="Its new wording: 3 to 280 characters.")
    rule: LessonRuleInput | None = strawberry.field(
        default=strawberry.UNSET, description="Its new rule, in place of the old one."
    )
