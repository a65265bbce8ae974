"""A small catalogue made by hand, with just what the rules look at."""

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.terms import Equipment, ExperienceLevel, JointStress, Mechanic, MovementPattern, Muscle


def exercise_id(slug: str) -> ExerciseId:
    return ExerciseId(f"exercise_{slug}")


def _made(
    slug: str,
    pattern: MovementPattern,
    muscles: tuple[Muscle, ...],
    *,
    also: tuple[Muscle, ...] = (),
    needs: tuple[Equipment, ...] = (Equipment.BODY_WEIGHT,),
    stresses: tuple[JointStress, ...] = (),
    mechanic: Mechanic = Mechanic.COMPOUND,
    level: ExperienceLevel = ExperienceLevel.NOVICE,
    flags: frozenset[str] = frozenset(),
) -> Exercise:
    return Exercise(
        id=exercise_id(slug),
        name=slug.replace("-", " ").title(),
        primary_muscles=muscles,
        secondary_muscles=also,
        equipment=needs,
        pattern=pattern,
        mechanic=mechanic,
        level=level,
        is_unilateral="unilateral" in flags,
        is_timed="timed" in flags,
        is_balance="balance" in flags,
        has_fall_risk="falls" in flags,
        usefulness=2,
        stresses=stresses,
    )


P, M, E, J = MovementPattern, Muscle, Equipment, JointStress
_DUMBBELL, _BAR = (E.DUMBBELL,), (E.BARBELL,)

EXERCISES: tuple[Exercise, ...] = (
    _made(
        "goblet-squat", P.SQUAT, (M.QUADRICEPS,), also=(M.GLUTES,), needs=_DUMBBELL, stresses=(J.KNEE_FLEXION_LOADED,)
    ),
    _made(
        "back-squat",
        P.SQUAT,
        (M.QUADRICEPS,),
        also=(M.GLUTES,),
        needs=(E.BARBELL, E.RACK),
        stresses=(J.KNEE_FLEXION_LOADED, J.SPINE_AXIAL, J.VALSALVA),
    ),
    _made("chair-squat", P.SQUAT, (M.QUADRICEPS,), also=(M.GLUTES,)),
    _made(
        "walking-lunge", P.LUNGE, (M.QUADRICEPS,), also=(M.GLUTES,), needs=_DUMBBELL, flags=frozenset({"unilateral"})
    ),
    _made("cable-pull-through", P.HINGE, (M.HAMSTRINGS,), also=(M.GLUTES,), needs=(E.CABLE,)),
    _made("deadlift", P.HINGE, (M.HAMSTRINGS,), also=(M.GLUTES,), needs=_BAR, stresses=(J.SPINE_AXIAL, J.VALSALVA)),
    _made("glute-bridge", P.HINGE, (M.GLUTES,), also=(M.HAMSTRINGS,), stresses=(J.SUPINE,)),
    _made(
        "bench-press",
        P.HORIZONTAL_PUSH,
        (M.CHEST,),
        also=(M.TRICEPS, M.SHOULDERS),
        needs=(E.BARBELL, E.BENCH, E.RACK),
        stresses=(J.SUPINE,),
    ),
    _made("push-up", P.HORIZONTAL_PUSH, (M.CHEST,), also=(M.TRICEPS, M.SHOULDERS), stresses=(J.WRIST_EXTENSION,)),
    _made("chest-press", P.HORIZONTAL_PUSH, (M.CHEST,), also=(M.TRICEPS, M.SHOULDERS), needs=(E.MACHINE,)),
    _made(
        "shoulder-press",
        P.VERTICAL_PUSH,
        (M.SHOULDERS,),
        also=(M.TRICEPS,),
        needs=_DUMBBELL,
        stresses=(J.SHOULDER_OVERHEAD,),
    ),
    _made(
        "dumbbell-row",
        P.HORIZONTAL_PULL,
        (M.MIDDLE_BACK,),
        also=(M.BICEPS, M.LATS),
        needs=_DUMBBELL,
        flags=frozenset({"unilateral"}),
    ),
    _made("lat-pulldown", P.VERTICAL_PULL, (M.LATS,), also=(M.BICEPS,), needs=(E.CABLE,)),
    _made("pull-up", P.VERTICAL_PULL, (M.LATS,), also=(M.BICEPS,), needs=(E.PULL_UP_BAR,), stresses=(J.ELBOW,)),
    _made("plank", P.CORE, (M.ABDOMINALS,), flags=frozenset({"timed"}), mechanic=Mechanic.ISOLATION),
    _made("sit-up", P.CORE, (M.ABDOMINALS,), stresses=(J.SPINE_FLEXION_LOADED, J.SUPINE, J.NECK)),
    _made("biceps-curl", P.ISOLATION, (M.BICEPS,), needs=_DUMBBELL, mechanic=Mechanic.ISOLATION),
    _made("calf-raise", P.ISOLATION, (M.CALVES,), mechanic=Mechanic.ISOLATION),
    _made(
        "box-jump",
        P.JUMP,
        (M.QUADRICEPS,),
        needs=(E.PLYO_BOX,),
        stresses=(J.KNEE_IMPACT, J.ANKLE_IMPACT),
        flags=frozenset({"falls"}),
    ),
    _made(
        "power-clean",
        P.OLYMPIC,
        (M.HAMSTRINGS,),
        needs=_BAR,
        stresses=(J.HIP_DEEP,),
        level=ExperienceLevel.ADVANCED,
    ),
    _made("single-leg-stand", P.MOBILITY, (M.CALVES,), flags=frozenset({"balance", "timed"})),
    _made("cat-cow", P.MOBILITY, (M.LOWER_BACK,), flags=frozenset({"timed"})),
)

CATALOGUE = Catalogue(EXERCISES, version="by hand")
EVERYTHING = tuple(sorted({item for made in EXERCISES for item in made.equipment}))
