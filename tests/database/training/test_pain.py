"""Pain that is logged: what is learned at once, what goes from the days ahead, and what is said."""

import datetime

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.lessons import LessonOperation, LessonRuleKind
from domain.plan import DayKind, PlanDocument, StrengthActivity
from domain.profile import Viewer
from domain.terms import BodyArea, JointStress, LimitationKind
from domain.training import PainReport
from services.checking.check import broken_rules
from services.plans.plans import Plans
from services.playbook.playbooks import Playbooks
from services.training.logs import Workouts
from tests.database.conversations.planned import MONDAY, OTHER_PLAN_ID, PLAN_ID, put_in_review
from tests.database.training.drafts import TODAY, asked, draft

KNEE = {JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}


def pain(area: BodyArea, severity: int, note: str | None = None) -> PainReport:
    return PainReport(area=area, severity=severity, note=note)


def stresses(document: PlanDocument, catalogue: Catalogue, *, ahead: bool) -> set[JointStress]:
    """What the exercises load, of the days after today or of those up to today."""
    today = MONDAY + datetime.timedelta(days=TODAY)
    days = (one for week in document.weeks for one in week.days if (one.date > today) is ahead)
    lifts = (lift for one in days for lift in one.activities if isinstance(lift, StrengthActivity))
    return {stress for lift in lifts for stress in catalogue[lift.exercise_id].stresses}


async def reasons(database: Database, viewer: Viewer) -> list[tuple[object, ...]]:
    return await asked(database, viewer, "select number, reason from plan_version order by plan_id, number")


async def test_knee_pain_makes_a_hard_limitation_and_spares_the_knee_from_tomorrow_on(
    workouts: Workouts,
    plans: Plans,
    viewer: Viewer,
    document: PlanDocument,
    catalogue: Catalogue,
    database: Database,
) -> None:
    assert stresses(document, catalogue, ahead=True) & KNEE

    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, 5, "on the way down")))

    (change,) = answer.lesson_changes
    assert (change.operation, change.lesson.is_hard) == (LessonOperation.ADD, True)
    assert change.lesson.rule.limitation is LimitationKind.KNEE
    assert change.lesson.evidence == "Pain of 5 of 10 in the workout of 02 December 2026: on the way down"
    assert answer.changes != ()
    assert answer.notices == ("Your plan spares the knee from now on, until you confirm that a doctor has cleared it.",)
    assert (answer.plan.version, answer.plan.is_outdated) == (2, False)

    assert broken_rules(answer.plan.quality) == ()
    assert not stresses(answer.plan, catalogue, ahead=True) & KNEE
    assert answer.plan.weeks[0] == document.weeks[0]
    assert answer.plan.weeks[1].days[:3] == document.weeks[1].days[:3]
    assert await plans.plan(viewer.athlete_id, PLAN_ID) == answer.plan
    assert await reasons(database, viewer) == [(1, "GENERATED"), (2, "SAFETY")]


async def test_a_mere_twinge_is_kept_and_changes_nothing(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, 3)))

    assert (answer.changes, answer.lesson_changes, answer.notices) == ((), (), ())
    assert await reasons(database, viewer) == [(1, "GENERATED")]
    assert (await workouts.logs_of_plan(viewer.athlete_id, PLAN_ID))[answer.day.date].pain == pain(BodyArea.KNEE, 3)


async def test_the_slightest_pain_in_the_chest_stops_all_training_of_every_open_plan(
    workouts: Workouts, plans: Plans, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    await put_in_review(database, viewer, OTHER_PLAN_ID)

    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.CHEST, 1)))

    assert [change.description for change in answer.changes] == ["Made all days ahead rest days"]
    assert answer.lesson_changes[0].lesson.rule.limitation is LimitationKind.CARDIAC_WARNING
    assert answer.lesson_changes[0].lesson.is_hard
    assert len(answer.notices) == 1
    assert "see a doctor" in answer.notices[0]
    for plan_id in (PLAN_ID, OTHER_PLAN_ID):
        plan = await plans.plan(viewer.athlete_id, plan_id)
        assert plan is not None
        today = MONDAY + datetime.timedelta(days=TODAY)
        assert {one.kind for week in plan.weeks for one in week.days if one.date > today} == {DayKind.REST}
    assert await reasons(database, viewer) == [(1, "GENERATED"), (2, "SAFETY")] * 2


async def test_great_pain_also_says_to_see_a_professional(
    workouts: Workouts, viewer: Viewer, document: PlanDocument
) -> None:
    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.LOWER_BACK, 7)))

    assert len(answer.notices) == 2
    assert "have a doctor or a physiotherapist look at your lower back" in answer.notices[0]


async def test_pain_that_no_limitation_spares_is_noted_for_the_coach(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.ABDOMEN, 6)))

    assert answer.changes == ()
    assert [change.lesson.rule.kind for change in answer.lesson_changes] == [LessonRuleKind.NOTE]
    assert answer.notices == ("Leave out whatever brings this pain on, and see a professional if it stays.",)
    assert await reasons(database, viewer) == [(1, "GENERATED")]


async def test_the_same_pain_in_a_later_revision_is_not_learned_again_even_after_a_clearance(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, clock: Clock
) -> None:
    first = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, 5)))
    await Playbooks(database, clock).confirm_clearance(
        viewer, limitation=LimitationKind.KNEE, is_cleared_by_doctor=True, note=None
    )

    again = await workouts.log(viewer, draft(TODAY, revision=2, pain=pain(BodyArea.KNEE, 6), note="Better now"))
    retried = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, 5)))

    assert (again.lesson_changes, again.changes) == ((), ())
    assert again.notices == retried.notices == first.notices
    assert again.plan.version == 2
    worse = await workouts.log(viewer, draft(TODAY, revision=3, pain=pain(BodyArea.SHOULDER, 4)))
    assert [change.lesson.rule.limitation for change in worse.lesson_changes] == [LimitationKind.SHOULDER]


async def test_pain_after_a_clearance_is_hard_at_once(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, clock: Clock
) -> None:
    await workouts.log(viewer, draft(TODAY - 2, pain=pain(BodyArea.KNEE, 5)))
    await Playbooks(database, clock).confirm_clearance(
        viewer, limitation=LimitationKind.KNEE, is_cleared_by_doctor=True, note=None
    )

    answer = await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, 4)))

    assert [(one.operation, one.lesson.is_hard) for one in answer.lesson_changes] == [(LessonOperation.ADD, True)]


@pytest.mark.parametrize("severity", [4, 10])
async def test_deleting_the_log_does_not_lift_what_was_learned(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, clock: Clock, severity: int
) -> None:
    await workouts.log(viewer, draft(TODAY, pain=pain(BodyArea.KNEE, severity)))
    await workouts.delete(viewer.athlete_id, f"client-{TODAY:04}")

    playbook = await Playbooks(database, clock).playbook(viewer.athlete_id)
    assert [lesson.rule.limitation for lesson in playbook.lessons] == [LimitationKind.KNEE]
