"""Lives that differ: for each there is a plan that keeps every hard rule, or a named impossibility, and never another failure."""

import itertools
import random
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.plan import PlanDocument
from domain.terms import WEEKDAYS, Equipment, ExperienceLevel, LimitationKind, Sport, TrainingFocus
from services.checking.check import RULES, broken_rules, check_plan
from tests.unit.planning.athletes import KITS, LIMITATIONS
from tests.unit.planning.making import MONDAY, basis, constraints, plan

SEED = 11
PAIRS_BY_THEMSELVES = 24
AGES = (13, 17, 18, 40, 64, 65, 80, 100)
MINUTES = (10, 12, 15, 20, 25, 30, 45, 60, 90, 120, 150, 180)
EVENT_DAYS = (1, 7, 8, 14, 21, 27, 28, 42, 84, 182, 364)
PAIRS = random.Random(SEED).sample(pairs := list(itertools.combinations(LIMITATIONS, 2)), len(pairs))
RULE_IDS = {rule.id for rule in RULES}
Life = PlanBasis


def some_life(chance: random.Random, **changes: object) -> Life:
    """Somebody drawn, with what a test is about as it says."""
    count = chance.randint(1, 7)
    drawn: dict[str, object] = {
        "focus": chance.choice(tuple(TrainingFocus)),
        "training_days": tuple(WEEKDAYS[place] for place in sorted(chance.sample(range(7), count))),
        "session_minutes": chance.choice(MINUTES),
        "equipment": chance.choice(KITS),
        "sports": chance.choice(((), (Sport.RUNNING,), (Sport.CYCLING,))),
    }
    age, level = changes.pop("age", chance.choice(AGES)), changes.pop("experience", None)
    weeks = changes.pop("week_count", 5)
    return basis(
        constraints(**{**drawn, **changes}),
        age=age,
        experience=level or chance.choice(tuple(ExperienceLevel)),
        week_count=weeks,
    )


def name_of(life: Life) -> str:
    facts = life.constraints
    kinds = "+".join(limitation.kind for limitation in facts.limitations) or "sound"
    return f"{life.age}-{life.experience}-{facts.focus}-{len(facts.training_days)}x{facts.session_minutes}-{kinds}"


def limitations_of(kinds: Iterable[LimitationKind]) -> tuple[Limitation, ...]:
    return tuple(Limitation(kind=kind) for kind in kinds)


def burdened(lives: Iterable[Life]) -> Iterator[Life]:
    """The same lives with the other pairs of limitations, one each, so that every pair comes up."""
    for life, kinds in itertools.zip_longest(lives, PAIRS[PAIRS_BY_THEMSELVES:], fillvalue=()):
        assert isinstance(life, PlanBasis), "there are more pairs than lives"
        facts = msgspec.structs.replace(life.constraints, limitations=limitations_of(kinds))
        yield msgspec.structs.replace(life, constraints=facts)


def lives_with_one_limitation() -> Iterator[Life]:
    chance = random.Random(SEED)
    return (some_life(chance, limitations=(Limitation(kind=kind),)) for kind in LIMITATIONS)


def lives_with_two_limitations() -> Iterator[Life]:
    chance = random.Random(SEED + 1)
    for kinds in PAIRS[:PAIRS_BY_THEMSELVES]:
        yield some_life(chance, limitations=limitations_of(kinds))


def lives_of_every_age() -> Iterator[Life]:
    chance = random.Random(SEED + 2)
    return (some_life(chance, age=age, experience=level) for age in AGES for level in ExperienceLevel)


def lives_of_little_and_much_time() -> Iterator[Life]:
    chance = random.Random(SEED + 3)
    for minutes in MINUTES:
        yield some_life(chance, session_minutes=minutes)
    for count in range(1, 8):
        yield some_life(chance, training_days=WEEKDAYS[:count])
        yield some_life(chance, training_days=WEEKDAYS[-count:])


def lives_with_one_thing_at_home() -> Iterator[Life]:
    chance = random.Random(SEED + 4)
    yield some_life(chance, equipment=())
    for item in Equipment:
        yield some_life(chance, equipment=(item,))


def lives_before_an_event() -> Iterator[Life]:
    chance = random.Random(SEED + 5)
    for days in EVENT_DAYS:
        sport = chance.choice((None, *Sport))
        date = MONDAY.fromordinal(MONDAY.toordinal() + days)
        event = TargetEvent(name="the harbour race", date=date, sport=sport, distance_km=chance.choice((None, 10.0)))
        yield some_life(chance, event=event, week_count=8)


def lives_of_every_sport() -> Iterator[Life]:
    chance = random.Random(SEED + 6)
    for sport, focus in zip(Sport, itertools.cycle((TrainingFocus.ENDURANCE, TrainingFocus.MIXED)), strict=False):
        yield some_life(chance, sports=(sport,), focus=focus)


LIVES = (
    *lives_with_one_limitation(),
    *lives_with_two_limitations(),
    *burdened(
        itertools.chain(
            lives_of_every_age(),
            lives_of_little_and_much_time(),
            lives_with_one_thing_at_home(),
            lives_before_an_event(),
            lives_of_every_sport(),
        )
    ),
)


def plan_or_reasons(life: Life, catalogue: Catalogue) -> PlanDocument | ImpossiblePlan:
    try:
        return plan(life, catalogue)
    except ImpossiblePlan as refusal:
        return refusal


@pytest.mark.parametrize("life", LIVES, ids=[f"{place}-{name_of(life)}" for place, life in enumerate(LIVES)])
def test_there_is_a_plan_that_keeps_every_hard_rule_or_a_named_impossibility(life: Life, catalogue: Catalogue) -> None:
    made = plan_or_reasons(life, catalogue)
    if isinstance(made, ImpossiblePlan):
        assert str(made)
        assert made.rules
        assert {rule.rule for rule in made.rules} <= RULE_IDS
        assert all(rule.finding and rule.score == 0 and rule.is_hard for rule in made.rules)
        return
    quality = check_plan(life, made, catalogue)
    assert [(rule.rule, rule.finding) for rule in broken_rules(quality)] == []
    assert len(made.weeks) == life.week_count


@pytest.mark.parametrize("focus", TrainingFocus)
def test_with_a_warning_sign_nobody_gets_a_plan(focus: TrainingFocus, catalogue: Catalogue) -> None:
    warned = constraints(
        focus=focus, limitations=(Limitation(kind=LimitationKind.CARDIAC_WARNING), Limitation(kind=LimitationKind.KNEE))
    )
    with pytest.raises(ImpossiblePlan) as refusal:
        plan(basis(warned), catalogue)
    assert [rule.rule for rule in refusal.value.rules] == ["R06"]


def test_whoever_has_everything_against_them_gets_a_plan_or_reasons(catalogue: Catalogue) -> None:
    burdened = constraints(
        focus=TrainingFocus.GENERAL_HEALTH,
        session_minutes=10,
        equipment=(),
        limitations=tuple(Limitation(kind=kind) for kind in LIMITATIONS),
    )
    for age in (13, 100):
        life = msgspec.structs.replace(basis(burdened), age=age, experience=ExperienceLevel.NOVICE)
        made = plan_or_reasons(life, catalogue)
        assert isinstance(made, ImpossiblePlan) or broken_rules(check_plan(life, made, catalogue)) == ()
