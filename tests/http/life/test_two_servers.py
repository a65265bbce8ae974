"""Two servers that share a Redis count an athlete's requests together."""

import datetime
from pathlib import Path

import httpx2
import pytest
from pydantic import SecretStr

from domain.clock import system_clock
from domain.profile import Tier
from services.accounts.development_key import development_key
from services.accounts.signing import development_signer
from settings import Settings
from tests.http.life.served import served_with
from tests.http.redis_server import PROGRAM, redis_serving


@pytest.mark.skipif(PROGRAM is None, reason="there is no Redis here: apt-get install redis-server")
async def test_whichever_server_is_asked_the_limit_is_one(tmp_path: Path, database_url: str) -> None:
    signer = development_signer(development_key(tmp_path))
    token = signer.token("ann", tier=Tier.FREE, lifetime=datetime.timedelta(hours=1), now=system_clock())
    with redis_serving() as redis:
        settings = Settings(
            _env_file=None,
            data_dir=tmp_path,
            port=0,
            openai_api_key=None,
            rate_limit_per_minute=3,
            redis_url=SecretStr(redis.url),
        )
        async with (
            served_with(settings, database_url, with_worker=False) as one,
            served_with(settings, database_url, with_worker=False) as other,
            httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=20) as app,
        ):
            asked = [
                await app.post(f"{url}/graphql", json={"query": "{ viewer { revision } }"})
                for url in (one, other, one, other, one)
            ]
            redis.kill()
            alone = await app.post(f"{one}/graphql", json={"query": "{ viewer { revision } }"})

    assert [answer.status_code for answer in asked] == [200, 200, 200, 429, 429]
    assert 1 <= int(asked[3].headers["retry-after"]) <= 60
    assert alone.json() == {"data": {"viewer": {"revision": 0}}}
