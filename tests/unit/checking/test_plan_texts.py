"""What the texts of a whole plan claim, and what claims nothing (R48)."""

import datetime

import msgspec
import pytest

from domain.constraints import TargetEvent
from tests.unit.checking.judged import is_kept, verdict
from tests.unit.checking.sample import (
    MONDAY,
    basis_with,
    clean_plan,
    clean_week,
    lift,
    plan,
    sets,
    strength,
    week,
    with_day,
    with_week,
)

replace = msgspec.structs.replace
MONDAY_OF_WEEK_2, TUESDAY, WEDNESDAY = 7, 1, 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In the first week you train on Monday: strength work on two days, at most 55 minutes at a time.", True),
        ("In the first week: strength work on three days.", False),
        ("In the first week at most 50 minutes at a time.", False),
        ("At most 55 minutes at a time.", False),
        ("At RPE 9 you could do one more repetition.", True),
        ("Four days a week.", True),
        ("Three days a week.", False),
        ("Two strength sessions each week.", True),
        ("Week 3 is easier, so that you can recover.", False),
        ("A four-week plan.", True),
        ("A six-week plan.", False),
        ("You said “three days a week and 90 minutes”.", True),
        ("Your Walking Lunge is out.", False),
        ("There is no Walking Lunge.", True),
    ],
)
def test_what_the_plan_claims(text: str, kept: bool) -> None:
    for document in (replace(clean_plan(), summary=text), replace(clean_plan(), rationale=text)):
        found = verdict("R48", document, hard=True)
        assert found is not None
        assert (found.score == 1) is kept, found.finding


@pytest.mark.parametrize(
    ("title", "kept"), [("Four weeks to get stronger", True), ("12 weeks of work", False), ("A 4-week start", True)]
)
def test_the_title_counts_the_weeks(title: str, kept: bool) -> None:
    assert is_kept("R48", replace(clean_plan(), title=title)) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2 more working sets.", True),
        ("2 fewer working sets.", False),
        ("3 more working sets.", False),
        ("2 more hard sets.", True),
    ],
)
def test_more_sets_than_the_week_before(text: str, kept: bool) -> None:
    few, more = (lift("push-up", *sets(4)),), (lift("push-up", *sets(6)),)
    second = replace(week(2, {0: more}), progression=text)
    assert is_kept("R48", plan(week(1, {0: few}), second)) is kept
    first = replace(week(1, {0: few}), progression=text)
    assert not is_kept("R48", plan(first, week(2, {0: more})))


@pytest.mark.parametrize(
    ("slug", "text", "kept"),
    [
        ("box-jump", "There is no risk of a fall.", False),
        ("push-up", "There is no risk of a fall.", True),
        ("box-jump", "There is no maximal effort.", True),
        ("box-jump", "Nothing here jumps.", False),
        # One word alone is a name inside a sentence, where its capital says so.
        ("push-up", "Plank position.", True),
        ("push-up", "Then comes Plank.", False),
        ("push-up", "No need for a Plank.", True),
        ("push-up", "Without much ado you now do Plank.", False),
    ],
)
def test_promises_and_single_words(slug: str, text: str, kept: bool) -> None:
    document = plan(week(1, {0: (lift(slug, *sets(1)),)}))
    assert is_kept("R48", with_day(document, 0, lambda it: replace(it, rationale=text))) is kept


def test_easier_weeks_are_the_deloads() -> None:
    weeks = [week(n, {0: strength(1, bench_load=False)}, is_deload=n == 2) for n in (1, 2, 3)]
    for text, kept in (("Week 2 is easier.", True), ("Week 3 is easier.", False), ("Weeks 2 and 3 are easier.", False)):
        assert is_kept("R48", replace(plan(*weeks), rationale=text)) is kept


def test_a_focus_that_says_deload_means_it() -> None:
    for is_deload in (True, False):
        made = replace(clean_week(2), focus="Deload", is_deload=is_deload)
        assert is_kept("R48", with_week(clean_plan(), 2, made)) is is_deload
    assert is_kept("R48", with_week(clean_plan(), 2, replace(clean_week(2), focus="Push on before the deload")))


def test_what_people_wrote_claims_nothing() -> None:
    event = TargetEvent(name="12 weeks of Back Squat", date=MONDAY + datetime.timedelta(days=90))
    basis = basis_with(lambda it: replace(it, event=event))
    document = replace(clean_plan(), title="Four weeks towards 12 weeks of Back Squat")
    assert is_kept("R48", document, basis)
    assert not is_kept("R48", document)


def test_the_finding_quotes_what_is_not_so() -> None:
    found = verdict("R48", with_week(clean_plan(), 2, replace(clean_week(2), goal="Five sessions.")), hard=True)
    assert found is not None
    assert found.finding == "The goal of week 2 says “Five sessions”, which is not so."
