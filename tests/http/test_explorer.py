"""The explorer's page and its files, as a browser asks for them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx2
import orjson
import pytest

from tests.http.server import State, serving, small_site
from web.explorer.files import PUBLISHED
from web.explorer.page import FOLDER

VERSIONS = {"react": "1.0.0", "react-dom": "1.0.0", "graphiql": "2.0.0", "@graphiql/plugin-explorer": "3.0.0"}
GRAPHIQL = "/explorer/graphiql@2.0.0/graphiql.min.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As a checkout has it, before npm was there."""
    (tmp_path / "package.json").write_bytes(orjson.dumps({"dependencies": VERSIONS}))
    return tmp_path


@pytest.fixture
def browser(folder: Path) -> Iterator[httpx2.Client]:
    with serving(small_site(State(), explorer=folder)) as url, httpx2.Client(base_url=url, timeout=10) as opened:
        yield opened


def install(folder: Path, **other_versions: str) -> None:
    """What npm does, in small."""
    installed = folder / "node_modules"
    for package, file in PUBLISHED:
        path = installed / package / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/* {package} */")
    packages = {
        f"node_modules/{name}": {"version": version} for name, version in {**VERSIONS, **other_versions}.items()
    }
    (installed / ".package-lock.json").write_bytes(orjson.dumps({"packages": packages}))


def test_without_its_files_the_page_says_how_to_get_them(browser: httpx2.Client) -> None:
    page = browser.get("/graphql")

    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<pre>make explorer</pre>" in page.text
    assert "<script" not in page.text
    assert browser.get("/explorer/explorer.css").status_code == 200
    assert browser.get(GRAPHIQL).status_code == 404


def test_the_page_is_the_explorer_as_soon_as_npm_is_done(browser: httpx2.Client, folder: Path) -> None:
    browser.get("/graphql")
    install(folder)
    page = browser.get("/graphql")

    scripts = [line for line in page.text.splitlines() if line.startswith("<script")]
    assert scripts == [
        '<script src="/explorer/react@1.0.0/umd/react.production.min.js"></script>',
        '<script src="/explorer/react-dom@1.0.0/umd/react-dom.production.min.js"></script>',
        f'<script src="{GRAPHIQL}"></script>',
        '<script src="/explorer/@graphiql/plugin-explorer@3.0.0/dist/index.umd.js"></script>',
        '<script src="/explorer/explorer.js"></script>',
    ]


@pytest.mark.parametrize("broken", ["another version", "nothing written yet", "half of it"])
def test_files_that_are_not_all_of_what_is_wanted_are_none(browser: httpx2.Client, folder: Path, broken: str) -> None:
    install(folder, graphiql="1.9.9")
    written = folder / "node_modules" / ".package-lock.json"
    if broken == "nothing written yet":
        written.unlink()
    elif broken == "half of it":
        written.write_bytes(written.read_bytes()[:50])

    assert "make explorer" in browser.get("/graphql").text


def test_the_page_trusts_nothing_but_this_server_and_keeps_its_address_to_itself(browser: httpx2.Client) -> None:
    headers = browser.get("/api/v1/graphql").headers

    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    style = "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='"
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' {style}",
        "font-src": "data:",
        "img-src": "data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")


def test_files_are_kept_by_browsers_for_as_long_as_their_address_is_the_same(
    browser: httpx2.Client, folder: Path
) -> None:
    install(folder)
    published, own = browser.get(GRAPHIQL), browser.get("/explorer/explorer.js")

    assert published.text == "/* graphiql */"
    assert published.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert own.headers["cache-control"] == "no-cache"
    assert {one.headers["content-type"] for one in (published, own)} == {"text/javascript; charset=utf-8"}
    assert browser.get("/explorer/explorer.css").headers["content-type"] == "text/css; charset=utf-8"
    assert {one.headers["x-content-type-options"] for one in (published, own)} == {"nosniff"}


@pytest.mark.parametrize(
    "path",
    [
        "/explorer",
        "/explorer/",
        "/explorer/package.json",
        "/explorer/page.py",
        "/explorer/graphiql@2.0.0/",
        "/explorer/graphiql@2.0.1/graphiql.min.js",
        "/explorer/graphiql@2.0.0/package.json",
        "/explorer/graphiql@2.0.0/../react/package.json",
        "/explorer/graphiql@2.0.0/%2e%2e/%2e%2e/package.json",
    ],
)
def test_no_other_file_is_served(browser: httpx2.Client, folder: Path, path: str) -> None:
    install(folder)
    (folder / "node_modules" / "graphiql" / "package.json").write_text("{}")

    assert browser.get(path).status_code == 404


def test_files_are_only_read(browser: httpx2.Client) -> None:
    assert browser.post(GRAPHIQL).status_code == 405


def test_production_has_no_explorer(client: httpx2.Client) -> None:
    assert client.get("/graphql").status_code == 405
    assert client.get("/explorer/explorer.js").status_code == 404


def test_where_there_is_no_checkout_the_page_says_what_it_lacks(folder: Path) -> None:
    shutil.rmtree(folder)
    with serving(small_site(State(), explorer=folder)) as url:
        assert "make explorer" in httpx2.get(f"{url}/graphql").text


def test_npm_installs_exactly_the_versions_that_are_asked_for_and_runs_nothing() -> None:
    wanted = orjson.loads((FOLDER / "package.json").read_bytes())["dependencies"]
    locked = orjson.loads((FOLDER / "package-lock.json").read_bytes())["packages"]

    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert set(wanted) == {package for package, _file in PUBLISHED}
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for name, one in locked.items() if name)
    assert "ignore-scripts=true" in (FOLDER / ".npmrc").read_text().splitlines()
