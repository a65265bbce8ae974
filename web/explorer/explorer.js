// Starts GraphiQL at the address of this page, for whom the token behind `#token=` speaks.
"use strict";

const token = new URLSearchParams(location.hash.slice(1)).get("token");
history.replaceState(null, "", location.pathname); // a token has no place in the address bar

const ANYBODY = `# Ctrl-Enter asks. The book on the
# left describes every field. For an
# athlete's, put a token into Headers:
# {"Authorization": "Bearer …"}
# (\`make token SUBJECT=ann\`)

{
  service {
    version
    isPremiumEnabled
  }
}
`;
const ATHLETE = `# Ctrl-Enter asks. The book on the
# left describes every field.

{
  viewer {
    id
    onboarding {
      stage
    }
  }
}
`;

const send = GraphiQL.createFetcher({
  url: location.pathname,
  subscriptionUrl: location.origin.replace(/^http/, "ws") + location.pathname,
});

// A token that was typed into Headers goes first. Over a WebSocket, headers are sent in connection_init.
function fetcher(params, options) {
  const headers = options?.headers ?? {};
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === "authorization");
  const sent = token && !isTyped ? { ...headers, Authorization: `Bearer ${token}` } : headers;
  return send(params, { ...options, headers: sent });
}

// GraphiQL would keep the headers of each query in its history, and the tokens in them.
const storage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, withoutHeaders(value)),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

function withoutHeaders(text) {
  try {
    return JSON.stringify(JSON.parse(text, (name, value) => (name === "headers" ? undefined : value)));
  } catch {
    return text; // a size, a query: not JSON
  }
}

const properties = {
  fetcher,
  storage,
  defaultQuery: token ? ATHLETE : ANYBODY,
  plugins: [GraphiQLPluginExplorer.explorerPlugin()],
  shouldPersistHeaders: false,
};
const name = React.createElement(GraphiQL.Logo, null, token ? "Coachbook, signed in" : "Coachbook, no token");
ReactDOM.createRoot(document.getElementById("explorer")).render(React.createElement(GraphiQL, properties, name));
