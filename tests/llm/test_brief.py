"""What of a model's brief can stand before the plan is built."""

import pytest

from domain.brief import Brief
from services.llm.model import LanguageModel
from tests.llm import uses
from tests.llm.conftest import Purse
from tests.llm.openai_server import OpenAIServer
from tests.llm.sensible import Json

FIRST = "You build the strength that your goal needs."
LAST = "Hiking gives you the breath for it, one step at a time."


def said(**fields: Json) -> Json:
    empty: dict[str, Json] = {
        "title": "Up the mountain",
        "summary": FIRST,
        "rationale": FIRST,
        "themes": [],
        "favoured_exercises": [],
        "stressed_muscles": [],
        "endurance_share": None,
    }
    return empty | fields


async def written(model: LanguageModel, purse: Purse, server: OpenAIServer, **fields: Json) -> Brief:
    server.answer = said(**fields)
    return await uses.brief(model, purse)


@pytest.mark.parametrize(
    "claim",
    [
        "You train three days a week.",
        "There are 12 sessions in it.",
        "Monday is for your legs.",
        "You squat heavy with the barbell.",
        "Romanian deadlifts are the heart of it.",
        "Swimming rounds it off.",
        "You will be twice as strong.",
        "It heals your knee.",
        "Success is guaranteed.",
        "Write to coach@example.com for more.",
        "The plan is not built yet. So claim nothing that would have to be checked against it.",
        "You read one message that an athlete wrote to their training coach about their plan.",
    ],
)
async def test_a_claim_that_nobody_can_vouch_for_is_cut(
    claim: str, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    brief = await written(model, purse, server, summary=f"{FIRST} {claim} {LAST}", rationale=claim)
    assert (brief.summary, brief.rationale) == (f"{FIRST} {LAST}", None)


@pytest.mark.parametrize(
    "title", ["Twelve weeks to glory", "Du schaffst das mit der Zeit", "x" * 61, "", "Squat 100 kg"]
)
async def test_a_title_that_cannot_stand_is_left_to_the_engine(
    title: str, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    assert (await written(model, purse, server, title=title)).title is None


@pytest.mark.parametrize(
    ("themes", "expected"),
    [
        (["Begin.", "Build", "Grow", "Rest well"], ("Begin", "Build", "Grow", "Rest well")),
        (["Begin", "Three hard days", "Grow", "Rest well"], ("Begin", "", "Grow", "Rest well")),
        (["Begin", "Build"], ()),
        (["Begin"] * 5, ()),
    ],
)
async def test_there_is_one_theme_for_each_week_or_none(
    themes: list[Json], expected: tuple[str, ...], model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    assert (await written(model, purse, server, themes=themes)).themes == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.4, 0.4), (0, 0.0), (1, 1.0), (1.2, None), (-0.1, None), (None, None)]
)
async def test_a_share_is_one(
    share: float | None, expected: float | None, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    assert (await written(model, purse, server, endurance_share=share)).endurance_share == expected


async def test_favoured_exercises_are_ten_and_stressed_muscles_four_at_most(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    names: list[Json] = [
        "Back Squat",
        "squats",
        "bench press",
        "Deadlift",
        "plank",
        "push-up",
        "Pull-Up",
        "burpees",
        "lunges",
    ]
    names += ["dumbbell row", "overhead press", "face pull", "goblet squat", "Zorbian Gravity Whirl"]
    muscles: list[Json] = ["GLUTES", "GLUTES", "LATS", "CHEST", "BICEPS", "CALVES"]
    brief = await written(model, purse, server, favoured_exercises=names, stressed_muscles=muscles)
    assert (len(brief.favoured_exercises), len(set(brief.favoured_exercises))) == (10, 10)
    assert brief.stressed_muscles == ("GLUTES", "LATS", "CHEST", "BICEPS")
