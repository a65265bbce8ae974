"""A Supabase project on a real socket, as far as deleting its users goes; it fails when it is told to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.listening import Quiet, listening

USER = "0b9f6f0e-3f6c-4a57-9d0e-2c8f3f1f4a10"
KEY = "canary-service-role-key"
USER_NOT_FOUND = (404, {"code": 404, "error_code": "user_not_found", "msg": "User not found"})
Answer = tuple[int, dict[str, object]]


@dataclass
class Project:
    """Who its users are, what it was asked for, and what it answers before it does as it is asked."""

    url: str = ""
    users: set[str] = field(default_factory=lambda: {USER})
    answers: list[Answer] = field(default_factory=list)
    asked: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Of each request: method, path, the headers `apikey` and `Authorization`."""
    hold: threading.Event | None = None

    def answer(self, handler: BaseHTTPRequestHandler) -> Answer:
        headers = handler.headers
        self.asked.append((handler.command, handler.path, headers.get("apikey", ""), headers.get("Authorization", "")))
        if self.hold is not None:
            self.hold.wait(60)
        if self.answers:
            return self.answers.pop(0)
        user = handler.path.removeprefix("/auth/v1/admin/users/")
        if user not in self.users:
            return USER_NOT_FOUND
        self.users.remove(user)
        return 200, {}


@contextmanager
def project() -> Iterator[Project]:
    """Open for as long as this block."""
    opened = Project()

    class Handler(Quiet):
        def do_DELETE(self) -> None:  # noqa: N802 - so http.server calls it
            status, content = opened.answer(self)
            self.answer(status, json.dumps(content).encode())

    with listening(Handler) as opened.url:
        yield opened
        if opened.hold is not None:
            opened.hold.set()
