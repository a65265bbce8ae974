"""The users of a Supabase project: how one of them is deleted there. The service-role key is for nothing else."""

import asyncio
import re
import uuid

import httpx2
from pydantic import SecretStr

from domain.profile import Viewer
from services.accounts.issuers import supabase_issuer_name

DEADLINE_SECONDS = 10.0
_REMOVED = (httpx2.codes.OK, httpx2.codes.NO_CONTENT)
_UNKNOWN = re.compile(rb"user[ _]not[ _]found", re.IGNORECASE)
"""What its answer says of one who is gone already; a wrong address answers with 404 as well."""
_LARGEST_ANSWER_BYTES = 4096


class NotRemoved(Exception):
    """The user may still be there. Its text says why, in words fit for a log."""


class SupabaseUsers:
    """Those whom one project signs in."""

    def __init__(self, url: str, service_role_key: SecretStr, *, seconds: float = DEADLINE_SECONDS) -> None:
        self._issuer = supabase_issuer_name(url)
        self._key = service_role_key
        self._seconds = seconds

    def has(self, viewer: Viewer) -> bool:
        """Whether the project signed the viewer in. Its users' ids are UUIDs; a token signed by hand may name anybody."""
        return viewer.issuer == self._issuer and _is_uuid(viewer.subject)

    async def remove(self, user: str) -> None:
        """Delete the user there; one who is gone already is. Raises NotRemoved."""
        key = self._key.get_secret_value()
        try:
            async with (
                asyncio.timeout(self._seconds),
                httpx2.AsyncClient(timeout=self._seconds, headers={"apikey": key}) as client,
                client.stream(
                    "DELETE", f"{self._issuer}/admin/users/{user}", headers={"Authorization": f"Bearer {key}"}
                ) as answer,
            ):
                if answer.status_code not in _REMOVED and not await _is_unknown(answer):
                    raise NotRemoved(f"status {answer.status_code}")
        except TimeoutError:
            raise NotRemoved("no answer in time") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise NotRemoved(type(error).__name__) from None


async def _is_unknown(answer: httpx2.Response) -> bool:
    if answer.status_code != httpx2.codes.NOT_FOUND:
        return False
    body = b""
    async for chunk in answer.aiter_bytes(_LARGEST_ANSWER_BYTES):
        body += chunk
        if len(body) > _LARGEST_ANSWER_BYTES:
            return False
    return _UNKNOWN.search(body) is not None


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
