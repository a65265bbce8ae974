"""Whether a text is English, by its small words: texts of the coach are, whatever language a model falls into."""

import re

_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words(
    "a about after all an and any are as at be been before but by can could do does each easy every first for from get give go "
    "good had has have how i if in into is it its keep let like long make me more most much my new no not of off on one or our "
    "out over own should so some step strong stronger than that the their them then there these they this those time to too up us "
    "use want was we week well were what when where which while who why will with would you your"
)
_FOREIGN = _words(
    "der das und ist nicht ein eine mit für auf dein deine du wir les des est une pour avec dans vous votre nous pas qui que el "
    "los las una con para por tu su más il gli che non della sono è per un het een van voor met je jouw niet som och att är det "
    "os uma não com seu você é do da em"
) - {"do"}
_FEW_WORDS = 4
_LEAST_ENGLISH = 0.15
_MOST_FOREIGN_LETTERS = 0.1


def is_english(text: str) -> bool:
    """Whether it reads as English; a few words are taken for it unless something speaks against."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return False
    if sum(not character.isascii() for character in letters) > _MOST_FOREIGN_LETTERS * len(letters):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if len(words) <= _FEW_WORDS:
        return foreign == 0 or english > foreign
    return english >= _LEAST_ENGLISH * len(words) and english > foreign
