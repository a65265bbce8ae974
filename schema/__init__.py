"""The GraphQL surface: what clients see."""

from strawberry.schema.config import StrawberryConfig

from schema import terms as _terms  # noqa: F401  # exposes the enums of all features, before any type that mentions them
from schema.errors import CodedSchema
from schema.execution import WithoutSuggestions
from schema.mutations import Mutation
from schema.onboarding import questions
from schema.plans import activities
from schema.prepared import PreparedDocument
from schema.problems import HANDLERS
from schema.queries import Query
from schema.scalars import SCALARS
from schema.subscriptions import Subscription

__all__ = ["export", "schema"]

schema = CodedSchema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    # Types that are reached by an interface alone, which Strawberry would not find by itself.
    types=[
        questions.ChoiceQuestion,
        questions.SliderQuestion,
        questions.RatingQuestion,
        questions.TextQuestion,
        questions.ConfirmationQuestion,
        activities.StrengthActivity,
        activities.EnduranceActivity,
    ],
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
    exception_handlers=HANDLERS,
    execution_context_class=WithoutSuggestions,
    extensions=[PreparedDocument],
)


def export() -> str:
    """The schema as text: what is committed as schema.graphql."""
    return schema.as_str() + "\n"
