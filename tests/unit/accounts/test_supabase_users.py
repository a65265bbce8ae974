"""How a user of a Supabase project is deleted there: over a real socket, within a deadline, and no secret told."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator

import msgspec
import pytest
from pydantic import SecretStr

from domain.profile import Viewer
from services.accounts.supabase_users import NotRemoved, SupabaseUsers
from tests.conftest import viewer_called
from tests.supabase import KEY, USER, USER_NOT_FOUND, Answer, Project, project

ANN = viewer_called(USER)


@pytest.fixture
def supabase() -> Iterator[Project]:
    with project() as opened:
        yield opened


def users_of(supabase: Project, *, seconds: float = 10.0) -> SupabaseUsers:
    return SupabaseUsers(supabase.url, SecretStr(KEY), seconds=seconds)


def signed_in_by(issuer: str, subject: str = USER) -> Viewer:
    return msgspec.structs.replace(ANN, issuer=issuer, subject=subject)


async def test_a_user_is_deleted_with_the_service_role_key(supabase: Project) -> None:
    await users_of(supabase).remove(USER)

    assert supabase.users == set()
    assert supabase.asked == [("DELETE", f"/auth/v1/admin/users/{USER}", KEY, f"Bearer {KEY}")]


async def test_who_is_gone_already_is_removed(supabase: Project) -> None:
    supabase.users.clear()

    await users_of(supabase).remove(USER)

    assert len(supabase.asked) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, {"message": "no Route matched with those values"}), "status 404"),
        ((404, {"msg": "x" * 5000 + "User not found"}), "status 404"),
        ((401, {"message": "Invalid API key"}), "status 401"),
        ((500, USER_NOT_FOUND[1]), "status 500"),
        ((302, {}), "status 302"),
    ],
)
async def test_any_other_answer_is_a_failure(supabase: Project, answer: Answer, reason: str) -> None:
    supabase.answers = [answer]

    with pytest.raises(NotRemoved) as failed:
        await users_of(supabase).remove(USER)

    assert str(failed.value) == reason
    assert supabase.users == {USER}


async def test_no_answer_in_time_is_a_failure(supabase: Project) -> None:
    supabase.hold = threading.Event()

    with pytest.raises(NotRemoved) as failed:
        await users_of(supabase, seconds=0.05).remove(USER)

    assert str(failed.value) in {"no answer in time", "ReadTimeout"}


async def test_an_answer_that_trickles_is_given_up_as_well() -> None:
    is_over = asyncio.Event()

    async def trickle(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        with contextlib.suppress(ConnectionError):
            for _ in range(200):
                writer.write(b"X-More: later\r\n")
                await writer.drain()
                await asyncio.sleep(0.01)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        is_over.set()

    async with await asyncio.start_server(trickle, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with pytest.raises(NotRemoved) as failed:
            await SupabaseUsers(url, SecretStr(KEY), seconds=0.1).remove(USER)
        await is_over.wait()  # its connection is closed before the loop is

    assert str(failed.value) == "no answer in time"


async def test_nobody_there_is_a_failure() -> None:
    with pytest.raises(NotRemoved) as failed:
        await SupabaseUsers("http://127.0.0.1:9", SecretStr(KEY)).remove(USER)

    assert str(failed.value) == "ConnectError"


def test_the_key_is_shown_by_nothing(supabase: Project) -> None:
    assert KEY not in repr(vars(users_of(supabase)))


def test_only_whom_the_project_signed_in_is_its_user() -> None:
    users = SupabaseUsers("https://one.supabase.co", SecretStr(KEY))

    assert users.has(signed_in_by("https://one.supabase.co/auth/v1"))
    assert not users.has(signed_in_by("https://two.supabase.co/auth/v1"))
    assert not users.has(signed_in_by("coachbook"))
    for subject in ("ann", "", "..", f"{USER}/factors", USER.upper(), USER.replace("-", "")):
        assert not users.has(signed_in_by("https://one.supabase.co/auth/v1", subject)), subject
