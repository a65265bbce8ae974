"""In which of GraphQL's two media types to answer, by the Accept header."""

from collections.abc import Mapping

EVENT_STREAM = "text/event-stream"
GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"


def prefers_events(accept: str | None) -> bool:
    """Whether the client wants events before anything else. Many name them last, and mean plain answers."""
    return _preferred(accept or "", {**_OFFERED, EVENT_STREAM: EVENT_STREAM}) == EVENT_STREAM


def media_type_for(accept: str | None) -> str | None:
    """The one that the client prefers, the first named where it has no preference; None where it takes neither."""
    if accept is None or not accept.strip():
        return JSON
    return _preferred(accept, _OFFERED)


def _preferred(accept: str, offers: Mapping[str, str]) -> str | None:
    best: tuple[float, str] | None = None
    for part in accept.split(",")[:50]:
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        offered = offers.get(name)
        weight = _weight(parameters)
        if offered is not None and weight > 0 and (best is None or weight > best[0]):
            best = weight, offered
    return best[1] if best else None


_OFFERED = {GRAPHQL_RESPONSE: GRAPHQL_RESPONSE, JSON: JSON, "application/*": JSON, "*/*": JSON}


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return min(max(float(parameter[2:]), 0), 1)
            except ValueError:
                return 0
    return 1
