"""Words of the trade, explained to who asks what they mean, and what they have to do with the plan."""

import re

_LEADING = (
    r"(?:what (?:exactly )?(?:is|are|does|do)|what about|(?:explain|define|describe)(?: me| to me)?|(?:definition|meaning) of|"
    r"tell me what|never heard of|no idea what|do not know what)(?: (?:an?|the|this|that|these|exactly|meant by|is|are))*"
)
_FOLLOWING = r"(?: (?:sets?|training|work|workouts?|exactly|again|actually|anyway|is|are))?$"
_TERMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"{_LEADING} (?:{source}){_FOLLOWING}|\b(?:{source}) (?:mean|stand)s?\b|^(?:{source})$"), text)
    for source, text in (
        (
            r"amraps?",
            (
                "AMRAP means as many repetitions as possible: a set that goes on until the next repetition would fail. I "
                "plan none of these: a set ends after its repetitions, at the effort (RPE) that it says."
            ),
        ),
        (
            r"e ?1 ?rms?|1 ?rms?|one[- ]rep(?:etition)?[- ]max(?:imum)?(?:es)?",
            (
                "1RM, the one-repetition maximum, is the most that you could lift once. e1RM is the same, estimated from a"
                " heavy set of a few repetitions, so that nobody has to try it. Where I know such a set of yours, loads "
                "follow from it."
            ),
        ),
        (
            r"super ?-?sets?",
            (
                "A superset is two exercises done in turn, a set of the one and then a set of the other. Where time is "
                "short I plan such pairs, each in the rests of the other, and the notes of the exercises say so."
            ),
        ),
        (
            r"drop ?-?sets?",
            "A drop set goes on with less weight right after its last repetition. I plan none of these.",
        ),
        (
            r"emoms?",
            (
                "EMOM means every minute on the minute: a set at the start of each minute, and rest for what is left of it. I plan "
                "none of these: each set says how long to rest."
            ),
        ),
        (
            r"hiit|intervals?",
            (
                "Intervals, or HIIT, are hard pieces with easy ones between. In your plan they are the parts of an "
                "endurance session in zone 4 or 5; each says how long it is."
            ),
        ),
        (
            r"threshold|tempo runs?|tempo rides?",
            "Threshold is the effort that you could hold for about an hour; tempo work stays a little below it, steady and brisk.",
        ),
        (
            r"tempo",
            (
                "In endurance, tempo is a steady, brisk effort. In a lift it is how fast you move: lower under control, then lift "
                "briskly."
            ),
        ),
        (
            r"strides",
            "Strides are short, quick and loose pieces of a run, at most half a minute, with easy running between.",
        ),
        (
            r"taper(?:s|ing)?",
            "A taper is the last one to two weeks before an event, with about half as much to do, so that you arrive fresh.",
        ),
        (
            r"hypertrophy",
            (
                "Hypertrophy is growth of muscle. It comes from enough hard sets for a muscle each week, close to the last"
                " repetition that you could do, week after week."
            ),
        ),
        (
            r"progressive overload",
            (
                "Progressive overload means to do a little more over time: another repetition, a little more load, a few "
                "minutes. Your plan does that from week to week."
            ),
        ),
        (
            r"work(?:ing)? sets?",
            "Working sets are those that count. Warm-up sets come before them, are lighter, and get you ready.",
        ),
        (
            r"warm[- ]?up sets?",
            "Warm-up sets are light sets before the first heavy ones of an exercise. They get you ready and do not count as work.",
        ),
        (
            r"compounds?(?: exercises?| lifts?)?|isolation(?: exercises?)?",
            "A compound exercise moves several joints at once, as a squat does; an isolation exercise moves one, as a curl does.",
        ),
        (
            r"(?:training |muscular )?failure",
            "Failure is where you could not do another clean repetition. My sets stop short of it.",
        ),
        (
            r"doms",
            (
                "DOMS is the soreness of a day or two after work that you are not used to. It is normal, fades within a few days, "
                "and is no measure of a session. Pain in a joint is something else: tell me about that."
            ),
        ),
        (
            r"training volume|volume|training intensity|intensity",
            "Volume is how much you do: working sets, or minutes. Intensity is how hard it is: the load, or the effort (RPE).",
        ),
        (
            r"reps?|repetitions?|sets?",
            "A repetition is the movement done once. A set is several of them in a row, after which you rest.",
        ),
    )
)
"""The first whose words are asked about."""


def meaning_of(text: str) -> str | None:
    """What the word means that a clause, in plain words, asks about; None where it asks about none of these, or about more."""
    return next((meaning for pattern, meaning in _TERMS if pattern.search(text)), None)
