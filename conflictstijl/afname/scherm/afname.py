"""A whole sitting on the full screen: go on or begin, every question, the score, what deepens it, and the result."""

from collections.abc import Callable
from typing import NamedTuple

from conflictstijl.afname.afronden import Afgerond, build_resultaat, build_verdiept, render_erbij, write_klaar
from conflictstijl.afname.eerder import Bewaarwens, Eerder, load_eerder, load_eerdere
from conflictstijl.afname.scherm.basis import Basisapp
from conflictstijl.afname.scherm.keuze import Keuzescherm
from conflictstijl.afname.scherm.uitslag import Einde, Uitslagscherm
from conflictstijl.afname.scherm.vraag import Vraagscherm
from conflictstijl.afname.sessie import check_afloop
from conflictstijl.afname.vraagtekst import render_bewaard, render_inleiding, render_titel
from conflictstijl.afname.zitting import Zitting, build_zitting
from conflictstijl.fouten import ConflictstijlFout, GeweigerdFout, OnderbrokenFout
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.toepassing import Resultaat, build_profieldocument, load_verdieping, load_vragenlijst

_VERDER, _OPNIEUW, _WISSEN = range(3)
_NIETS = "gestopt; je had nog niets beantwoord"


class Opzet(NamedTuple):
    """What a sitting needs: the questionnaire, the name it was asked by, where answers go, how a report is written.

    `kies_vorm` is True when nobody said which version is meant. `schrijf` is None when the result goes to a file or
    another program anyway.
    """

    vragenlijst: Vragenlijst
    naam: str
    wens: Bewaarwens
    kies_vorm: bool = False
    schrijf: Callable[[Resultaat, str], None] | None = None
    keur: Callable[[Vragenlijst], None] | None = None
    """Raises ConflictstijlFout for a version that cannot be asked here."""
    verder: str = "klaar"
    """What comes after the result."""


class Afnameapp(Basisapp):
    """Asks one questionnaire; afterwards `afgerond` has the result, or `fout` says why there is none."""

    def __init__(self, opzet: Opzet) -> None:
        super().__init__()
        self._opzet = opzet
        self._zittingen: list[Zitting] = []
        self.afgerond: Afgerond | None = None
        self.fout: ConflictstijlFout | None = None

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._ask_alles())

    async def _ask_alles(self) -> None:
        """Take the whole way; whoever leaves early finds the answers kept."""
        try:
            self.afgerond = await self._ask_afname()
            await self._toon(self.afgerond)
        except ConflictstijlFout as fout:
            self.fout = fout
        finally:
            for zitting in self._zittingen:
                zitting.close()
        self.exit()

    async def _ask_afname(self) -> Afgerond:
        lijst = await self._ask_vorm()
        zitting = await self._ask_vragen(lijst, self._opzet.wens)
        resultaat = build_resultaat(lijst, zitting)
        erbij = load_verdieping(resultaat)
        if erbij is not None and await self._check_erbij(erbij):
            wens = self._opzet.wens.build_erbij(zitting.sessie)
            with check_afloop(self._zittingen[0]):
                tweede = await self._ask_vragen(erbij, wens)
            resultaat = build_verdiept(resultaat, erbij, tweede)
        return write_klaar(resultaat, self._zittingen, self._opzet.wens)

    async def _toon(self, afgerond: Afgerond) -> None:
        resultaat, schrijf = afgerond.resultaat, self._opzet.schrijf
        document = build_profieldocument(resultaat.profiel, resultaat.vragenlijst)
        naar_bestand = (lambda naam: schrijf(resultaat, naam)) if schrijf else None
        einde = Einde(self._opzet.verder, weg=not afgerond.id and schrijf is not None)
        await self.push_screen_wait(Uitslagscherm(document, afgerond.melding, naar_bestand, einde))

    async def _ask_vorm(self) -> Vragenlijst:
        """Return the questionnaire in the version that someone chooses, when there is a choice."""
        lijst = self._opzet.vragenlijst
        if self._opzet.kies_vorm:
            namen = [variant.naam for variant in lijst.varianten]
            gekozen = await self._ask_keuze(lijst.titel, "Welke vorm?", namen)
            lijst = load_vragenlijst(self._opzet.naam, vorm=lijst.varianten[gekozen].id)
        if self._opzet.keur:
            self._opzet.keur(lijst)
        vooraf = lijst.variant.vooraf if lijst.variant else ""
        if vooraf and await self._ask_keuze(lijst.titel, vooraf, ["Ja", "Nee"]):
            raise GeweigerdFout("dan kan deze vorm niet; vraag het de ander eerst")
        return lijst

    async def _ask_vragen(self, lijst: Vragenlijst, wens: Bewaarwens) -> Zitting:
        """Return a sitting in which everything was asked."""
        eerder, melding = await self._ask_eerder(lijst, wens)
        zitting, waarschuwing = build_zitting(lijst, wens, eerder, mens=True)
        self._zittingen.append(zitting)
        weten = f"{waarschuwing} {melding}".strip()
        if not zitting.verloop.check_begonnen():
            inleiding = "\n\n".join(render_inleiding(zitting.verloop))
            bewaard = render_bewaard(bewaard=zitting.journaal is not None)
            await self._ask_keuze(render_titel(lijst), f"{inleiding}\n\n{bewaard} {weten}".strip(), ["Beginnen"])
            weten = ""
        if not await self.push_screen_wait(Vraagscherm(zitting, weten)):
            raise zitting.build_fout(zitting.verloop.build_onderbroken())
        return zitting

    async def _ask_eerder(self, lijst: Vragenlijst, wens: Bewaarwens) -> tuple[Eerder | None, str]:
        """Return the earlier test to go on with, None for a new one, and what must be known about it."""
        eerder, meldingen = load_eerder(wens, lijst, mens=True)
        melding = " ".join(map(str, meldingen))
        if eerder is None:
            return None, melding
        if (eerder.bewaard.veranderd or not wens.hervat) and not await self._check_verder(lijst, eerder, melding):
            return None, ""
        return eerder, f"{melding} {eerder.schade}".strip()

    async def _check_verder(self, lijst: Vragenlijst, eerder: Eerder, melding: str) -> bool:
        """Ask whether to go on with an earlier test, and when not, whether its answers may go."""
        keuzes = {
            _VERDER: "Verdergaan waar je was",
            _OPNIEUW: "Opnieuw beginnen, en die antwoorden bewaren",
            _WISSEN: "Opnieuw beginnen, en die antwoorden wissen",
        }
        if not eerder.past:
            del keuzes[_VERDER]
        gekozen = await self._ask_keuze(lijst.titel, f"{eerder.uitleg}\n\n{melding}".strip(), list(keuzes.values()))
        keuze = list(keuzes)[gekozen]
        if keuze == _WISSEN:
            eerder.clean()
        return keuze == _VERDER

    async def _check_erbij(self, erbij: Vragenlijst) -> bool:
        """Offer more statements; who wants none may still have answers to them from an earlier time."""
        tekst = " ".join(render_erbij(erbij))
        if not await self._ask_keuze(erbij.titel, tekst, ["Die stellingen ook doen", "Nu mijn uitslag zien"]):
            return True
        await self._ask_wissen(erbij)
        return False

    async def _ask_wissen(self, erbij: Vragenlijst) -> None:
        wens = self._opzet.wens
        eerdere = load_eerdere(wens.folder, erbij)[0] if wens.folder and wens.hervat is not False else ()
        for eerder in eerdere:
            tekst = f"Daar begon je al aan op {eerder.omvang}. Die antwoorden wissen?"
            if not await self._ask_keuze(erbij.titel, tekst, ["Ja, wissen", "Nee, bewaren"]):
                eerder.clean()

    async def _ask_keuze(self, titel: str, tekst: str, keuzes: list[str]) -> int:
        """Return the place of what is chosen; raises OnderbrokenFout when someone goes back instead."""
        gekozen = await self.push_screen_wait(Keuzescherm(titel, tekst, keuzes, terug="stoppen"))
        if gekozen is None:
            raise self.build_gestopt()
        return gekozen

    def build_gestopt(self) -> ConflictstijlFout:
        """Return the error for who stopped: whether answers are kept, and how to go on."""
        if self.afgerond is not None:
            melding = self.afgerond.melding.rstrip(".")
            return OnderbrokenFout(f"gestopt; {melding[:1].lower()}{melding[1:]}")
        if not self._zittingen:
            return OnderbrokenFout(_NIETS)
        return self._zittingen[0].build_fout(OnderbrokenFout("gestopt"))


def ask_afname(opzet: Opzet) -> Afgerond:
    """Ask a questionnaire on the full screen and return the result, which is kept by then.

    Raises OnderbrokenFout when the user stops or a signal comes (the answers are kept, and the error says so),
    GeweigerdFout when what must be true before the start is not, GebruikFout or SchrijfFout as the journal does.
    """
    app = Afnameapp(opzet)
    try:
        app.run_scherm()
    except KeyboardInterrupt:
        raise app.build_gestopt() from None
    if app.fout is not None:
        raise app.fout
    if app.afgerond is None:
        raise app.build_gestopt()
    return app.afgerond
