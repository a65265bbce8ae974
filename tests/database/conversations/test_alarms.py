"""Symptoms that come before any plan, and the way back."""

import datetime

import pytest

from db.database import Database
from db.queries.plans import archive_plans
from domain.clock import Clock
from domain.conversation import FeedbackIntent
from domain.exercise import Catalogue
from domain.lessons import LessonOperation, LessonRuleKind
from domain.plan import DayKind, PlanDocument, PlanState
from domain.profile import Viewer
from domain.terms import LimitationKind
from services.feedback.conversations import Conversations
from services.plans.plans import Plans
from services.playbook.playbooks import Playbooks
from tests.database.conversations.planned import OTHER_PLAN_ID, PLAN_ID, put_in_review
from tests.database.conversations.talking import Talk, versions


def kinds(plan: PlanDocument) -> set[DayKind]:
    return {day.kind for week in plan.weeks for day in week.days}


async def test_chest_pain_stops_all_training_until_a_doctor_has_spoken(
    talk: Talk, plans: Plans, database: Database, viewer: Viewer
) -> None:
    await talk("Looks good")
    await put_in_review(database, viewer, OTHER_PLAN_ID)

    answer = await talk("I had chest pain on the run")

    assert answer.intent is FeedbackIntent.SAFETY
    assert "stop training and see a doctor" in answer.reply.text
    assert "rest days now" in answer.reply.text
    assert [change.description for change in answer.changes] == ["Made all days ahead rest days"]
    lesson = answer.lesson_changes[0].lesson
    assert (lesson.rule.limitation, lesson.is_hard) == (LimitationKind.CARDIAC_WARNING, True)
    for plan_id in (PLAN_ID, OTHER_PLAN_ID):
        plan = await plans.plan(viewer.athlete_id, plan_id)
        assert plan is not None
        assert kinds(plan) == {DayKind.REST}
    assert await versions(database, viewer) == [(1, "GENERATED"), (2, "SAFETY")] * 2


async def test_days_that_are_past_stay_when_an_alarm_is_raised(
    database: Database, viewer: Viewer, catalogue: Catalogue, document: PlanDocument
) -> None:
    friday = datetime.datetime(2026, 11, 27, 9, tzinfo=datetime.UTC)

    answer = await Talk(Conversations(database, lambda: friday, catalogue), viewer)("I fainted this morning")

    assert answer.plan.weeks[0].days[:4] == document.weeks[0].days[:4]
    assert {day.kind for day in answer.plan.weeks[0].days[4:]} == {DayKind.REST}
    assert "cleared" in answer.plan.weeks[1].days[0].rationale


async def test_a_sharp_pain_rests_the_days_and_spares_the_joint(talk: Talk) -> None:
    answer = await talk("sharp pain in my shoulder")

    assert answer.intent is FeedbackIntent.SAFETY
    assert kinds(answer.plan) == {DayKind.REST}
    assert [change.lesson.rule.limitation for change in answer.lesson_changes] == [LimitationKind.SHOULDER]


async def test_an_alarm_is_heard_on_a_plan_that_was_put_away(talk: Talk, database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await archive_plans(session, viewer.athlete_id, state=PlanState.IN_REVIEW)

    answer = await talk("my chest hurts")

    assert (answer.intent, answer.changes, answer.plan.version) == (FeedbackIntent.SAFETY, (), 1)
    assert len(answer.lesson_changes) == 1


async def test_pain_in_a_joint_spares_it_in_every_plan(
    talk: Talk, plans: Plans, database: Database, viewer: Viewer
) -> None:
    await talk("Looks good")
    await put_in_review(database, viewer, OTHER_PLAN_ID)

    await talk("My knee hurts")

    other = await plans.plan(viewer.athlete_id, OTHER_PLAN_ID)
    assert other is not None
    assert other.version == 2
    assert not other.is_outdated


async def test_a_clearance_said_outright_lifts_the_warning_and_leaves_the_days(
    talk: Talk, database: Database, viewer: Viewer, clock: Clock
) -> None:
    rested = await talk("I had chest pain on the run")

    answer = await talk("My cardiologist has cleared me for training")

    assert answer.intent is FeedbackIntent.CHANGE
    assert answer.reply.text == (
        "Good to hear that a doctor has cleared your heart. I no longer hold anything back for that. The days of this plan stay as "
        "they are: generate a new plan, or have this one adapted, when you are ready."
    )
    assert [change.operation for change in answer.lesson_changes] == [LessonOperation.SUPERSEDE]
    assert answer.plan.weeks == rested.plan.weeks
    playbook = await Playbooks(database, clock).playbook(viewer.athlete_id)
    assert [lesson for lesson in playbook.lessons if lesson.rule.kind is LessonRuleKind.LIMITATION] == []


@pytest.mark.parametrize(
    "message",
    ["I feel fine, clear me", "My doctor will clear me next week", "My doctor has not cleared me", "Am I cleared?"],
)
async def test_nothing_but_a_doctors_word_lifts_it(
    talk: Talk, database: Database, viewer: Viewer, clock: Clock, message: str
) -> None:
    await talk("I had chest pain on the run")

    answer = await talk(message)

    assert answer.lesson_changes == ()
    playbook = await Playbooks(database, clock).playbook(viewer.athlete_id)
    assert [lesson.rule.limitation for lesson in playbook.lessons] == [LimitationKind.CARDIAC_WARNING]


async def test_pain_that_comes_back_after_a_clearance_is_hard_at_once(talk: Talk) -> None:
    await talk("My knee hurts")
    await talk("my physio has cleared my knee")

    answer = await talk("my knee hurts again")

    assert [change.lesson.is_hard for change in answer.lesson_changes] == [True]
