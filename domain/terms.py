"""The words in which exercises, bodies and weeks are spoken of; each value is its own name, in Python, SQL and GraphQL alike."""

from enum import StrEnum


class Equipment(StrEnum):
    """What training can be done with."""

    BODY_WEIGHT = "BODY_WEIGHT"
    BARBELL = "BARBELL"
    RACK = "RACK"
    BENCH = "BENCH"
    DUMBBELL = "DUMBBELL"
    KETTLEBELL = "KETTLEBELL"
    CABLE = "CABLE"
    MACHINE = "MACHINE"
    SMITH_MACHINE = "SMITH_MACHINE"
    BANDS = "BANDS"
    PULL_UP_BAR = "PULL_UP_BAR"
    DIP_BARS = "DIP_BARS"
    MEDICINE_BALL = "MEDICINE_BALL"
    EXERCISE_BALL = "EXERCISE_BALL"
    SUSPENSION_TRAINER = "SUSPENSION_TRAINER"
    PLYO_BOX = "PLYO_BOX"
    TREADMILL = "TREADMILL"
    BIKE = "BIKE"
    ROWING_MACHINE = "ROWING_MACHINE"
    ELLIPTICAL = "ELLIPTICAL"
    STAIR_CLIMBER = "STAIR_CLIMBER"
    JUMP_ROPE = "JUMP_ROPE"
    FOAM_ROLLER = "FOAM_ROLLER"
    EZ_BAR = "EZ_BAR"
    POOL = "POOL"


class Muscle(StrEnum):
    """What an exercise works."""

    ABDOMINALS = "ABDOMINALS"
    ABDUCTORS = "ABDUCTORS"
    ADDUCTORS = "ADDUCTORS"
    BICEPS = "BICEPS"
    CALVES = "CALVES"
    CHEST = "CHEST"
    FOREARMS = "FOREARMS"
    GLUTES = "GLUTES"
    HAMSTRINGS = "HAMSTRINGS"
    LATS = "LATS"
    LOWER_BACK = "LOWER_BACK"
    MIDDLE_BACK = "MIDDLE_BACK"
    NECK = "NECK"
    QUADRICEPS = "QUADRICEPS"
    SHOULDERS = "SHOULDERS"
    TRAPS = "TRAPS"
    TRICEPS = "TRICEPS"


class MovementPattern(StrEnum):
    """How an exercise moves."""

    SQUAT = "SQUAT"
    LUNGE = "LUNGE"
    HINGE = "HINGE"
    HORIZONTAL_PUSH = "HORIZONTAL_PUSH"
    VERTICAL_PUSH = "VERTICAL_PUSH"
    HORIZONTAL_PULL = "HORIZONTAL_PULL"
    VERTICAL_PULL = "VERTICAL_PULL"
    CORE = "CORE"
    CARRY = "CARRY"
    JUMP = "JUMP"
    OLYMPIC = "OLYMPIC"
    ISOLATION = "ISOLATION"
    MOBILITY = "MOBILITY"


class Mechanic(StrEnum):
    """Whether an exercise moves one joint or several."""

    COMPOUND = "COMPOUND"
    ISOLATION = "ISOLATION"


class JointStress(StrEnum):
    """What an exercise loads, so that limitations can rule it out."""

    KNEE_FLEXION_LOADED = "KNEE_FLEXION_LOADED"
    KNEE_IMPACT = "KNEE_IMPACT"
    SPINE_AXIAL = "SPINE_AXIAL"
    SPINE_FLEXION_LOADED = "SPINE_FLEXION_LOADED"
    SHOULDER_OVERHEAD = "SHOULDER_OVERHEAD"
    SHOULDER_DEEP = "SHOULDER_DEEP"
    ELBOW = "ELBOW"
    WRIST_EXTENSION = "WRIST_EXTENSION"
    HIP_DEEP = "HIP_DEEP"
    ANKLE_IMPACT = "ANKLE_IMPACT"
    NECK = "NECK"
    SUPINE = "SUPINE"
    VALSALVA = "VALSALVA"


class ExperienceLevel(StrEnum):
    """How long somebody has trained regularly."""

    NOVICE = "NOVICE"
    INTERMEDIATE = "INTERMEDIATE"
    ADVANCED = "ADVANCED"


class Sport(StrEnum):
    """What endurance is trained in."""

    RUNNING = "RUNNING"
    CYCLING = "CYCLING"
    SWIMMING = "SWIMMING"
    ROWING = "ROWING"
    WALKING = "WALKING"
    HIKING = "HIKING"
    ELLIPTICAL = "ELLIPTICAL"
    STAIR_CLIMBING = "STAIR_CLIMBING"
    JUMP_ROPE = "JUMP_ROPE"
    OTHER = "OTHER"


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class LimitationKind(StrEnum):
    """What training must spare or mind."""

    KNEE = "KNEE"
    LOWER_BACK = "LOWER_BACK"
    SHOULDER = "SHOULDER"
    ELBOW = "ELBOW"
    WRIST = "WRIST"
    HIP = "HIP"
    ANKLE = "ANKLE"
    NECK = "NECK"
    UPPER_BACK = "UPPER_BACK"
    LOWER_LEG = "LOWER_LEG"
    FOOT = "FOOT"
    PREGNANCY = "PREGNANCY"
    POSTPARTUM = "POSTPARTUM"
    HYPERTENSION = "HYPERTENSION"
    CARDIAC_WARNING = "CARDIAC_WARNING"
    BETA_BLOCKER = "BETA_BLOCKER"
    ASTHMA = "ASTHMA"


class TrainingFocus(StrEnum):
    """What a plan trains first."""

    STRENGTH = "STRENGTH"
    MUSCLE = "MUSCLE"
    ENDURANCE = "ENDURANCE"
    MIXED = "MIXED"
    GENERAL_HEALTH = "GENERAL_HEALTH"


class BodyArea(StrEnum):
    """Where it hurts."""

    NECK = "NECK"
    SHOULDER = "SHOULDER"
    ELBOW = "ELBOW"
    WRIST = "WRIST"
    UPPER_BACK = "UPPER_BACK"
    LOWER_BACK = "LOWER_BACK"
    CHEST = "CHEST"
    ABDOMEN = "ABDOMEN"
    HIP = "HIP"
    GROIN = "GROIN"
    THIGH = "THIGH"
    KNEE = "KNEE"
    LOWER_LEG = "LOWER_LEG"
    ANKLE = "ANKLE"
    FOOT = "FOOT"
    OTHER = "OTHER"


class Author(StrEnum):
    """Who wrote something."""

    RULES = "RULES"
    MODEL = "MODEL"
    ATHLETE = "ATHLETE"


WEEKDAYS: tuple[Weekday, ...] = tuple(Weekday)
"""Monday first: `WEEKDAYS[date.weekday()]` is a date's weekday."""
