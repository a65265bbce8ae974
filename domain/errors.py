"""Everything that can go wrong by somebody's doing, in one tree.

CoachbookError
├── Problem                  a person can act on it: a member of the mutation's union
│   ├── InvalidInput             values that were not accepted, all of them at once
│   ├── NotFound                 nothing with this id that is the viewer's
│   ├── ProfileMissing           no profile was saved yet
│   ├── AnswersMissing           required questions are still open
│   ├── GenerationInProgress     another generation is still running
│   ├── GenerationFinished       there is nothing left to stop
│   ├── QuotaExceeded            used up until a given instant
│   ├── IdempotencyConflict      the key was used for something else
│   ├── VersionConflict          the plan changed in the meantime
│   ├── PlanNotEditable          past, logged or archived
│   ├── RuleViolation            the change would break a rule that must hold
│   ├── DayAlreadyLogged         another log is there for this day
│   ├── NotSafeToTrain           a doctor should be asked first
│   ├── ClearanceRequired        only a doctor's clearance lifts this
│   └── LessonLimitReached       too many hard and pinned lessons
└── Refusal                  only a developer or an operator can act on it: a top-level error with a code
    ├── Unauthenticated          no token, or one that is not good
    │   └── AccountDeleted           a token of an account that was deleted
    ├── Forbidden                a good token that may not do this
    ├── BadUserInput             an argument outside what its description allows
    └── Unavailable              something that this server needs is not there now
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from domain.terms import LimitationKind

if TYPE_CHECKING:
    from domain.generations import Generation
    from domain.plan import RuleOutcome
    from domain.training import WorkoutLog


class CoachbookError(Exception):
    """Its text is one sentence for the person or the developer concerned; it never holds a secret."""


class Problem(CoachbookError):
    """A failure that the person can act on."""


class FaultCode(StrEnum):
    """What is wrong with a value."""

    MISSING = "MISSING"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    TOO_SMALL = "TOO_SMALL"
    TOO_LARGE = "TOO_LARGE"
    UNKNOWN = "UNKNOWN"
    CONFLICTING = "CONFLICTING"
    INVALID = "INVALID"


class Fault(msgspec.Struct, frozen=True):
    """One value that was not accepted. `path` is as the client wrote it, list positions as numbers from 0."""

    path: tuple[str, ...]
    code: FaultCode
    message: str


class InvalidInput(Problem):
    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        fields = ", ".join(".".join(fault.path) for fault in self.faults)
        super().__init__(f"Please correct: {fields}.")


class NotFound(Problem):
    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__("There is nothing with this id that is yours.")


class ProfileMissing(Problem):
    def __init__(self) -> None:
        super().__init__("Save a profile first.")


class AnswersMissing(Problem):
    def __init__(self, question_ids: Sequence[str]) -> None:
        self.question_ids = tuple(question_ids)
        super().__init__("Some required questions are still open. Answer them first.")


class GenerationInProgress(Problem):
    def __init__(self, generation: "Generation") -> None:
        self.generation = generation
        super().__init__("A plan is being made already. Wait until it is done.")


class GenerationFinished(Problem):
    def __init__(self, generation: "Generation") -> None:
        self.generation = generation
        super().__init__("It has finished already, so that there is nothing left to stop.")


class QuotaExceeded(Problem):
    def __init__(self, *, what: str, limit: int, resets_at: datetime) -> None:
        self.limit = limit
        self.resets_at = resets_at
        super().__init__(
            f"You have used all {limit} {what} for now. More are there from {resets_at:%Y-%m-%d %H:%M} UTC."
        )


class IdempotencyConflict(Problem):
    def __init__(self) -> None:
        super().__init__("This key was used for something else. Make a new one for each wish.")


class VersionConflict(Problem):
    def __init__(self, current_version: int) -> None:
        self.current_version = current_version
        super().__init__("The plan changed in the meantime. Look at it again first.")


class PlanNotEditable(Problem):
    pass


class DayAlreadyLogged(Problem):
    def __init__(self, log: "WorkoutLog") -> None:
        self.log = log
        super().__init__("This day was logged already, from another device. Change that log, or delete it first.")


class RuleViolation(Problem):
    def __init__(self, violations: Sequence["RuleOutcome"]) -> None:
        self.violations = tuple(violations)
        findings = " ".join(outcome.finding for outcome in self.violations)
        super().__init__(f"This would break a rule that keeps you safe or fits your life. {findings}")


class NotSafeToTrain(Problem):
    def __init__(self, *, reasons: Sequence[str], limitations: Sequence[LimitationKind]) -> None:
        self.reasons = tuple(reasons)
        self.limitations = tuple(limitations)
        super().__init__("Please see a doctor before you train. Once they have cleared you, confirm it here.")


class ClearanceRequired(Problem):
    def __init__(self, limitation: LimitationKind) -> None:
        self.limitation = limitation
        super().__init__("This keeps you safe. It is lifted once a doctor has cleared you and you confirm it.")


class LessonLimitReached(Problem):
    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"At most {limit} lessons can be pinned or firm. Unpin or retire one first.")


class Refusal(CoachbookError):
    """A failure that only a developer or an operator can act on."""


class Unauthenticated(Refusal):
    pass


class AccountDeleted(Unauthenticated):
    def __init__(self) -> None:
        super().__init__("This account was deleted: its tokens open nothing any more. Sign out.")


class Forbidden(Refusal):
    pass


class BadUserInput(Refusal):
    pass


class Unavailable(Refusal):
    pass
