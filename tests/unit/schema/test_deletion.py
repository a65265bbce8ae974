"""What the schema answers to a deletion, the first time and again."""

from tests.unit.schema.fakes import DELETED, NOW, VIEWER, ask, services

DELETION = """mutation($input: DeleteAccountInput!) {
    deleteAccount(input: $input) { __typename ... on DeleteAccountSuccess { deletedAt } } }"""


async def test_deleting_answers_when_it_was() -> None:
    given: list[object] = []

    class Accounts:
        async def delete(self, viewer: object, **arguments: object) -> object:
            given.append((viewer, arguments))
            return NOW

    for viewer in (VIEWER, DELETED):
        asked = await ask(
            DELETION,
            viewer=viewer,
            of=services(accounts=Accounts()),
            variables={"input": {"confirmation": "Ann"}},
        )
        assert asked.errors == []
        assert asked.data == {
            "deleteAccount": {"__typename": "DeleteAccountSuccess", "deletedAt": "2026-11-23T09:00:00Z"}
        }
    assert given == [(VIEWER, {"confirmation": "Ann"}), (DELETED, {"confirmation": "Ann"})]
