"""What an exercise's name, gear and movement say about it: the tables that fill in what the facts leave open.

A rule gives one value. It applies where all of its conditions hold: `words` (a pattern searched in the exercise's names
in lower case), `unless` (one that must not be found), `gear`, `patterns` and `muscles` (any of them), `force`.
"""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.terms import Equipment as Gear
from domain.terms import ExperienceLevel, JointStress, MovementPattern, Muscle

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An exercise that is being annotated: what is known of it so far."""

    names: str
    """The name in the facts and the plain name, in lower case, so that either can show what it is."""
    force: str
    muscles: frozenset[Muscle]
    """The primary ones."""
    gear: frozenset[Gear] = frozenset()
    pattern: MovementPattern | None = None


@dataclass(frozen=True)
class Rule(Generic[Value]):
    """One value, and where it applies."""

    gives: Value
    words: str = ""
    unless: str = ""
    gear: tuple[Gear, ...] = ()
    patterns: tuple[MovementPattern, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    force: str = ""

    def applies(self, draft: Draft) -> bool:
        return (
            (not self.words or re.search(self.words, draft.names) is not None)
            and (not self.unless or re.search(self.unless, draft.names) is None)
            and (not self.gear or not draft.gear.isdisjoint(self.gear))
            and (not self.patterns or draft.pattern in self.patterns)
            and (not self.muscles or not draft.muscles.isdisjoint(self.muscles))
            and (not self.force or draft.force == self.force)
        )


GEAR_OF_FACTS: dict[str | None, Gear] = {
    None: Gear.BODY_WEIGHT,
    "body only": Gear.BODY_WEIGHT,
    "other": Gear.BODY_WEIGHT,
    "bands": Gear.BANDS,
    "barbell": Gear.BARBELL,
    "cable": Gear.CABLE,
    "dumbbell": Gear.DUMBBELL,
    "e-z curl bar": Gear.EZ_BAR,
    "exercise ball": Gear.EXERCISE_BALL,
    "foam roll": Gear.FOAM_ROLLER,
    "kettlebells": Gear.KETTLEBELL,
    "machine": Gear.MACHINE,
    "medicine ball": Gear.MEDICINE_BALL,
}
"""What the facts name; the rules below find what they imply."""

_HANDHELD = (Gear.BARBELL, Gear.DUMBBELL, Gear.EZ_BAR, Gear.BANDS, Gear.CABLE, Gear.SMITH_MACHINE)
_BENCH_WORDS = (
    r"\bbench|incline|decline|preacher|lying|dumbbell fly|flyes|skull|hip thrust|pullover|seal row|concentration"
    r"|spider|seated (dumbbell|barbell|kettlebell|lateral|side|rear|triceps|good)"
)

MAIN_GEAR: tuple[Rule[Gear], ...] = (
    Rule(Gear.SMITH_MACHINE, r"\bsmith\b"),
    Rule(Gear.SUSPENSION_TRAINER, r"suspen|\btrx\b"),
    Rule(Gear.PULL_UP_BAR, r"pull-?up|\bchin\b|chin-up|hanging|muscle-?up", unless="smith|ball"),
    Rule(Gear.DIP_BARS, r"\bdips?\b|parallel bars", unless="bench|machine"),
    Rule(Gear.EXERCISE_BALL, r"exercise ball|\ba ball\b", unless="medicine"),
    Rule(Gear.PLYO_BOX, r"\bbox (jump|skip)|box push-off|depth jump"),
    Rule(Gear.MACHINE, r"donkey calf|back extension|hyperextension|t-bar row$", unless="bench|ball|barbell"),
)
"""What it is done with, where the name says more than the facts; the first that applies stands for theirs."""

ADDED_GEAR: tuple[Rule[Gear], ...] = (
    Rule(Gear.BENCH, _BENCH_WORDS, unless=r"bent over|standing|reverse fly$|band chest|on high pulley", gear=_HANDHELD),
    Rule(Gear.BENCH, r"\bbench\b|decline (oblique|reverse|crunch)", gear=(Gear.BODY_WEIGHT,)),
    Rule(Gear.RACK, r"squat|bench press|floor press|good morning|pin press|rack pull|inverted row",
         gear=(Gear.BARBELL,)),
    Rule(Gear.RACK, r"barbell lunge|walking lunge|reverse lunge|step-up|barbell calf|split squat",
         gear=(Gear.BARBELL,)),
    Rule(Gear.RACK, r"military|overhead press|push press|shoulder press|neck press|press behind|bradford|jerk$"
         r"|jerk balance",
         unless=r"clean|landmine", gear=(Gear.BARBELL,)),
    Rule(Gear.PLYO_BOX, r"step-up|barbell box squat|single-leg box"),
    Rule(Gear.BANDS, r"band-assisted", gear=(Gear.PULL_UP_BAR,)),
)  # fmt: skip
"""What else it takes; every rule that applies adds its own."""

_P = MovementPattern

PATTERNS: tuple[Rule[MovementPattern], ...] = (
    Rule(_P.MOBILITY, r"foam roll|circle|stretch|leg swing|cat-cow|groiner|inchworm|child's pose|lying windmill"
         r"|pelvic tilt"),
    Rule(_P.CARRY, r"\bcarry\b|farmer"),
    Rule(_P.JUMP, r"jump|\bhop\b|\bbound\b|\bskip\b|push-off|butt kick"),
    Rule(_P.OLYMPIC, r"\bcleans?\b|snatch|\bjerk\b|high pull\b",
         unless=r"clean deadlift|snatch deadlift|shrug|clean grip"),
    Rule(_P.CORE, muscles=(Muscle.ABDOMINALS,), unless="deadlift"),
    Rule(_P.ISOLATION, muscles=(Muscle.NECK,)),
    Rule(_P.HINGE, r"deadlift|good morning|pull-?through|bridge|hip thrust|swings|extension\)|hyperextension"
         r"|back extension|rack pull|glute-ham|glute ham|superman|swing\b"),
    Rule(_P.LUNGE, r"lunge|split squat|step-?up"),
    Rule(_P.ISOLATION, r"curl|kickback|\braises?\b|\bfly|flyes|lateral|pushdown|shrug|rotation|crossover|cross over"
         r"|upright row|triceps extension|straight-arm|pull-apart|pec deck|skull|leg extension|abduct|adduct|calf"),
    Rule(_P.SQUAT, r"squat|leg press|thruster"),
    Rule(_P.VERTICAL_PULL, r"pulldown|pull-?up|chin-?up|\bchin\b|muscle-up|pullover"),
    Rule(_P.HORIZONTAL_PULL, r"\brows?\b|face pull|bench pull"),
    Rule(_P.VERTICAL_PUSH, r"(shoulder|overhead|military|arnold|neck|bradford|see-saw|cuban|kettlebell|push|landmine|barbell) press"
         r"|handstand|press behind", unless="bench|floor|guillotine|chest"),
    Rule(_P.HORIZONTAL_PUSH, r"bench|push-up|pushup|floor press|chest|\bdips?\b|pin press|jm press"),
    Rule(_P.ISOLATION, muscles=(Muscle.FOREARMS, Muscle.BICEPS, Muscle.TRICEPS, Muscle.TRAPS)),
    Rule(_P.ISOLATION, muscles=(Muscle.CALVES, Muscle.ABDUCTORS, Muscle.ADDUCTORS)),
    Rule(_P.VERTICAL_PUSH, muscles=(Muscle.SHOULDERS,), force="push"),
    Rule(_P.HORIZONTAL_PUSH, muscles=(Muscle.CHEST,)),
    Rule(_P.VERTICAL_PULL, muscles=(Muscle.LATS,)),
    Rule(_P.HORIZONTAL_PULL, muscles=(Muscle.MIDDLE_BACK,)),
    Rule(_P.HINGE, muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.LOWER_BACK)),
    Rule(_P.SQUAT, muscles=(Muscle.QUADRICEPS,)),
    Rule(_P.ISOLATION),
)  # fmt: skip
"""How it moves; the first that applies."""

LEVELS: tuple[Rule[ExperienceLevel], ...] = (
    Rule(ExperienceLevel.ADVANCED, gear=(Gear.BARBELL,), patterns=(_P.OLYMPIC,)),
    Rule(ExperienceLevel.ADVANCED, r"depth jump|behind the neck|behind neck|pistol|handstand|one-arm push-up|muscle-up"
         r"|nordic curl$"),
    Rule(ExperienceLevel.NOVICE, patterns=(_P.MOBILITY,)),
    Rule(ExperienceLevel.INTERMEDIATE, patterns=(_P.JUMP,)),
    Rule(ExperienceLevel.INTERMEDIATE, patterns=(_P.OLYMPIC,),
         unless="kettlebell snatch|split snatch|double kettlebell"),
)  # fmt: skip
"""Where the facts' own level is not to be believed; the first that applies."""

_S = JointStress
_STABILITY = (
    r"plank|dead bug|bird dog|pallof press$|vacuum|mountain climber|spider|crawl|windmill|get-up|figure 8|push-up"
    r"|renegade|pass between|butt-ups"
)

STRESSES: tuple[Rule[JointStress], ...] = (
    Rule(_S.KNEE_FLEXION_LOADED, patterns=(_P.SQUAT, _P.LUNGE)),
    Rule(_S.KNEE_FLEXION_LOADED, r"leg extension|jump squat|squat jump|split jump|depth jump|kneeling jump|bulgarian"),
    Rule(_S.KNEE_FLEXION_LOADED, patterns=(_P.OLYMPIC,), gear=(Gear.BARBELL,), unless=r"pull$"),
    Rule(_S.KNEE_FLEXION_LOADED, r"jerk|thruster|get-up|push press"),
    Rule(_S.HIP_DEEP, patterns=(_P.SQUAT, _P.LUNGE), unless=r"box|bench$|to a bench|chair|step-up|wall sit"),
    Rule(_S.HIP_DEEP, r"^(hang |split )?(clean|snatch)( |$)|hip adduction machine|world's greatest|groiner",
         unless="pull|shrug|press|deadlift"),
    Rule(_S.KNEE_IMPACT, patterns=(_P.JUMP,)),
    Rule(_S.ANKLE_IMPACT, patterns=(_P.JUMP,)),
    Rule(_S.SPINE_AXIAL, gear=(Gear.BARBELL, Gear.SMITH_MACHINE), patterns=(_P.SQUAT, _P.LUNGE, _P.OLYMPIC)),
    Rule(_S.SPINE_AXIAL, r"hack squat$"),
    Rule(_S.SPINE_AXIAL, r"deadlift|good morning|rack pull", gear=(Gear.BARBELL, Gear.SMITH_MACHINE)),
    Rule(_S.SPINE_AXIAL, r"\brow\b|rows\b", unless=r"inverted|lying|upright|seal|chest-supported",
         gear=(Gear.BARBELL,)),
    Rule(_S.SPINE_AXIAL, patterns=(_P.VERTICAL_PUSH,), unless=r"seated|handstand|landmine|cuban|bench|pike",
         gear=(Gear.BARBELL, Gear.DUMBBELL, Gear.KETTLEBELL)),
    Rule(_S.SPINE_AXIAL, r"shrug|calf raise", gear=(Gear.BARBELL, Gear.SMITH_MACHINE)),
    Rule(_S.SPINE_AXIAL, r"jump squat", gear=(Gear.BARBELL,)),
    Rule(_S.SPINE_AXIAL, r"jerk|snatch|push press|swing\b|thruster|high pull\b|clean\b",
         gear=(Gear.KETTLEBELL, Gear.DUMBBELL)),
    Rule(_S.SPINE_AXIAL, r"^standing calf raises"),
    Rule(_S.SPINE_FLEXION_LOADED, patterns=(_P.CORE,), unless=_STABILITY),
    Rule(_S.SPINE_FLEXION_LOADED, r"good morning|stiff-legged|stiff-leg|hyperextension|back extension",
         unless="reverse hyper"),
    Rule(_S.SHOULDER_OVERHEAD, patterns=(_P.VERTICAL_PUSH,), unless="landmine press"),
    Rule(_S.SHOULDER_OVERHEAD, r"overhead|over head|upright row|behind.the.neck|behind neck|pullover|snatch|jerk"
         r"|clean and press|get-up|windmill|french press|high pull\b|slam|high raise|raise above|thruster",
         unless=r"lying windmill|pull$|snatch deadlift|shrug|crunch"),
    Rule(_S.SHOULDER_DEEP, r"\bdips?\b|pullover|guillotine|wide-grip (bench|barbell bench)|pec deck"),
    Rule(_S.SHOULDER_DEEP, r"crossover|cross over", muscles=(Muscle.CHEST,)),
    Rule(_S.SHOULDER_DEEP, r"\bfly\b|flye", unless="reverse|back fly|rear"),
    Rule(_S.ELBOW, r"triceps extension|tricep extension|skull|triceps press|jm press|tate press|preacher|close-grip"
         r"|\bdips?\b|diamond",
         unless="pulldown|pushdown|ez-bar curl|ez bar curl|kickback"),
    Rule(_S.ELBOW, r"curl", gear=(Gear.BARBELL,)),
    Rule(_S.ELBOW, r"wrist curl|finger curl|reverse.*curl", muscles=(Muscle.FOREARMS, Muscle.BICEPS)),
    Rule(_S.WRIST_EXTENSION, r"push-?ups?\b|pushup", unless=r"suspen|on a dumbbell|handstand"),
    Rule(_S.WRIST_EXTENSION, r"front squat|front barbell squat|handstand|mountain climber|crawl|plank hip raise"
         r"|bench dip|cat-cow|inchworm|groiner|glute kickback|quadruped|world's greatest", unless="kettlebell|dumbbell"),
    Rule(_S.WRIST_EXTENSION, r"wrist curl|finger curl|renegade"),
    Rule(_S.WRIST_EXTENSION, r"\bclean\b", unless=r"pull|shrug|deadlift", gear=(Gear.BARBELL,)),
    Rule(_S.NECK, muscles=(Muscle.NECK,)),
    Rule(_S.NECK, r"behind.the.neck|behind neck|guillotine|handstand"),
    Rule(_S.NECK, r"shrug", unless="prone"),
    Rule(_S.SUPINE, r"bench press|floor press|\blying\b|crunch|sit-up|skull|(?<!side )bridge|hip thrust|dead bug"
         r"|pullover|\bfly\b|leg raise$|v-up|bench leg|scissor kick|turkish|leg pull-in|cocoon|foam roll upper"
         r"|lying toe|ball leg curl|sliding leg curl|pin press|guillotine",
         unless=r"incline|lying leg curl|machine|reverse fly|standing|hanging|cable (oblique )?crunch|seated|rear delt"
         r"|lying t-bar|lying cambered|crossover|side.lying|band (chest|reverse)|chair"),
    Rule(_S.VALSALVA, gear=(Gear.BARBELL, Gear.SMITH_MACHINE),
         patterns=(_P.SQUAT, _P.HINGE, _P.HORIZONTAL_PUSH, _P.VERTICAL_PUSH, _P.OLYMPIC), unless=r"landmine"),
    Rule(_S.VALSALVA, r"leg press$|hack squat$"),
)  # fmt: skip
"""What it loads; every rule that applies adds its own."""

TRAITS: tuple[Rule[str], ...] = (
    Rule("UNILATERAL", r"one-arm|one arm|one-leg|one leg|single|side plank|lunge|split squat|pistol|step-?up|alternat"
         r"|concentration|dead bug|pallof|get-up|windmill|see-saw|side bend|glute kickback|cable (wood|lift)"
         r"|landmine (press|row)|side leg|leg swing|rear leg|world's greatest|standing hip|hip flexor|external"
         r"|internal|diagonal bound",
         unless=r"ball side|push-up to|side to side|concentration barbell"),
    Rule("TIMED", r"plank$|\bhold\b|\bcarry\b|farmer|isometric|vacuum|foam roll|child's pose|mountain climber|flutter"
         r"|scissor kick|crawl|circle", unless="push-up to"),
    Rule("BALANCE", r"pistol|single-leg (deadlift|box squat)|standing (side|rear) leg|standing hip|step-up with knee"),
    Rule("FALL_RISK", patterns=(_P.JUMP,)),
    Rule("FALL_RISK", gear=(Gear.EXERCISE_BALL, Gear.PLYO_BOX)),
    Rule("FALL_RISK", r"pistol|single-leg|one-legged|bulgarian|handstand|get-up|overhead.*squat|sissy",
         unless=r"glute bridge|leg extension|kickback|calf"),
    Rule("FALL_RISK", "lunge", gear=(Gear.BARBELL, Gear.DUMBBELL, Gear.KETTLEBELL, Gear.SMITH_MACHINE)),
    Rule("FALL_RISK", "split squat", gear=(Gear.SUSPENSION_TRAINER,)),
    Rule("FALL_RISK", r"snatch|jerk", unless=r"pull|deadlift|shrug", gear=(Gear.BARBELL,)),
)  # fmt: skip
"""What else is true of it; every rule that applies adds its own."""
