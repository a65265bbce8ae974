"""All that can be read: each feature's queries, and those that belong to none."""

from typing import Annotated, cast

import strawberry

from resolvers import athletes, nodes, service
from schema.athletes.types import Athlete
from schema.bridge import Info
from schema.catalogue.queries import CatalogueQueries
from schema.generations.queries import GenerationQueries
from schema.interfaces import Node
from schema.onboarding.queries import OnboardingQueries
from schema.plans.queries import PlanQueries
from schema.playbook.queries import PlaybookQueries
from schema.service import ServiceInfo

NodeId = Annotated[strawberry.ID, strawberry.argument(description="The id of anything that lasts.")]
NodeIds = Annotated[list[strawberry.ID], strawberry.argument(description="At most 100 ids.")]


@strawberry.type(description="All that can be read. Everything but `service` needs a token.")
class Query(OnboardingQueries, PlaybookQueries, PlanQueries, GenerationQueries, CatalogueQueries):
    @strawberry.field(description="What this server is. The only field that needs no token.")
    async def service(self, info: Info) -> ServiceInfo:
        return ServiceInfo.of(service.service(info.context))

    @strawberry.field(description="The signed-in athlete.")
    async def viewer(self, info: Info) -> Athlete:
        return Athlete.of(athletes.athlete(info.context))

    @strawberry.field(description="Anything that lasts, by id. Null where it does not exist or is not the viewer's.")
    async def node(self, info: Info, id: NodeId) -> Node | None:
        return cast("Node | None", await nodes.node(info.context, node_id=id))

    @strawberry.field(description="The same, for up to 100 ids at once, in their order.")
    async def nodes(self, info: Info, ids: NodeIds) -> list[Node | None]:
        return cast("list[Node | None]", await nodes.nodes(info.context, node_ids=ids))
