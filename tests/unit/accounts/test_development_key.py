"""The key that is made at the first start."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from services.accounts.development_key import FILE_NAME, DevelopmentKeyUnreadable, development_key


def key_id_in(directory: Path) -> str | None:
    return development_key(directory).kid


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    directory = tmp_path / "not" / "there"

    first, second = development_key(directory), development_key(directory)

    assert first.as_dict(private=True) == second.as_dict(private=True)
    assert first.kid
    assert stat.S_IMODE((directory / FILE_NAME).stat().st_mode) == 0o600
    assert [file.name for file in directory.iterdir()] == [FILE_NAME]


def test_all_who_make_one_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        key_ids = set(pool.map(key_id_in, [tmp_path] * 16))

    assert len(key_ids) == 1
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b'{"kty":"EC"}', b'{"kty":"oct","k":"AAAA"}', b"\xff"])
def test_a_file_without_a_key_is_said_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)

    with pytest.raises(DevelopmentKeyUnreadable, match="Delete it"):
        development_key(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == content
