"""Branching: which questions the answers given so far lead to."""

from collections.abc import Sequence

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst


def check_gevraagd(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> list[bool]:
    """Return per question (in the order of `vragenlijst.vragen`) whether it is asked.

    A question with conditions is asked when each of them holds: the earlier question it names was asked itself
    and has one of the answers named. An earlier question left open leads nowhere.
    """
    gegeven: dict[str, Antwoord] = {}
    gevraagd: list[bool] = []
    for vraag, antwoord in zip(vragenlijst.vragen, antwoorden, strict=True):
        voldaan = all(gegeven.get(eis.vraag) in eis.antwoorden for eis in vraag.als)
        if voldaan:
            gegeven[vraag.id] = antwoord
        gevraagd.append(voldaan)
    return gevraagd
