"""A small ASGI server that speaks OpenAI's HTTP on a real socket, answers sensibly, and misbehaves when told to.

`python -m tests.llm.openai_server` serves it on port 8089, to be used as OPENAI_BASE_URL=http://127.0.0.1:8089/v1.
"""

import asyncio
import hashlib
import json
import math
import re
import socket
import struct
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import cast

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.llm.faults import Fault
from tests.llm.sensible import Json, material_in, sensible, spoiled

DRIP_SECONDS = 0.02
PORT = 8089
_STATUSES: dict[Fault, tuple[int, str, str, dict[str, str]]] = {
    Fault.RATE_LIMITED: (429, "rate_limit_exceeded", "Rate limit reached.", {}),
    Fault.RATE_LIMITED_BRIEFLY: (429, "rate_limit_exceeded", "Rate limit reached.", {"retry-after": "0"}),
    Fault.RATE_LIMITED_FOR_LONG: (429, "rate_limit_exceeded", "Rate limit reached.", {"retry-after": "7"}),
    Fault.QUOTA: (429, "insufficient_quota", "You exceeded your current quota.", {}),
    Fault.SERVER_ERROR: (500, "server_error", "The server had an error.", {}),
    Fault.UNAVAILABLE: (503, "server_error", "The engine is overloaded.", {}),
    Fault.UNAUTHORIZED: (401, "invalid_api_key", "Incorrect API key provided.", {}),
    Fault.NO_SUCH_MODEL: (404, "model_not_found", "The model does not exist.", {}),
    Fault.BAD_REQUEST: (400, "invalid_request_error", "Invalid request.", {}),
}
_RAW: dict[Fault, bytes] = {
    Fault.BROKEN_JSON: b'{"id": "resp_1", "object": "response", "output": [{"type": "mess',
    Fault.NOT_UTF8: b'{"id": "\xff\xfe", "output": []}',
    Fault.DEEP_JSON: b'{"output": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    Fault.OTHER_JSON: b'{"output": "a text where a list should be", "usage": 3}',
}


class OpenAIServer:
    """What is asked is kept in `requests`; what is wrong is told by `faults`, one for each call, then by `fault`."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Json]] = []
        self.keys: list[str] = []
        self.fault: Fault | None = None
        self.asked = threading.Event()
        """Set once a request has come."""
        self.faults: deque[Fault | None] = deque()
        self.answer: Json = None
        """Given in the place of a sensible one, where it is set."""
        self.delay_seconds = 0.0
        self.address = ""
        self._server: uvicorn.Server | None = None
        routes = [
            Route("/v1/responses", self._responses, methods=["POST"]),
            Route("/v1/embeddings", self._embeddings, methods=["POST"]),
        ]
        self.app = Starlette(routes=routes)

    def forget(self) -> None:
        """As new."""
        self.requests.clear()
        self.keys.clear()
        self.asked.clear()
        self.faults.clear()
        self.fault = self.answer = None
        self.delay_seconds = 0.0

    @contextmanager
    def serving(self, port: int = 0) -> Iterator[str]:
        """On a socket, in a thread of its own; gives the base URL."""
        config = uvicorn.Config(
            self.app, host="127.0.0.1", port=port, log_config=None, access_log=False, lifespan="off"
        )
        self._server = uvicorn.Server(config)
        thread = threading.Thread(target=self._server.run)
        thread.start()
        while not self._server.started:
            assert thread.is_alive()
            thread.join(0.005)
        self.address = f"http://127.0.0.1:{self._server.servers[0].sockets[0].getsockname()[1]}/v1"
        try:
            yield self.address
        finally:
            self._server.should_exit = self._server.force_exit = True
            thread.join()

    async def _responses(self, request: Request) -> Response:
        body: dict[str, Json] = await request.json()
        self.requests.append(body)
        self.keys.append(request.headers.get("authorization", ""))
        self.asked.set()
        fault = self.faults.popleft() if self.faults else self.fault
        if self.delay_seconds:
            await asyncio.sleep(self.delay_seconds)
        complaint = _complaint(body, fault)
        if complaint is not None:
            return complaint
        answer = _response_object(body, fault, self._text(body, fault))
        if body.get("stream"):
            return StreamingResponse(self._events(request, answer, fault), media_type="text/event-stream")
        return await self._sent(request, json.dumps(answer).encode(), fault)

    def _text(self, body: dict[str, Json], fault: Fault | None) -> str:
        told = material_in(str(body.get("input", "")))
        answer = self.answer if self.answer is not None else sensible(_use(body), told)
        text = json.dumps(spoiled(answer, fault) if fault is not None else answer)
        if fault is Fault.BROKEN_ANSWER:
            return text[: len(text) // 2]
        if fault is Fault.NO_SCHEMA:
            return f"Here you are:\n```json\n{text}\n```"
        return "  \n" if fault is Fault.EMPTY_TEXT else text

    async def _sent(self, request: Request, body: bytes, fault: Fault | None) -> Response:
        """The body, unless something happens on its way."""
        if fault is Fault.HTML:
            return HTMLResponse("<html><body><h1>Welcome to the proxy</h1></body></html>")
        if fault in _RAW:
            return Response(_RAW[fault], media_type="application/json")
        if fault is Fault.RESET:
            self._reset(request)
        if fault is Fault.HANG:
            while (await request.receive())["type"] != "http.disconnect":
                pass
        if fault is Fault.SLOW_DRIP:
            return StreamingResponse(self._dripping(request, body), media_type="application/json")
        if fault is Fault.CUT:
            headers = {"content-length": str(len(body))}
            return StreamingResponse(self._cutting(request, body), media_type="application/json", headers=headers)
        return Response(body, media_type="application/json")

    async def _dripping(self, request: Request, body: bytes) -> AsyncIterator[bytes]:
        for position in range(len(body)):
            if await request.is_disconnected():
                return
            yield body[position : position + 1]
            await asyncio.sleep(DRIP_SECONDS)

    async def _cutting(self, request: Request, body: bytes) -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]
        await asyncio.sleep(0.01)
        self._reset(request)

    async def _events(self, request: Request, answer: dict[str, Json], fault: Fault | None) -> AsyncIterator[bytes]:
        """The answer as server-sent events, piece by piece; a cut stream ends before it is completed."""
        text = _output_text(answer)
        started = {**answer, "status": "in_progress", "output": []}
        yield _event("response.created", {"response": started}, 0)
        pieces = [text[start : start + 20] for start in range(0, len(text), 20)]
        for number, piece in enumerate(pieces, start=1):
            if fault is Fault.CUT and number > len(pieces) // 2:
                return
            place: dict[str, Json] = {"item_id": "msg_1", "output_index": 0, "content_index": 0, "logprobs": []}
            yield _event("response.output_text.delta", {**place, "delta": piece}, number)
            await asyncio.sleep(DRIP_SECONDS if fault is Fault.SLOW_DRIP else 0)
        yield _event("response.completed", {"response": answer}, len(pieces) + 1)

    def _reset(self, request: Request) -> None:
        """End the connection with RST, as a crashing proxy does."""
        assert self._server is not None
        for connection in list(self._server.server_state.connections):
            if getattr(connection, "client", None) == tuple(request.scope["client"]):
                transport = connection.transport
                peer = transport.get_extra_info("socket")
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                transport.abort()

    async def _embeddings(self, request: Request) -> Response:
        body: dict[str, Json] = await request.json()
        self.requests.append(body)
        fault = self.faults.popleft() if self.faults else self.fault
        complaint = _complaint(body, fault)
        if complaint is not None:
            return complaint
        if not body["input"] or "" in cast("list[str]", body["input"]):
            return _error(400, "invalid_request_error", "'$.input' is invalid.")
        texts, size = body["input"], body.get("dimensions", 384)
        assert isinstance(size, int)
        rows: list[Json] = [
            {"object": "embedding", "index": index, "embedding": _vector(str(text), size)}
            for index, text in enumerate(texts if isinstance(texts, list) else [texts])
        ]
        if fault is Fault.EMPTY:
            rows.pop()
        usage: Json = {"prompt_tokens": 8, "total_tokens": 8}
        answer: Json = {"object": "list", "data": rows, "model": body["model"], "usage": usage}
        return await self._sent(request, json.dumps(answer).encode(), fault)


def _use(body: dict[str, Json]) -> str:
    """Which of our prompts this is: by the schema's name, or by a field that its material alone has."""
    text = body.get("text")
    form = text.get("format") if isinstance(text, dict) else None
    if isinstance(form, dict) and isinstance(form.get("name"), str):
        return str(form["name"])
    told = material_in(str(body.get("input", "")))
    marks = {"questions": "questions", "message": "message", "said": "lessons"}
    return next((use for field, use in marks.items() if field in told), "brief")


def _complaint(body: dict[str, Json], fault: Fault | None) -> Response | None:
    """An error with a status, if that is what is wrong."""
    if fault is Fault.NO_TEMPERATURE and "temperature" in body:
        return _error(400, "unsupported_parameter", "Unsupported parameter: 'temperature'.", param="temperature")
    if fault is Fault.NO_SCHEMA and "text" in body:
        message = "Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model."
        return _error(400, "invalid_request_error", message, param="text.format")
    if fault not in _STATUSES:
        return None
    status, code, message, headers = _STATUSES[fault]
    return _error(status, code, message, headers=headers)


def _error(
    status: int, code: str, message: str, *, param: str | None = None, headers: dict[str, str] | None = None
) -> Response:
    error: Json = {"message": message, "type": code, "param": param, "code": code}
    return JSONResponse({"error": error}, status_code=status, headers=headers)


def _response_object(body: dict[str, Json], fault: Fault | None, text: str) -> dict[str, Json]:
    content: Json = {"type": "output_text", "text": text, "annotations": []}
    if fault is Fault.REFUSAL:
        content = {"type": "refusal", "refusal": "I cannot help with that."}
    message: Json = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [content]}
    reasoning: Json = {"type": "reasoning", "id": "rs_1", "summary": []}
    cut = {Fault.LENGTH: "max_output_tokens", Fault.CONTENT_FILTER: "content_filter"}.get(fault) if fault else None
    status = "failed" if fault is Fault.FAILED else "incomplete" if cut else "completed"
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1_790_000_000,
        "model": f"{body['model']}-2026-01-01",
        "status": status,
        "error": {"code": "server_error", "message": "Something broke."} if fault is Fault.FAILED else None,
        "incomplete_details": {"reason": cut} if cut else None,
        "output": [] if fault in {Fault.EMPTY, Fault.FAILED} else [reasoning, message],
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "usage": {"input_tokens": 1200, "output_tokens": 300, "total_tokens": 1500}
        | {"input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}},
    }


def _output_text(answer: dict[str, Json]) -> str:
    found: list[str] = []
    for item in cast("list[dict[str, Json]]", answer["output"]):
        for content in cast("list[dict[str, Json]]", item.get("content") or []):
            found.append(str(content.get("text", "")))
    return "".join(found)


def _event(kind: str, fields: dict[str, Json], number: int) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, 'sequence_number': number, **fields})}\n\n".encode()


def _vector(text: str, size: int) -> list[Json]:
    """Of length one, and close to another the more words, or parts of words, two texts share, in whatever order."""
    numbers = [0.0] * size
    for word in re.findall(r"\w+", text.casefold()):
        parts = {word[start : start + 3] for start in range(len(word) - 2)}
        for part, weight in ((word, 1.0), *((part, 0.3) for part in parts)):
            digest = hashlib.sha256(part.encode()).digest()
            numbers[int.from_bytes(digest[:4], "big") % size] += weight if digest[4] % 2 else -weight
    length = math.hypot(*numbers)
    return [number / length if length else size**-0.5 for number in numbers]


if __name__ == "__main__":
    uvicorn.run(OpenAIServer().app, host="127.0.0.1", port=PORT)
