"""What coaches agree on: short notes with their sources, and what they say on a lesson."""

import msgspec

from domain.lessons import LessonRuleKind


class KnowledgeNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note of the knowledge base. `keywords` are other words for what it is about; `kinds` are the rules that it bears on."""

    id: str
    title: str
    topic: str
    kinds: tuple[LessonRuleKind, ...]
    keywords: str
    source: str
    text: str


class LessonContext(msgspec.Struct, frozen=True, kw_only=True):
    """What the knowledge base says on a lesson: sentences of its notes, and the titles of these."""

    text: str
    sources: tuple[str, ...]
