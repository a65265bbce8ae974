"""The rules on how fast a plan may grow, just inside their bounds and just beyond."""

import msgspec
import pytest

from domain.constraints import Constraints, EnduranceBaseline, KnownLift
from domain.plan import PlanDocument, SetTarget
from domain.terms import ExperienceLevel, Sport
from tests.unit.checking.exercises import exercise_id
from tests.unit.checking.judged import day_of, is_kept, of
from tests.unit.checking.sample import (
    basis_with,
    easy_run,
    lift,
    plan,
    sets,
    week,
)

replace = msgspec.structs.replace
NOVICE = ExperienceLevel.NOVICE


def _runs(*minutes: float) -> PlanDocument:
    return plan(week(1, {2 * place: (easy_run(length),) for place, length in enumerate(minutes)}))


@pytest.mark.parametrize(
    ("baseline", "minutes", "kept"),
    [
        (40, (52,), True),
        (40, (53,), False),
        (40, (50, 65), True),
        (40, (50, 66), False),
        (None, (20, 26), True),
        (None, (20, 27), False),
        (None, (21,), False),
        (10, (13,), True),
        (10, (14,), False),
    ],
)
def test_a_run_is_at_most_30_percent_longer_than_the_longest(
    baseline: float | None, minutes: tuple[float, ...], kept: bool
) -> None:
    known = EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=80, longest_minutes=baseline or 0)
    basis = basis_with(lambda it: replace(it, endurance_baselines=(known,) if baseline else ()))
    assert is_kept("R20", _runs(*minutes), basis) is kept


def test_what_was_run_more_than_thirty_days_ago_does_not_count() -> None:
    def gap(days: int) -> PlanDocument:
        number, offset = divmod(days, 7)
        between = [week(place, {}) for place in range(2, number + 1)]
        return plan(week(1, {0: (easy_run(55),)}), *between, week(number + 1, {offset: (easy_run(60),)}))

    assert is_kept("R20", gap(30))
    assert not is_kept("R20", gap(31))


@pytest.mark.parametrize(
    ("baseline", "minutes", "kept"), [(None, 22, True), (None, 23, False), (40, 57, True), (40, 58, False)]
)
def test_over_a_week_that_lost_its_run_by_hand_a_run_may_rise_by_two_weeks_worth(
    baseline: float | None, minutes: float, kept: bool
) -> None:
    known = EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=80, longest_minutes=baseline or 0)
    basis = basis_with(lambda it: replace(it, endurance_baselines=(known,) if baseline else ()))
    made = plan(replace(week(1, {}), is_lightened=True), week(2, {0: (easy_run(minutes),)}))
    assert is_kept("R20", made, basis) is kept


def test_only_running_has_a_longest_run() -> None:
    assert is_kept("R20", day_of(easy_run(90, Sport.CYCLING))) is None


def _without_lifts(it: Constraints) -> Constraints:
    return replace(it, known_lifts=())


@pytest.mark.parametrize(("rpe", "kept"), [(7, True), (7.5, False)])
def test_week_one_goes_by_rpe_7_where_no_maximum_is_known(rpe: float, kept: bool) -> None:
    assert is_kept("R34", of("deadlift", *sets(1, rpe=rpe)), basis_with(_without_lifts)) is kept
    later = plan(week(1, {}), week(2, {0: (lift("deadlift", *sets(1, rpe=9, load=60)),)}))
    assert is_kept("R34", later, basis_with(_without_lifts)) is None


def test_a_known_lift_or_one_that_moves_alike_justifies_a_load() -> None:
    loaded = sets(1, rpe=8, load=40)
    assert not is_kept("R34", of("chest-press", *loaded), basis_with(_without_lifts))
    # The bench press is known: the same pattern, the chest in common.
    assert is_kept("R34", of("chest-press", *loaded))
    assert is_kept("R34", of("bench-press", *loaded)) is None
    assert not is_kept("R34", of("shoulder-press", *loaded))


def _two_weeks(first: tuple[SetTarget, ...], second: tuple[SetTarget, ...]) -> PlanDocument:
    return plan(week(1, {0: (lift("chest-press", *first),)}), week(2, {0: (lift("chest-press", *second),)}))


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (sets(8, 10), sets(8, 12), True),
        (sets(8, 10), sets(8, 13), False),
        (sets(7, 10, load=50), sets(7, 10, load=60), True),
        (sets(7, 10, load=50), sets(7, 10, load=62.5), False),
        # Six sets or fewer: one set's worth more is let through.
        (sets(2, 10), sets(3, 10), True),
        (sets(2, 10), sets(4, 10), False),
        (sets(2, 10), sets(3, 12), True),
    ],
)
def test_a_muscle_does_at_most_a_fifth_more_each_week(
    first: tuple[SetTarget, ...], second: tuple[SetTarget, ...], kept: bool
) -> None:
    assert is_kept("R35", _two_weeks(first, second)) is kept


def test_nothing_is_compared_with_no_work_at_all() -> None:
    assert is_kept("R35", plan(week(1, {}), week(2, {0: (lift("chest-press", *sets(8)),)})))


def test_a_week_of_which_a_day_fell_out_is_measured_by_the_sessions_that_were_left() -> None:
    press, more = (lift("chest-press", *sets(7, 10)),), (lift("chest-press", *sets(7, 13)),)
    assert is_kept("R35", plan(week(1, {0: press}), week(2, {0: press, 3: press})))
    assert not is_kept("R35", plan(week(1, {0: press}), week(2, {0: more, 3: more})))
    # The same number of days, but twice as often for the chest: that is a rise.
    rows = (lift("dumbbell-row", *sets(1)),)
    assert not is_kept("R35", plan(week(1, {0: press, 3: rows}), week(2, {0: press, 3: press})))


def test_a_week_after_a_deload_or_a_missed_one_is_compared_with_the_one_before() -> None:
    full, light = {0: (lift("chest-press", *sets(8, 10)),)}, {0: (lift("chest-press", *sets(3, 10)),)}
    more = {0: (lift("chest-press", *sets(8, 13)),)}
    assert is_kept("R35", plan(week(1, full), week(2, light, is_deload=True), week(3, full)))
    assert not is_kept("R35", plan(week(1, full), week(2, light, is_deload=True), week(3, more)))
    assert is_kept("R35", plan(week(1, full), week(2, light), week(3, full)))
    assert not is_kept("R35", plan(week(1, full), week(2, light), week(3, light), week(4, full)))


def test_a_week_out_of_which_work_was_taken_by_hand_is_no_measure_for_the_next() -> None:
    full, light = {0: (lift("chest-press", *sets(8, 10)),)}, {0: (lift("chest-press", *sets(3, 10)),)}
    lightened = replace(week(1, light), is_lightened=True)
    assert is_kept("R35", plan(lightened, week(2, full)))
    assert not is_kept("R35", plan(week(1, light), week(2, full)))


def test_over_a_lightened_week_a_muscle_may_rise_by_two_weeks_worth() -> None:
    def third(reps: int) -> PlanDocument:
        light = replace(week(2, {0: (lift("chest-press", *sets(3, 10)),)}), is_lightened=True)
        return plan(
            week(1, {0: (lift("chest-press", *sets(8, 10)),)}),
            light,
            week(3, {0: (lift("chest-press", *sets(8, reps)),)}),
        )

    assert is_kept("R35", third(14))
    assert not is_kept("R35", third(15))


def test_a_lift_of_many_repetitions_is_still_a_known_lift() -> None:
    known = KnownLift(exercise_id=exercise_id("deadlift"), weight_kg=60, reps=15)
    basis = basis_with(lambda it: replace(it, known_lifts=(known,)))
    assert is_kept("R34", of("deadlift", *sets(1, load=40)), basis) is None
