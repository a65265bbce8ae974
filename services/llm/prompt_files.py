"""Reads the prompts: files with a name and a version in front, so that a trace says which words led to an answer."""

import re
from dataclasses import dataclass
from importlib import resources

_FILE = re.compile(r"\A---\nname: (?P<name>[a-z_]+)\nversion: (?P<version>\d+)\n---\n(?P<text>.+)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told to do, the same for everybody. Nothing that a person wrote is ever part of it."""

    name: str
    version: int
    text: str


def read_prompt(name: str) -> Prompt:
    """The prompt of this name."""
    content = resources.files("services.llm").joinpath("prompts", f"{name}.md").read_text(encoding="utf-8")
    match = _FILE.match(content)
    assert match is not None, f"prompts/{name}.md has no name and version in front"
    assert match["name"] == name, f"prompts/{name}.md calls itself {match['name']}"
    return Prompt(name=name, version=int(match["version"]), text=match["text"].strip())
