"""What coaches agree on: short notes with their sources, and what they say on a lesson."""

import msgspec

from domain.lessons import LessonRuleKind

Vector = tuple[float, ...]
"""What a text means, of length one: what means the same lies close together."""
DIMENSIONS = 384
"""Of every vector, whichever model made it, so that one column takes all."""


class KnowledgeNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note of the knowledge base. `keywords` are other words for what it is about; `kinds` are the rules that it bears on."""

    id: str
    title: str
    topic: str
    kinds: tuple[LessonRuleKind, ...]
    keywords: str
    source: str
    text: str

    @property
    def meaning(self) -> str:
        """What of it is compared by meaning: the words of its title and its keywords, of which lessons have some."""
        return f"{self.title}. {self.keywords}"


class LessonContext(msgspec.Struct, frozen=True, kw_only=True):
    """What the knowledge base says on a lesson: sentences of its notes, and the titles of these."""

    text: str
    sources: tuple[str, ...]
