"""Unfinished tests in the list of results: what they are of, how far they came, and how to go on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from conflictstijl.afname.eerder import build_verloop
from conflictstijl.fouten import Bevinding, ConflictstijlFout, Ernst, Plek
from conflictstijl.laden.mappen import load_journaalmap
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, build_huidig, load_alle
from conflictstijl.opslag.geschiedenis import build_sessies
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.opslag.opruiming import read_uitslag
from conflictstijl.opslag.uitslagregels import Uitslag
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from conflictstijl.tekst import clean_tekst


@dataclass(frozen=True, slots=True)
class Begonnen:
    """An unfinished test as its questionnaire is now, and that questionnaire when it can be found by its id."""

    bewaard: Bewaard
    lijst: Vragenlijst | None
    opdracht: str
    """The command that goes on with it, empty when only the user knows the file of the questionnaire."""

    @property
    def voortgang(self) -> tuple[int, int]:
        """How many questions were answered, out of how many; all there are where the questionnaire is not the same."""
        kop, antwoorden = self.bewaard.kop, self.bewaard.antwoorden
        if self.lijst is None or self.bewaard.veranderd:
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


def load_begonnen(uitslagen: Iterable[Uitslag]) -> tuple[list[Begonnen], list[Bevinding]]:
    """Return the unfinished tests, the newest last, without those of which a result has every answer.

    Also return what is damaged, and which test has a result with other answers.
    """
    klaar = {uitslag.sessie: uitslag for uitslag in uitslagen}
    journalen = load_alle(load_journaalmap())
    open_ = [bewaard for bewaard in journalen.bewaard[::-1] if read_uitslag(bewaard, klaar) is None]
    namen = {bewaard.kop.vragenlijst for bewaard in open_}
    gelezen = [_build_begonnen(bewaard, namen) for bewaard in open_]
    begonnen = [een for een in gelezen if isinstance(een, Begonnen)]
    stuk = [een for een in gelezen if isinstance(een, Bevinding)]
    anders = [_build_anders(een.bewaard) for een in begonnen if _check_klaar(een.bewaard, klaar)]
    return begonnen, [*journalen.meldingen, *stuk, *anders]


def _check_klaar(bewaard: Bewaard, klaar: Collection[str]) -> bool:
    return any(sessie in klaar for sessie in build_sessies(bewaard.kop.van_test))


def _build_anders(bewaard: Bewaard) -> Bevinding:
    wat = "van deze begonnen test staat er al een uitslag, met andere antwoorden"
    hint = "maak hem af, dan komt er een uitslag bij"
    return Bevinding(Plek(clean_tekst(str(bewaard.pad))), "bewaarde-test", wat, hint, Ernst.WAARSCHUWING)


def _build_begonnen(bewaard: Bewaard, namen: Collection[str]) -> Begonnen | Bevinding:
    from conflictstijl.toepassing import load_vragenlijst

    naam, _, vorm = bewaard.kop.vragenlijst.partition(".")
    try:
        lijst = load_vragenlijst(naam, vorm=vorm)
    except ConflictstijlFout:
        return Begonnen(bewaard, None, "")
    huidig = build_huidig(bewaard, lijst, build_vingerafdruk(lijst))
    if isinstance(huidig, Bevinding):
        return huidig
    # a deepening list that was asked after another is gone on with through that one
    opdracht = f"conflictstijl afnemen {lijst.bij if lijst.bij in namen else naam}"
    return Begonnen(huidig, lijst, f"{opdracht}{f' --vorm {vorm}' if vorm else ''} --hervat")
