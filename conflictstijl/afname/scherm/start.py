"""The start screen: what to do, and looking back at kept results."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from conflictstijl.afname.scherm.basis import Basisapp
from conflictstijl.afname.scherm.keuze import Keuzescherm
from conflictstijl.afname.scherm.uitslag import Einde, Uitslagscherm
from conflictstijl.bewaren import KORT, Uitslag, build_resultaat
from conflictstijl.fouten import Bevinding
from conflictstijl.rapport.geschiedenis import build_bewaard
from conflictstijl.tekst import render_tijd
from conflictstijl.toepassing import Resultaat, build_profieldocument

Keuze = tuple[str, tuple[str, ...]]
"""A line to choose, and the command that does it; without a command it leads to the questionnaires."""
_TITEL = "conflictstijl"
_WELKOM = "Welkom. Wat wil je doen?"
_MEER = "Vergelijken, meenemen of wissen? Typ: conflictstijl resultaten --help."
TERUGKIJKEN = ("resultaten",)
"""The command that the screen does itself."""


class Startapp(Basisapp):
    """Lets someone choose; afterwards `gekozen` has the command, empty when there is nothing left to do."""

    def __init__(
        self,
        keuzes: Sequence[Keuze],
        lijsten: Callable[[], Sequence[Keuze]],
        uitslagen: Callable[[], tuple[Sequence[Uitslag], Sequence[Bevinding]]],
        schrijf: Callable[[Resultaat, datetime, str], None],
    ) -> None:
        super().__init__()
        self._keuzes, self._lijsten, self._uitslagen, self._schrijf = keuzes, lijsten, uitslagen, schrijf
        self.gekozen: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._ask_opdracht())

    async def _ask_opdracht(self) -> None:
        """Ask until there is a command, or nothing more."""
        while not self.gekozen:
            keuze = await self._ask_keuze(_WELKOM, self._keuzes, terug="stoppen")
            if keuze is None:
                break
            if keuze[1] == TERUGKIJKEN:
                await self._toon_uitslagen()
            else:
                self.gekozen = keuze[1] or await self._ask_lijst()
        self.exit()

    async def _ask_lijst(self) -> tuple[str, ...]:
        keuze = await self._ask_keuze("Welke vragenlijst wil je doen?", self._lijsten())
        return keuze[1] if keuze else ()

    async def _ask_keuze(self, tekst: str, keuzes: Sequence[Keuze], terug: str = "terug") -> Keuze | None:
        scherm = Keuzescherm(_TITEL, tekst, [wat for wat, _ in keuzes], terug=terug)
        gekozen = await self.push_screen_wait(scherm)
        return None if gekozen is None else keuzes[gekozen]

    async def _toon_uitslagen(self) -> None:
        """Show one kept result after the other, until someone goes back."""
        uitslagen, meldingen = self._uitslagen()
        tekst = "Welke uitslag wil je zien?" if uitslagen else "Er is geen uitslag om te tonen. Doe eerst de test."
        regels = list(map(_render_uitslag, uitslagen)) or ["Terug"]
        tekst = "\n\n".join([tekst, *_render_schade(len(meldingen)), _MEER])
        while (gekozen := await self.push_screen_wait(Keuzescherm("Mijn uitslagen", tekst, regels))) is not None:
            if not uitslagen:
                return
            await self._toon(uitslagen[gekozen])

    async def _toon(self, uitslag: Uitslag) -> None:
        resultaat = build_resultaat(uitslag)
        document = build_bewaard(build_profieldocument(resultaat.profiel, resultaat.vragenlijst), uitslag.klaar)
        melding = f"Uitslag van {render_tijd(uitslag.klaar)}, bewaard als {uitslag.sessie[:KORT]}."
        schrijf = partial(self._schrijf, resultaat, uitslag.klaar)
        await self.push_screen_wait(Uitslagscherm(document, melding, schrijf, Einde("terug")))


def _render_schade(aantal: int) -> list[str]:
    """Return that files are damaged, when there are any."""
    if not aantal:
        return []
    wat = "1 bestand is" if aantal == 1 else f"{aantal} bestanden zijn"
    return [f"{wat} niet te gebruiken. Welke? Typ: conflictstijl resultaten."]


def _render_uitslag(uitslag: Uitslag) -> str:
    """Return when a result is from, what it is of, and its id."""
    return f"{render_tijd(uitslag.klaar)}  {uitslag.vragenlijst.titel} ({uitslag.sessie[:KORT]})"
