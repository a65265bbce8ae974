"""What things are called in the middle of a sentence to an athlete."""

from collections.abc import Sequence
from enum import StrEnum

from domain.terms import Equipment, Weekday

_KIT: dict[Equipment, str] = {
    Equipment.BODY_WEIGHT: "your body weight",
    Equipment.BARBELL: "a barbell",
    Equipment.RACK: "a rack",
    Equipment.BENCH: "a bench",
    Equipment.DUMBBELL: "dumbbells",
    Equipment.KETTLEBELL: "a kettlebell",
    Equipment.CABLE: "a cable machine",
    Equipment.MACHINE: "weight machines",
    Equipment.SMITH_MACHINE: "a Smith machine",
    Equipment.BANDS: "bands",
    Equipment.PULL_UP_BAR: "a pull-up bar",
    Equipment.DIP_BARS: "dip bars",
    Equipment.MEDICINE_BALL: "a medicine ball",
    Equipment.EXERCISE_BALL: "an exercise ball",
    Equipment.SUSPENSION_TRAINER: "a suspension trainer",
    Equipment.PLYO_BOX: "a plyo box",
    Equipment.TREADMILL: "a treadmill",
    Equipment.BIKE: "a bike",
    Equipment.ROWING_MACHINE: "a rowing machine",
    Equipment.ELLIPTICAL: "an elliptical trainer",
    Equipment.STAIR_CLIMBER: "a stair climber",
    Equipment.JUMP_ROPE: "a jump rope",
    Equipment.FOAM_ROLLER: "a foam roller",
    Equipment.EZ_BAR: "an EZ bar",
    Equipment.POOL: "a pool",
}


def kit(item: Equipment) -> str:
    """`a barbell`, `dumbbells`."""
    return _KIT[item]


def bare_kit(item: Equipment) -> str:
    """`barbell`, `dumbbells`: after `no`."""
    return _KIT[item].removeprefix("a ").removeprefix("an ").removeprefix("your ")


def plain_name(term: StrEnum) -> str:
    """`lower back`, `running`."""
    return term.value.lower().replace("_", " ")


def weekday_words(days: Sequence[Weekday]) -> list[str]:
    """`Mondays`."""
    return [f"{day.value.capitalize()}s" for day in days]


def either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
