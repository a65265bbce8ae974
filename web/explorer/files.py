"""The files that the explorer's page is made of: npm's, each at an address with its version in it, and two of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson
from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

from web.refusals import not_found

PUBLISHED = (
    ("react", "umd/react.production.min.js"),
    ("react-dom", "umd/react-dom.production.min.js"),
    ("graphiql", "graphiql.min.css"),
    ("graphiql", "graphiql.min.js"),
    ("@graphiql/plugin-explorer", "dist/style.css"),
    ("@graphiql/plugin-explorer", "dist/index.umd.js"),
)
"""Packages and files, in the order in which a page needs them."""
OWN = ("explorer.css", "explorer.js")
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_FOREVER = "public, max-age=31536000, immutable"
_ALWAYS = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}


@dataclass(frozen=True)
class Asset:
    """One file, as an ASGI application."""

    address: str
    path: Path
    cached: str

    @property
    def is_style(self) -> bool:
        return self.path.suffix == ".css"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.path.is_file():
            raise not_found()
        headers = {"Cache-Control": self.cached, **_ALWAYS}
        await FileResponse(self.path, headers=headers, media_type=_TYPES[self.path.suffix])(scope, receive, send)


class Files:
    """What is in a folder with a package.json, once npm has installed it."""

    def __init__(self, folder: Path) -> None:
        self._installed = folder / "node_modules"
        self._versions = _versions_wanted(folder / "package.json")
        self.assets = [
            Asset(f"/explorer/{package}@{self._versions[package]}/{file}", self._installed / package / file, _FOREVER)
            for package, file in PUBLISHED
            if package in self._versions
        ] + [Asset(f"/explorer/{file}", Path(__file__).with_name(file), "no-cache") for file in OWN]

    def are_installed(self) -> bool:
        """Whether all of it is there, in the versions that are wanted."""
        try:
            written = orjson.loads((self._installed / ".package-lock.json").read_bytes())  # npm's last act
            found = {package: written["packages"][f"node_modules/{package}"]["version"] for package in self._versions}
        except (OSError, ValueError, LookupError):
            return False
        return bool(found) and found == self._versions


def _versions_wanted(package: Path) -> Mapping[str, str]:
    """By package, exactly; nothing where the folder is not there, as in a wheel."""
    try:
        wanted: dict[str, str] = orjson.loads(package.read_bytes())["dependencies"]
    except FileNotFoundError:
        return {}
    return wanted
