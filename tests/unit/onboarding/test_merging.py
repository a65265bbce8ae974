"""A profile that is saved over another."""

import datetime

import msgspec

from domain.constraints import GivenConstraints, Limitation, TargetEvent
from domain.terms import LimitationKind, TrainingFocus
from services.onboarding.merging import merged
from tests.unit.onboarding.making import NOW, TODAY, days_ago, draft, profile

BEFORE = GivenConstraints(focus=TrainingFocus.MUSCLE, session_minutes=60)


def test_a_first_profile_is_as_it_was_sent_and_normalised() -> None:
    saved = merged(draft(display_name=" Ann\u0007 ", given=BEFORE), None, at=NOW)
    assert (saved.display_name, saved.given, saved.updated_at) == ("Ann", BEFORE, NOW)
    assert saved.given_at == {"focus": NOW, "session_minutes": NOW}


def test_a_field_that_is_left_out_stays_as_it_is() -> None:
    saved = merged(draft(given=GivenConstraints(session_minutes=45)), profile(BEFORE), at=NOW)
    assert saved.given == GivenConstraints(focus=TrainingFocus.MUSCLE, session_minutes=45)
    assert saved.given_at == {"focus": days_ago(50), "session_minutes": NOW}


def test_null_forgets_what_was_given_here_before() -> None:
    saved = merged(draft(forgotten=frozenset({"focus"})), profile(BEFORE), at=NOW)
    assert saved.given == GivenConstraints(session_minutes=60)
    assert saved.given_at == {"session_minutes": days_ago(50)}


def test_an_empty_list_is_given_and_not_forgotten() -> None:
    saved = merged(draft(given=GivenConstraints(sports=())), profile(), at=NOW)
    assert saved.given.sports == ()
    assert saved.given_at == {"sports": NOW}


def test_the_same_profile_again_is_the_same() -> None:
    stored = msgspec.structs.replace(merged(draft(given=BEFORE), None, at=days_ago(9)))
    assert merged(draft(given=BEFORE), stored, at=NOW) == stored


def test_texts_inside_are_normalised_too() -> None:
    given = GivenConstraints(
        event=TargetEvent(name=" Race\u0000 ", date=TODAY + datetime.timedelta(days=1)),
        limitations=(
            Limitation(kind=LimitationKind.KNEE, note="  "),
            Limitation(kind=LimitationKind.HIP, note=" Old. "),
        ),
    )
    saved = merged(draft(given=given), None, at=NOW).given
    assert saved.event is not None
    assert saved.event.name == "Race"
    assert saved.limitations == (
        Limitation(kind=LimitationKind.KNEE),
        Limitation(kind=LimitationKind.HIP, note="Old."),
    )
