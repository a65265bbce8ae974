"""The explorer's page; where npm has not installed its files, one that says how to get them."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.explorer.files import Files

FOLDER = Path(__file__).parents[2] / "explorer"
"""Where a checkout has the package.json."""
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Coachbook explorer</title>
<link rel="icon" href="data:,">"""
_PAGE = """{head}
{styles}
</head>
<body>
<div id="explorer">This page needs JavaScript.</div>
{scripts}
</body>
</html>
"""
_MISSING = """{head}
<link rel="stylesheet" href="/explorer/explorer.css">
<meta http-equiv="refresh" content="5">
</head>
<body>
<main>
<h1>The explorer is not installed</h1>
<p>It is GraphiQL, whose files npm installs. With Node.js and npm on this machine, run this where Coachbook is checked out:</p>
<pre>make explorer</pre>
<p>This page becomes the explorer once they are there. (<code>make run</code> fetches them as well, if npm is on your PATH.)</p>
<p>All else works without it: paste the line for <code>curl</code> that <code>make run</code> printed, or point any GraphQL client
at this address. The schema, with every field described, is in <code>schema.graphql</code>.</p>
</main>
</body>
</html>
"""
_DIALOG_STYLE = "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='"
"""The one style that GraphiQL writes into the page: it keeps what is behind a dialog from scrolling."""
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src 'self' {_DIALOG_STYLE}; font-src data:; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class ExplorerPage:
    """A token behind `#token=` in its address is used, and is never sent along with the address."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __call__(self, _request: Request) -> Response:
        text = self._page() if self._files.are_installed() else _MISSING.format(head=_HEAD)
        return HTMLResponse(text, headers=_HEADERS)

    def _page(self) -> str:
        styles, scripts = [], []
        for asset in self._files.assets:
            if asset.is_style:
                styles.append(f'<link rel="stylesheet" href="{asset.address}">')
            else:
                scripts.append(f'<script src="{asset.address}"></script>')
        return _PAGE.format(head=_HEAD, styles="\n".join(styles), scripts="\n".join(scripts))
