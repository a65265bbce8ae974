"""The knowledge base, searched by words and by meaning."""

import json
from collections.abc import Sequence

import msgspec
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.ids import LessonId
from domain.lessons import LessonRuleKind

_TITLE_WEIGHT, _TEXT_WEIGHT = 1.6, 0.3
"""What a word counts in a note's title, and in its text; among its keywords it counts 1."""
_AIM_WEIGHT = 2
"""What a word counts that the rule is about; one of the lesson's text counts 1."""
_KIND_WEIGHT = 0.5
"""By how much a note's score rises that bears on rules of the lesson's kind."""
_DEPTH = 10
"""How far down the two lists are read: what comes after is no find."""
_SMOOTHING = 60
"""Of reciprocal ranks: how little it matters whether a note is first or second of a list (Cormack, Clarke and Buettcher 2009)."""

_FOUND = text("""
    with asked as (
        select * from jsonb_to_recordset(cast(:questions as jsonb))
        as one(place integer, lesson_id uuid, kind text, words text, aim text)
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
    shared as (
        select question.place, entry.id, max(question.kind) as kind, array_agg(entry.lexeme) as lexemes,
            sum(entry.weight * rarity.value * question.importance) as score, sum(question.importance) as importance
        from question join entry using (lexeme) join rarity using (lexeme)
        where rarity.value > 0
        group by question.place, entry.id
    ),
    worded as (
        select shared.place, shared.id, shared.lexemes,
            score * (1 + :kind_weight * (note.kinds ? shared.kind)::int) * shared.importance / whole.importance as score
        from shared join whole using (place) join knowledge_note as note using (id)
    ),
    meant as (
        select asked.place, theirs.note_id as id, 1 - (mine.vector <=> theirs.vector) as similarity
        from asked
        join lesson_vector as mine on mine.lesson_id = asked.lesson_id and mine.model = :model
        join note_vector as theirs on theirs.model = mine.model
    ),
    ranked as (
        select place, id, coalesce(score, 0) as score, similarity, coalesce(lexemes, '{}') as lexemes,
            rank() over (partition by place order by score desc nulls last) as worded_rank,
            rank() over (partition by place order by similarity desc nulls last) as meant_rank
        from worded full join meant using (place, id)
    ),
    fused as (
        select *, case when score > 0 and worded_rank <= :depth then 1.0 / (:smoothing + worded_rank) else 0 end
            + case when similarity > 0 and meant_rank <= :depth then 1.0 / (:smoothing + meant_rank) else 0 end as worth
        from ranked
    ),
    best as (
        select place, id, score, similarity, lexemes,
            row_number() over (partition by place order by worth desc, score desc, similarity desc nulls last, id) as rank
        from fused
    )
    select place, title, text, score, similarity, lexemes from best join knowledge_note as note using (id)
    where rank <= :most order by place, rank
""")
"""Two lists for each question, the notes that share words with it and those that mean the like, fused by their ranks: a score of
the one says nothing about a similarity of the other. Where there are no vectors of this model, the first list is all there is.

A word weighs by how rare it is among the notes, so that `knee` tells more than `train`; and a note counts by the share of what
was asked that it speaks of, so that one word in common with a sentence about something else is not enough.
"""


class Question(msgspec.Struct, frozen=True):
    """What is looked for: a lesson by its id and its kind, its words, and those that its rule is about."""

    lesson_id: LessonId
    kind: LessonRuleKind
    words: str
    aim: str

    @property
    def meaning(self) -> str:
        """What of the lesson is compared by meaning."""
        return f"{self.words} {self.aim}".strip()


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A note that answers: the score of the words that the lesson shares with it, and these; and how near their meanings are, 1
    being the same and None not known.
    """

    title: str
    text: str
    score: float
    similarity: float | None
    stems: tuple[str, ...]


async def matching_notes(
    session: AsyncSession, questions: Sequence[Question], *, model: str | None, most: int
) -> tuple[tuple[Match, ...], ...]:
    """For each question the notes that share words with it or mean the like by that model's vectors, the best first, at most so
    many. One statement for all. Meanings are compared of lessons alone that are of the session's athlete.
    """
    asked = [
        {**msgspec.structs.asdict(one), "place": place, "lesson_id": one.lesson_id.removeprefix("lesson_")}
        for place, one in enumerate(questions)
    ]
    values = {
        "questions": json.dumps(asked),
        "title_weight": _TITLE_WEIGHT,
        "text_weight": _TEXT_WEIGHT,
        "aim_weight": _AIM_WEIGHT,
        "kind_weight": _KIND_WEIGHT,
        "depth": _DEPTH,
        "smoothing": _SMOOTHING,
        "model": model or "",
        "most": most,
    }
    found: list[list[Match]] = [[] for _ in questions]
    for place, title, note, score, similarity, stems in (await session.execute(_FOUND, values)).all():
        found[place].append(Match(title=title, text=note, score=score, similarity=similarity, stems=tuple(stems)))
    return tuple(tuple(matches) for matches in found)
