"""nginx with the configuration of deploy/, in front of a server of the tests."""

import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
OPENSSL = shutil.which("openssl")
"""Both None where they are not installed."""
_CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"
_START_SECONDS = 30.0
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Proxy:
    """Where it listens, and whom its clients must trust."""

    folder: Path
    port: int
    plain_port: int
    trust: ssl.SSLContext

    @property
    def address(self) -> str:
        return f"localhost:{self.port}"

    def log(self) -> str:
        return (self.folder / "access.log").read_text()


@contextmanager
def proxying(server_port: int, *, dawdling_seconds: int = 10) -> Iterator[Proxy]:
    """The configuration as it is, but for the ports, the files, and how long a client may dawdle."""
    with tempfile.TemporaryDirectory(prefix="coachbook-proxy-") as name, _two_free_ports() as (port, plain_port):
        folder = Path(name)
        trust = _certified(folder)
        _write_configuration(folder, server_port, ports=(port, plain_port), dawdling_seconds=dawdling_seconds)
        assert NGINX is not None
        process = subprocess.Popen([NGINX, "-p", name, "-c", folder / "nginx.conf", "-g", "daemon off;"])
        try:
            _wait_for(port, process)
            yield Proxy(folder, port, plain_port, trust)
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _two_free_ports() -> Iterator[tuple[int, int]]:
    with socket.socket() as first, socket.socket() as second:
        for one in (first, second):
            one.bind(("127.0.0.1", 0))
        ports = first.getsockname()[1], second.getsockname()[1]
    yield ports


def _certified(folder: Path) -> ssl.SSLContext:
    """Writes a certificate for localhost, and gives what trusts it."""
    assert OPENSSL is not None
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    about = [
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    subprocess.run([OPENSSL, "req", *kind, *about], check=True, capture_output=True)
    return ssl.create_default_context(cafile=certificate)


def _write_configuration(folder: Path, server_port: int, *, ports: tuple[int, int], dawdling_seconds: int) -> None:
    temporary = "\n".join(f"{one}_temp_path {folder}/{one};" for one in _TEMPORARY)
    as_whom = "user root;\n" if os.geteuid() == 0 else ""
    text = _CONFIGURATION.read_text()
    for known, here in {
        "worker_processes auto;": f"{as_whom}worker_processes 1;",
        "pid /var/run/nginx.pid;": f"pid {folder}/pid;",
        "error_log /dev/stderr": f"error_log {folder}/error.log",
        "access_log /dev/stdout": f"access_log {folder}/access.log",
        "http {": f"http {{\n{temporary}",
        "listen 443 ": f"listen 127.0.0.1:{ports[0]} ",
        "listen 80 ": f"listen 127.0.0.1:{ports[1]} ",
        "certificate certificates/": f"certificate {folder}/",
        "key certificates/": f"key {folder}/",
        "$api api:8000;": f"$api 127.0.0.1:{server_port};",
        "header_timeout 10s;": f"header_timeout {dawdling_seconds}s;",
        "body_timeout 10s;": f"body_timeout {dawdling_seconds}s;",
    }.items():
        assert text.count(known) == 1, known
        text = text.replace(known, here)
    (folder / "nginx.conf").write_text(text)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _START_SECONDS
    while True:
        assert process.poll() is None, "the proxy ended"
        assert time.monotonic() < end, "the proxy does not listen"
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.01)
        else:
            return
