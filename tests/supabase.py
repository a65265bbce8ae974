"""A Supabase project on a real socket, as far as deleting its users goes; it fails when it is told to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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

    class Handler(BaseHTTPRequestHandler):
        def do_DELETE(self) -> None:
            status, content = opened.answer(self)
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    opened.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield opened
    if opened.hold is not None:
        opened.hold.set()
    server.shutdown()
    server.server_close()
    thread.join()
