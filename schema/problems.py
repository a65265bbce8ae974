"""What a person can act on: one problem for each domain error, and the handler that makes it a member of a mutation's union."""

import datetime
from typing import cast

import strawberry

from domain import errors
from domain.terms import LimitationKind
from schema.bridge import Info, expose
from schema.generations.types import PlanGeneration
from schema.interfaces import Problem
from schema.logs.types import WorkoutLog
from schema.plans.types import RuleOutcome

expose(
    errors.FaultCode,
    "What is wrong with a value.",
    {
        "MISSING": "It is needed and was not given.",
        "TOO_SHORT": "A text or a list that is too short.",
        "TOO_LONG": "A text or a list that is too long.",
        "TOO_SMALL": "A number or a date below what is allowed.",
        "TOO_LARGE": "A number or a date above what is allowed.",
        "UNKNOWN": "It names something that there is not.",
        "CONFLICTING": "Fine by itself, not beside another value.",
        "INVALID": "It is not of the form that is needed.",
    },
    name="FieldProblemCode",
)


@strawberry.type(description="One value that was not accepted.")
class FieldProblem:
    path: list[str] = strawberry.field(
        description='Such as `["constraints", "sessionMinutes"]`. Positions in lists are numbers from 0. At most 10 steps.'
    )
    code: errors.FaultCode = strawberry.field(description="What is wrong, for the app.")
    message: str = strawberry.field(description="What is wrong, for the person.")

    @classmethod
    def of(cls, fault: errors.Fault) -> "FieldProblem":
        return cast("FieldProblem", fault)


@strawberry.type(description="Values that were not accepted, all of them at once.")
class InvalidInput(Problem):
    fields: list[FieldProblem] = strawberry.field(
        description="One for each fault: at least one, and as many as the input has values at most."
    )


@strawberry.type(description="There is nothing with this id that is the viewer's.")
class NotFound(Problem):
    pass


@strawberry.type(description="No profile was saved yet.")
class ProfileMissing(Problem):
    pass


@strawberry.type(description="Required questions are still open.")
class AnswersMissing(Problem):
    question_ids: list[strawberry.ID] = strawberry.field(description="The questions to answer first: at most 20.")


@strawberry.type(description="Another generation is still running.")
class GenerationInProgress(Problem):
    generation: PlanGeneration = strawberry.field(description="The one that is running.")


@strawberry.type(description="There is nothing left to stop: it has succeeded or failed.")
class GenerationFinished(Problem):
    generation: PlanGeneration = strawberry.field(description="As it finished.")


@strawberry.type(
    description="The number of generations or messages that anybody may start in a period, with or without a model, "
    "is used up."
)
class QuotaExceeded(Problem):
    limit: int = strawberry.field(description="How many there are in a period.")
    resets_at: datetime.datetime = strawberry.field(description="When there are new ones.")


@strawberry.type(description="The key was used for something else.")
class IdempotencyConflict(Problem):
    pass


@strawberry.type(description="The plan changed in the meantime.")
class VersionConflict(Problem):
    current_version: int = strawberry.field(description="The version that it has now.")


@strawberry.type(description="The plan, or the part of it, is past, logged or archived.")
class PlanNotEditable(Problem):
    pass


@strawberry.type(description="The change would break a rule that must hold.")
class RuleViolation(Problem):
    violations: list[RuleOutcome] = strawberry.field(
        description="The rules that would be broken, with what was found: at most 40."
    )


@strawberry.type(description="Another log, made with another `clientId`, is there for this day.")
class DayAlreadyLogged(Problem):
    log: WorkoutLog = strawberry.field(description="The one that is there.")


@strawberry.type(description="A doctor should be asked first.")
class NotSafeToTrain(Problem):
    reasons: list[str] = strawberry.field(description="Why, for people. At most 20.")
    limitations: list[LimitationKind] = strawberry.field(
        description="What `confirmClearance` must lift. At most 17, all kinds there are."
    )


@strawberry.type(description="Only a doctor's clearance lifts this: `confirmClearance`.")
class ClearanceRequired(Problem):
    limitation: LimitationKind = strawberry.field(description="What `confirmClearance` must lift.")


@strawberry.type(description="As many lessons as there may be are pinned or hard.")
class LessonLimitReached(Problem):
    limit: int = strawberry.field(description="How many there may be.")


class InvalidInputHandler(strawberry.ExceptionHandler[errors.InvalidInput, InvalidInput]):
    def handle(self, exception: errors.InvalidInput, *, field: object, info: Info) -> InvalidInput:
        return InvalidInput(message=str(exception), fields=[FieldProblem.of(fault) for fault in exception.faults])


class NotFoundHandler(strawberry.ExceptionHandler[errors.NotFound, NotFound]):
    def handle(self, exception: errors.NotFound, *, field: object, info: Info) -> NotFound:
        return NotFound(message=str(exception))


class ProfileMissingHandler(strawberry.ExceptionHandler[errors.ProfileMissing, ProfileMissing]):
    def handle(self, exception: errors.ProfileMissing, *, field: object, info: Info) -> ProfileMissing:
        return ProfileMissing(message=str(exception))


class AnswersMissingHandler(strawberry.ExceptionHandler[errors.AnswersMissing, AnswersMissing]):
    def handle(self, exception: errors.AnswersMissing, *, field: object, info: Info) -> AnswersMissing:
        open_questions = [strawberry.ID(question_id) for question_id in exception.question_ids]
        return AnswersMissing(message=str(exception), question_ids=open_questions)


class GenerationInProgressHandler(strawberry.ExceptionHandler[errors.GenerationInProgress, GenerationInProgress]):
    def handle(self, exception: errors.GenerationInProgress, *, field: object, info: Info) -> GenerationInProgress:
        return GenerationInProgress(message=str(exception), generation=PlanGeneration.of(exception.generation))


class GenerationFinishedHandler(strawberry.ExceptionHandler[errors.GenerationFinished, GenerationFinished]):
    def handle(self, exception: errors.GenerationFinished, *, field: object, info: Info) -> GenerationFinished:
        return GenerationFinished(message=str(exception), generation=PlanGeneration.of(exception.generation))


class QuotaExceededHandler(strawberry.ExceptionHandler[errors.QuotaExceeded, QuotaExceeded]):
    def handle(self, exception: errors.QuotaExceeded, *, field: object, info: Info) -> QuotaExceeded:
        return QuotaExceeded(message=str(exception), limit=exception.limit, resets_at=exception.resets_at)


class IdempotencyConflictHandler(strawberry.ExceptionHandler[errors.IdempotencyConflict, IdempotencyConflict]):
    def handle(self, exception: errors.IdempotencyConflict, *, field: object, info: Info) -> IdempotencyConflict:
        return IdempotencyConflict(message=str(exception))


class VersionConflictHandler(strawberry.ExceptionHandler[errors.VersionConflict, VersionConflict]):
    def handle(self, exception: errors.VersionConflict, *, field: object, info: Info) -> VersionConflict:
        return VersionConflict(message=str(exception), current_version=exception.current_version)


class PlanNotEditableHandler(strawberry.ExceptionHandler[errors.PlanNotEditable, PlanNotEditable]):
    def handle(self, exception: errors.PlanNotEditable, *, field: object, info: Info) -> PlanNotEditable:
        return PlanNotEditable(message=str(exception))


class RuleViolationHandler(strawberry.ExceptionHandler[errors.RuleViolation, RuleViolation]):
    def handle(self, exception: errors.RuleViolation, *, field: object, info: Info) -> RuleViolation:
        violations = [RuleOutcome.of(outcome) for outcome in exception.violations]
        return RuleViolation(message=str(exception), violations=violations)


class DayAlreadyLoggedHandler(strawberry.ExceptionHandler[errors.DayAlreadyLogged, DayAlreadyLogged]):
    def handle(self, exception: errors.DayAlreadyLogged, *, field: object, info: Info) -> DayAlreadyLogged:
        return DayAlreadyLogged(message=str(exception), log=WorkoutLog.of(exception.log))


class NotSafeToTrainHandler(strawberry.ExceptionHandler[errors.NotSafeToTrain, NotSafeToTrain]):
    def handle(self, exception: errors.NotSafeToTrain, *, field: object, info: Info) -> NotSafeToTrain:
        return NotSafeToTrain(
            message=str(exception), reasons=list(exception.reasons), limitations=list(exception.limitations)
        )


class ClearanceRequiredHandler(strawberry.ExceptionHandler[errors.ClearanceRequired, ClearanceRequired]):
    def handle(self, exception: errors.ClearanceRequired, *, field: object, info: Info) -> ClearanceRequired:
        return ClearanceRequired(message=str(exception), limitation=exception.limitation)


class LessonLimitReachedHandler(strawberry.ExceptionHandler[errors.LessonLimitReached, LessonLimitReached]):
    def handle(self, exception: errors.LessonLimitReached, *, field: object, info: Info) -> LessonLimitReached:
        return LessonLimitReached(message=str(exception), limit=exception.limit)


HANDLERS = (
    InvalidInputHandler(),
    NotFoundHandler(),
    ProfileMissingHandler(),
    AnswersMissingHandler(),
    GenerationInProgressHandler(),
    GenerationFinishedHandler(),
    QuotaExceededHandler(),
    IdempotencyConflictHandler(),
    VersionConflictHandler(),
    PlanNotEditableHandler(),
    DayAlreadyLoggedHandler(),
    RuleViolationHandler(),
    NotSafeToTrainHandler(),
    ClearanceRequiredHandler(),
    LessonLimitReachedHandler(),
)
