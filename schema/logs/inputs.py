"""What an app sends of a workout."""

import datetime

import strawberry

from domain.ids import DayId
from domain.terms import BodyArea, Sport
from domain.training import Completion, EnduranceDraft, PainReport, SetDraft, WorkoutDraft
from schema.bridge import or_none
from schema.logs import enums as _enums  # noqa: F401  # exposes the enums first


@strawberry.input(description="A set that was done. At least one of `activityId` and `exerciseId`.")
class LoggedSetInput:
    activity_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The planned activity that it belongs to, of the day's plan."
    )
    exercise_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where another exercise was done than planned, or one that was not planned.",
    )
    set_number: int = strawberry.field(
        description="Counted from 1 within the activity or exercise, warm-ups included: the position in "
        "`StrengthActivity.sets`. Each number once, 100 at most."
    )
    reps: int | None = strawberry.field(default=strawberry.UNSET, description="Repetitions, 0 to 200.")
    duration_seconds: int | None = strawberry.field(
        default=strawberry.UNSET, description="Seconds under load, 1 to 14400."
    )
    load_kg: float | None = strawberry.field(
        default=strawberry.UNSET, description="Kilograms in hand or on the bar, 0 to 600."
    )
    rpe: float | None = strawberry.field(default=strawberry.UNSET, description="Rate of perceived exertion, 1 to 10.")

    def to_draft(self) -> SetDraft:
        return SetDraft(
            activity_id=or_none(self.activity_id),
            exercise_id=or_none(self.exercise_id),
            set_number=self.set_number,
            reps=or_none(self.reps),
            duration_seconds=or_none(self.duration_seconds),
            load_kg=or_none(self.load_kg),
            rpe=or_none(self.rpe),
        )


@strawberry.input(description="Endurance that was done. At least one of `activityId` and `sport`.")
class LoggedEnduranceInput:
    activity_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The planned activity that it was, of the day's plan."
    )
    sport: Sport | None = strawberry.field(
        default=strawberry.UNSET, description="Where it was another sport than planned, or not planned."
    )
    minutes: float | None = strawberry.field(default=strawberry.UNSET, description="Minutes, 1 to 1440.")
    distance_km: float | None = strawberry.field(default=strawberry.UNSET, description="Kilometres, 0 to 1000.")
    average_heart_rate: int | None = strawberry.field(
        default=strawberry.UNSET, description="Beats a minute, 30 to 240."
    )

    def to_draft(self) -> EnduranceDraft:
        return EnduranceDraft(
            activity_id=or_none(self.activity_id),
            sport=or_none(self.sport),
            minutes=or_none(self.minutes),
            distance_km=or_none(self.distance_km),
            average_heart_rate=or_none(self.average_heart_rate),
        )


@strawberry.input(description="Pain in or after a workout. From 4 on, days ahead are changed to spare the area.")
class PainReportInput:
    area: BodyArea = strawberry.field(description="Where it hurts.")
    severity: int = strawberry.field(description="1 to 10.")
    note: str | None = strawberry.field(default=strawberry.UNSET, description="At most 500 characters.")

    def to_report(self) -> PainReport:
        return PainReport(area=self.area, severity=self.severity, note=or_none(self.note))


@strawberry.input(description="What was done on a day.")
class LogWorkoutInput:
    client_id: strawberry.ID = strawberry.field(
        description="Made by the client, once for each log: 8 to 64 characters."
    )
    revision: int = strawberry.field(
        default=1,
        description="Rises by one each time that the app changes this log. A lower one than the stored is not applied, and is "
        "answered with what is stored.",
    )
    day_id: strawberry.ID = strawberry.field(
        description="The day: any one of an own plan up to today, whether the plan was put away or not."
    )
    completion: Completion = strawberry.field(description="How much of the day's work was done.")
    sets: list[LoggedSetInput] = strawberry.field(
        default_factory=list, description="The sets that were done: at most 200, none where it was skipped."
    )
    endurance: list[LoggedEnduranceInput] = strawberry.field(
        default_factory=list, description="The endurance that was done: at most 20, none where it was skipped."
    )
    session_rpe: float | None = strawberry.field(
        default=strawberry.UNSET, description="Effort of the whole session, 1 to 10."
    )
    minutes: int | None = strawberry.field(
        default=strawberry.UNSET, description="Minutes of the whole session, 1 to 1440."
    )
    enjoyment: int | None = strawberry.field(default=strawberry.UNSET, description="1 to 5, 5 being the best.")
    energy: int | None = strawberry.field(default=strawberry.UNSET, description="1 to 5, 5 being the most.")
    soreness: int | None = strawberry.field(default=strawberry.UNSET, description="1 to 5, 5 being the worst.")
    pain: PainReportInput | None = strawberry.field(default=strawberry.UNSET, description="If anything hurt.")
    note: str | None = strawberry.field(default=strawberry.UNSET, description="At most 1000 characters.")
    performed_at: datetime.datetime | None = strawberry.field(
        default=strawberry.UNSET, description="When it was done. Now, if left out."
    )

    def to_draft(self) -> WorkoutDraft:
        pain = or_none(self.pain)
        return WorkoutDraft(
            client_id=self.client_id,
            revision=self.revision,
            day_id=DayId(self.day_id),
            completion=self.completion,
            sets=tuple(one.to_draft() for one in self.sets),
            endurance=tuple(bout.to_draft() for bout in self.endurance),
            session_rpe=or_none(self.session_rpe),
            minutes=or_none(self.minutes),
            enjoyment=or_none(self.enjoyment),
            energy=or_none(self.energy),
            soreness=or_none(self.soreness),
            pain=pain.to_report() if pain is not None else None,
            note=or_none(self.note),
            performed_at=or_none(self.performed_at),
        )


@strawberry.input(description="Which log to take back.")
class DeleteWorkoutLogInput:
    client_id: strawberry.ID = strawberry.field(description="The `clientId` that it was made with.")
