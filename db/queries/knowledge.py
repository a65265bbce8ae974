"""The knowledge base, searched by full text."""

import json
from collections.abc import Sequence

import msgspec
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.lessons import LessonRuleKind

_TITLE_WEIGHT, _TEXT_WEIGHT = 1.6, 0.3
"""What a word counts in a note's title, and in its text; among its keywords it counts 1."""
_AIM_WEIGHT = 2
"""What a word counts that the rule is about; one of the lesson's text counts 1."""
_KIND_WEIGHT = 0.5
"""By how much a note's score rises that bears on rules of the lesson's kind."""

_FOUND = text("""
    with asked as (
        select * from jsonb_to_recordset(cast(:questions as jsonb)) as one(place integer, kind text, words text, aim text)
    ),
    question as (
        select place, kind, lexeme, max(importance) as importance
        from (
            select place, kind, (unnest(to_tsvector('english', words))).lexeme, 1 as importance from asked
            union all select place, kind, (unnest(to_tsvector('english', aim))).lexeme, :aim_weight from asked
        ) as word
        group by place, kind, lexeme
    ),
    whole as (select place, sum(importance) as importance from question group by place),
    entry as (
        select note.id, word.lexeme,
            case when 'A' = any(word.weights) then :title_weight when 'B' = any(word.weights) then 1.0 else :text_weight end
            as weight
        from knowledge_note as note, unnest(note.words) as word
    ),
    rarity as (
        select lexeme, ln((select count(*) from knowledge_note)::float / sum(weight)) as value from entry group by lexeme
    ),
    scored as (
        select question.place, entry.id, max(question.kind) as kind, array_agg(entry.lexeme) as lexemes,
            sum(entry.weight * rarity.value * question.importance) as score, sum(question.importance) as importance
        from question join entry using (lexeme) join rarity using (lexeme)
        where rarity.value > 0
        group by question.place, entry.id
    ),
    ranked as (
        select scored.place, note.title, note.text, scored.lexemes,
            score * (1 + :kind_weight * (note.kinds ? scored.kind)::int) * scored.importance / whole.importance as score
        from scored join whole using (place) join knowledge_note as note using (id)
    )
    select place, title, text, score, lexemes
    from (select *, row_number() over (partition by place order by score desc, title) as rank from ranked) as best
    where rank <= :most order by place, rank
""")
"""A word weighs by how rare it is among the notes, so that `knee` tells more than `train`; and a note counts by the share of what
was asked that it speaks of, so that one word in common with a sentence about something else is not enough.
"""


class Question(msgspec.Struct, frozen=True):
    """What is looked for: words, those that the rule is about, and the rule's kind."""

    kind: LessonRuleKind
    words: str
    aim: str


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
    asked = [{"place": place, **msgspec.structs.asdict(question)} for place, question in enumerate(questions)]
    values = {
        "questions": json.dumps(asked),
        "title_weight": _TITLE_WEIGHT,
        "text_weight": _TEXT_WEIGHT,
        "aim_weight": _AIM_WEIGHT,
        "kind_weight": _KIND_WEIGHT,
        "most": most,
    }
    found: list[list[Match]] = [[] for _ in questions]
    for place, title, note, score, stems in (await session.execute(_FOUND, values)).all():
        found[place].append(Match(title=title, text=note, score=score, stems=tuple(stems)))
    return tuple(tuple(matches) for matches in found)
