"""Whether this server is well: for people, for load balancers and for whoever restarts it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TypedDict

import structlog
from starlette.requests import Request
from starlette.responses import Response

from services.llm.access import ModelAccess
from web.refusals import json_response

CHECK_SECONDS = 3.0

Check = Callable[[], Awaitable[None]]
"""Returns where all is well, and raises where it is not."""

_log = structlog.get_logger("coachbook.health")


class Finding(TypedDict):
    """What came of one check."""

    ok: bool
    ms: float


class ModelReport(TypedDict):
    """How the language model does, as this process saw it last: nobody calls it to find out, and without it all is well."""

    isKeySet: bool
    isUsed: bool
    model: str | None
    breaker: str | None
    lastSuccess: str | None


def no_model() -> ModelReport:
    return ModelReport(isKeySet=False, isUsed=False, model=None, breaker=None, lastSuccess=None)


def model_report(access: ModelAccess | None, *, is_key_set: bool) -> ModelReport:
    """`access` is None where no model is used."""
    state = access.model.state if access is not None else None
    last = state.last_success if state is not None else None
    return ModelReport(
        isKeySet=is_key_set,
        isUsed=state is not None,
        model=state.model if state is not None else None,
        breaker=state.breaker if state is not None else None,
        lastSuccess=last.isoformat() if last is not None else None,
    )


class Health:
    """Answers on the health of this server. What is wrong in detail is in the log, not in the answer."""

    def __init__(
        self, checks: Mapping[str, Check], *, version: str, model: Callable[[], ModelReport] = no_model
    ) -> None:
        self._checks = checks
        self._version = version
        self._model = model

    async def index(self, _request: Request) -> Response:
        """GET /: who this is."""
        return json_response({"name": "Coachbook", "version": self._version})

    async def live(self, _request: Request) -> Response:
        """GET /livez: the process answers. Nothing else is asked, so that a database's outage restarts nobody."""
        return json_response({"status": "ok"})

    async def ready(self, _request: Request) -> Response:
        """GET /readyz: requests can be served now."""
        findings = await self._findings()
        is_well = all(finding["ok"] for finding in findings.values())
        return json_response({"status": _word(is_well)}, status=200 if is_well else 503)

    async def report(self, _request: Request) -> Response:
        """GET /api/health/: each part by itself."""
        findings = await self._findings()
        is_well = all(finding["ok"] for finding in findings.values())
        content = {
            "status": _word(is_well),
            "version": self._version,
            "checks": findings,
            "languageModel": self._model(),
        }
        return json_response(content, status=200 if is_well else 503)

    async def _findings(self) -> dict[str, Finding]:
        findings = await asyncio.gather(*(_finding(name, check) for name, check in self._checks.items()))
        return dict(zip(self._checks, findings, strict=True))


async def _finding(name: str, check: Check) -> Finding:
    started = time.perf_counter()
    is_well = True
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            await check()
    except Exception as error:  # noqa: BLE001 the edge: whatever a check fails with, the answer is that it failed
        _log.warning("health.failed", check=name, reason=type(error).__name__)
        is_well = False
    return Finding(ok=is_well, ms=round((time.perf_counter() - started) * 1000, 1))


def _word(is_well: bool) -> str:
    return "ok" if is_well else "unavailable"
