"""What is somebody's is nobody else's: not by any id, in no query and no mutation."""

import pytest

from domain.profile import Viewer
from tests.graphql.conftest import Run


@pytest.fixture
async def ids(run: Run, plan_id: str) -> dict[str, str]:
    """The id of one thing of each kind that is the viewer's."""
    launched = (await run("Launch"))["viewer"]
    day = (await run("PlanFullById", id=plan_id))["plan"]["weeks"][0]["days"][0]
    return {
        "athlete": launched["id"],
        "plan": plan_id,
        "day": day["id"],
        "generation": launched["latestGeneration"]["id"],
        "questions": launched["onboarding"]["questions"]["id"],
        "playbook": launched["playbook"]["id"],
    }


async def test_the_owner_finds_all_of_them(run: Run, ids: dict[str, str]) -> None:
    found = (await run("Refetch", ids=list(ids.values())))["nodes"]
    assert [node["id"] for node in found] == list(ids.values())
    assert [node["__typename"] for node in found] == [
        "Athlete",
        "Plan",
        "Day",
        "PlanGeneration",
        "QuestionSet",
        "Playbook",
    ]


async def test_a_stranger_finds_none_of_them(run: Run, other_viewer: Viewer, ids: dict[str, str]) -> None:
    found = (await run("Refetch", by=other_viewer, ids=list(ids.values())))["nodes"]
    assert found == [None] * len(ids)
    assert await run("PlanFullById", by=other_viewer, id=ids["plan"]) == {"plan": None}
    assert await run("Generation", by=other_viewer, id=ids["generation"]) == {"planGeneration": None}
    assert await run("DayScreen", by=other_viewer, id=ids["day"]) == {"node": None}


async def test_a_stranger_changes_nothing(run: Run, other_viewer: Viewer, ids: dict[str, str]) -> None:
    before = await run("Launch")
    wanted = {"planId": ids["plan"], "expectedVersion": 1}
    refused = (await run("AcceptPlan", by=other_viewer, input=wanted))["acceptPlan"]
    assert refused["__typename"] == "NotFound"
    assert await run("Launch") == before
    assert (await run("Launch", by=other_viewer))["viewer"]["plan"] is None
