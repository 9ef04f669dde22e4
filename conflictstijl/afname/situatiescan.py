"""The scan of a situation by lines: safety first, then one plain question after the other, as few as possible."""

from collections.abc import Mapping
from enum import Enum

from conflictstijl.afname.gesprek import HULP, STOP, TERUG, Gesprek
from conflictstijl.afname.vraagtekst import parse_invoer, render_hulp, render_vraag
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.laden.antwoord import AntwoordOnbekendFout
from conflictstijl.model.kenmerken import read_rol, render_wie
from conflictstijl.model.situatie import ROL, TWIJFEL, VEILIGHEID, Kenmerk, Situatiekennis
from conflictstijl.model.vragen import Achtergrondvraag
from conflictstijl.rekenen.scan import read_volgende
from conflictstijl.rekenen.situatie import check_poort
from conflictstijl.tekst import fold_tekst

_WEET_NIET = "Weet ik niet"
_GESTOPT = "gestopt; over deze situatie is nu niets bewaard"
_BELANGRIJKSTE = "De belangrijkste vragen zijn gesteld. Typ 'genoeg' voor je advies, of ga door."
_ONBEKEND = {"weet ik niet", "weet niet", "geen idee", "twijfel"}
_UITLEG = (
    "Nu de situatie zelf. Typ een nummer, of het begin van je antwoord. "
    "'terug': een vraag terug. 'genoeg': meteen advies. 'stop': stoppen."
)


class Zet(Enum):
    """What somebody can do at a question beside answering it."""

    TERUG = "terug"
    GENOEG = "genoeg"


_ZETTEN = {**dict.fromkeys(TERUG, Zet.TERUG), **dict.fromkeys(("genoeg", "ik weet genoeg", "klaar"), Zet.GENOEG)}


class Situatiescan:
    """Asks about one situation; nothing of it is kept anywhere."""

    def __init__(self, kennis: Situatiekennis, gesprek: Gesprek, gegeven: Mapping[str, str]) -> None:
        self._kennis = kennis
        self._gesprek = gesprek
        self._gegeven = dict(gegeven)
        self._gevraagd: dict[str, str | None] = {}
        self._gemeld = False

    def ask_veiligheid(self) -> str:
        """Return the level of the gate; there is no way around this question, and not knowing is doubt.

        Raises OnderbrokenFout when the user stops or the input ends.
        """
        self._gesprek.write_regel("Eerst een vraag die altijd voorgaat.")
        self._gesprek.write_regel(self._kennis.poort.kenmerk.uitleg)
        self._gesprek.write_regel("")
        stand = self._ask_stand(self._kennis.poort.kenmerk)
        while isinstance(stand, Zet):
            self._gesprek.write_regel("Deze vraag kun je niet overslaan. Wil je stoppen, typ dan 'stop'.")
            stand = self._ask_stand(self._kennis.poort.kenmerk)
        return stand or TWIJFEL

    def ask_kenmerken(self) -> dict[str, str] | None:
        """Return the levels that somebody knows, after as few questions as lead to the same advice as all of them.

        None when the user goes back to what came before the first question. Raises OnderbrokenFout when the user
        stops or the input ends.
        """
        self._gesprek.write_alinea(_UITLEG)
        while (kenmerk := read_volgende({**self._gegeven, **self._gevraagd}, self._kennis)) is not None:
            self._write_kop()
            stand = self._ask_stand(kenmerk)
            if stand is Zet.GENOEG:
                break
            if not isinstance(stand, Zet):
                self._gevraagd[kenmerk.id] = stand
            elif self._gevraagd:
                self._gevraagd.popitem()
            else:
                return None
        self._gesprek.write_regel("")
        return {naam: stand for naam, stand in self._gevraagd.items() if stand}

    def _write_kop(self) -> None:
        """Write the number of a question, and once that the ones that matter most are behind."""
        rol = read_rol(self._build_bekend(), self._kennis)
        eerst = {ROL, *self._kennis.eerst}.difference(rol.slaat_over if rol else ())
        if not self._gemeld and eerst <= {*self._gegeven, *self._gevraagd}:
            self._gemeld = True
            self._gesprek.write_alinea(_BELANGRIJKSTE)
        self._gesprek.write_alinea(f"Vraag {len(self._gevraagd) + 1}")

    def _ask_stand(self, kenmerk: Kenmerk) -> str | Zet | None:
        """Return the level that a person chooses, None when it is not known, or another move."""
        vraag = self._build_vraag(kenmerk)
        for regel in render_vraag(vraag):
            self._gesprek.write_regel(regel)
        while True:
            invoer = self._read_invoer()
            woord = fold_tekst(invoer)
            if woord in HULP:
                uitleg = render_wie(kenmerk.uitleg, self._build_bekend(), self._kennis)
                self._gesprek.write_regel(f"{uitleg} {render_hulp(vraag)}".strip())
            elif woord in _ZETTEN:
                return _ZETTEN[woord]
            elif woord in kenmerk.standen:
                return woord
            elif (keuze := self._read_keuze(invoer, vraag)) is not None:
                return [*kenmerk.standen, None][keuze]

    def _build_vraag(self, kenmerk: Kenmerk) -> Achtergrondvraag:
        """Return a factor as a question with fixed answers, the words filled in for the role."""
        weet_niet = () if kenmerk.id == VEILIGHEID else (_WEET_NIET,)
        antwoorden = (*(stand.antwoord for stand in kenmerk.standen.values()), *weet_niet)
        return Achtergrondvraag(kenmerk.id, render_wie(kenmerk.vraag, self._build_bekend(), self._kennis), antwoorden)

    def _build_bekend(self) -> dict[str, str]:
        return {naam: stand for naam, stand in {**self._gegeven, **self._gevraagd}.items() if stand}

    def _read_invoer(self) -> str:
        """Return the next line; raises OnderbrokenFout for a stop and for the end of the input."""
        try:
            invoer = self._gesprek.read_regel()
        except (EOFError, KeyboardInterrupt):
            raise OnderbrokenFout(_GESTOPT) from None
        if fold_tekst(invoer) in STOP:
            raise OnderbrokenFout(_GESTOPT)
        return invoer

    def _read_keuze(self, invoer: str, vraag: Achtergrondvraag) -> int | None:
        """Return the index of an answer, one past the last when it is not known; None after telling it is none."""
        if fold_tekst(invoer) in _ONBEKEND:
            return len(vraag.antwoorden) if vraag.id == VEILIGHEID else len(vraag.antwoorden) - 1
        try:
            antwoord = parse_invoer(invoer, vraag)
        except AntwoordOnbekendFout:
            antwoord = None
        if isinstance(antwoord, int):
            return antwoord
        self._gesprek.write_fout(invoer, "antwoord", f"kies een nummer van 1 tot en met {len(vraag.antwoorden)}")
        return None


def ask_situatie(
    kennis: Situatiekennis, gesprek: Gesprek, gegeven: Mapping[str, str], *, alles: bool
) -> dict[str, str]:
    """Return the levels given with those that a person adds: safety when that is not known, and the scan (`alles`).

    A closed gate ends the questions. Raises OnderbrokenFout when the user stops or the input ends.
    """
    kenmerken: dict[str, str] | None = None
    while kenmerken is None:
        kenmerken = _ask_ronde(Situatiescan(kennis, gesprek, gegeven), gegeven, alles=alles)
    return kenmerken


def _ask_ronde(scan: Situatiescan, gegeven: Mapping[str, str], *, alles: bool) -> dict[str, str] | None:
    """Return all levels after the gate and the scan; None when the user wants to begin anew at the gate."""
    kenmerken = dict(gegeven)
    if VEILIGHEID not in kenmerken:
        kenmerken[VEILIGHEID] = scan.ask_veiligheid()
    if not alles or not check_poort(kenmerken[VEILIGHEID]):
        return kenmerken
    gevraagd = scan.ask_kenmerken()
    return None if gevraagd is None else {**kenmerken, **gevraagd}
