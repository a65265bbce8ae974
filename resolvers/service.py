"""What this server is: the one thing that nobody need sign in for."""

from domain.service import ServiceFacts
from resolvers.context import Context


def service(context: Context) -> ServiceFacts:
    return context.services.info
