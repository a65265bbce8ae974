"""How operations are executed: as Strawberry does it, but without suggestions."""

from graphql import GraphQLError
from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext


class WithoutSuggestions(StrawberryGraphQLCoreExecutionContext):
    """Guesses no names for those who mistype the value of a variable. Nobody is shown them (`schema/errors.py`), they take their
    time, and graphql-core fails over texts that grow when they are put into small letters, such as `İ`."""

    @classmethod
    def build(cls, *args: object, **options: object) -> Executor[object] | list[GraphQLError]:
        return super().build(*args, **{**options, "hide_suggestions": True})  # type: ignore[arg-type]  # as it is called
