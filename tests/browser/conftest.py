"""One server and one browser for all tests of this folder, which need Chromium, its driver and the explorer's files."""

import importlib.util
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from domain.clock import system_clock
from tests.browser.explorer import Explorer, visiting
from tests.databases import clone
from tests.http.life.served import App, served, signed_in, token_of
from web.explorer.files import Files
from web.explorer.page import FOLDER

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",  # which root cannot have
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing() -> list[str]:
    """What must be installed before a test of this folder can run, each with the way to it."""
    needed = {
        "Chromium (apt install chromium)": CHROMIUM is not None,
        "its driver (make setup-browser)": importlib.util.find_spec("playwright") is not None,
        "the explorer's files (make explorer)": Files(FOLDER).are_installed(),
    }
    return [name for name, is_there in needed.items() if not is_there]


@pytest.fixture(scope="module", autouse=True)
def _everything_is_there() -> None:
    if lacking := missing():
        text = "there is no " + ", no ".join(lacking)
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(text)
        pytest.skip(text)


@dataclass(frozen=True)
class Running:
    """A server that answers, and the folder of the key that its tokens are signed with."""

    url: str
    folder: Path

    def token(self, subject: str) -> str:
        return token_of(self.folder, subject, now=system_clock())


# On a loop of the module's own, and not of the package's, which it shares with other folders: DBOS makes its threads those of the
# loop, and takes them away with the worker.
@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(template_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    folder = tmp_path_factory.mktemp("explorer")
    async with clone(template_url) as database_url, served(folder, database_url) as url:
        yield Running(url, folder)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator["BrowserContext"]:
    """With a folder of its own, in which it keeps the files, and what it made of them, from one visit to the next."""
    from playwright.async_api import async_playwright

    folder = tmp_path_factory.mktemp("chromium")
    async with async_playwright() as driver:
        opened = await driver.chromium.launch_persistent_context(folder, executable_path=CHROMIUM, args=FLAGS)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def explorer(browser: "BrowserContext", server: Running) -> AsyncIterator[Explorer]:
    """A visit."""
    async with visiting(browser, f"{server.url}/graphql") as visit:
        yield visit


@pytest_asyncio.fixture(loop_scope="module")
async def ann(server: Running) -> AsyncIterator[App]:
    """The app of an athlete who has the explorer open as well."""
    async with signed_in(server.folder, server.url, "ann", now=system_clock()) as app:
        yield app
