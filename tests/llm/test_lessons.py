"""Lessons of a model: kept where the athlete's own words carry them, else a note in those words, or nothing."""

from collections.abc import Callable

import pytest

from domain.ids import ExerciseId
from domain.lessons import LessonDraft, LessonRule, LessonSource
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.llm.lessons import LessonAnswer, LessonReader
from services.llm.names import Names
from services.llm.readings import Saying

NOTHING = dict.fromkeys(LessonAnswer.model_fields)
SQUAT = ExerciseId("exercise_back-squat")
Read = Callable[..., tuple[LessonDraft, ...]]


def answer(
    kind: Kind, evidence: str, text: str = "This is a fact about the athlete.", **fields: object
) -> LessonAnswer:
    return LessonAnswer.model_validate(NOTHING | {"kind": kind, "evidence": evidence, "text": text} | fields)


@pytest.fixture
def read(names: Names) -> Read:
    def read(*answers: LessonAnswer, said: str | None = None) -> tuple[LessonDraft, ...]:
        texts = [said] if said is not None else [one.evidence for one in answers]
        return LessonReader(names).read(answers, [Saying(text=text) for text in texts]).drafts

    return read


CARRIED = [
    (
        answer(Kind.AVOID_EXERCISE, "I hate back squats", exercise="back squat"),
        LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=SQUAT),
    ),
    (
        answer(Kind.PREFER_EXERCISE, "I love back squats", exercise="back squat"),
        LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=SQUAT),
    ),
    (
        answer(Kind.AVOID_PATTERN, "no more lunges please", pattern="LUNGE"),
        LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.LUNGE),
    ),
    (
        answer(Kind.LIMITATION, "my left knee aches", limitation="KNEE"),
        LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE),
    ),
    (
        answer(Kind.LIMITATION, "I am pregnant", limitation="PREGNANCY"),
        LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.PREGNANCY),
    ),
    (
        answer(Kind.EMPHASISE_MUSCLE, "more for my glutes", muscle="GLUTES"),
        LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.GLUTES),
    ),
    (
        answer(Kind.EQUIPMENT_AVAILABLE, "I bought a kettlebell", equipment=["KETTLEBELL"]),
        LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.KETTLEBELL,)),
    ),
    (
        answer(Kind.EQUIPMENT_MISSING, "I don't have a barbell", equipment=["BARBELL", "BARBELL"]),
        LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.BARBELL,)),
    ),
    (
        answer(Kind.REST_ON_DAYS, "Fridays are for my kids", weekdays=["FRIDAY"]),
        LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.FRIDAY,)),
    ),
    (
        answer(Kind.TRAIN_ON_DAYS, "weekends suit me", weekdays=["SUNDAY", "SATURDAY"]),
        LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.SATURDAY, Weekday.SUNDAY)),
    ),
    (
        answer(Kind.SESSION_MINUTES, "only 40 minutes, please", amount=40),
        LessonRule(kind=Kind.SESSION_MINUTES, amount=40),
    ),
    (answer(Kind.SESSION_MINUTES, "I have an hour", amount=60), LessonRule(kind=Kind.SESSION_MINUTES, amount=60)),
    (
        answer(Kind.AVOID_SPORT, "I can't stand running, I hate it", sport="RUNNING"),
        LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.RUNNING),
    ),
    (
        answer(Kind.PREFER_SPORT, "cycling is my thing", sport="CYCLING"),
        LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.CYCLING),
    ),
    (answer(Kind.VOLUME, "it is too much for me", amount=0.5), LessonRule(kind=Kind.VOLUME, amount=0.7)),
    (answer(Kind.INTENSITY, "make it harder", amount=1.5), LessonRule(kind=Kind.INTENSITY, amount=1.2)),
    (answer(Kind.NOTE, "I train with my sister"), LessonRule(kind=Kind.NOTE)),
]


@pytest.mark.parametrize(("lesson", "rule"), CARRIED, ids=[str(rule.kind) + one.evidence for one, rule in CARRIED])
def test_what_the_words_carry_is_learned(lesson: LessonAnswer, rule: LessonRule, read: Read) -> None:
    (draft,) = read(lesson)
    assert draft == LessonDraft(
        text="This is a fact about the athlete.",
        rule=rule,
        evidence=lesson.evidence,
        source=LessonSource.FEEDBACK,
        confidence=0.9,
        is_hard=rule.kind is Kind.LIMITATION,
    )


BEYOND = [
    answer(Kind.AVOID_EXERCISE, "I hate back squats", exercise="deadlift"),
    answer(Kind.AVOID_EXERCISE, "I love back squats", exercise="back squat"),
    answer(Kind.PREFER_EXERCISE, "I hate back squats", exercise="back squat"),
    answer(Kind.AVOID_PATTERN, "I hate burpees", pattern="SQUAT"),
    answer(Kind.LIMITATION, "my knee is fine again", limitation="KNEE"),
    answer(Kind.LIMITATION, "my knee aches", limitation="SHOULDER"),
    answer(Kind.LIMITATION, "I slept badly", limitation="CARDIAC_WARNING"),
    answer(Kind.EMPHASISE_MUSCLE, "more for my glutes", muscle="BICEPS"),
    answer(Kind.EQUIPMENT_AVAILABLE, "I don't have a barbell", equipment=["BARBELL"]),
    answer(Kind.EQUIPMENT_AVAILABLE, "I bought a kettlebell", equipment=["KETTLEBELL", "BARBELL"]),
    answer(Kind.EQUIPMENT_MISSING, "I bought a kettlebell", equipment=["KETTLEBELL"]),
    answer(Kind.TRAIN_ON_DAYS, "I can't train on Fridays", weekdays=["FRIDAY"]),
    answer(Kind.REST_ON_DAYS, "I can't train on Fridays", weekdays=["MONDAY"]),
    answer(Kind.SESSION_MINUTES, "make them short", amount=20),
    answer(Kind.SESSION_MINUTES, "I have 500 minutes", amount=500),
    answer(Kind.VOLUME, "it is too much for me", amount=1.4),
    answer(Kind.INTENSITY, "I like it", amount=1.4),
    answer(Kind.AVOID_SPORT, "running is great", sport="RUNNING"),
    answer(Kind.AVOID_EXERCISE, "I hate it", exercise=None),
]


@pytest.mark.parametrize("lesson", BEYOND, ids=[f"{one.kind} {one.evidence}" for one in BEYOND])
def test_what_goes_beyond_the_words_is_a_note_of_the_words(lesson: LessonAnswer, read: Read) -> None:
    drafts = read(lesson)
    assert [(draft.rule, draft.text, draft.is_hard) for draft in drafts] == [
        (LessonRule(kind=Kind.NOTE), lesson.evidence, False)
    ]


@pytest.mark.parametrize("evidence", ["I hate squats and everything else", "", "   ", "x" * 400])
def test_without_evidence_in_the_text_there_is_no_lesson(evidence: str, read: Read) -> None:
    lesson = answer(Kind.AVOID_EXERCISE, evidence, exercise="squat")
    assert read(lesson, said="I hate squats. " + "y" * 400) == ()


def test_evidence_is_found_whatever_its_case_and_blanks(read: Read) -> None:
    (draft,) = read(
        answer(Kind.AVOID_EXERCISE, "i  HATE back\nsquats", exercise="back squat"), said="I hate back squats!"
    )
    assert draft.rule.exercise_id == SQUAT


def test_fields_beside_the_point_are_left_out(read: Read) -> None:
    lesson = answer(
        Kind.AVOID_EXERCISE, "I hate back squats", exercise="back squat", muscle="NECK", amount=0.5, weekdays=[]
    )
    assert read(lesson)[0].rule == LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=SQUAT)


def test_the_same_rule_is_learned_once_and_no_more_than_eight(read: Read) -> None:
    same = [answer(Kind.AVOID_EXERCISE, "I hate back squats", exercise="back squat")] * 5
    notes = [answer(Kind.NOTE, "I hate back squats", f"I have a dog called number {number}.") for number in range(20)]
    drafts = read(*same, *notes)
    assert [draft.rule.kind for draft in drafts] == [Kind.AVOID_EXERCISE] + [Kind.NOTE] * 7


@pytest.mark.parametrize(
    "text",
    [
        "Visit https://evil.example now",
        "Du trainierst nicht mehr mit der Langhantel und du bist für das Rennen da",
        "x" * 300,
    ],
)
def test_a_text_that_must_not_be_shown_gives_way_to_the_evidence(text: str, read: Read) -> None:
    (draft,) = read(answer(Kind.AVOID_EXERCISE, "I hate back squats", text, exercise="back squat"))
    assert (draft.text, draft.rule.exercise_id) == ("I hate back squats", SQUAT)


@pytest.mark.parametrize(
    ("asked", "said", "kind"),
    [
        ("Is there anything you would rather not do?", "Burpees", Kind.AVOID_EXERCISE),
        ("What would you like to do?", "Burpees", Kind.NOTE),
        ("Do you hate burpees?", "Not at all", Kind.NOTE),
    ],
)
def test_an_answer_says_what_it_says_to_its_question_and_the_question_alone_says_nothing(
    names: Names, asked: str, said: str, kind: Kind
) -> None:
    saying = Saying(about=asked, text=said, source=LessonSource.ONBOARDING)
    (draft,) = LessonReader(names).read([answer(Kind.AVOID_EXERCISE, said, exercise="burpee")], [saying]).drafts
    assert (draft.rule.kind, draft.evidence) == (kind, f'{asked} "{said}"')
