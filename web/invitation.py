"""Servers on this machine: finding one that runs, and what it says once it answers, so that people can ask it something."""


def invitation(url: str, token: str) -> str:
    query = '{"query":"{ service { version } viewer { id onboarding { stage } } }"}'
    return (
        f"\nCoachbook answers at {url}\n\n"
        f"Explorer:  {url}/graphql#token={token}\n\n"
        f"A token:   {token}\n\n"
        f"Try it:    curl -s {url}/graphql -H 'Content-Type: application/json' "
        f"-H 'Authorization: Bearer {token}' -d '{query}'\n"
    )


def running_server(url: str) -> str | None:
    """The same address, if it is a Coachbook that answers there."""
    import httpx2  # takes a while to load, and most commands ask no server

    try:
        is_ours = httpx2.get(f"{url}/", timeout=1).json().get("name") == "Coachbook"
    except (httpx2.HTTPError, ValueError, AttributeError):  # nobody there, or somebody else
        return None
    return url if is_ours else None
