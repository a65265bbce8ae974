"""The explorer as a person has it before them, in Chromium."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import orjson

if TYPE_CHECKING:  # it is optional, and tests are skipped without it
    from playwright.async_api import BrowserContext, ConsoleMessage, Page, Request

QUERY = '[aria-label="Query Editor"] .CodeMirror'
HEADERS = ".graphiql-editor-tool .graphiql-editor:nth-of-type(2) .CodeMirror"
ANSWER = ".result-window .CodeMirror"
ASK = ".graphiql-execute-button"
WAIT_MS = 15_000
"""Far longer than anything takes, for machines that do other things too."""
# GraphiQL parses what stands in the editor a moment after the last key, and tells by that whether it is a subscription.
_IS_PARSED = "([editor, text]) => document.querySelector(editor).CodeMirror.documentAST?.loc.source.body === text"


@dataclass
class Explorer:
    """One visit: the page, and what went wrong in it."""

    page: "Page"
    address: str
    faults: list[str] = field(default_factory=list)

    async def open(self, *, token: str | None = None) -> None:
        """Until it can be asked something."""
        await self.page.goto(self.address + (f"#token={token}" if token else ""))
        await self.page.wait_for_selector(ASK)

    async def ask(self, query: str | None = None) -> None:
        """Send what is in the editor, or this."""
        if query is not None:
            await self.write(QUERY, query)
            await self.page.wait_for_function(_IS_PARSED, arg=[QUERY, query])
        await self.page.click(ASK)

    async def write(self, editor: str, text: str) -> None:
        await self.page.eval_on_selector(editor, "(found, text) => found.CodeMirror.setValue(text)", text)

    async def read(self, editor: str) -> str:
        text: str = await self.page.eval_on_selector(editor, "found => found.CodeMirror.getValue()")
        return text

    async def answer(self, *, containing: str = '"') -> object:
        """What stands on the right, once this is in it."""
        shows = "([selector, text]) => document.querySelector(selector).CodeMirror.getValue().includes(text)"
        await self.page.wait_for_function(shows, arg=[ANSWER, containing])
        return orjson.loads(await self.read(ANSWER))

    async def press(self, label: str) -> None:
        """The button with this label."""
        await self.page.click(f'[aria-label^="{label}"]')

    async def stored(self) -> str:
        """All that the browser keeps of it, and where it says that it is."""
        text: str = await self.page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, document.cookie, location.href])"
        )
        return text

    def note_message(self, message: "ConsoleMessage") -> None:
        """Violations of the page's policy are told here too."""
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def note_request(self, request: "Request") -> None:
        here, asked = urlsplit(self.address), urlsplit(request.url)
        if asked.scheme != "data" and asked.netloc != here.netloc:
            self.faults.append(request.url)


@asynccontextmanager
async def visiting(browser: "BrowserContext", address: str) -> AsyncIterator[Explorer]:
    """With a browser that may have the files from the last visit, and nothing else."""
    page = await browser.new_page()
    page.set_default_timeout(WAIT_MS)
    visit = Explorer(page, address)
    page.on("console", visit.note_message)
    page.on("pageerror", lambda error: visit.faults.append(str(error)))
    page.on("request", visit.note_request)
    yield visit
    await page.evaluate("localStorage.clear()")
    await page.close()
