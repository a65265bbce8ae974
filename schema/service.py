"""What this server is, as clients see it."""

from typing import cast

import strawberry

from domain import service as domain


@strawberry.type(description="What this server is and offers.")
class ServiceInfo:
    version: str = strawberry.field(description="The product's version.")
    api_version: str = strawberry.field(description="The version of the API, which changes only when something breaks.")
    is_premium_enabled: bool = strawberry.field(description="Whether plans can be written with a language model here.")
    catalogue_version: str = strawberry.field(
        description="Changes when an exercise does: an app may keep the catalogue until then."
    )

    @classmethod
    def of(cls, facts: domain.ServiceFacts) -> "ServiceInfo":
        return cast("ServiceInfo", facts)
