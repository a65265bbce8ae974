"""What reported pain means."""

import pytest

from domain.lessons import LessonRuleKind
from domain.terms import BodyArea, LimitationKind
from domain.training import PainReport
from services.training.pain import LIMITATIONS, is_limiting, is_news, lesson_of, limitation_of, notices_on
from tests.unit.training.making import MONDAY


def pain(area: BodyArea = BodyArea.KNEE, severity: int = 5) -> PainReport:
    return PainReport(area=area, severity=severity)


def test_pain_limits_from_four_on_and_in_the_chest_always() -> None:
    assert not is_limiting(None)
    assert not is_limiting(pain(severity=3))
    assert is_limiting(pain(severity=4))
    assert is_limiting(pain(BodyArea.CHEST, 1))


def test_every_area_but_the_belly_and_elsewhere_is_spared_by_some_limitation() -> None:
    assert set(BodyArea) - LIMITATIONS.keys() == {BodyArea.ABDOMEN, BodyArea.OTHER}
    assert limitation_of(pain(BodyArea.GROIN)) is LimitationKind.HIP
    assert limitation_of(pain(BodyArea.CHEST)) is LimitationKind.CARDIAC_WARNING


@pytest.mark.parametrize(
    ("before", "now", "is_new"),
    [
        (None, pain(), True),
        (None, None, False),
        (None, pain(severity=3), False),
        (pain(severity=3), pain(severity=4), True),
        (pain(severity=4), pain(severity=9), False),
        (pain(BodyArea.HIP), pain(), True),
        (pain(), None, False),
    ],
)
def test_what_an_earlier_revision_told_is_no_news(
    before: PainReport | None, now: PainReport | None, is_new: bool
) -> None:
    assert is_news(now, before) is is_new


@pytest.mark.parametrize("area", list(BodyArea))
def test_each_area_is_learned_as_a_hard_limitation_or_as_a_note(area: BodyArea) -> None:
    lesson = lesson_of(pain(area), MONDAY)
    spared = limitation_of(pain(area))
    assert lesson.is_hard is (spared is not None)
    assert lesson.rule.limitation is spared
    assert lesson.rule.kind is (LessonRuleKind.LIMITATION if spared else LessonRuleKind.NOTE)


@pytest.mark.parametrize(
    ("report", "count"),
    [
        (None, 0),
        (pain(severity=3), 0),
        (pain(severity=6), 1),
        (pain(severity=7), 2),
        (pain(BodyArea.OTHER, 8), 2),
        (pain(BodyArea.CHEST, 9), 1),
    ],
)
def test_the_worse_it_is_the_more_is_said(report: PainReport | None, count: int) -> None:
    assert len(notices_on(report)) == count
