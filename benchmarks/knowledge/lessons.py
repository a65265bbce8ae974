"""Lessons as coaches learn them, each with the notes that belong to it, of which one must be found; twenty belong to none."""

from domain.ids import ExerciseId
from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday

NOTE = LessonRule(kind=Kind.NOTE)


def _limitation(kind: LimitationKind) -> LessonRule:
    return LessonRule(kind=Kind.LIMITATION, limitation=kind)


def _avoid(slug: str) -> LessonRule:
    return LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=ExerciseId(f"exercise_{slug}"))


def _more(muscle: Muscle) -> LessonRule:
    return LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=muscle)


def _less(muscle: Muscle) -> LessonRule:
    return LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=muscle)


def _sport(kind: Kind, sport: Sport) -> LessonRule:
    return LessonRule(kind=kind, sport=sport)


def _scaled(kind: Kind, amount: float, sport: Sport | None = None) -> LessonRule:
    return LessonRule(kind=kind, amount=amount, sport=sport)


WITH_NOTES: tuple[tuple[str, LessonRule, tuple[str, ...]], ...] = (
    ("Spare or mind: knee.", _limitation(LimitationKind.KNEE), ("knee-pain",)),
    ("Lunges hurt the left knee.", _avoid("walking-lunge"), ("knee-pain",)),
    ("Spare or mind: lower back.", _limitation(LimitationKind.LOWER_BACK), ("lower-back-pain",)),
    ("Back pain after deadlifts.", _avoid("deadlift"), ("lower-back-pain",)),
    ("Spare or mind: shoulder.", _limitation(LimitationKind.SHOULDER), ("shoulder-pain",)),
    ("Overhead presses pinch in the shoulder.", _avoid("overhead-press"), ("shoulder-pain", "shoulder-muscles")),
    ("Pain in the elbow in training: spare it.", _limitation(LimitationKind.ELBOW), ("elbow-pain",)),
    ("Spare or mind: wrist.", _limitation(LimitationKind.WRIST), ("wrist-pain",)),
    ("Spare or mind: hip.", _limitation(LimitationKind.HIP), ("hip-pain",)),
    ("Sprained an ankle at football.", _limitation(LimitationKind.ANKLE), ("ankle-sprain",)),
    ("Plantar fasciitis since spring.", _limitation(LimitationKind.FOOT), ("heel-and-foot-pain",)),
    ("Shin splints when running.", _limitation(LimitationKind.LOWER_LEG), ("shins-and-achilles",)),
    ("Spare or mind: neck.", _limitation(LimitationKind.NECK), ("neck-pain",)),
    ("Spare or mind: upper back.", _limitation(LimitationKind.UPPER_BACK), ("upper-back-pain",)),
    ("Is pregnant.", _limitation(LimitationKind.PREGNANCY), ("pregnancy", "late-pregnancy")),
    ("Third trimester: lying on the back makes dizzy.", NOTE, ("late-pregnancy",)),
    ("Gave birth in August.", _limitation(LimitationKind.POSTPARTUM), ("after-birth",)),
    (
        "Leaks a little when jumping.",
        LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.JUMP),
        ("pelvic-floor",),
    ),
    ("Has high blood pressure.", _limitation(LimitationKind.HYPERTENSION), ("high-blood-pressure",)),
    ("Takes a beta blocker.", _limitation(LimitationKind.BETA_BLOCKER), ("beta-blockers",)),
    ("Chest pain on the stairs.", _limitation(LimitationKind.CARDIAC_WARNING), ("heart-warning-signs",)),
    ("Has asthma, worse in cold air.", _limitation(LimitationKind.ASTHMA), ("asthma",)),
    ("Wants more work for glutes.", _more(Muscle.GLUTES), ("glutes",)),
    ("Wants more work for chest.", _more(Muscle.CHEST), ("chest",)),
    ("Wants bigger biceps.", _more(Muscle.BICEPS), ("arms",)),
    ("Wants more work for abdominals.", _more(Muscle.ABDOMINALS), ("core",)),
    ("Wants more work for calves.", _more(Muscle.CALVES), ("calves",)),
    ("Wants a wider back.", _more(Muscle.LATS), ("back-muscles",)),
    ("Wants less work for quadriceps.", _less(Muscle.QUADRICEPS), ("legs",)),
    ("Wants less work for shoulders.", _less(Muscle.SHOULDERS), ("shoulder-muscles",)),
    (
        "Has no equipment at home.",
        LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.DUMBBELL,)),
        ("body-weight-training",),
    ),
    ("Bought resistance bands.", LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.BANDS,)), ("bands",)),
    (
        "Has a kettlebell and a barbell now.",
        LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.KETTLEBELL, Equipment.BARBELL)),
        ("dumbbells-barbells-machines",),
    ),
    (
        "Has 25 minutes for a session.",
        LessonRule(kind=Kind.SESSION_MINUTES, amount=25.0),
        ("short-on-time", "intervals-when-short"),
    ),
    (
        "Cannot train on Wednesdays: choir.",
        LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.WEDNESDAY,)),
        ("missed-days",),
    ),
    (
        "Can train on Saturdays and Sundays, two days in a row.",
        LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.SATURDAY, Weekday.SUNDAY)),
        ("two-days-between", "twice-a-week"),
    ),
    (
        "Does not like running: boring.",
        _sport(Kind.AVOID_SPORT, Sport.RUNNING),
        ("cross-training", "walking-and-hiking"),
    ),
    ("Likes cycling.", _sport(Kind.PREFER_SPORT, Sport.CYCLING), ("cycling",)),
    ("Likes swimming.", _sport(Kind.PREFER_SPORT, Sport.SWIMMING), ("swimming",)),
    ("Likes hiking in the mountains.", _sport(Kind.PREFER_SPORT, Sport.HIKING), ("walking-and-hiking",)),
    ("The rowing machine tires the lower back.", _sport(Kind.AVOID_SPORT, Sport.ROWING), ("rowing",)),
    ("No jump rope: the neighbours complain.", _sport(Kind.AVOID_SPORT, Sport.JUMP_ROPE), ("jump-rope",)),
    (
        "Asked for less of it in running.",
        _scaled(Kind.VOLUME, 0.85, Sport.RUNNING),
        ("longest-run", "mostly-easy", "cross-training", "first-runs"),
    ),
    (
        "Would like to run more, long runs at the weekend.",
        _scaled(Kind.VOLUME, 1.15, Sport.RUNNING),
        ("longest-run", "long-run-share"),
    ),
    (
        "The training was too hard, exhausted after each set.",
        _scaled(Kind.INTENSITY, 0.9),
        ("training-to-failure", "effort-by-feel", "deload"),
    ),
    ("Weights are too light, wants to add more weight.", _scaled(Kind.INTENSITY, 1.1), ("progressive-overload",)),
    ("Too many sets, sessions too long.", _scaled(Kind.VOLUME, 0.85), ("too-much-volume", "short-on-time")),
    ("Wants more sets for muscle growth.", _scaled(Kind.VOLUME, 1.15), ("volume-for-growth",)),
    ("Does not want to do jumps or burpees.", _avoid("burpee"), ("olympic-lifts-and-jumps",)),
    ("Scared of the barbell, unsure about technique.", _avoid("back-squat"), ("learning-technique",)),
    ("Travels a lot and trains in hotel rooms.", NOTE, ("travel",)),
    ("Works night shifts.", NOTE, ("shift-work",)),
    ("Sleeps badly.", NOTE, ("sleep",)),
    ("Had a cold with fever last week.", NOTE, ("illness",)),
    ("Lives where summers are very hot and humid.", NOTE, ("heat",)),
    ("Prefers to train in the mornings.", NOTE, ("time-of-day",)),
    ("Stressful job, exams in June.", NOTE, ("busy-and-stressed",)),
    ("Comes back after a break of six weeks.", NOTE, ("after-a-break",)),
    ("Is 71 and afraid of falling.", NOTE, ("balance-and-falls", "strength-after-65")),
    ("Runs a half marathon race in May and wants to be fresh for it.", NOTE, ("taper", "long-run-share")),
)
IN_OTHER_WORDS: tuple[tuple[str, LessonRule, tuple[str, ...]], ...] = (
    ("The joint below the thigh creaks on the way down to a chair.", NOTE, ("knee-pain",)),
    ("Slipped a disc ten years ago.", NOTE, ("lower-back-pain",)),
    ("Typing all day makes the hands ache.", NOTE, ("wrist-pain",)),
    ("First steps out of bed are agony on the sole.", NOTE, ("heel-and-foot-pain",)),
    ("Expecting twins in spring.", NOTE, ("pregnancy", "late-pregnancy")),
    ("Has a newborn and had a caesarean.", NOTE, ("after-birth",)),
    ("Wakes up at three and lies there till the alarm.", NOTE, ("sleep",)),
    ("Nurse on rotating duty, often up all night.", NOTE, ("shift-work",)),
    ("Was down with the flu.", NOTE, ("illness",)),
    ("Flies to Tokyo next month.", NOTE, ("jet-lag", "travel")),
    ("It is thirty-five degrees in the garage.", NOTE, ("heat",)),
    ("Gets winded and wheezes on frosty mornings.", NOTE, ("asthma", "cold-weather")),
    ("Grandmother who stumbles on the stairs.", NOTE, ("balance-and-falls", "strength-after-65")),
    ("Fifteen years old and wants to be strong for rugby.", NOTE, ("under-eighteen",)),
    ("Could not walk down stairs for two days after leg day.", NOTE, ("soreness",)),
    ("Would like to touch the toes.", NOTE, ("stretching",)),
    ("Trains better with a friend.", NOTE, ("training-with-others",)),
    ("Bored by doing the same thing for months.", NOTE, ("keep-main-lifts", "enjoyment")),
    ("The pills keep the pulse down.", NOTE, ("beta-blockers", "heart-rate-zones")),
    ("Wants to know how much is on the bar for one all-out attempt.", NOTE, ("estimating-maximum",)),
)
"""Written without a look at the notes' keywords, and not looked at when thresholds were set: how far each way reaches."""
WITHOUT_NOTES: tuple[tuple[str, LessonRule], ...] = (
    ("Has a dog called Bruno.", NOTE),
    ("Calls the coach Mia.", NOTE),
    ("The gym closes in August.", NOTE),
    ("Has a wedding in the autumn.", NOTE),
    ("Plays the violin.", NOTE),
    ("Prefers messages in plain words.", NOTE),
    ("Moved to Utrecht.", NOTE),
    ("Is a vegetarian.", NOTE),
    ("Parks the car behind the gym.", NOTE),
    ("Wears glasses.", NOTE),
    ("Listens to podcasts.", NOTE),
    ("Speaks Portuguese at home.", NOTE),
    ("Sings on Thursdays.", NOTE),
    ("The app's colours are too bright.", NOTE),
    ("Got a new phone.", NOTE),
    ("Is called Ann, not Anna.", NOTE),
    ("Pays by the month.", NOTE),
    ("Has blue dumbbells.", NOTE),
    ("Asked what an RPE is called in Dutch.", NOTE),
    ("Counts repetitions aloud.", NOTE),
)
