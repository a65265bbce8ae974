"""How an athlete rules over their own playbook."""

from typing import Annotated

import strawberry

from domain.terms import LimitationKind
from resolvers import playbooks
from schema.athletes.types import Athlete
from schema.bridge import Info, or_none
from schema.playbook.inputs import AddLessonInput, ReviseLessonInput
from schema.playbook.types import Lesson, LessonChange, Playbook
from schema.problems import ClearanceRequired, IdempotencyConflict, InvalidInput, LessonLimitReached, NotFound


@strawberry.input(description="Which lesson to pin or unpin.")
class PinLessonInput:
    lesson_id: strawberry.ID = strawberry.field(description="The lesson.")
    is_pinned: bool = strawberry.field(description="True to pin it, false to unpin it.")


@strawberry.input(description="Which lesson to retire.")
class RetireLessonInput:
    lesson_id: strawberry.ID = strawberry.field(description="The lesson.")


@strawberry.input(description="Which lesson to restore.")
class RestoreLessonInput:
    lesson_id: strawberry.ID = strawberry.field(description="The lesson.")


@strawberry.input(description="What a doctor has cleared the athlete for.")
class ConfirmClearanceInput:
    limitation: LimitationKind = strawberry.field(description="The limitation in spite of which they may train.")
    is_cleared_by_doctor: bool = strawberry.field(
        description="Must be true: the athlete's explicit word that a doctor has cleared them."
    )
    note: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="What the doctor said, in the athlete's own words: at most 280 characters.",
    )


@strawberry.type(description="The coach knows it from now on.")
class AddLessonSuccess:
    lesson: Lesson = strawberry.field(description="The lesson as it is now.")

    @strawberry.field(description="As it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


AddLessonResult = Annotated[
    AddLessonSuccess | InvalidInput | LessonLimitReached | IdempotencyConflict,
    strawberry.union("AddLessonResult", description="What came of adding a lesson."),
]


@strawberry.type(description="The lesson is as it was corrected.")
class ReviseLessonSuccess:
    lesson: Lesson = strawberry.field(description="The lesson as it is now.")

    @strawberry.field(description="As it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


ReviseLessonResult = Annotated[
    ReviseLessonSuccess | InvalidInput | NotFound | ClearanceRequired,
    strawberry.union("ReviseLessonResult", description="What came of revising a lesson."),
]


@strawberry.type(description="The lesson is pinned or unpinned.")
class PinLessonSuccess:
    lesson: Lesson = strawberry.field(description="The lesson as it is now.")

    @strawberry.field(description="As it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


PinLessonResult = Annotated[
    PinLessonSuccess | NotFound | LessonLimitReached,
    strawberry.union("PinLessonResult", description="What came of pinning or unpinning a lesson."),
]


@strawberry.type(description="The lesson is no longer used.")
class RetireLessonSuccess:
    lesson: Lesson = strawberry.field(description="The lesson as it is now.")

    @strawberry.field(description="As it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


RetireLessonResult = Annotated[
    RetireLessonSuccess | NotFound | ClearanceRequired,
    strawberry.union("RetireLessonResult", description="What came of retiring a lesson."),
]


@strawberry.type(description="The lesson is used again.")
class RestoreLessonSuccess:
    lesson: Lesson = strawberry.field(description="The lesson as it is now.")

    @strawberry.field(description="As it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


RestoreLessonResult = Annotated[
    RestoreLessonSuccess | NotFound | LessonLimitReached,
    strawberry.union("RestoreLessonResult", description="What came of restoring a lesson."),
]


@strawberry.type(description="The clearance is noted.")
class ConfirmClearanceSuccess:
    athlete: Athlete = strawberry.field(description="With the new constraints, onboarding and playbook.")
    lesson_changes: list[LessonChange] = strawberry.field(
        description="What changed in the playbook. Empty where the clearance was known already, at most 40."
    )


ConfirmClearanceResult = Annotated[
    ConfirmClearanceSuccess | InvalidInput | NotFound,
    strawberry.union("ConfirmClearanceResult", description="What came of confirming a clearance."),
]


@strawberry.type
class PlaybookMutations:
    @strawberry.mutation(
        description="Teach the coach a lesson by hand. A limitation, and whatever else is hard, changes the days ahead at once."
    )
    async def add_lesson(
        self, info: Info, input: Annotated[AddLessonInput, strawberry.argument(description="The lesson.")]
    ) -> AddLessonResult:
        lesson = await playbooks.add_lesson(info.context, key=input.idempotency_key, lesson=input.to_domain())
        return AddLessonSuccess(lesson=Lesson.of(lesson))

    @strawberry.mutation(description="Reword a lesson, or correct its rule.")
    async def revise_lesson(
        self, info: Info, input: Annotated[ReviseLessonInput, strawberry.argument(description="What to change.")]
    ) -> ReviseLessonResult:
        rule = or_none(input.rule)
        lesson = await playbooks.revise_lesson(
            info.context,
            lesson_id=input.lesson_id,
            text=or_none(input.text),
            rule=rule.to_domain() if rule is not None else None,
        )
        return ReviseLessonSuccess(lesson=Lesson.of(lesson))

    @strawberry.mutation(description="Pin a lesson, so that it is never forgotten or outweighed, or unpin it.")
    async def pin_lesson(
        self, info: Info, input: Annotated[PinLessonInput, strawberry.argument(description="Which lesson.")]
    ) -> PinLessonResult:
        lesson = await playbooks.pin_lesson(info.context, lesson_id=input.lesson_id, is_pinned=input.is_pinned)
        return PinLessonSuccess(lesson=Lesson.of(lesson))

    @strawberry.mutation(
        description="Stop using a lesson. The coach does not learn it again unless the athlete says so."
    )
    async def retire_lesson(
        self, info: Info, input: Annotated[RetireLessonInput, strawberry.argument(description="Which lesson.")]
    ) -> RetireLessonResult:
        lesson = await playbooks.retire_lesson(info.context, lesson_id=input.lesson_id)
        return RetireLessonSuccess(lesson=Lesson.of(lesson))

    @strawberry.mutation(description="Use a retired lesson again.")
    async def restore_lesson(
        self, info: Info, input: Annotated[RestoreLessonInput, strawberry.argument(description="Which lesson.")]
    ) -> RestoreLessonResult:
        lesson = await playbooks.restore_lesson(info.context, lesson_id=input.lesson_id)
        return RestoreLessonSuccess(lesson=Lesson.of(lesson))

    @strawberry.mutation(
        description="Say that a doctor has cleared the athlete for training in spite of a limitation. The only way to lift "
        "a hard safety lesson, with `submitFeedback` in so many words."
    )
    async def confirm_clearance(
        self,
        info: Info,
        input: Annotated[ConfirmClearanceInput, strawberry.argument(description="What was cleared.")],
    ) -> ConfirmClearanceResult:
        viewer, changes = await playbooks.confirm_clearance(
            info.context,
            limitation=input.limitation,
            is_cleared_by_doctor=input.is_cleared_by_doctor,
            note=or_none(input.note),
        )
        return ConfirmClearanceSuccess(
            athlete=Athlete.of(viewer), lesson_changes=[LessonChange.of(change) for change in changes]
        )
