"""All that can be watched: each feature's subscriptions."""

import strawberry

from schema.generations.subscriptions import GenerationSubscriptions


@strawberry.type(description="All that can be watched, over WebSocket (graphql-transport-ws) or server-sent events.")
class Subscription(GenerationSubscriptions):
    pass
