"""What the schema answers on exercises."""

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Constraints, Limitation
from domain.terms import Equipment, ExperienceLevel, LimitationKind
from tests.asking import Asked
from tests.unit.planning.making import BASIS
from tests.unit.schema.fakes import SERVICE, ask, services

PAGE = """query($search: String, $filter: ExerciseFilter, $first: Int, $after: String) {
  exercises(search: $search, filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { name } } } }"""


def names(asked: Asked) -> list[str]:
    assert asked.errors == []
    assert asked.data is not None
    edges = asked.data["exercises"]["edges"]  # type: ignore[index]  # JSON
    return [edge["node"]["name"] for edge in edges]


def end(asked: Asked) -> str:
    assert asked.data is not None
    cursor: str = asked.data["exercises"]["pageInfo"]["endCursor"]  # type: ignore[index]  # JSON
    return cursor


async def test_pages_go_through_the_catalogue_by_name() -> None:
    first = await ask(PAGE, variables={"first": 3})
    second = await ask(PAGE, variables={"first": 3, "after": end(first)})
    assert names(first) == ["Air squat", "Box squat", "Plank"]
    assert names(second) == ["Split squat"]
    assert second.data is not None
    page = second.data["exercises"]["pageInfo"]  # type: ignore[index]  # JSON
    assert (page["hasNextPage"], page["hasPreviousPage"]) == (False, True)


async def test_a_search_finds_in_spite_of_a_typo() -> None:
    assert names(await ask(PAGE, variables={"search": "plnak"}))[0] == "Plank"


async def test_a_blank_search_is_none() -> None:
    assert len(names(await ask(PAGE, variables={"search": "  "}))) == 4


async def test_a_filter_leaves_what_fits_and_nulls_are_as_if_left_out() -> None:
    wanted = {"patterns": ["CORE"], "muscles": None, "equipment": None, "level": None}
    assert names(await ask(PAGE, variables={"filter": wanted})) == ["Plank"]
    assert len(names(await ask(PAGE, variables={"filter": None, "search": None, "first": None, "after": None}))) == 4


@pytest.mark.parametrize("variables", [{"first": 0}, {"first": 101}, {"first": -1}, {"after": "x"}, {"after": ""}])
async def test_a_page_that_cannot_be_is_refused(variables: dict[str, object]) -> None:
    asked = await ask(PAGE, variables=variables)
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])


ALTERNATIVES = """query($first: Int) { exercise(id: "exercise_air-squat") { alternatives(first: $first) { name } } }"""


class Profiles:
    """An athlete whose equipment is the bare body."""

    def __init__(self, *limitations: Limitation) -> None:
        self._limitations = limitations

    async def basis(self, _athlete: object) -> PlanBasis:
        facts = Constraints(equipment=(Equipment.BODY_WEIGHT,), limitations=self._limitations)
        return msgspec.structs.replace(BASIS, experience=ExperienceLevel.NOVICE, constraints=facts)


async def test_alternatives_fit_the_viewer() -> None:
    asked = await ask(ALTERNATIVES, of=services(profiles=Profiles()))
    assert asked.data == {"exercise": {"alternatives": [{"name": "Box squat"}, {"name": "Split squat"}]}}
    one = await ask(ALTERNATIVES, of=services(profiles=Profiles()), variables={"first": 1})
    assert one.data == {"exercise": {"alternatives": [{"name": "Box squat"}]}}


async def test_a_service_gets_alternatives_for_nobody_in_particular() -> None:
    asked = await ask(ALTERNATIVES, viewer=SERVICE)
    assert asked.data == {"exercise": {"alternatives": [{"name": "Box squat"}, {"name": "Split squat"}]}}


@pytest.mark.parametrize("first", [0, 101])
async def test_too_many_or_no_alternatives_are_refused(first: int) -> None:
    asked = await ask(ALTERNATIVES, of=services(profiles=Profiles()), variables={"first": first})
    assert asked.codes == ["BAD_USER_INPUT"]


async def test_alternatives_spare_what_a_limitation_forbids() -> None:
    knee = Limitation(kind=LimitationKind.KNEE)
    asked = await ask(ALTERNATIVES, of=services(profiles=Profiles(knee)))
    assert asked.data == {"exercise": {"alternatives": [{"name": "Box squat"}]}}


@pytest.mark.parametrize("first", [1, 2, 3, 4])
@pytest.mark.parametrize("search", [None, "squat"])
async def test_pages_of_any_size_put_together_are_the_whole_list(first: int, search: str | None) -> None:
    whole = names(await ask(PAGE, variables={"first": 100, "search": search}))
    found: list[str] = []
    after: str | None = None
    while len(found) < len(whole):
        page = await ask(PAGE, variables={"first": first, "search": search, "after": after})
        found += names(page)
        after = end(page)
    assert found == whole
