"""How an account is deleted."""

import datetime
from typing import Annotated

import strawberry

from resolvers import athletes
from schema.bridge import Info
from schema.problems import InvalidInput


@strawberry.input(description="That it is really wanted.")
class DeleteAccountInput:
    confirmation: str = strawberry.field(
        description="The athlete's display name, typed again; `DELETE` where no profile was ever saved."
    )


@strawberry.type(description="The account is deleted.")
class DeleteAccountSuccess:
    deleted_at: datetime.datetime = strawberry.field(description="When it was; asked for again, the same instant.")


DeleteAccountResult = Annotated[
    DeleteAccountSuccess | InvalidInput,
    strawberry.union("DeleteAccountResult", description="What came of deleting the account."),
]


@strawberry.type
class AccountMutations:
    @strawberry.mutation(
        description="Delete the account and all that is held about the athlete, for good. Its tokens open nothing any more, but "
        "for this mutation, which may be sent again."
    )
    async def delete_account(
        self,
        info: Info,
        input: Annotated[DeleteAccountInput, strawberry.argument(description="That it is really wanted.")],
    ) -> DeleteAccountResult:
        deleted_at = await athletes.delete_account(info.context, confirmation=input.confirmation)
        return DeleteAccountSuccess(deleted_at=deleted_at)
