"""What the viewer takes along."""

from typing import IO

from resolvers.context import Context


async def export(context: Context) -> IO[bytes]:
    """Everything of theirs, as a file to be closed. Raises Unauthenticated, and Forbidden."""
    return await context.services.exports.export(context.athlete_id)
