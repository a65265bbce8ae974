"""What the schema answers to mutations: each problem that a service may raise is a member of the mutation's union."""

import datetime
from types import SimpleNamespace

import pytest

from domain import errors
from domain.conversation import FeedbackIntent, Message
from domain.errors import Fault, FaultCode, Problem
from domain.ids import MessageId
from domain.plan import PlanChange, RuleOutcome
from domain.terms import Author, LimitationKind
from tests.unit.schema.fake_workouts import A_LOG
from tests.unit.schema.fakes import (
    A_GENERATION,
    A_PLAN,
    GENERATION,
    LESSON,
    NOW,
    PLAN,
    FakePlans,
    FakePlaybooks,
    all_raising,
    ask,
    services,
)

PROFILE: dict[str, object] = {
    "displayName": "Ann",
    "birthYear": 1990,
    "heightCm": 170,
    "weightKg": 60,
    "timeZone": "Europe/Amsterdam",
    "goal": "Run a marathon.",
    "experience": "NOVICE",
}
FEEDBACK: dict[str, object] = {"idempotencyKey": "key-12345", "planId": PLAN, "message": "Fine."}
CALLS: dict[str, dict[str, object]] = {
    "saveProfile": PROFILE,
    "saveAnswers": {"answers": [{"questionId": "focus", "value": {"text": "x"}}]},
    "generatePlan": {"idempotencyKey": "key-12345"},
    "adaptPlan": {"idempotencyKey": "key-12345", "planId": PLAN},
    "cancelGeneration": {"generationId": GENERATION},
    "acceptPlan": {"planId": PLAN, "expectedVersion": 1},
    "archivePlan": {"planId": PLAN},
    "editPlan": {
        "idempotencyKey": "key-12345",
        "planId": PLAN,
        "expectedVersion": 1,
        "operations": [{"makeRestDay": {"dayId": A_PLAN.weeks[0].days[0].id}}],
    },
    "revertPlan": {"idempotencyKey": "key-12345", "planId": PLAN, "expectedVersion": 2, "toVersion": 1},
    "submitFeedback": FEEDBACK,
    "logWorkout": {"clientId": "client-1", "dayId": A_PLAN.weeks[0].days[0].id, "completion": "DONE"},
    "deleteWorkoutLog": {"clientId": "client-1"},
    "addLesson": {"idempotencyKey": "key-12345", "text": "Mornings only.", "rule": {"kind": "NOTE"}},
    "reviseLesson": {"lessonId": LESSON},
    "pinLesson": {"lessonId": LESSON, "isPinned": True},
    "retireLesson": {"lessonId": LESSON},
    "restoreLesson": {"lessonId": LESSON},
    "confirmClearance": {"limitation": "CARDIAC_WARNING", "isClearedByDoctor": True},
    "deleteAccount": {"confirmation": "Ann"},
}
PLAN_CHANGE: set[type[Problem]] = {
    errors.InvalidInput,
    errors.NotFound,
    errors.PlanNotEditable,
    errors.VersionConflict,
    errors.RuleViolation,
    errors.IdempotencyConflict,
}
GENERATION_START: set[type[Problem]] = {
    errors.InvalidInput,
    errors.GenerationInProgress,
    errors.QuotaExceeded,
    errors.IdempotencyConflict,
    errors.NotSafeToTrain,
}
RAISES: dict[str, set[type[Problem]]] = {
    "saveProfile": {errors.InvalidInput},
    "saveAnswers": {errors.InvalidInput, errors.ProfileMissing},
    "generatePlan": GENERATION_START | {errors.ProfileMissing, errors.AnswersMissing},
    "adaptPlan": GENERATION_START | {errors.NotFound, errors.PlanNotEditable},
    "cancelGeneration": {errors.NotFound, errors.GenerationFinished},
    "acceptPlan": {errors.NotFound, errors.PlanNotEditable, errors.VersionConflict},
    "archivePlan": {errors.NotFound},
    "editPlan": PLAN_CHANGE,
    "revertPlan": PLAN_CHANGE,
    "submitFeedback": {
        errors.InvalidInput,
        errors.NotFound,
        errors.PlanNotEditable,
        errors.QuotaExceeded,
        errors.IdempotencyConflict,
    },
    "logWorkout": {errors.InvalidInput, errors.NotFound, errors.DayAlreadyLogged},
    "deleteWorkoutLog": {errors.NotFound},
    "addLesson": {errors.InvalidInput, errors.LessonLimitReached, errors.IdempotencyConflict},
    "reviseLesson": {errors.InvalidInput, errors.NotFound, errors.ClearanceRequired},
    "pinLesson": {errors.NotFound, errors.LessonLimitReached},
    "retireLesson": {errors.NotFound, errors.ClearanceRequired},
    "restoreLesson": {errors.NotFound, errors.LessonLimitReached},
    "confirmClearance": {errors.InvalidInput, errors.NotFound},
    "deleteAccount": {errors.InvalidInput},
}
"""What the services behind each mutation may raise."""
A_BROKEN_RULE = RuleOutcome(
    rule="R07",
    description="A knee is spared.",
    is_hard=True,
    score=0,
    finding="Monday has a squat.",
    source="Colado 2009",
)
RESETS = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
SHOWN: dict[type[Problem], tuple[Problem, str, dict[str, object]]] = {
    errors.InvalidInput: (
        errors.InvalidInput([Fault(("answers", "0"), FaultCode.TOO_LONG, "Shorter, please.")]),
        "fields { path code message }",
        {"fields": [{"path": ["answers", "0"], "code": "TOO_LONG", "message": "Shorter, please."}]},
    ),
    errors.NotFound: (errors.NotFound("x"), "message", {}),
    errors.ProfileMissing: (errors.ProfileMissing(), "message", {}),
    errors.AnswersMissing: (errors.AnswersMissing(["focus"]), "questionIds", {"questionIds": ["focus"]}),
    errors.GenerationInProgress: (
        errors.GenerationInProgress(A_GENERATION),
        "generation { id progress }",
        {"generation": {"id": GENERATION, "progress": 0.5}},
    ),
    errors.GenerationFinished: (
        errors.GenerationFinished(A_GENERATION),
        "generation { id version }",
        {"generation": {"id": GENERATION, "version": 4}},
    ),
    errors.QuotaExceeded: (
        errors.QuotaExceeded(what="plans", limit=10, resets_at=RESETS),
        "limit resetsAt",
        {"limit": 10, "resetsAt": "2026-11-24T00:00:00Z"},
    ),
    errors.IdempotencyConflict: (errors.IdempotencyConflict(), "message", {}),
    errors.VersionConflict: (errors.VersionConflict(7), "currentVersion", {"currentVersion": 7}),
    errors.PlanNotEditable: (errors.PlanNotEditable("It is past."), "message", {}),
    errors.RuleViolation: (
        errors.RuleViolation([A_BROKEN_RULE]),
        "violations { rule finding isHard }",
        {"violations": [{"rule": "R07", "finding": "Monday has a squat.", "isHard": True}]},
    ),
    errors.DayAlreadyLogged: (
        errors.DayAlreadyLogged(A_LOG),
        "log { id clientId completion }",
        {"log": {"id": A_LOG.id, "clientId": "client-1", "completion": "PARTIAL"}},
    ),
    errors.NotSafeToTrain: (
        errors.NotSafeToTrain(reasons=["Chest pain."], limitations=[LimitationKind.CARDIAC_WARNING]),
        "reasons limitations",
        {"reasons": ["Chest pain."], "limitations": ["CARDIAC_WARNING"]},
    ),
    errors.ClearanceRequired: (
        errors.ClearanceRequired(LimitationKind.CARDIAC_WARNING),
        "limitation",
        {"limitation": "CARDIAC_WARNING"},
    ),
    errors.LessonLimitReached: (errors.LessonLimitReached(20), "limit", {"limit": 20}),
}


def _document(mutation: str, selection: str) -> str:
    kind = mutation[0].upper() + mutation[1:]
    return f"mutation($input: {kind}Input!) {{ {mutation}(input: $input) {{ __typename {selection} }} }}"


CASES = [(mutation, problem) for mutation, problems in RAISES.items() for problem in sorted(problems, key=str)]


@pytest.mark.parametrize(("mutation", "problem"), CASES, ids=[f"{call}-{kind.__name__}" for call, kind in CASES])
async def test_a_problem_is_answered_as_itself(mutation: str, problem: type[Problem]) -> None:
    raised, selection, shown = SHOWN[problem]
    asked = await ask(
        _document(mutation, f"... on Problem {{ message }} ... on {problem.__name__} {{ {selection} }}"),
        of=all_raising(raised),
        variables={"input": CALLS[mutation]},
    )
    assert asked.errors == []
    assert asked.data == {mutation: {"__typename": problem.__name__, "message": str(raised), **shown}}


@pytest.mark.parametrize(
    ("mutation", "wrong"),
    [
        ("acceptPlan", {"planId": "lesson_" + "1" * 32}),
        ("submitFeedback", {"planId": "plan_"}),
        ("submitFeedback", {"dayId": "day_" + "1" * 32 + "-20261399"}),
        ("pinLesson", {"lessonId": PLAN}),
        ("reviseLesson", {"lessonId": "lesson_"}),
        ("retireLesson", {"lessonId": ""}),
        ("restoreLesson", {"lessonId": "lesson_x"}),
    ],
)
async def test_an_id_that_cannot_be_one_is_not_found(mutation: str, wrong: dict[str, object]) -> None:
    asked = await ask(
        _document(mutation, ""), of=all_raising(AssertionError()), variables={"input": {**CALLS[mutation], **wrong}}
    )
    assert asked.errors == []
    assert asked.data == {mutation: {"__typename": "NotFound"}}


async def test_accepting_answers_with_the_plan_and_the_athlete_as_they_are_now() -> None:
    plans = FakePlans()
    asked = await ask(
        """mutation($input: AcceptPlanInput!) {
             first: acceptPlan(input: $input) { ...Parts } second: acceptPlan(input: $input) { ...Parts } }
           fragment Parts on AcceptPlanSuccess { plan { id version } athlete { plan { id } } }""",
        of=services(plans=plans),
        variables={"input": {"planId": PLAN, "expectedVersion": 3}},
    )
    assert asked.errors == []
    success = {"plan": {"id": PLAN, "version": 3}, "athlete": {"plan": {"id": PLAN}}}
    assert asked.data == {"first": success, "second": success}
    assert plans.asked == {f"accept {PLAN} 3": 2, "plan_to_train_by": 2}


async def test_pinning_answers_with_the_lesson_and_the_playbook() -> None:
    playbooks = FakePlaybooks()
    asked = await ask(
        _document("pinLesson", "... on PinLessonSuccess { lesson { id } playbook { version lessons { id } } }"),
        of=services(playbooks=playbooks),
        variables={"input": CALLS["pinLesson"]},
    )
    assert asked.errors == []
    assert asked.data == {
        "pinLesson": {
            "__typename": "PinLessonSuccess",
            "lesson": {"id": LESSON},
            "playbook": {"version": 1, "lessons": [{"id": LESSON}]},
        }
    }


async def test_feedback_is_handed_on_and_its_answer_shown() -> None:
    given: list[object] = []

    class Conversations:
        async def submit(self, _viewer: object, **arguments: object) -> object:
            given.append(arguments)
            reply = Message(
                id=MessageId("message_" + "5" * 32), author=Author.RULES, text="Good.", plan_id=PLAN, created_at=NOW
            )
            change = PlanChange(description="Nothing much.")
            return SimpleNamespace(
                intent=FeedbackIntent.CHANGE, reply=reply, plan=A_PLAN, changes=(change,), lesson_changes=()
            )

    asked = await ask(
        _document(
            "submitFeedback",
            """... on SubmitFeedbackSuccess { intent reply { id text intent planId } plan { version }
               changes { date description } lessonChanges { id } playbook { version } }""",
        ),
        of=services(conversations=Conversations()),
        variables={"input": {**FEEDBACK, "dayId": None}},
    )
    assert asked.errors == []
    assert given == [{"key": "key-12345", "plan_id": PLAN, "message": "Fine.", "day_id": None}]
    assert asked.data == {
        "submitFeedback": {
            "__typename": "SubmitFeedbackSuccess",
            "intent": "CHANGE",
            "reply": {"id": "message_" + "5" * 32, "text": "Good.", "intent": None, "planId": PLAN},
            "plan": {"version": 3},
            "changes": [{"date": None, "description": "Nothing much."}],
            "lessonChanges": [],
            "playbook": {"version": 1},
        }
    }


async def test_four_weeks_from_next_monday_are_made_unless_said_otherwise() -> None:
    given: list[object] = []

    class Generations:
        async def start(self, _viewer: object, **arguments: object) -> object:
            given.append(arguments)
            return A_GENERATION

    for more in ({}, {"weeks": 2, "startDate": "2026-12-01"}, {"startDate": None}):
        asked = await ask(
            _document("generatePlan", "... on GeneratePlanSuccess { generation { id } athlete { id } }"),
            of=services(generations=Generations()),
            variables={"input": {**CALLS["generatePlan"], **more}},
        )
        assert asked.errors == []
    assert given == [
        {"key": "key-12345", "week_count": 4, "start_date": None},
        {"key": "key-12345", "week_count": 2, "start_date": datetime.date(2026, 12, 1)},
        {"key": "key-12345", "week_count": 4, "start_date": None},
    ]
