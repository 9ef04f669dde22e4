"""Whether all that one file holds stands in another as well: only then may the first one go."""

from collections.abc import Iterator
from dataclasses import replace

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import Keuze, Stelling, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop
from conflictstijl.opslag.uitslagregels import Uitslag
from conflictstijl.opslag.vraagafdruk import build_afdrukken

_Gegeven = tuple[str, Antwoord, bool]
"""Of one question in a result: its fingerprint, the answer, and whether it was asked."""


def check_vervangt(nieuw: Uitslag, oud: Uitslag) -> bool:
    """Return True when every answer in an earlier result stands in a new one too, beside the same question."""
    nu = {afdruk: antwoord for afdruk, antwoord, _ in _read_gegeven(nieuw, nieuw.vragenlijst)}
    return nieuw.vragenlijst.volledige_id == oud.vragenlijst.volledige_id and all(
        afdruk in nu and nu[afdruk] == antwoord for afdruk, antwoord, _ in _read_gegeven(oud, oud.vragenlijst)
    )


def check_opgenomen(bewaard: Bewaard, uitslag: Uitslag) -> bool:
    """Return True when no answer is lost with a journal, because a result has them all.

    What the result did not ask any more was set aside by who finished the test. A damaged journal cannot tell what it
    holds. Where the questionnaire changed, the answers to its other questions were left behind with consent.
    """
    deel = _build_deel(uitslag.vragenlijst, bewaard.kop.vragenlijst)
    if deel is None or bewaard.opnieuw or bewaard.onleesbaar:
        return False
    toen = {afdruk: (antwoord, gevraagd) for afdruk, antwoord, gevraagd in _read_gegeven(uitslag, deel)}
    paren = zip(_read_afdrukken(bewaard.kop, deel), bewaard.antwoorden, strict=False)
    gegeven = [(afdruk, antwoord) for afdruk, antwoord in paren if antwoord is not NOOIT]
    samen = [(antwoord, *toen[afdruk]) for afdruk, antwoord in gegeven if afdruk in toen]
    nog = any(antwoord is not NOOIT for antwoord in bewaard.antwoorden)
    return bool(samen or not nog) and all(nu == eerder or not gevraagd for nu, eerder, gevraagd in samen)


def _build_deel(lijst: Vragenlijst, volledige_id: str) -> Vragenlijst | None:
    """Return the part of a kept questionnaire that was asked under this id, None when none was."""
    if volledige_id == lijst.volledige_id:
        return replace(lijst, items=tuple(item for item in lijst.items if not item.erbij))
    if volledige_id != lijst.met:
        return None
    # what deepens stands in the whole under ids like `bij.1`
    erbij = tuple(replace(item, id=item.id.partition(".")[2]) for item in lijst.items if item.erbij)
    return replace(lijst, achtergrond=(), items=erbij, open=())


def _read_gegeven(uitslag: Uitslag, deel: Vragenlijst) -> Iterator[_Gegeven]:
    """Yield what a result holds of the whole questionnaire, or of the one part of it."""
    lijst, antwoorden = uitslag.vragenlijst, uitslag.blad.antwoorden
    regels = zip(lijst.vragen, antwoorden, check_gevraagd(lijst, antwoorden), strict=True)
    soorten = {_check_erbij(vraag) for vraag in deel.vragen}
    eigen = [(antwoord, gevraagd) for vraag, antwoord, gevraagd in regels if _check_erbij(vraag) in soorten]
    for afdruk, (antwoord, gevraagd) in zip(build_afdrukken(deel), eigen, strict=True):
        yield afdruk, antwoord, gevraagd


def _check_erbij(vraag: Vraag) -> bool:
    return isinstance(vraag, Stelling | Keuze) and vraag.erbij


def _read_afdrukken(kop: JournaalKop, deel: Vragenlijst) -> tuple[str, ...]:
    """Return the fingerprints of the questions in a journal; an older one has them only by its version."""
    zelfde = kop.versie == deel.versie and kop.aantal == len(deel.vragen)
    return kop.afdrukken or (build_afdrukken(deel) if zelfde else ())
