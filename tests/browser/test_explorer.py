"""The explorer in a real browser: it asks, follows, explains and completes, and keeps to itself."""

from pathlib import Path

import pytest

from tests.browser.conftest import Running
from tests.browser.explorer import ANSWER, HEADERS, QUERY, Explorer
from tests.graphql.conftest import HEALTHY, PROFILE
from tests.http.life.served import App
from tests.http.server import State, serving, small_site

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_all_of_it_opens_without_a_fault_and_nothing_is_asked_of_another_origin(explorer: Explorer) -> None:
    await explorer.open()
    for panel in ("Show Documentation Explorer", "Show History", "Show GraphiQL Explorer"):
        await explorer.press(panel)
    for dialog in ("Open short keys dialog", "Open settings dialog"):
        await explorer.press(dialog)
        await explorer.page.click('[role="dialog"] button >> nth=0')

    assert explorer.faults == []


async def test_the_first_question_is_answered_without_a_token(explorer: Explorer) -> None:
    await explorer.open()
    await explorer.ask()

    assert await explorer.answer() == {"data": {"service": {"version": "0.1.0", "isPremiumEnabled": False}}}
    assert explorer.faults == []


async def test_the_first_question_of_an_athlete_is_about_themselves(explorer: Explorer, server: Running) -> None:
    await explorer.open(token=server.token("bob"))
    await explorer.ask()

    answer = await explorer.answer()
    assert isinstance(answer, dict)
    assert answer["data"]["viewer"]["onboarding"] == {"stage": "PROFILE"}
    assert explorer.faults == []


async def test_a_token_is_kept_nowhere_whether_it_came_with_the_address_or_was_typed(
    explorer: Explorer, server: Running
) -> None:
    came, typed = server.token("bob"), server.token("cal")
    await explorer.open(token=came)
    await explorer.page.click("text=Headers")
    await explorer.write(HEADERS, f'{{"Authorization": "Bearer {typed}"}}')
    await explorer.ask("{ viewer { id } }")
    first = await explorer.answer()
    await explorer.write(HEADERS, "{}")
    await explorer.write(ANSWER, "")
    await explorer.ask()

    assert await explorer.answer() != first, "whose token was typed goes first"
    stored = await explorer.stored()
    assert "viewer { id }" in stored, "the history is kept"
    assert came not in stored
    assert typed not in stored


async def test_a_token_that_is_not_good_is_said_to_be_so(explorer: Explorer) -> None:
    await explorer.open(token="no-token")
    await explorer.ask()

    answer = await explorer.answer(containing="UNAUTHENTICATED")
    assert isinstance(answer, dict)
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_an_error_is_shown_with_its_code(explorer: Explorer) -> None:
    await explorer.open()
    await explorer.ask("{ nothing }")

    answer = await explorer.answer(containing="BAD_REQUEST")
    assert isinstance(answer, dict)
    assert answer["errors"][0]["message"] == "Cannot query field 'nothing' on type 'Query'."


async def test_fields_are_described(explorer: Explorer) -> None:
    await explorer.open()
    await explorer.press("Show Documentation Explorer")
    for name in ("Mutation", "acceptPlan"):
        await explorer.page.click(f".graphiql-doc-explorer >> text=/^{name}$/")

    await explorer.page.wait_for_selector("text=Take a plan that is under review as the plan to train by.")


async def test_names_are_completed_while_one_types(explorer: Explorer) -> None:
    await explorer.open()
    await explorer.press("Show Documentation Explorer")
    await explorer.page.wait_for_selector("text=Root Types")  # the schema is there
    await explorer.write(QUERY, "")
    await explorer.page.click(QUERY)
    await explorer.page.keyboard.type("{ serv", delay=20)
    await explorer.page.click(".CodeMirror-hints >> text=service")

    assert await explorer.read(QUERY) == "{ service}"  # the second brace came with the first


async def test_a_query_is_made_pretty_and_found_again_in_the_history(explorer: Explorer) -> None:
    await explorer.open()
    await explorer.ask("query Mine{service{version}}")
    await explorer.answer()
    await explorer.press("Prettify query")
    pretty = await explorer.read(QUERY)
    await explorer.press("Show History")

    assert pretty == "query Mine {\n  service {\n    version\n  }\n}"
    await explorer.page.wait_for_selector(".graphiql-history-item >> text=Mine")


async def test_a_generation_is_followed_to_its_end(explorer: Explorer, server: Running, ann: App) -> None:
    await ann.run("SaveProfile", input=PROFILE)
    await ann.run("SaveAnswers", input=HEALTHY)
    await explorer.open(token=server.token("ann"))
    started = await ann.run("GeneratePlan", input={"idempotencyKey": "explorer-1"})
    follow = f'subscription {{ planGenerationChanges(id: "{started["generation"]["id"]}") {{ status }} }}'
    await explorer.ask(follow)

    assert await explorer.answer(containing="SUCCEEDED") == {"data": {"planGenerationChanges": {"status": "SUCCEEDED"}}}
    await explorer.page.wait_for_selector('[aria-label^="Execute query"]')  # it stops by itself
    assert explorer.faults == []


async def test_without_its_files_the_page_says_how_to_get_them(explorer: Explorer, tmp_path: Path) -> None:
    with serving(small_site(State(), explorer=tmp_path)) as url:
        await explorer.page.goto(f"{url}/graphql")
        text = await explorer.page.inner_text("main")

    assert "make explorer" in text
    assert [fault for fault in explorer.faults if url not in fault] == []
