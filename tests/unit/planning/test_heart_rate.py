"""Heart rates of zones."""

from domain.constraints import Constraints
from domain.plan import IntRange
from services.planning.heart_rate import maximum_heart_rate, zone_heart_rate


def test_the_maximum_follows_from_age_by_tanaka() -> None:
    assert (maximum_heart_rate(20), maximum_heart_rate(40), maximum_heart_rate(70)) == (194, 180, 159)


def test_zones_are_shares_of_the_reserve_where_the_resting_rate_is_known() -> None:
    constraints = Constraints(resting_heart_rate=60, maximum_heart_rate=180)
    assert zone_heart_rate(2, age=40, constraints=constraints) == IntRange(132, 144)
    assert zone_heart_rate(5, age=40, constraints=constraints) == IntRange(168, 180)


def test_zones_are_shares_of_the_maximum_where_it_is_not() -> None:
    assert zone_heart_rate(2, age=40, constraints=Constraints()) == IntRange(108, 126)


def test_a_measured_maximum_outweighs_the_formula() -> None:
    assert zone_heart_rate(5, age=40, constraints=Constraints(maximum_heart_rate=200)).maximum == 200


def test_a_resting_rate_above_the_maximum_is_not_believed() -> None:
    constraints = Constraints(resting_heart_rate=190, maximum_heart_rate=180)
    assert zone_heart_rate(1, age=40, constraints=constraints) == IntRange(90, 108)
