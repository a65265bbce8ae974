"""GET /metrics: what this process measures of itself, for Prometheus to fetch, with a token of its own."""

import hmac

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response

from web.rate_limit import RateLimit
from web.refusals import unauthenticated


class MetricsPage:
    """Tells nothing to whoever does not have the token, and counts who tries."""

    def __init__(self, token: SecretStr, rate: RateLimit) -> None:
        self._expected = f"Bearer {token.get_secret_value()}".encode()
        self._rate = rate

    async def __call__(self, request: Request) -> Response:
        given = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(given, self._expected):
            await self._rate.count(request.scope, None)
            raise unauthenticated("Send METRICS_TOKEN as `Authorization: Bearer <token>`.")
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest  # where nobody asks, it is not loaded

        return Response(generate_latest(), headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST})
