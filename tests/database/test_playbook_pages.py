"""History and retired lessons, a page at a time."""

import pytest

from db.database import Database
from domain.clock import Clock
from domain.errors import BadUserInput
from domain.exercise import Catalogue
from domain.lessons import LessonRule, LessonRuleKind
from domain.pages import encode_cursor
from domain.profile import Viewer
from domain.terms import Weekday
from services.feedback.safeguard import Safeguard
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from tests.database.test_playbooks import teach
from tests.unit.playbook.making import NOTE, rest_on, said


@pytest.fixture
def playbooks(database: Database, clock: Clock) -> Playbooks:
    return Playbooks(database, clock)


@pytest.fixture
def teaching(database: Database, catalogue: Catalogue, clock: Clock) -> Teaching:
    return Teaching(database, catalogue, Safeguard(catalogue, clock))


async def test_history_is_paged_newest_first(playbooks: Playbooks, database: Database, viewer: Viewer) -> None:
    await teach(database, viewer, *(said(NOTE, text=f"Note number {number}.") for number in range(5)))

    first = await playbooks.history(viewer.athlete_id, first=2, after=None)
    second = await playbooks.history(viewer.athlete_id, first=2, after=first.end_cursor)
    third = await playbooks.history(viewer.athlete_id, first=2, after=second.end_cursor)

    texts = [[edge.node.lesson.text[-2:] for edge in page.edges] for page in (first, second, third)]
    assert texts == [["4.", "3."], ["2.", "1."], ["0."]]
    assert [(page.has_previous_page, page.has_next_page) for page in (first, second, third)] == [
        (False, True),
        (True, True),
        (True, False),
    ]


async def test_lessons_that_ended_together_are_paged_without_loss(
    playbooks: Playbooks, database: Database, viewer: Viewer
) -> None:
    days = list(Weekday)
    await teach(database, viewer, *(said(rest_on(day), text=f"Not on {day}.") for day in days))
    train = LessonRule(kind=LessonRuleKind.TRAIN_ON_DAYS, weekdays=tuple(days))
    await teach(database, viewer, said(train))

    seen: list[str] = []
    after = None
    for _ in range(4):
        page = await playbooks.retired_lessons(viewer.athlete_id, first=2, after=after)
        seen.extend(edge.node.text for edge in page.edges)
        after = page.end_cursor

    assert sorted(seen) == sorted(f"Not on {day}." for day in days)
    assert page.has_next_page is False


@pytest.mark.parametrize("cursor", ["nonsense!", encode_cursor("x"), encode_cursor("1", "2"), encode_cursor("9" * 30)])
async def test_cursors_of_our_own_making_alone_are_read(cursor: str, playbooks: Playbooks, viewer: Viewer) -> None:
    with pytest.raises(BadUserInput):
        await playbooks.history(viewer.athlete_id, first=2, after=cursor)
    with pytest.raises(BadUserInput):
        await playbooks.retired_lessons(viewer.athlete_id, first=2, after=cursor)


async def test_a_page_of_none_is_refused(playbooks: Playbooks, viewer: Viewer) -> None:
    with pytest.raises(BadUserInput):
        await playbooks.history(viewer.athlete_id, first=0, after=None)
