"""The CHECK constraints: bounds of the domain, held by the database for whoever forgets them."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from db.database import Database
from db.tables import ProfileRow
from domain.constraints import GivenConstraints
from domain.profile import DISPLAY_NAME_LENGTH, GOAL_LENGTH, HEIGHT_CM, WEIGHT_KG, Gender, UnitSystem, Viewer
from domain.terms import ExperienceLevel

_GOOD: dict[str, object] = {
    "display_name": "Ann",
    "birth_year": 1990,
    "gender": Gender.FEMALE,
    "height_cm": 170.0,
    "weight_kg": 60.0,
    "unit_system": UnitSystem.METRIC,
    "time_zone": "UTC",
    "goal": "To get stronger",
    "experience": ExperienceLevel.NOVICE,
    "given": GivenConstraints(),
    "given_at": {},
}
_AT_THE_BOUNDS: list[tuple[str, object]] = [
    *(("display_name", "n" * length) for length in DISPLAY_NAME_LENGTH),
    *(("goal", "g" * length) for length in GOAL_LENGTH),
    *(("height_cm", height) for height in HEIGHT_CM),
    *(("weight_kg", weight) for weight in WEIGHT_KG),
]
_BEYOND: list[tuple[str, object]] = [
    *(("display_name", "n" * length) for length in (DISPLAY_NAME_LENGTH[0] - 1, DISPLAY_NAME_LENGTH[1] + 1)),
    *(("goal", "g" * length) for length in (GOAL_LENGTH[0] - 1, GOAL_LENGTH[1] + 1)),
    *(("height_cm", height) for height in (HEIGHT_CM[0] - 0.1, HEIGHT_CM[1] + 0.1)),
    *(("weight_kg", weight) for weight in (WEIGHT_KG[0] - 0.1, WEIGHT_KG[1] + 0.1)),
    ("birth_year", 1899),
    ("weight_kg", float("nan")),
]


async def _write(database: Database, viewer: Viewer, field: str, value: object) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(insert(ProfileRow).values(athlete_id=viewer.athlete_id, **{**_GOOD, field: value}))
        await session.rollback()


async def test_values_at_the_domains_bounds_are_taken(database: Database, viewer: Viewer) -> None:
    for field, value in _AT_THE_BOUNDS:
        await _write(database, viewer, field, value)


async def test_values_beyond_the_domains_bounds_are_refused(database: Database, viewer: Viewer) -> None:
    for field, value in _BEYOND:
        with pytest.raises(IntegrityError, match=field):
            await _write(database, viewer, field, value)
