"""Reads the prompts: files with a name and a version in front, so that a trace says which words led to an answer."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_FILE = re.compile(r"\A---\nname: (?P<name>[a-z_]+)\nversion: (?P<version>\d+)\n---\n(?P<text>.+)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told to do, the same for everybody. Nothing that a person wrote is ever part of it."""

    name: str
    version: int
    text: str


@cache
def all_prompts() -> str:
    """What models are told, in one lower-case line: nothing of it is to come back."""
    files = resources.files("services.llm").joinpath("prompts").iterdir()
    texts = (read_prompt(file.name.removesuffix(".md")).text for file in files if file.name.endswith(".md"))
    return " ".join(" ".join(texts).split()).lower()


def read_prompt(name: str) -> Prompt:
    """The prompt of this name."""
    content = resources.files("services.llm").joinpath("prompts", f"{name}.md").read_text(encoding="utf-8")
    match = _FILE.match(content)
    assert match is not None, f"prompts/{name}.md has no name and version in front"
    assert match["name"] == name, f"prompts/{name}.md calls itself {match['name']}"
    return Prompt(name=name, version=int(match["version"]), text=match["text"].strip())
