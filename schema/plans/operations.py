"""Exact operations on a plan, as clients write them."""

import datetime

import strawberry

from domain import operations as domain
from domain.ids import ActivityId, DayId, ExerciseId
from domain.plan import SetKind, SetTarget
from domain.terms import Sport
from schema.bridge import or_none
from schema.plans import enums as _enums  # noqa: F401  # exposes the enums first

DEFAULT_REST_SECONDS = 90


@strawberry.input(description="Another exercise in an activity's place. Loads are converted to the new exercise.")
class SwapExerciseInput:
    activity_id: strawberry.ID = strawberry.field(description="The activity to swap.")
    exercise_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The exercise to do instead. The best alternative, if left out."
    )
    everywhere: bool = strawberry.field(default=False, description="In all weeks ahead, not just here.")

    def to_domain(self) -> domain.SwapExercise:
        wanted = or_none(self.exercise_id)
        return domain.SwapExercise(
            activity_id=ActivityId(self.activity_id),
            exercise_id=None if wanted is None else ExerciseId(wanted),
            everywhere=self.everywhere,
        )


@strawberry.input(description="One more exercise on a day.")
class AddExerciseInput:
    day_id: strawberry.ID = strawberry.field(description="The day to add it to.")
    exercise_id: strawberry.ID = strawberry.field(description="The exercise to add.")
    sets: int = strawberry.field(default=3, description="1 to 8.")

    def to_domain(self) -> domain.AddExercise:
        return domain.AddExercise(day_id=DayId(self.day_id), exercise_id=ExerciseId(self.exercise_id), sets=self.sets)


@strawberry.input(description="One more endurance session on a day.")
class AddEnduranceInput:
    day_id: strawberry.ID = strawberry.field(description="The day to add it to.")
    sport: Sport = strawberry.field(description="The sport to do it in.")
    minutes: int = strawberry.field(description="5 to 300.")
    zone: int = strawberry.field(default=2, description="1 to 5.")

    def to_domain(self) -> domain.AddEndurance:
        return domain.AddEndurance(day_id=DayId(self.day_id), sport=self.sport, minutes=self.minutes, zone=self.zone)


@strawberry.input(description="The activities of a day in another order.")
class ReorderActivitiesInput:
    day_id: strawberry.ID = strawberry.field(description="The day to put in order.")
    activity_ids: list[strawberry.ID] = strawberry.field(
        description="All activities of the day, in their new order: at most 20."
    )

    def to_domain(self) -> domain.ReorderActivities:
        order = tuple(ActivityId(activity_id) for activity_id in self.activity_ids)
        return domain.ReorderActivities(day_id=DayId(self.day_id), activity_ids=order)


@strawberry.input(description="One activity less.")
class RemoveActivityInput:
    activity_id: strawberry.ID = strawberry.field(description="The activity to leave out.")

    def to_domain(self) -> domain.RemoveActivity:
        return domain.RemoveActivity(activity_id=ActivityId(self.activity_id))


@strawberry.input(description="Change places with the day at `toDate`, in the same plan.")
class MoveDayInput:
    day_id: strawberry.ID = strawberry.field(description="The day to move.")
    to_date: datetime.date = strawberry.field(description="Where to: another date of the plan.")

    def to_domain(self) -> domain.MoveDay:
        return domain.MoveDay(day_id=DayId(self.day_id), to_date=self.to_date)


@strawberry.input(description="A day without training.")
class MakeRestDayInput:
    day_id: strawberry.ID = strawberry.field(description="The day to rest on.")

    def to_domain(self) -> domain.MakeRestDay:
        return domain.MakeRestDay(day_id=DayId(self.day_id))


@strawberry.input(one_of=True, description="What to scale: exactly one of these.")
class ScaleTargetInput:
    activity_id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="One activity.")
    day_id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="All activities of one day.")
    week_number: int | None = strawberry.field(
        default=strawberry.UNSET, description="All days of one week that may still be changed; counted from 1."
    )

    def to_domain(self) -> domain.ScaleTarget:
        activity_id, day_id = or_none(self.activity_id), or_none(self.day_id)
        return domain.ScaleTarget(
            activity_id=None if activity_id is None else ActivityId(activity_id),
            day_id=None if day_id is None else DayId(day_id),
            week_number=or_none(self.week_number),
        )


@strawberry.input(description="Scale one activity, one day or one week by `factor`, 0.5 to 1.5.")
class ScaleInput:
    target: ScaleTargetInput = strawberry.field(description="What to scale.")
    factor: float = strawberry.field(description="0.5 to 1.5: below 1 less, above 1 more.")

    def intensity(self) -> domain.ScaleIntensity:
        return domain.ScaleIntensity(target=self.target.to_domain(), factor=self.factor)

    def volume(self) -> domain.ScaleVolume:
        return domain.ScaleVolume(target=self.target.to_domain(), factor=self.factor)


@strawberry.input(description="One set as it is to be done.")
class SetTargetInput:
    kind: SetKind = strawberry.field(default=SetKind.WORKING, description="Whether it prepares or counts.")
    reps: int | None = strawberry.field(default=strawberry.UNSET, description="Repetitions of a counted set.")
    duration_seconds: int | None = strawberry.field(default=strawberry.UNSET, description="Seconds of a timed set.")
    load_kg: float | None = strawberry.field(
        default=strawberry.UNSET, description="Kilograms in hand or on the bar. By effort, if left out."
    )
    rpe: float | None = strawberry.field(default=strawberry.UNSET, description="5 to 10.")
    rest_seconds: int | None = strawberry.field(
        default=strawberry.UNSET, description=f"Rest after the set, in seconds. {DEFAULT_REST_SECONDS}, if left out."
    )

    def to_domain(self) -> SetTarget:
        rest = or_none(self.rest_seconds)
        return SetTarget(
            kind=self.kind,
            reps=or_none(self.reps),
            duration_seconds=or_none(self.duration_seconds),
            load_kg=or_none(self.load_kg),
            rpe=or_none(self.rpe),
            rest_seconds=DEFAULT_REST_SECONDS if rest is None else rest,
        )


@strawberry.input(description="The sets of one activity, given anew.")
class SetTargetsInput:
    activity_id: strawberry.ID = strawberry.field(description="The activity whose sets these are.")
    sets: list[SetTargetInput] = strawberry.field(
        description="In order, warm-ups first: 1 to 8 working sets, at most 10 in all."
    )

    def to_domain(self) -> domain.SetTargets:
        sets = tuple(target.to_domain() for target in self.sets)
        return domain.SetTargets(activity_id=ActivityId(self.activity_id), sets=sets)


@strawberry.input(one_of=True, description="One exact change to a plan: exactly one of these.")
class PlanOperationInput:
    swap_exercise: SwapExerciseInput | None = strawberry.field(
        default=strawberry.UNSET, description="Do another exercise instead."
    )
    add_exercise: AddExerciseInput | None = strawberry.field(default=strawberry.UNSET, description="Add an exercise.")
    remove_activity: RemoveActivityInput | None = strawberry.field(
        default=strawberry.UNSET, description="Leave an activity out."
    )
    move_day: MoveDayInput | None = strawberry.field(
        default=strawberry.UNSET, description="Exchange the contents of two dates."
    )
    make_rest_day: MakeRestDayInput | None = strawberry.field(
        default=strawberry.UNSET, description="Leave all of a day's activities out."
    )
    add_endurance: AddEnduranceInput | None = strawberry.field(
        default=strawberry.UNSET, description="Add an endurance session."
    )
    reorder_activities: ReorderActivitiesInput | None = strawberry.field(
        default=strawberry.UNSET, description="Put a day's activities in another order."
    )
    scale_intensity: ScaleInput | None = strawberry.field(
        default=strawberry.UNSET, description="Make it easier or harder: loads and effort."
    )
    scale_volume: ScaleInput | None = strawberry.field(
        default=strawberry.UNSET, description="Make it less or more: the number of sets, or the minutes."
    )
    set_targets: SetTargetsInput | None = strawberry.field(
        default=strawberry.UNSET, description="Say exactly which sets to do."
    )

    def to_domain(self) -> domain.PlanOperation:
        if scale := or_none(self.scale_intensity):
            return scale.intensity()
        if scale := or_none(self.scale_volume):
            return scale.volume()
        plain = (
            self.swap_exercise,
            self.add_exercise,
            self.remove_activity,
            self.move_day,
            self.make_rest_day,
            self.add_endurance,
            self.reorder_activities,
            self.set_targets,
        )
        given = next(operation for operation in plain if or_none(operation) is not None)
        assert given is not None  # `@oneOf` lets nothing else through
        return given.to_domain()
