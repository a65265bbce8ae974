"""GraphiQL, for development: a page to try the API by hand. Its files come from the network, and from nowhere else."""

import secrets

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

ASSETS = "https://unpkg.com"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Coachbook explorer</title>
<link rel="stylesheet" href="{assets}/graphiql@3.8.3/graphiql.min.css" crossorigin>
<style nonce="{nonce}">html, body, #explorer {{ height: 100%; margin: 0 }}</style>
</head>
<body>
<div id="explorer">This page takes its files from {assets}: it needs the network and JavaScript.</div>
<script src="{assets}/react@18.3.1/umd/react.production.min.js" crossorigin></script>
<script src="{assets}/react-dom@18.3.1/umd/react-dom.production.min.js" crossorigin></script>
<script src="{assets}/graphiql@3.8.3/graphiql.min.js" crossorigin></script>
<script nonce="{nonce}">
const token = new URLSearchParams(location.hash.slice(1)).get("token");
ReactDOM.createRoot(document.getElementById("explorer")).render(React.createElement(GraphiQL, {{
  fetcher: GraphiQL.createFetcher({{ url: location.pathname }}),
  defaultQuery: "{{\\n  service {{\\n    version\\n    isPremiumEnabled\\n  }}\\n}}\\n",
  defaultHeaders: JSON.stringify({{ Authorization: "Bearer " + (token || "<make token SUBJECT=ann>") }}, null, 2),
  shouldPersistHeaders: false,
}}));
</script>
</body>
</html>
"""
_POLICY = (
    "default-src 'none'; script-src {assets} 'nonce-{nonce}'; style-src {assets} 'unsafe-inline'; font-src {assets} data:; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def explorer(scope: Scope, receive: Receive, send: Send) -> None:
    """The page. A token behind `#token=` in its address is filled in, and is never sent along with the address."""
    nonce = secrets.token_urlsafe(16)
    headers = {
        "Content-Security-Policy": _POLICY.format(assets=ASSETS, nonce=nonce),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    page = HTMLResponse(_PAGE.format(assets=ASSETS, nonce=nonce), headers=headers)
    await page(scope, receive, send)
