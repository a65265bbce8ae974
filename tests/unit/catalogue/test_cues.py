"""That cues say how to do their own exercise: its equipment, its position, its sides, and no more than people read."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from db.seed import sources
from db.seed.annotate import annotated
from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment, JointStress, MovementPattern

SHORTEST, LONGEST = 10, 90
"""Characters of one sentence: a phone shows it in two lines."""
MOST_WORDS = 75
"""Of all sentences together: what somebody reads between two sets."""
BARS = (Equipment.BARBELL, Equipment.EZ_BAR, Equipment.SMITH_MACHINE, Equipment.CABLE, Equipment.PULL_UP_BAR)
GRIPPED = (Equipment.CABLE, Equipment.MACHINE, Equipment.SUSPENSION_TRAINER, Equipment.KETTLEBELL, Equipment.BARBELL)
STACKED = (Equipment.MACHINE, Equipment.CABLE)
WORDS: dict[str, tuple[Equipment, ...]] = {
    r"barbells?|landmine": (Equipment.BARBELL,),
    r"bars?": (*BARS, Equipment.DIP_BARS),
    r"rack(ed)?|pins": (Equipment.RACK,),
    r"unrack": (Equipment.RACK,),
    r"dumbbells?": (Equipment.DUMBBELL,),
    r"kettlebells?|bells?|horns": (Equipment.KETTLEBELL,),
    r"cables?|pulleys?|rope|cuff": (Equipment.CABLE,),
    r"bands?": (Equipment.BANDS,),
    r"machine|lever|sled|pivot": (Equipment.MACHINE,),
    r"rails|hook it in": (Equipment.SMITH_MACHINE,),
    r"unlock(ed)?": (Equipment.SMITH_MACHINE,),
    r"bench": (Equipment.BENCH,),
    r"box(es)?": (Equipment.PLYO_BOX,),
    r"rings?|straps": (Equipment.SUSPENSION_TRAINER,),
    r"anchor": (Equipment.SUSPENSION_TRAINER, Equipment.BANDS),
    r"ball": (Equipment.EXERCISE_BALL, Equipment.MEDICINE_BALL),
    r"roller": (Equipment.FOAM_ROLLER, Equipment.MACHINE),
    r"handles?": GRIPPED,
    r"grips": (Equipment.MACHINE, Equipment.PULL_UP_BAR),
    r"pads?": (Equipment.MACHINE, Equipment.BENCH, Equipment.CABLE, Equipment.DIP_BARS),
    r"plates?": (Equipment.BARBELL, Equipment.SMITH_MACHINE, Equipment.MACHINE, Equipment.CABLE),
    r"the weights touch|the weights crash": STACKED,
    r"treadmill|bike|rower|elliptical|pool": (),
}
"""Words for equipment, and what the exercise must need, one of them, to have the word in its cues."""
ON_THE_SIDE_OR_FRONT = r"face down|on your side"
ONE_SIDE_FIRST = r"(finish|do all repetitions with) (one|that|this) (side|arm|leg)"


def said(exercise: Exercise) -> str:
    return " ".join(exercise.cues).lower()


def speaks_of(exercise: Exercise, words: str) -> bool:
    return re.search(rf"\b({words})\b", said(exercise)) is not None


def test_every_exercise_has_two_to_five_cues(catalogue: Catalogue) -> None:
    assert [one.name for one in catalogue if not 2 <= len(one.cues) <= 5] == []


def test_a_cue_is_one_short_sentence(catalogue: Catalogue) -> None:
    sentence = re.compile(r"[A-Z][^.!?]*\.")
    cues = [cue for one in catalogue for cue in one.cues]
    assert [cue for cue in cues if not sentence.fullmatch(cue)] == []
    assert [cue for cue in cues if not SHORTEST <= len(cue) <= LONGEST] == []


def test_all_cues_of_an_exercise_are_read_between_two_sets(catalogue: Catalogue) -> None:
    assert [one.name for one in catalogue if len(said(one).split()) > MOST_WORDS] == []


def test_no_cue_is_said_twice_of_an_exercise(catalogue: Catalogue) -> None:
    assert [one.name for one in catalogue if len(set(one.cues)) < len(one.cues)] == []


def test_no_two_exercises_are_told_alike(catalogue: Catalogue) -> None:
    owners = defaultdict(list)
    for exercise in catalogue:
        owners[frozenset(exercise.cues)].append(exercise.name)
    assert [names for names in owners.values() if len(names) > 1] == []


def test_every_exercise_has_a_cue_that_no_other_movement_has(catalogue: Catalogue) -> None:
    patterns: dict[str, set[MovementPattern]] = defaultdict(set)
    for exercise in catalogue:
        for cue in exercise.cues:
            patterns[cue].add(exercise.pattern)
    assert [one.name for one in catalogue if all(len(patterns[cue]) > 1 for cue in one.cues)] == []


@pytest.mark.parametrize("words", WORDS)
def test_no_cue_names_equipment_that_the_exercise_has_not(catalogue: Catalogue, words: str) -> None:
    allowed = set(WORDS[words])
    assert [one.name for one in catalogue if speaks_of(one, words) and allowed.isdisjoint(one.equipment)] == []


@pytest.mark.parametrize(
    ("needed", "words"),
    [
        (Equipment.DUMBBELL, "dumbbells?|weights?"),
        (Equipment.KETTLEBELL, "(kettle)?bells?"),
        (Equipment.CABLE, "cables?|pulleys?|handles?|bar|rope"),
        (Equipment.BANDS, "band"),
        (Equipment.SUSPENSION_TRAINER, "straps|handles"),
        (Equipment.MEDICINE_BALL, "ball"),
        (Equipment.EXERCISE_BALL, "ball"),
        (Equipment.PLYO_BOX, "box|boxes|platform"),
        (Equipment.FOAM_ROLLER, "roller"),
        (Equipment.BARBELL, "bar"),
        (Equipment.BENCH, "bench|pad|sit|lie|lean back"),
    ],
)
def test_what_an_exercise_is_done_with_is_in_its_cues(catalogue: Catalogue, needed: Equipment, words: str) -> None:
    assert [one.name for one in catalogue if needed in one.equipment and not speaks_of(one, words)] == []


def test_nobody_is_told_to_lie_on_the_back_but_where_the_exercise_says_so(catalogue: Catalogue) -> None:
    upright = [one for one in catalogue if JointStress.SUPINE not in one.stresses]
    told = [one for one in upright if speaks_of(one, "lie|lying") and not speaks_of(one, ON_THE_SIDE_OR_FRONT)]
    assert [one.name for one in told] == []
    assert [one.name for one in upright if speaks_of(one, "(lie|flat|lying) (on|back on) (your|the) back")] == []


def test_nobody_is_told_to_stand_kneel_or_lie_face_down_in_what_is_done_on_the_back(catalogue: Catalogue) -> None:
    on_the_back = [one for one in catalogue if JointStress.SUPINE in one.stresses and one.name != "Turkish Get-Up"]
    told = [one.name for one in on_the_back if re.search(r"^(stand|kneel|hang)\b", said(one))]
    assert told == []
    assert [one.name for one in on_the_back if speaks_of(one, ON_THE_SIDE_OR_FRONT)] == []


def test_only_jumps_are_told_to_jump(catalogue: Catalogue) -> None:
    """Olympic lifters jump their hips through, with their feet on the floor."""
    still = [one for one in catalogue if one.pattern not in {MovementPattern.JUMP, MovementPattern.OLYMPIC}]
    assert [one.name for one in still if speaks_of(one, "jump|jumps|hop|leap|bound")] == []


def test_only_one_sided_exercises_are_finished_on_one_side_first(catalogue: Catalogue) -> None:
    both = [one for one in catalogue if not one.is_unilateral]
    assert [one.name for one in both if speaks_of(one, ONE_SIDE_FIRST)] == []


def test_what_is_held_for_a_time_is_not_counted(catalogue: Catalogue) -> None:
    held = [one for one in catalogue if one.is_timed]
    assert [one.name for one in held if speaks_of(one, "repetitions?|the set|sets")] == []


def test_heavy_lifts_over_the_head_or_on_the_back_say_when_to_brace(catalogue: Catalogue) -> None:
    """Whoever must not hold the breath is not given them."""
    main = [one for one in catalogue if JointStress.VALSALVA in one.stresses and one.usefulness == 3]
    assert [one.name for one in main if not speaks_of(one, "brace|breath|breathe")] == []


def test_an_exercise_without_cues_stops_the_script() -> None:
    read = sources.read_sources()
    fewer = {slug: cues for slug, cues in read.cues.items() if slug != "plank"}
    with pytest.raises(ValueError, match=r"no cues, or cues of no exercise: plank$"):
        annotated(msgspec.structs.replace(read, cues=fewer))


def test_cues_of_no_exercise_stop_the_script() -> None:
    read = sources.read_sources()
    with pytest.raises(ValueError, match=r"no cues, or cues of no exercise: plonk$"):
        annotated(msgspec.structs.replace(read, cues={**read.cues, "plonk": ("Sit.", "Rest.")}))


def test_an_exercise_in_two_files_of_cues_stops_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = shutil.copytree(sources.HERE, tmp_path / "seed", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (copied / "cues" / "more.toml").write_text('plank = ["Hold still.", "Breathe."]\n', encoding="utf-8")
    monkeypatch.setattr(sources, "HERE", copied)
    with pytest.raises(ValueError, match=r"cues/more.toml repeats plank$"):
        sources.read_sources()
