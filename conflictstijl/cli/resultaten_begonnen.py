"""Unfinished tests in the list of results: what they are of, how far they came, and how to go on."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from conflictstijl.afname.eerder import build_verloop
from conflictstijl.fouten import Bevinding, ConflictstijlFout
from conflictstijl.laden.mappen import load_journaalmap
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, load_alle
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.opslag.uitslagregels import fold_sessie
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk


@dataclass(frozen=True, slots=True)
class Begonnen:
    """An unfinished test, and its questionnaire when that can be found by its id."""

    bewaard: Bewaard
    lijst: Vragenlijst | None
    opdracht: str
    """The command that goes on with it, empty when only the user knows the file of the questionnaire."""

    @property
    def voortgang(self) -> tuple[int, int]:
        """How many questions were answered, out of how many; all there are where the questionnaire is not the same."""
        kop, antwoorden = self.bewaard.kop, self.bewaard.antwoorden
        if self.lijst is None or build_vingerafdruk(self.lijst) != kop.vingerafdruk:
            return sum(antwoord is not NOOIT for antwoord in antwoorden), kop.aantal
        verloop = build_verloop(self.lijst, kop, antwoorden)
        return verloop.aantal - len(verloop.read_open()), verloop.aantal

    def render_omvang(self) -> str:
        """Return what it is and how far it came."""
        beantwoord, vragen = self.voortgang
        return f"{self.bewaard.kop.vragenlijst}: {beantwoord} van de {vragen} vragen"

    def render_verder(self) -> str:
        """Return how to go on."""
        return self.opdracht or "Verder: geef het bestand aan afnemen, met --hervat."

    def build_gegevens(self) -> dict[str, Any]:
        """Return the same as data."""
        kop = self.bewaard.kop
        vragenlijst, _, vorm = kop.vragenlijst.partition(".")
        beantwoord, vragen = self.voortgang
        return {
            "sessie": kop.sessie,
            "begin": kop.begin.isoformat(),
            "vragenlijst": vragenlijst,
            "versie": kop.versie,
            "vorm": vorm or None,
            "beantwoord": beantwoord,
            "vragen": vragen,
            "opdracht": self.opdracht or None,
        }


def load_begonnen(klaar: Collection[str]) -> tuple[list[Begonnen], list[Bevinding]]:
    """Return the unfinished tests, the newest last, without those whose session has a result; and what is damaged."""
    journalen = load_alle(load_journaalmap())
    open_ = [bewaard for bewaard in journalen.bewaard[::-1] if fold_sessie(bewaard.kop.sessie) not in klaar]
    namen = {bewaard.kop.vragenlijst for bewaard in open_}
    return [_build_begonnen(bewaard, namen) for bewaard in open_], list(journalen.meldingen)


def _build_begonnen(bewaard: Bewaard, namen: Collection[str]) -> Begonnen:
    from conflictstijl.toepassing import load_vragenlijst

    naam, _, vorm = bewaard.kop.vragenlijst.partition(".")
    try:
        lijst = load_vragenlijst(naam, vorm=vorm)
    except ConflictstijlFout:
        return Begonnen(bewaard, None, "")
    # a deepening list that was asked after another is gone on with through that one
    opdracht = f"conflictstijl afnemen {lijst.bij if lijst.bij in namen else naam}"
    return Begonnen(bewaard, lijst, f"{opdracht}{f' --vorm {vorm}' if vorm else ''} --hervat")
