"""How changes are told: with their days, the same once, and what changed alike in one sentence."""

import datetime

import pytest

from domain.plan import PlanChange
from services.feedback.changes import account, together, when
from tests.unit.feedback.sample import date


def change(description: str, *offsets: int) -> list[PlanChange]:
    """The same on days after the first Monday, 23 November; on no day where none is given."""
    if not offsets:
        return [PlanChange(description=description)]
    return [PlanChange(date=date(offset), description=description) for offset in offsets]


@pytest.mark.parametrize(
    ("offsets", "words"),
    [
        ([0], "Monday 23 November"),
        ([0, 2], "Monday 23 and Wednesday 25 November"),
        ([7, 9], "Monday 30 November and Wednesday 2 December"),
        ([0, 2, 4, 5], "Monday 23, Wednesday 25, Friday 27 and Saturday 28 November"),
        ([0, 7, 14], "Mondays from 23 November to 7 December"),
        ([0, 2, 7, 9], "Mondays and Wednesdays from 23 November to 2 December"),
        ([7, 9, 14], "Mondays and Wednesdays from 30 November to 7 December"),
        ([0, 14], "Monday 23 November and Monday 7 December"),
        ([0, 14, 21], "Monday 23 November, Monday 7 December and Monday 14 December"),
        ([0, 1, 2, 3, 4], "five days from Monday 23 November to Friday 27 November"),
        ([0, 7, 21, 28, 35], "five days from Monday 23 November to Monday 28 December"),
    ],
)
def test_days_are_said_as_people_say_them(offsets: list[int], words: str) -> None:
    assert when([date(offset) for offset in offsets]) == words


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (change("Swapped A for B", 0), "Swapped A for B on Monday 23 November."),
        (
            [*change("Swapped A for B", 0, 7, 14), *change("Swapped C for D", 0, 7, 14)],
            "Swapped A for B and C for D on Mondays from 23 November to 7 December.",
        ),
        (
            [*change("Removed A", 0), *change("Removed B", 2), *change("Removed C", 0)],
            "Removed A and C on Monday 23 November. Removed B on Wednesday 25 November.",
        ),
        (
            [*change("Removed Easy run", 5), *change("Added an easy ride of 20 minutes", 5)],
            "Swapped Easy run for an easy ride on Saturday 28 November.",
        ),
        (
            [
                *change("Removed Easy run", 5),
                *change("Removed Easy walk", 5),
                *change("Added an easy swim of 30 minutes", 5),
            ],
            "Swapped Easy run and Easy walk for an easy swim on Saturday 28 November.",
        ),
        (
            [*change("Removed Bench Press", 5), *change("Added an easy ride of 20 minutes", 5)],
            "Removed Bench Press on Saturday 28 November. Added an easy ride of 20 minutes on Saturday 28 November.",
        ),
        (
            [*change("Removed Easy run", 4, 5)],
            "Removed Easy run on Friday 27 and Saturday 28 November.",
        ),
        (
            [*change("Removed Easy run", 5), *change("Added an easy ride of 20 minutes", 4)],
            "Removed Easy run on Saturday 28 November. Added an easy ride of 20 minutes on Friday 27 November.",
        ),
        (
            [*change("Made Monday a rest day", 0), *change("Made Wednesday a rest day", 2)],
            "Made Monday 23 and Wednesday 25 November rest days.",
        ),
        (change("Made Monday easier", 0), "Made Monday 23 November easier."),
        (change("Made week 1 easier"), "Made week 1 easier."),
        ([*change("Made week 1 easier"), *change("Made week 2 easier")], "Made weeks 1 and 2 easier."),
        ([*change("Made week 2 shorter"), *change("Made week 2 easier")], "Made week 2 shorter and easier."),
        ([one for week in (1, 2, 3) for one in change(f"Made week {week} easier")], "Made weeks 1 to 3 easier."),
        ([one for week in (1, 2, 4) for one in change(f"Made week {week} easier")], "Made weeks 1, 2 and 4 easier."),
        (
            [*change("Made Bench Press easier", 0), *change("Made Chin-Up easier", 0), *change("Made A harder", 0)],
            "Made Bench Press and Chin-Up easier on Monday 23 November. Made A harder on Monday 23 November.",
        ),
        (
            change("Moved Full body from Monday 23 November to Tuesday 24 November", 1),
            "Moved Full body from Monday 23 November to Tuesday 24 November.",
        ),
        (change("Made all days ahead rest days"), "Made all days ahead rest days."),
        (
            [one for name in "ABCDEFG" for one in change(f"Removed {name}", 0)],
            "Removed A, B, C, D, E and 2 more on Monday 23 November.",
        ),
        (
            [one for offset in range(5) for one in change(f"Removed {offset}", offset)],
            (
                "Removed 0 on Monday 23 November. Removed 1 on Tuesday 24 November. Removed 2 on Wednesday 25 November. "
                "Removed 3 on Thursday 26 November. The plan shows the rest."
            ),
        ),
    ],
)
def test_an_account_is_short_and_dated(changes: list[PlanChange], told: str) -> None:
    assert account(changes) == told


def test_a_list_has_what_is_the_same_on_several_days_once() -> None:
    made = [*change("Swapped A for B", 0, 7, 14), *change("Removed C", 2), *change("Made Friday easier", 4, 11)]
    made += change("Made Monday a rest day", 21)

    assert together(made) == (
        PlanChange(description="Swapped A for B on Mondays from 23 November to 7 December"),
        PlanChange(date=datetime.date(2026, 11, 25), description="Removed C"),
        PlanChange(description="Made Friday 27 November and Friday 4 December easier"),
        PlanChange(date=datetime.date(2026, 12, 14), description="Made Monday a rest day"),
    )
