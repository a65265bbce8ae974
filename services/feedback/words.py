"""The words people use for days, body parts, muscles, kit and sports: data, to be read and added to."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Finds the things that a text names. Longer phrases are tried first, so that `upper back` is not `back`."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._phrases = dict(phrases)
        longest_first = sorted(self._phrases, key=len, reverse=True)
        self.source = "|".join(re.escape(phrase) for phrase in longest_first)
        self._pattern = re.compile(rf"\b(?:{self.source})\b")

    def found(self, text: str) -> tuple[T, ...]:
        """What is named, in order, each once."""
        return tuple(dict.fromkeys(self._phrases[match[0]] for match in self._pattern.finditer(text)))

    def words_in(self, text: str) -> list[str]:
        """The words themselves."""
        return self._pattern.findall(text)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they begin and end."""
        return [match.span() for match in self._pattern.finditer(text)]

    def exactly(self, text: str) -> T | None:
        return self._phrases.get(text)

    def without(self, text: str) -> str:
        return self._pattern.sub(" ", text)


def _phrases(table: Mapping[T, str]) -> dict[str, T]:
    """`{thing: "one phrase, another"}` the other way round."""
    return {phrase.strip(): thing for thing, phrases in table.items() for phrase in phrases.split(",")}


def _groups(table: Mapping[str, Iterable[T]]) -> dict[str, tuple[T, ...]]:
    return {phrase.strip(): tuple(things) for phrases, things in table.items() for phrase in phrases.split(",")}


@dataclass(frozen=True)
class _ShortWeekdays:
    pattern: re.Pattern[str]
    names: Mapping[str, str]

    def written_out(self, match: re.Match[str]) -> str:
        return f"{match[1]}{self.names[match[2]]}{'s' if match[3] else ''}"


_SHORT = {
    "mon": "monday",
    "tue": "tuesday",
    "tues": "tuesday",
    "wed": "wednesday",
    "weds": "wednesday",
    "thu": "thursday",
    "thur": "thursday",
    "thurs": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}
_ANY_SHORT = "|".join(sorted(_SHORT, key=len, reverse=True))
_BEFORE_A_DAY = (
    "on|this|next|from|every|each|to|with|and|or|for|by|off|do|skip|move|swap|make|only|until|till|train(?:ing)?|nights"
)
SHORT_WEEKDAYS = _ShortWeekdays(
    re.compile(
        rf"(\b(?:{_BEFORE_A_DAY}) |\b(?=(?:mon|tues?|weds?|thu|thurs?|fri)s? (?:is|are|too|"
        rf"session|workout|off)\b)|\b(?=(?:{_ANY_SHORT})s?(?: (?:to|through|thru|till|until|and|or|-) |/)(?:{_ANY_SHORT})s?\b)|/)"
        rf"({_ANY_SHORT})(s?)\b"
    ),
    _SHORT,
)

WEEKDAY_NAMES = Lexicon({weekday.value.lower(): weekday for weekday in Weekday})
WEEKDAY_SOURCE = "|".join(weekday.value.lower() for weekday in Weekday)

AREAS = Lexicon(
    _phrases(
        {
            LimitationKind.KNEE: "knee, knees, kneecap, kneecaps, patella, meniscus, acl, mcl, quad, quads",
            LimitationKind.LOWER_BACK: "lower back, low back, lumbar, back, spine, disc, sciatica, tailbone, lumbago",
            LimitationKind.UPPER_BACK: "upper back, shoulder blade, shoulder blades, mid back, middle back",
            LimitationKind.SHOULDER: "shoulder, shoulders, rotator cuff, rotator, ac joint",
            LimitationKind.ELBOW: "elbow, elbows, tennis elbow, golfers elbow, golfer elbow, forearm, forearms",
            LimitationKind.WRIST: "wrist, wrists, carpal tunnel, hand, hands, thumb",
            LimitationKind.HIP: "hip, hips, hip flexor, hip flexors, groin, hamstring, hamstrings, thigh, thighs, adductor",
            LimitationKind.ANKLE: "ankle, ankles",
            LimitationKind.NECK: "neck",
            LimitationKind.LOWER_LEG: "shin, shins, calf, calves, lower leg, lower legs, achilles, shin splints",
            LimitationKind.FOOT: "foot, feet, heel, heels, toe, toes, plantar fascia, plantar fasciitis, arch of my foot",
        }
    )
)
CONDITIONS = Lexicon(
    _phrases(
        {
            LimitationKind.PREGNANCY: "pregnant, pregnancy, expecting a baby, we are expecting, i am expecting, baby on the way",
            LimitationKind.POSTPARTUM: (
                "postpartum, gave birth, given birth, had a baby, had a c-section, c-section, "
                "c section, caesarean, cesarean, had my baby, had our baby"
            ),
            LimitationKind.HYPERTENSION: (
                "high blood pressure, hypertension, high bp, bp is high, blood pressure is high, "
                "blood pressure is too high, hypertensive"
            ),
            LimitationKind.BETA_BLOCKER: (
                "beta blocker, beta blockers, beta-blocker, beta-blockers, "
                "bisoprolol, atenolol, metoprolol, propranolol"
            ),
            LimitationKind.ASTHMA: "asthma, asthmatic, inhaler",
        }
    )
)
AREA_NAMES: Mapping[LimitationKind, str] = {
    LimitationKind.LOWER_LEG: "lower leg",
    LimitationKind.HYPERTENSION: "high blood pressure",
    LimitationKind.CARDIAC_WARNING: "heart warning sign",
    LimitationKind.POSTPARTUM: "recovery after a birth",
    LimitationKind.BETA_BLOCKER: "beta blocker",
}


def area_name(kind: LimitationKind) -> str:
    """A limitation in a sentence."""
    return AREA_NAMES.get(kind, kind.value.lower().replace("_", " "))


_LEGS = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES)
_BACK = (Muscle.LATS, Muscle.MIDDLE_BACK)
MUSCLES = Lexicon(
    _groups(
        {
            "abs, core, abdominals, abdominal, belly, stomach, six pack, obliques": (Muscle.ABDOMINALS,),
            "abductors, outer thigh, outer thighs": (Muscle.ABDUCTORS,),
            "adductors, inner thigh, inner thighs": (Muscle.ADDUCTORS,),
            "biceps, bicep": (Muscle.BICEPS,),
            "triceps, tricep": (Muscle.TRICEPS,),
            "arms, arm": (Muscle.BICEPS, Muscle.TRICEPS),
            "forearms, forearm, grip": (Muscle.FOREARMS,),
            "calves, calf": (Muscle.CALVES,),
            "chest, pecs, pectorals": (Muscle.CHEST,),
            "glutes, glute, butt, bum, booty": (Muscle.GLUTES,),
            "hamstrings, hamstring, hammies": (Muscle.HAMSTRINGS,),
            "quads, quad, quadriceps, thighs": (Muscle.QUADRICEPS,),
            "legs, leg, lower body": _LEGS,
            "lats, lat": (Muscle.LATS,),
            "back, upper back": _BACK,
            "lower back": (Muscle.LOWER_BACK,),
            "upper body": (Muscle.CHEST, Muscle.SHOULDERS, *_BACK),
            "shoulders, shoulder, delts, deltoids": (Muscle.SHOULDERS,),
            "traps, trapezius": (Muscle.TRAPS,),
            "neck": (Muscle.NECK,),
        }
    )
)

EQUIPMENT = Lexicon(
    _groups(
        {
            "barbell, barbells, bar": (Equipment.BARBELL,),
            "rack, squat rack, power rack": (Equipment.RACK,),
            "bench, benches": (Equipment.BENCH,),
            "dumbbell, dumbbells, dumbell, dumbells, dbs": (Equipment.DUMBBELL,),
            "kettlebell, kettlebells, kb": (Equipment.KETTLEBELL,),
            "cable, cables, cable machine, cable tower": (Equipment.CABLE,),
            "machine, machines": (Equipment.MACHINE, Equipment.SMITH_MACHINE, Equipment.CABLE),
            "smith machine": (Equipment.SMITH_MACHINE,),
            "bands, band, resistance bands, resistance band": (Equipment.BANDS,),
            "pull-up bar, pull up bar, pullup bar, chin-up bar, chin up bar": (Equipment.PULL_UP_BAR,),
            "dip bars, dip station, parallel bars": (Equipment.DIP_BARS,),
            "medicine ball, medicine balls, med ball": (Equipment.MEDICINE_BALL,),
            "exercise ball, swiss ball, stability ball, gym ball": (Equipment.EXERCISE_BALL,),
            "trx, suspension trainer, rings": (Equipment.SUSPENSION_TRAINER,),
            "box, plyo box": (Equipment.PLYO_BOX,),
            "treadmill": (Equipment.TREADMILL,),
            "bike, exercise bike, stationary bike": (Equipment.BIKE,),
            "rowing machine, rower, erg": (Equipment.ROWING_MACHINE,),
            "elliptical, cross trainer, crosstrainer": (Equipment.ELLIPTICAL,),
            "stair climber, stairmaster": (Equipment.STAIR_CLIMBER,),
            "jump rope, skipping rope": (Equipment.JUMP_ROPE,),
            "foam roller": (Equipment.FOAM_ROLLER,),
            "ez bar, ez-bar, curl bar": (Equipment.EZ_BAR,),
            "pool, swimming pool": (Equipment.POOL,),
            "weights, free weights": (Equipment.BARBELL, Equipment.DUMBBELL, Equipment.KETTLEBELL, Equipment.EZ_BAR),
        }
    )
)

_OF_ANY_SPORT = frozenset({"interval", "intervals"})


class _Sports(Lexicon[Sport]):
    """Intervals are run where no other sport is named: `rowing intervals` are rowed."""

    def found(self, text: str) -> tuple[Sport, ...]:
        words = self.words_in(text)
        named = [word for word in words if word not in _OF_ANY_SPORT] or words
        return tuple(dict.fromkeys(self._phrases[word] for word in named))


SPORTS = _Sports(
    _phrases(
        {
            Sport.RUNNING: "running, run, runs, jogging, jog, jogs, long run, long runs, interval, intervals",
            Sport.CYCLING: (
                "cycling, cycle, ride, rides, biking, bike ride, bike rides, bicycle, bike session, bike interval, bike intervals"
            ),
            Sport.SWIMMING: "swimming, swim, swims",
            Sport.ROWING: "rowing session, rowing sessions, rowing, erg session",
            Sport.WALKING: "walking, walk, walks",
            Sport.HIKING: "hiking, hike, hikes",
            Sport.ELLIPTICAL: "elliptical, cross trainer",
            Sport.STAIR_CLIMBING: "stair climbing, stairs",
            Sport.JUMP_ROPE: "jump rope, skipping, rope skipping",
        }
    )
)
ANY_SPORT = re.compile(r"\b(?:cardio|endurance|conditioning|aerobic)\b")

PATTERNS = Lexicon(
    _phrases(
        {
            MovementPattern.JUMP: "jumps, jumping, plyometrics, plyos, jump exercises",
            MovementPattern.OLYMPIC: "olympic lifts, olympic lifting",
        }
    )
)

NUMBERS: Mapping[str, int] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty five": 45,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "half an hour": 30,
    "an hour": 60,
    "one hour": 60,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
