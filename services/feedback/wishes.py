"""What a message was understood to say: an intent, and wishes that code can turn into lessons and operations."""

import datetime
from dataclasses import dataclass, field

from domain.conversation import FeedbackIntent
from domain.ids import ExerciseId
from domain.lessons import LessonDraft
from domain.operations import PlanOperation
from domain.terms import Author, Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.feedback.topics import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which days are meant. `dates` are those of the plan from today on; None where nothing was said."""

    dates: frozenset[datetime.date] | None = None
    is_lasting: bool = False
    """For good: `always`, `everywhere`, `on Wednesdays`."""
    weekdays: tuple[Weekday, ...] = ()
    """Those that were named."""

    @property
    def is_said(self) -> bool:
        return self.dates is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Other exercises in the place of these; `new` is None where the coach is to choose."""

    exercises: tuple[ExerciseId, ...]
    new: ExerciseId | None
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapSport:
    old: Sport | None
    new: Sport
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Exercises, or endurance in a sport, to take out. With neither, all endurance."""

    exercises: tuple[ExerciseId, ...] = ()
    sport: Sport | None = None
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    exercise: ExerciseId
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSport:
    sport: Sport
    minutes: int | None
    """None where it was not said."""
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The content of one day to another weekday or date; for good where `is_lasting`."""

    source: Scope
    target: Scope
    is_lasting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Easier or harder, shorter or longer; all of it, or some exercises or one sport alone."""

    is_volume: bool
    is_more: bool
    scope: Scope
    exercises: tuple[ExerciseId, ...] = ()
    sport: Sport | None = None
    endurance_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """More or less of some muscles."""

    muscles: tuple[Muscle, ...]
    is_more: bool
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMinutes:
    minutes: int
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """No training on these days."""

    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """Training is possible on these weekdays too, or on them `alone`."""

    weekdays: tuple[Weekday, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """Something hurts, or is to be minded."""

    limitation: LimitationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Equipment that is there or missing; with `alone`, it is all that is there."""

    equipment: tuple[Equipment, ...]
    is_there: bool
    alone: bool = False
    scope: Scope = field(default_factory=Scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoid:
    """Disliked. `is_firm` where it was said to be for ever."""

    exercises: tuple[ExerciseId, ...] = ()
    pattern: MovementPattern | None = None
    sport: Sport | None = None
    is_firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """Exercises that somebody cannot do yet: easier ones take their place until then."""

    exercises: tuple[ExerciseId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefer:
    exercise: ExerciseId | None = None
    sport: Sport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remember:
    """Something to keep in mind that no rule can be made of, in the athlete's own words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """Operations that were worked out already, to be carried out as they are."""

    operations: tuple[PlanOperation, ...]


Wish = (
    Swap
    | SwapSport
    | Remove
    | Add
    | AddSport
    | Move
    | Rest
    | Scale
    | Stress
    | LimitMinutes
    | Unavailable
    | Available
    | Spare
    | Kit
    | Avoid
    | Beyond
    | Prefer
    | Remember
    | Carry
)


_TALK = (Prefer, Remember)
"""What is kept in mind, and leaves the plan as it is."""


def without_what_is_moved(wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """`I cannot on Saturday, can the run go to Sunday`: what is moved off a day need not be taken off it as well."""
    moved = frozenset[datetime.date]().union(*(wish.source.dates or () for wish in wishes if isinstance(wish, Move)))
    return tuple(
        wish
        for wish in wishes
        if not (isinstance(wish, Unavailable | Rest) and wish.scope.dates and wish.scope.dates <= moved)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Pain or symptoms that come before any plan. `limitation` is None where no area was named."""

    limitation: LimitationKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """The athlete's word that a doctor has cleared them; for everything where no limitation was named."""

    limitations: tuple[LimitationKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """All that a message says. `evidence` are the athlete's own words, `doubt` is the question to ask back."""

    intent: FeedbackIntent
    evidence: str
    alarms: tuple[Alarm, ...] = ()
    clearance: Clearance | None = None
    wishes: tuple[Wish, ...] = ()
    topic: Topic | None = None
    question: str | None = None
    """What is asked beside the wishes, about the topic."""
    doubt: str | None = None
    remark: str | None = None
    """What to say where nothing is to be done."""
    drafts: tuple[LessonDraft, ...] = ()
    """What was found to learn beside the wishes."""
    author: Author = Author.RULES
    """Whose words `doubt` and `remark` are."""

    @property
    def is_to_be_carried_out(self) -> bool:
        """Whether a plan may be written because of it. Not so with a change that no wish can be made of: `remark` answers that."""
        return bool(self.alarms) or any(not isinstance(wish, _TALK) for wish in self.wishes)
