"""What hurts goes from the days ahead, come what may."""

from dataclasses import replace

import msgspec

from domain.constraints import Limitation
from domain.ids import ExerciseId
from domain.plan import Day, PlanDocument, StrengthActivity
from domain.terms import JointStress, LimitationKind
from services.feedback.acting.carrying_out import carried_out
from services.feedback.wishes import Spare
from tests.unit.feedback.sample import catalogue
from tests.unit.feedback.test_acting import BASIS, Done, exercises, plan


def test_what_hurts_goes_even_where_no_operation_but_removing_fits() -> None:
    """An effort that no edit would set any more is no reason to leave what hurts in place."""
    situation = Done("What is RPE?").situation
    limited = msgspec.structs.replace(
        BASIS.constraints,
        limitations=(Limitation(kind=LimitationKind.KNEE), Limitation(kind=LimitationKind.LOWER_BACK)),
    )
    odd = _with_odd_sets(plan())
    hurting = replace(situation, document=odd, basis=msgspec.structs.replace(BASIS, constraints=limited))

    outcome = carried_out((Spare(limitation=LimitationKind.KNEE),), hurting)

    assert outcome.changes != ()
    left = [catalogue()[ExerciseId(one)] for one in exercises(outcome.document)]
    assert all(JointStress.KNEE_FLEXION_LOADED not in exercise.stresses for exercise in left)


def _with_odd_sets(document: PlanDocument) -> PlanDocument:
    """Every set at RPE 8 with a rest that is longer than any that may be set."""

    def odd(day: Day) -> Day:
        activities = tuple(
            msgspec.structs.replace(
                one, sets=tuple(msgspec.structs.replace(target, rpe=8.0, rest_seconds=900) for target in one.sets)
            )
            if isinstance(one, StrengthActivity)
            else one
            for one in day.activities
        )
        return msgspec.structs.replace(day, activities=activities)

    weeks = tuple(msgspec.structs.replace(week, days=tuple(map(odd, week.days))) for week in document.weeks)
    return msgspec.structs.replace(document, weeks=weeks)
