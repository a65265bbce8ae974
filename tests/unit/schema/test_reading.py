"""What the schema answers to queries, over services that answer from memory."""

from tests.unit.schema.fakes import (
    A_GENERATION,
    ATHLETE,
    LESSON,
    PLAN,
    SERVICE,
    FakePlans,
    FakePlaybooks,
    Raising,
    ask,
    services,
)

DAY = "day_" + "1" * 32 + "-20261123"


async def test_the_service_answers_without_a_token() -> None:
    asked = await ask("{ service { version apiVersion isPremiumEnabled catalogueVersion } }", viewer=None)
    assert asked.errors == []
    assert asked.data == {
        "service": {"version": "1.2.3", "apiVersion": "1", "isPremiumEnabled": True, "catalogueVersion": "v1"}
    }


async def test_a_day_is_editable_by_its_plan_and_all_days_share_one_question() -> None:
    plans = FakePlans()
    asked = await ask(
        "query($id: ID!) { plan(id: $id) { weeks { days { date isEditable } } } }",
        of=services(plans=plans),
        variables={"id": PLAN},
    )
    assert asked.errors == []
    assert asked.data is not None
    days = asked.data["plan"]["weeks"][0]["days"]  # type: ignore[index]  # JSON
    assert [day["date"] for day in days if day["isEditable"]] == ["2026-11-24"]
    assert plans.asked == {"plan": 1, "editable_dates": 1}


async def test_an_activity_is_shown_by_its_own_type_with_its_exercise() -> None:
    asked = await ask(
        """query($id: ID!) { plan(id: $id) { weeks { days { activities {
             __typename id note ... on StrengthActivity { exercise { id name } sets { kind reps loadKg restSeconds } } } } } } }""",
        variables={"id": PLAN},
    )
    assert asked.errors == []
    assert asked.data is not None
    first_day = asked.data["plan"]["weeks"][0]["days"][0]  # type: ignore[index]  # JSON
    assert first_day["activities"] == [
        {
            "__typename": "StrengthActivity",
            "id": "activity_" + "4" * 32,
            "note": None,
            "exercise": {"id": "exercise_air-squat", "name": "Air squat"},
            "sets": [{"kind": "WORKING", "reps": 8, "loadKg": None, "restSeconds": 90}],
        }
    ]


async def test_applied_lessons_come_with_the_lesson_as_it_is_now() -> None:
    asked = await ask(
        "query($id: ID!) { plan(id: $id) { appliedLessons { effect explanation lesson { id rule { exercise { name } } } } } }",
        variables={"id": PLAN},
    )
    assert asked.errors == []
    assert asked.data == {
        "plan": {
            "appliedLessons": [
                {
                    "effect": "APPLIED",
                    "explanation": "Chosen.",
                    "lesson": {"id": LESSON, "rule": {"exercise": {"name": "Air squat"}}},
                }
            ]
        }
    }


async def test_neighbouring_fields_share_an_answer() -> None:
    plans, playbooks = FakePlans(), FakePlaybooks()
    asked = await ask(
        "{ viewer { id plan { id } same: plan { title } playbook { id } } again: viewer { plan { version } } playbook { id } }",
        of=services(plans=plans, playbooks=playbooks),
    )
    assert asked.errors == []
    assert plans.asked == {"plan_to_train_by": 1}
    assert playbooks.asked == {"playbook": 1}


async def test_a_page_has_its_edges_and_says_where_it_lies() -> None:
    plans = FakePlans()
    asked = await ask(
        """{ viewer { plans(first: null) {
             pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } } }""",
        of=services(plans=plans),
    )
    assert asked.errors == []
    assert asked.data == {
        "viewer": {
            "plans": {
                "pageInfo": {
                    "hasNextPage": True,
                    "hasPreviousPage": False,
                    "startCursor": "here",
                    "endCursor": "here",
                },
                "edges": [{"cursor": "here", "node": {"id": PLAN}}],
            }
        }
    }
    assert plans.asked == {"page first=20 after=None": 1}


async def test_nodes_are_found_in_their_order_and_each_plan_is_asked_for_once() -> None:
    plans, playbooks = FakePlans(), FakePlaybooks()
    ids = [DAY, "exercise_plank", LESSON, "plan_nonsense", PLAN, ATHLETE, "nothing", DAY, "playbook_" + "a" * 32]
    asked = await ask(
        "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
        of=services(plans=plans, playbooks=playbooks),
        variables={"ids": ids},
    )
    assert asked.errors == []
    assert asked.data == {
        "nodes": [
            {"__typename": "Day", "id": DAY},
            {"__typename": "Exercise", "id": "exercise_plank"},
            {"__typename": "Lesson", "id": LESSON},
            None,
            {"__typename": "Plan", "id": PLAN},
            {"__typename": "Athlete", "id": ATHLETE},
            None,
            {"__typename": "Day", "id": DAY},
            {"__typename": "Playbook", "id": "playbook_" + "a" * 32},
        ]
    }
    assert plans.asked == {"plans_by_id": 2}
    assert playbooks.asked == {"lessons_by_id": 1, "playbook": 1}


async def test_a_stranger_is_no_node() -> None:
    asked = await ask("query($id: ID!) { node(id: $id) { id } }", variables={"id": "athlete_" + "b" * 32})
    assert (asked.data, asked.errors) == ({"node": None}, [])


async def test_more_than_a_hundred_ids_are_refused() -> None:
    asked = await ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", variables={"ids": ["exercise_plank"] * 101})
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])


async def test_an_id_that_cannot_be_one_is_nothing_and_nobody_is_asked() -> None:
    asked = await ask(
        """query($id: ID!) { plan(id: "plan_x") { id } planGeneration(id: $id) { id } exercise(id: "") { id } }""",
        of=services(plans=Raising(AssertionError()), generations=Raising(AssertionError())),
        variables={"id": PLAN},
    )
    assert (asked.data, asked.errors) == ({"plan": None, "planGeneration": None, "exercise": None}, [])


async def test_a_generation_without_a_plan_has_none() -> None:
    class Generations:
        async def generation(self, *_: object) -> object:
            return A_GENERATION

    asked = await ask(
        "query($id: ID!) { planGeneration(id: $id) { status stage progress plan { id } failure { message } requestedAt } }",
        of=services(generations=Generations()),
        variables={"id": A_GENERATION.id},
    )
    assert asked.errors == []
    assert asked.data == {
        "planGeneration": {
            "status": "RUNNING",
            "stage": "BUILDING",
            "progress": 0.5,
            "plan": None,
            "failure": None,
            "requestedAt": "2026-11-23T09:00:00Z",
        }
    }


async def test_the_playbook_of_somebody_else_is_for_services_alone() -> None:
    stranger = "athlete_" + "b" * 32
    document = "query($id: ID) { playbook(athleteId: $id) { id } }"
    forbidden = await ask(document, variables={"id": stranger})
    assert (forbidden.data, forbidden.codes) == ({"playbook": None}, ["FORBIDDEN"])
    own = await ask(document, variables={"id": ATHLETE})
    assert own.data == {"playbook": {"id": "playbook_" + "a" * 32}}
    for_service = await ask(document, viewer=SERVICE, variables={"id": stranger})
    assert for_service.data == {"playbook": {"id": "playbook_" + "b" * 32}}
    nobody = await ask(document, viewer=SERVICE, variables={"id": "plan_x"})
    assert (nobody.data, nobody.errors) == ({"playbook": None}, [])


async def test_a_service_is_no_athlete() -> None:
    asked = await ask("{ viewer { id } }", viewer=SERVICE)
    assert (asked.data, asked.codes) == (None, ["FORBIDDEN"])
    nodes = await ask(
        "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", viewer=SERVICE, variables={"ids": ["exercise_plank", PLAN]}
    )
    assert nodes.data == {"nodes": [{"id": "exercise_plank"}, None]}
