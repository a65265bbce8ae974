"""What holds for every exercise of the catalogue."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from db.seed.annotate import exercise_id, is_kept
from db.seed.sources import read_sources
from domain.exercise import Catalogue, Exercise
from domain.ids import read_id
from domain.terms import Equipment, ExperienceLevel, JointStress, Mechanic, MovementPattern
from services.planning.exercise_names import words_of

HEAVY = {MovementPattern.SQUAT, MovementPattern.HINGE, MovementPattern.HORIZONTAL_PUSH, MovementPattern.OLYMPIC}
IMPACTS = (JointStress.KNEE_IMPACT, JointStress.ANKLE_IMPACT)


def named(catalogue: Iterable[Exercise], words: str, *, unless: str = "$^") -> list[Exercise]:
    """Exercises whose name has these words; at least one, so that no test passes for want of exercises."""
    found = [
        exercise
        for exercise in catalogue
        if re.search(words, exercise.name, re.IGNORECASE) and not re.search(unless, exercise.name, re.IGNORECASE)
    ]
    assert found
    return found


def without(exercises: Iterable[Exercise], stress: JointStress) -> list[str]:
    return [exercise.name for exercise in exercises if stress not in exercise.stresses]


def with_any(exercises: Iterable[Exercise], *stresses: JointStress) -> list[str]:
    return [exercise.name for exercise in exercises if not set(stresses).isdisjoint(exercise.stresses)]


def test_at_least_450_come_from_the_facts_and_60_were_lacking() -> None:
    sources = read_sources()
    assert sum(is_kept(fact, sources.left_out) for fact in sources.facts) >= 450
    assert len(sources.additions) >= 60


def test_no_addition_is_in_the_facts_already() -> None:
    sources = read_sources()
    facts = {words_of(fact.name) for fact in sources.facts if is_kept(fact, sources.left_out)}
    assert [name for name in sources.additions if words_of(name) in facts] == []


def test_the_examples_of_what_the_facts_lack_are_there(catalogue: Catalogue) -> None:
    lacking = (
        "Bird Dog", "Dead Bug", "Nordic Curl", "Wall Sit", "Copenhagen Plank", "Suitcase Carry", "Hollow Hold", "Step-Up",
        "Bulgarian Split Squat", "Kettlebell Swing", "Kettlebell Deadlift", "Band Row", "Single-Leg Stand", "Tandem Walk",
    )  # fmt: skip
    assert [name for name in lacking if exercise_id(name) not in catalogue] == []


def test_ids_are_slugs_of_names_and_can_be_read_back(catalogue: Catalogue) -> None:
    assert [one.id for one in catalogue if one.id != exercise_id(one.name)] == []
    assert [one.id for one in catalogue if read_id("exercise", one.id) != one.id] == []
    assert catalogue[exercise_id("Farmer's Walk")].id == "exercise_farmers-walk"


def test_ids_are_unique(catalogue: Catalogue) -> None:
    sources = read_sources()
    from_facts = sum(is_kept(fact, sources.left_out) for fact in sources.facts)
    assert len(catalogue) == from_facts + len(sources.additions)


def test_no_name_or_alias_means_two_exercises(catalogue: Catalogue) -> None:
    owners: dict[str, set[str]] = {}
    for exercise in catalogue:
        for text in (exercise.name, *exercise.aliases):
            owners.setdefault(text.casefold(), set()).add(exercise.name)
    assert {text: names for text, names in owners.items() if len(names) > 1} == {}


def test_names_are_tidy(catalogue: Catalogue) -> None:
    tidy = re.compile(r"[A-Z0-9][A-Za-z0-9'/-]*(,? [A-Za-z0-9][A-Za-z0-9'/-]*)*")
    assert [one.name for one in catalogue if not tidy.fullmatch(one.name) or " - " in one.name] == []
    assert max(len(one.name) for one in catalogue) <= 40


def test_a_muscle_is_primary_or_secondary_and_one_is_primary(catalogue: Catalogue) -> None:
    assert [one.name for one in catalogue if not one.primary_muscles] == []
    assert [one.name for one in catalogue if set(one.primary_muscles) & set(one.secondary_muscles)] == []


def test_body_weight_stands_alone_or_not_at_all(catalogue: Catalogue) -> None:
    assert [one.name for one in catalogue if not one.equipment] == []
    assert [one.name for one in catalogue if Equipment.BODY_WEIGHT in one.equipment and len(one.equipment) > 1] == []


def test_the_pattern_isolation_goes_with_single_joints(catalogue: Catalogue) -> None:
    """But for upright rows, which stand in for raises, and not for pulls."""
    compound = [
        one.name for one in catalogue if one.pattern is MovementPattern.ISOLATION and one.mechanic is Mechanic.COMPOUND
    ]
    assert [name for name in compound if "Upright Row" not in name] == []


@pytest.mark.parametrize(
    ("words", "unless", "needed"),
    [
        ("bench press", "band", Equipment.BENCH),
        ("(incline|decline) (bench|dumbbell)", "$^", Equipment.BENCH),
        ("pull-up|chin-up|muscle-up|^hanging", "suspension|machine", Equipment.PULL_UP_BAR),
        ("step-up", "low", Equipment.PLYO_BOX),
        ("box jump|depth jump", "$^", Equipment.PLYO_BOX),
        ("^band|^banded", "$^", Equipment.BANDS),
        ("dumbbell", "$^", Equipment.DUMBBELL),
        ("kettlebell", "$^", Equipment.KETTLEBELL),
        ("cable", "$^", Equipment.CABLE),
        ("barbell", "$^", Equipment.BARBELL),
        ("smith machine", "$^", Equipment.SMITH_MACHINE),
        ("machine|plate-loaded", "smith", Equipment.MACHINE),
        ("exercise ball", "$^", Equipment.EXERCISE_BALL),
        ("medicine ball", "$^", Equipment.MEDICINE_BALL),
        ("suspension", "$^", Equipment.SUSPENSION_TRAINER),
        ("foam roll", "$^", Equipment.FOAM_ROLLER),
        ("ez-bar", "$^", Equipment.EZ_BAR),
        ("(chest|triceps) dip|captain's chair", "$^", Equipment.DIP_BARS),
    ],
)
def test_what_the_name_says_is_needed(catalogue: Catalogue, words: str, unless: str, needed: Equipment) -> None:
    assert [one.name for one in named(catalogue, words, unless=unless) if needed not in one.equipment] == []


def test_a_barbell_that_starts_on_the_shoulders_or_over_the_chest_needs_a_rack(catalogue: Catalogue) -> None:
    barbells = [one for one in catalogue if Equipment.BARBELL in one.equipment]
    from_the_rack = named(
        barbells, "squat|bench press|overhead press|lunge|good morning", unless="hack|jefferson|landmine"
    )
    assert [one.name for one in from_the_rack if Equipment.RACK not in one.equipment] == []


def test_a_deadlift_needs_no_rack(catalogue: Catalogue) -> None:
    assert [one.name for one in named(catalogue, "deadlift|barbell row|curl$") if Equipment.RACK in one.equipment] == []


@pytest.mark.parametrize("stress", IMPACTS)
def test_whatever_jumps_is_an_impact(catalogue: Catalogue, stress: JointStress) -> None:
    assert without(named(catalogue, r"jump|\bhop\b|bound|skip|burpee"), stress) == []
    assert without((one for one in catalogue if one.pattern is MovementPattern.JUMP), stress) == []


def test_only_jumps_are_impacts(catalogue: Catalogue) -> None:
    still = [one for one in catalogue if one.pattern is not MovementPattern.JUMP]
    assert with_any(still, JointStress.KNEE_IMPACT, JointStress.ANKLE_IMPACT) == []


def test_squats_and_lunges_load_the_bent_knee_but_for_getting_up_from_a_chair(catalogue: Catalogue) -> None:
    kneeling = [one for one in catalogue if one.pattern in {MovementPattern.SQUAT, MovementPattern.LUNGE}]
    spared = without(kneeling, JointStress.KNEE_FLEXION_LOADED)
    assert sorted(name for name in spared if "Sit to Stand" not in name) == ["Mini Squat"]


def test_a_hinge_spares_the_knee(catalogue: Catalogue) -> None:
    hinges = [one for one in catalogue if one.pattern is MovementPattern.HINGE]
    assert with_any(hinges, JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT) == []


def test_heavy_barbell_lifts_hold_the_breath(catalogue: Catalogue) -> None:
    heavy = [
        one
        for one in catalogue
        if one.pattern in HEAVY and Equipment.BARBELL in one.equipment and "Landmine" not in one.name
    ]
    assert without(heavy, JointStress.VALSALVA) == []


def test_a_barbell_on_the_back_or_overhead_loads_the_spine(catalogue: Catalogue) -> None:
    barbells = [one for one in catalogue if Equipment.BARBELL in one.equipment]
    loaded = named(
        barbells, "squat|deadlift|good morning|lunge|clean|snatch|jerk|overhead press|push press", unless="landmine"
    )
    assert without(loaded, JointStress.SPINE_AXIAL) == []


def test_core_stability_stays_free_for_a_bad_back(catalogue: Catalogue) -> None:
    stable = named(catalogue, "plank|dead bug|bird dog|pallof press$|pallof hold|bear hold|superman")
    assert with_any(stable, JointStress.SPINE_AXIAL, JointStress.SPINE_FLEXION_LOADED) == []


def test_crunches_sit_ups_and_twists_bend_the_loaded_spine(catalogue: Catalogue) -> None:
    bending = named(catalogue, "crunch|sit-up|twist|side bend|good morning|stiff-legged|wood chop")
    assert without(bending, JointStress.SPINE_FLEXION_LOADED) == []


def test_what_is_pressed_or_pulled_over_the_head_is_overhead(catalogue: Catalogue) -> None:
    over = named(catalogue, "overhead|shoulder press|military|upright row|behind-the-neck|pullover|snatch$|jerk$|handstand|pike",
                 unless="hanging|cable curl")  # fmt: skip
    assert without(over, JointStress.SHOULDER_OVERHEAD) == []


def test_pulls_from_above_to_the_front_are_left_to_a_bad_shoulder(catalogue: Catalogue) -> None:
    front = named(catalogue, "lat pulldown|pull-up|chin-up|pulldown$", unless="behind")
    assert with_any(front, JointStress.SHOULDER_OVERHEAD, JointStress.SHOULDER_DEEP) == []


def test_dips_flies_and_pullovers_go_deep_into_the_shoulder(catalogue: Catalogue) -> None:
    deep = named(catalogue, r"\bdip\b|\bfly\b|pec deck|pullover|crossover", unless="reverse|rear|floor|push-off")
    assert without(deep, JointStress.SHOULDER_DEEP) == []


def test_push_ups_bend_the_wrist_back(catalogue: Catalogue) -> None:
    assert without(named(catalogue, "push-up", unless="suspension|dumbbell"), JointStress.WRIST_EXTENSION) == []


def test_what_is_done_lying_on_the_back_says_so(catalogue: Catalogue) -> None:
    supine = named(catalogue, "bench press|floor press|glute bridge|hip thrust|dead bug|skull crusher|sit-up|hollow hold",
                   unless="incline")  # fmt: skip
    assert without(supine, JointStress.SUPINE) == []


def test_nobody_lies_on_the_back_to_stand(catalogue: Catalogue) -> None:
    standing = named(catalogue, "standing|walk$|carry|lunge|step-up|squat|deadlift|pulldown")
    assert with_any(standing, JointStress.SUPINE) == []


def test_boxes_balls_and_jumps_are_where_people_stumble(catalogue: Catalogue) -> None:
    risky = [one for one in catalogue if one.pattern is MovementPattern.JUMP]
    risky += named(catalogue, "pistol|bulgarian|step-up|overhead squat|handstand", unless="low")
    assert [one.name for one in risky if not one.has_fall_risk] == []


def test_holds_and_carries_are_timed(catalogue: Catalogue) -> None:
    held = named(catalogue, "plank$|hold$|carry|farmer|wall sit|hang$|stand$", unless="to stand|push-up to")
    assert [one.name for one in held if not one.is_timed] == []


def test_one_arm_or_leg_is_one_side_at_a_time(catalogue: Catalogue) -> None:
    sided = named(catalogue, "one-arm|single-leg|lunge|split squat|step-up|suitcase")
    assert [one.name for one in sided if not one.is_unilateral] == []


def test_barbell_olympic_lifts_and_depth_jumps_are_for_the_advanced(catalogue: Catalogue) -> None:
    olympic = [
        one for one in catalogue if one.pattern is MovementPattern.OLYMPIC and Equipment.BARBELL in one.equipment
    ]
    hard = [*olympic, *named(catalogue, "depth jump|pistol|handstand|muscle-up|one-arm (push|chin)-up")]
    assert [one.name for one in hard if one.level is not ExperienceLevel.ADVANCED] == []


def test_what_beginners_are_taught_is_a_novices(catalogue: Catalogue) -> None:
    taught = (
        "Back Squat",
        "Goblet Squat",
        "Bench Press",
        "Barbell Row",
        "Push-Up",
        "Lat Pulldown",
        "Plank",
        "Glute Bridge",
    )
    assert {catalogue[exercise_id(name)].level for name in taught} == {ExperienceLevel.NOVICE}
    assert catalogue[exercise_id("Deadlift")].level is ExperienceLevel.INTERMEDIATE


def test_behind_the_neck_is_done_on_request_alone(catalogue: Catalogue) -> None:
    assert {one.usefulness for one in named(catalogue, "behind-the-neck|guillotine")} == {0}


def test_staples_are_a_fifth_of_the_catalogue_at_most(catalogue: Catalogue) -> None:
    by_usefulness = Counter(one.usefulness for one in catalogue)
    assert by_usefulness[3] * 5 <= len(catalogue)
    assert set(by_usefulness) == {0, 1, 2, 3}
