"""What the schema answers on workouts, over services that answer from memory."""

from types import SimpleNamespace

from domain.ids import ActivityId, DayId
from domain.plan import PlanChange
from domain.profile import Viewer
from domain.terms import BodyArea, Sport
from domain.training import Completion, EnduranceDraft, PainReport, SetDraft, WorkoutDraft
from tests.unit.schema.fake_workouts import A_LOG, SOME_INSIGHTS, FakeLookingBack, FakeWorkouts
from tests.unit.schema.fakes import A_PLAN, NOW, PLAN, VIEWER, ask, services

DAY = A_PLAN.weeks[0].days[0]
LIFT = ActivityId("activity_" + "4" * 32)


async def test_all_days_of_a_plan_share_one_question_for_logs_and_one_for_what_was_lifted_before() -> None:
    workouts = FakeWorkouts()
    asked = await ask(
        """query($id: ID!) { plan(id: $id) { weeks { days { log { id } activities {
             ... on StrengthActivity { previousSets { reps exercise { name } } } } } } } }""",
        of=services(workouts=workouts),
        variables={"id": PLAN},
    )
    assert asked.errors == []
    assert asked.data is not None
    days = asked.data["plan"]["weeks"][0]["days"]  # type: ignore[index]  # JSON
    assert [day["log"] for day in days] == [{"id": A_LOG.id}, *[None] * 6]
    assert days[0]["activities"] == [{"previousSets": [{"reps": 6, "exercise": {"name": "Air squat"}}]}]
    assert workouts.asked == {"logs_of_plan": 1, "previous_sets": 1}


async def test_a_log_is_found_by_its_id() -> None:
    asked = await ask(
        "query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on WorkoutLog { clientId sets { activityId setNumber } } } }",
        of=services(workouts=FakeWorkouts()),
        variables={"ids": [A_LOG.id, "workout_" + "7" * 32, "workout_x"]},
    )
    assert asked.errors == []
    found = {
        "__typename": "WorkoutLog",
        "clientId": "client-1",
        "sets": [{"activityId": LIFT, "setNumber": 1}],
    }
    assert asked.data == {"nodes": [found, None, None]}


async def test_logs_come_in_pages() -> None:
    workouts = FakeWorkouts()
    asked = await ask(
        "{ viewer { workouts(first: 5) { edges { cursor node { id pain { area severity note } } } } } }",
        of=services(workouts=workouts),
    )
    assert asked.errors == []
    node = {"id": A_LOG.id, "pain": {"area": "KNEE", "severity": 3, "note": None}}
    assert asked.data == {"viewer": {"workouts": {"edges": [{"cursor": "here", "node": node}]}}}
    assert workouts.asked == {"page first=5 after=None": 1}


async def test_insights_are_of_eight_weeks_unless_said_otherwise() -> None:
    looking_back = FakeLookingBack()
    asked = await ask(
        """{ viewer { insights { streakWeeks topExercises { exercise { name } lastEstimatedMaxKg } weakPoints { muscle } }
             short: insights(weeks: 2) { summary } null: insights(weeks: null) { adherence } } }""",
        of=services(looking_back=looking_back),
    )
    assert asked.errors == []
    assert asked.data == {
        "viewer": {
            "insights": {
                "streakWeeks": 1,
                "topExercises": [{"exercise": {"name": "Air squat"}, "lastEstimatedMaxKg": 105}],
                "weakPoints": [{"muscle": "CALVES"}],
            },
            "short": {"summary": SOME_INSIGHTS.summary},
            "null": {"adherence": 0.5},
        }
    }
    assert sorted(looking_back.asked) == [2, 8, 8]


async def test_a_log_is_handed_on_as_it_was_sent_and_its_answer_shown() -> None:
    given: list[tuple[Viewer, WorkoutDraft]] = []

    class Workouts(FakeWorkouts):
        async def log(self, viewer: Viewer, draft: WorkoutDraft) -> object:
            given.append((viewer, draft))
            change = PlanChange(description="Made all days ahead rest days")
            return SimpleNamespace(
                day=DAY, plan=A_PLAN, changes=(change,), lesson_changes=(), notices=("See a doctor.",)
            )

    sent = {
        "clientId": "client-1",
        "dayId": DAY.id,
        "completion": "DONE",
        "sets": [{"activityId": LIFT, "setNumber": 1, "reps": 8, "rpe": None}],
        "endurance": [{"sport": "RUNNING", "minutes": 20.5}],
        "pain": {"area": "CHEST", "severity": 2},
        "note": None,
        "performedAt": "2026-11-23T10:00:00+01:00",
    }
    asked = await ask(
        """mutation($input: LogWorkoutInput!) { logWorkout(input: $input) { ... on LogWorkoutSuccess {
             day { id log { revision } } plan { version } changes { description } lessonChanges { id } notices } } }""",
        of=services(workouts=Workouts()),
        variables={"input": sent},
    )
    assert asked.errors == []
    assert asked.data == {
        "logWorkout": {
            "day": {"id": DAY.id, "log": {"revision": 2}},
            "plan": {"version": 3},
            "changes": [{"description": "Made all days ahead rest days"}],
            "lessonChanges": [],
            "notices": ["See a doctor."],
        }
    }
    wanted = WorkoutDraft(
        client_id="client-1",
        day_id=DayId(DAY.id),
        completion=Completion.DONE,
        sets=(SetDraft(activity_id=LIFT, set_number=1, reps=8),),
        endurance=(EnduranceDraft(sport=Sport.RUNNING, minutes=20.5),),
        pain=PainReport(area=BodyArea.CHEST, severity=2),
        performed_at=NOW.replace(hour=9),
    )
    assert given == [(VIEWER, wanted)]
