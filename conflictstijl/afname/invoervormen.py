"""The forms of an answer on the full screen: best and worst, a row, points, and the one choice of the others."""

from collections.abc import Callable, Sequence

from conflictstijl.afname.invoer import CIJFERS, TIEN, Invoer, Invoerregel, build_toetsen
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import LETTERS, Achtergrondvraag, Keuze, Stelling, Vorm, Vraag

KLAAR = "Zo is het goed"
"""The last line of a form that needs more than one choice."""


class Uitersteninvoer(Invoer):
    """First the best option, then the worst."""

    uitleg = "Kies eerst wat het best past, dan wat het minst past."

    def __init__(self, keuze: Keuze) -> None:
        super().__init__(*_build_opties(keuze), vraag=True)
        self._beste: int | None = None

    @property
    def stand(self) -> str:
        """Which of the two is asked for."""
        return "Wat past het best?" if self._beste is None else "En wat past het minst?"

    @property
    def regels(self) -> list[Invoerregel]:
        """The options, with what was chosen."""
        rij = self.antwoord if isinstance(self.antwoord, tuple) else ()
        tekens = {rij[0]: "best", rij[1]: "minst"} if rij else {}
        if self._beste is not None:
            tekens = {self._beste: "best"}
        rijen = enumerate(zip(self.toetsen, self.teksten, strict=True))
        return [Invoerregel(toets, f"{tekens.get(plaats, ''):<5}", tekst) for plaats, (toets, tekst) in rijen]

    def write_keuze(self, plaats: int) -> bool:
        """Choose the best, or the worst; the best once more takes it back."""
        if self._beste is None:
            self._beste = plaats
            return False
        eerste, self._beste = self._beste, None
        if eerste == plaats:
            return False
        self.antwoord = (eerste, plaats)
        return True


class _Meerinvoer(Invoer):
    """A form that is finished on a line of its own."""

    def __init__(self, keuze: Keuze) -> None:
        super().__init__(*_build_opties(keuze))
        self._aantal = len(self.teksten)

    @property
    def hoe(self) -> str:
        """How to answer."""
        return self.uitleg

    def _build_regels(self, tekens: Sequence[str], orde: Sequence[int]) -> list[Invoerregel]:
        rijen = zip(tekens, orde, strict=True)
        opties = [Invoerregel(self.toetsen[optie], teken, self.teksten[optie]) for teken, optie in rijen]
        return [*opties, Invoerregel(" ", " " * len(tekens[0]), KLAAR)]


class Rangschikinvoer(_Meerinvoer):
    """Options in order, best first: picked up and moved, or typed as letters one after the other."""

    uitleg = "Enter pakt een regel op; verplaats hem met de pijlen; Enter zet hem neer. Of typ de letters op volgorde."

    def __init__(self, keuze: Keuze) -> None:
        super().__init__(keuze)
        self._orde = list(range(self._aantal))
        self._vast: int | None = None
        """The option that is picked up."""
        self._getypt = 0
        self._aangeraakt = self._gevraagd = False

    def resume_antwoord(self, antwoord: Antwoord) -> None:
        """Show an order that was given before."""
        if isinstance(antwoord, tuple):
            self._orde, self.antwoord, self._aangeraakt = list(antwoord), antwoord, True

    @property
    def stand(self) -> str:
        """What is picked up."""
        if self._gevraagd:
            return "Is dit je volgorde? Kies dan nog een keer 'Zo is het goed'."
        if self._vast is None:
            return "Zet het beste bovenaan. Enter pakt een regel op."
        return f"Je verplaatst {self.toetsen[self._vast]}. Enter zet hem neer."

    @property
    def regels(self) -> list[Invoerregel]:
        """The options in their order now."""
        tekens = [f"{'↕' if optie == self._vast else ' '}{nummer:>2}." for nummer, optie in enumerate(self._orde, 1)]
        return self._build_regels(tekens, self._orde)

    def write_keuze(self, plaats: int) -> bool:
        """Pick up or put down a line; the last one takes the order as the answer."""
        if plaats == self._aantal:
            if not self._aangeraakt:
                # nobody chose this order yet: ask once more
                self._aangeraakt = self._gevraagd = True
                return False
            self._vast, self.antwoord = None, tuple(self._orde)
            return True
        if self._vast is None:
            self._vast, self._aangeraakt, self._gevraagd = self._orde[plaats], True, False
            return False
        self._write_plaats(self._vast, plaats)
        self._vast = None
        return False

    def write_stap(self, plaats: int, stap: int) -> int:
        """Move, with what is picked up."""
        if self._vast is None:
            return super().write_stap(plaats, stap)
        nieuw = min(max(plaats + stap, 0), self._aantal - 1)
        self._write_plaats(self._vast, nieuw)
        return nieuw

    def write_toets(self, toets: str, plaats: int) -> tuple[int, bool] | None:
        """Put the option of a letter in the next place; after the last one the row begins anew."""
        del plaats
        if toets not in self.toetsen:
            return None
        optie = self.toetsen.index(toets)
        self._vast, self._aangeraakt, self._gevraagd = None, True, False
        if optie in self._orde[: self._getypt]:
            return self._orde.index(optie), False
        self._write_plaats(optie, self._getypt)
        self._getypt += 1
        if self._getypt < self._aantal:
            return self._getypt, False
        self._getypt = 0
        return self._aantal, False

    def _write_plaats(self, optie: int, plaats: int) -> None:
        self._orde.remove(optie)
        self._orde.insert(plaats, optie)


class Verdeelinvoer(_Meerinvoer):
    """Points over the options, with what is left of them."""

    uitleg = "Kies een regel met de pijlen omhoog en omlaag. Typ punten, of gebruik de pijlen naar links en rechts."

    def __init__(self, keuze: Keuze) -> None:
        super().__init__(keuze)
        self._totaal = keuze.totaal
        self._punten = [0] * self._aantal
        self._getypt: int | None = None
        """The place at which digits are being typed."""

    def resume_antwoord(self, antwoord: Antwoord) -> None:
        """Show points that were given before."""
        if isinstance(antwoord, tuple):
            self._punten, self.antwoord = list(antwoord), antwoord

    @property
    def rest(self) -> int:
        """The points that are left; negative when there are too many."""
        return self._totaal - sum(self._punten)

    @property
    def stand(self) -> str:
        """What is left."""
        if self.rest > 0:
            return f"Nog {self.rest} van de {self._totaal} te verdelen."
        klaar = f"Alle {self._totaal} zijn verdeeld. Kies '{KLAAR}'."
        return f"Dat is {-self.rest} te veel." if self.rest else klaar

    @property
    def regels(self) -> list[Invoerregel]:
        """The options with their points."""
        breedte = len(str(self._totaal))
        return self._build_regels([f"{punten:>{breedte}}" for punten in self._punten], range(self._aantal))

    def write_keuze(self, plaats: int) -> bool:
        """Take the points as the answer on the last line; elsewhere nothing happens."""
        self._getypt = None
        if plaats < self._aantal or self.rest:
            return False
        self.antwoord = tuple(self._punten)
        return True

    def write_stap(self, plaats: int, stap: int) -> int:
        """Move to another line; digits begin anew there."""
        self._getypt = None
        return super().write_stap(plaats, stap)

    def write_toets(self, toets: str, plaats: int) -> tuple[int, bool] | None:
        """Take a digit, a step of one point, or the letter of a line."""
        if toets in self.toetsen:
            self._getypt = None
            return self.toetsen.index(toets), False
        if plaats == self._aantal:
            return None
        if toets in {"left", "right", "-", "+"}:
            self._write_punten(plaats, self._punten[plaats] + (1 if toets in {"right", "+"} else -1))
            return plaats, False
        if toets == "backspace":
            self._write_punten(plaats, self._punten[plaats] // TIEN)
            return plaats, False
        if len(toets) != 1 or toets not in f"0{CIJFERS}":
            return None
        eerder = self._punten[plaats] if self._getypt == plaats else 0
        punten = eerder * TIEN + int(toets)
        self._getypt = plaats
        # a number that cannot be is begun anew
        self._write_punten(plaats, punten if punten <= self._totaal else int(toets))
        return plaats, False

    def _write_punten(self, plaats: int, punten: int) -> None:
        """Set the points of a line, never more than there are in all nor below nothing."""
        self._punten[plaats] = min(max(punten, 0), self._totaal)


_VORMEN: dict[Vorm, Callable[[Keuze], Invoer]] = {
    Vorm.UITERSTEN: Uitersteninvoer,
    Vorm.RANGSCHIK: Rangschikinvoer,
    Vorm.VERDEEL: Verdeelinvoer,
}
"""The forms that need more than one choice."""


def build_invoer(vraag: Vraag) -> Invoer | None:
    """Return the form of a question; None for one that is answered in own words."""
    match vraag:
        case Stelling():
            return _build_stelling(vraag)
        case Achtergrondvraag(antwoorden=labels):
            return Invoer(labels, build_toetsen(len(labels)), range(len(labels)), vraag=True)
        case Keuze():
            vorm = _VORMEN.get(vraag.vorm)
            return vorm(vraag) if vorm else Invoer(*_build_opties(vraag), vraag=True)
        case _:
            return None


def _build_opties(keuze: Keuze) -> tuple[list[str], list[str], list[Antwoord]]:
    aantal = len(keuze.opties)
    return [optie.tekst for optie in keuze.opties], list(LETTERS[:aantal]), list(range(aantal))


def _build_stelling(stelling: Stelling) -> Invoer:
    """Return the points of an answer scale; their keys are the values, where each is one digit."""
    punten, nvt = stelling.antwoorden.punten, stelling.antwoorden.nvt
    waarden: list[Antwoord] = [punt.waarde for punt in punten]
    cijfers = [str(punt.waarde) for punt in punten]
    los = all(len(cijfer) == 1 for cijfer in cijfers)
    toetsen = cijfers if los else build_toetsen(len(punten))
    teksten = [punt.label if los else f"{punt.waarde} {punt.label}".strip() for punt in punten]
    if not nvt:
        return Invoer(teksten, toetsen, waarden, vraag=True)
    apart = "x" if "0" in toetsen else "0"
    invoer = Invoer([*teksten, nvt], [*toetsen, apart], [*waarden, NVT], vraag=True)
    invoer.los = apart
    return invoer
