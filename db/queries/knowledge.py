"""The knowledge base, searched by full text."""

import json
from collections.abc import Sequence

import msgspec
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.lessons import LessonRuleKind

_TEXT_WEIGHT = 0.3
"""What a word counts in a note's text; in its title or keywords it counts 1."""
_KIND_WEIGHT = 0.25
"""By how much a note's score rises that bears on rules of the lesson's kind."""

_FOUND = text("""
    with question as (
        select place, kind, lexeme
        from jsonb_to_recordset(cast(:questions as jsonb)) as asked(place integer, kind text, words text),
            unnest(to_tsvector('english', words)) as word
        group by place, kind, lexeme
    ),
    entry as (
        select note.id, word.lexeme, case when 'A' = any(word.weights) then 1.0 else :text_weight end as weight
        from knowledge_note as note, unnest(note.words) as word
    ),
    rarity as (
        select lexeme, ln((select count(*) from knowledge_note)::float / sum(weight)) as value from entry group by lexeme
    ),
    scored as (
        select question.place, entry.id, max(question.kind) as kind, sum(entry.weight * rarity.value) as score,
            array_agg(entry.lexeme) as lexemes
        from question join entry using (lexeme) join rarity using (lexeme)
        where rarity.value > 0
        group by question.place, entry.id
    ),
    ranked as (
        select scored.place, note.title, note.text, scored.lexemes,
            score * (1 + :kind_weight * (note.kinds ? scored.kind)::int) as score
        from scored join knowledge_note as note using (id)
    )
    select place, title, text, score, lexemes
    from (select *, row_number() over (partition by place order by score desc, title) as rank from ranked) as best
    where rank <= :most order by place, rank
""")
"""A word weighs by how rare it is among the notes, so that `knee` tells more than `train`."""


class Question(msgspec.Struct, frozen=True):
    """What is looked for: words, and the kind of rule that they belong to."""

    kind: LessonRuleKind
    words: str


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A note that answers, and the stems by which it was found."""

    title: str
    text: str
    score: float
    stems: tuple[str, ...]


async def matching_notes(
    session: AsyncSession, questions: Sequence[Question], *, most: int
) -> tuple[tuple[Match, ...], ...]:
    """For each question the notes that share words with it, the best first, at most so many. One statement for all."""
    asked = [
        {"place": place, "kind": question.kind, "words": question.words} for place, question in enumerate(questions)
    ]
    values = {
        "questions": json.dumps(asked),
        "text_weight": _TEXT_WEIGHT,
        "kind_weight": _KIND_WEIGHT,
        "most": most,
    }
    found: list[list[Match]] = [[] for _ in questions]
    for place, title, note, score, stems in (await session.execute(_FOUND, values)).all():
        found[place].append(Match(title=title, text=note, score=score, stems=tuple(stems)))
    return tuple(tuple(matches) for matches in found)
