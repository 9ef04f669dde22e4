"""The parts of a worksheet: their questions, and what follows from the answers about each party or line."""

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.kennis import read_delen
from conflictstijl.laden.velden import Velden, advise_woord, read_janee
from conflictstijl.laden.werkvragen import Vragen, build_lijst, check_verslag, read_paren
from conflictstijl.model.werkblad import (
    MEESTE_REGELS,
    PARTIJEN,
    Bladdeel,
    Bladstap,
    Navraag,
    Stappenplan,
    Voorkeur,
    Werkvraag,
)
from conflictstijl.tekst import render_citaat

_WERKVRAAG = "werkvraag"


def parse_bladdelen(velden: Velden, vragen: Vragen) -> tuple[Bladdeel, ...]:
    """Return the parts of a worksheet; questions outside of any part are one without a name."""
    knoop = velden.read_knoop("onderdelen")
    delen: tuple[Bladdeel, ...] = ()
    if knoop is None:
        delen = (_Lezer(velden, vragen).parse_deel(""),)
    else:
        los = velden.read_knoop("vragen")
        if los is not None:
            wat = "een werkblad heeft 'vragen' of 'onderdelen', niet allebei"
            velden.bevindingen.add(los.plek, _WERKVRAAG, wat, "zet deze vragen in een onderdeel")
        delen = tuple(_parse_deel(deel, vragen) for deel in read_delen(velden, "onderdelen"))
    lijsten = {deel.per for deel in delen}
    return tuple(
        deel._replace(vragen=tuple(build_lijst(vraag) if vraag.id in lijsten else vraag for vraag in deel.vragen))
        for deel in delen
    )


def _parse_deel(velden: Velden, vragen: Vragen) -> Bladdeel:
    deel = _Lezer(velden, vragen).parse_deel(velden.read_tekst("naam", verplicht=True))
    deel = deel._replace(uitleg=velden.read_tekst("uitleg"))
    velden.check_onbekend()
    return deel


class _Lezer:
    """Reads one part."""

    def __init__(self, velden: Velden, vragen: Vragen) -> None:
        self._velden = velden
        self._bevindingen: Bevindingen = velden.bevindingen
        self._vragen = vragen
        self._per = vragen.read_per(velden)
        self._eigen: tuple[Werkvraag, ...] = ()

    def parse_deel(self, naam: str) -> Bladdeel:
        """Return the part, without its explanation."""
        delen = read_delen(self._velden, "vragen")
        self._eigen = tuple(self._vragen.parse_vraag(deel, self._per) for deel in delen)
        return Bladdeel(
            naam,
            self._eigen,
            per=self._per,
            navraag=self._parse_navraag(),
            stappen=self._parse_stappen(),
            beste=self._parse_beste(),
            kaart=read_janee(self._velden, "kaart"),
        )

    def _read_groep(self, naam: str, wat: str, hint: str, *, mag: bool) -> Velden | None:
        """Return the keys of what follows from the answers; reports when it cannot stand in this part."""
        knoop = self._velden.read_knoop(naam)
        if knoop is None:
            return None
        # a wrong 'per' was told
        if not mag and (self._per or self._velden.read_knoop("per") is None):
            self._bevindingen.add(knoop.plek, _WERKVRAAG, wat, hint)
        return Velden(knoop, self._bevindingen, f"'{naam}'")

    def _parse_navraag(self) -> Navraag | None:
        """Return what is still to be asked when; every name in it is a question of the same part."""
        hint = "zet er 'per: partij' bij, of haal 'navragen' weg"
        velden = self._read_groep("navragen", "navragen kan alleen per partij", hint, mag=self._per == PARTIJEN)
        if velden is None:
            return None
        gevraagd = read_paren(velden, "gevraagd", self._eigen, verplicht=True)
        navraag = Navraag(
            gevraagd=gevraagd[0] if gevraagd else ("", ""),
            wat=velden.read_teksten("wat", verplicht=True),
            eerst=read_paren(velden, "eerst", self._eigen),
        )
        for naam in navraag.wat:
            self._check_eigen(velden, naam)
        velden.check_onbekend()
        return navraag

    def _check_eigen(self, velden: Velden, naam: str) -> None:
        """Report what `wat` names that is no question of this part, or does not go on paper."""
        bekend = {vraag.id: vraag for vraag in self._eigen}
        knoop = velden.read_knoop("wat")
        if knoop is None or not naam:
            return
        if naam in bekend:
            check_verslag(knoop.plek, bekend[naam], self._bevindingen)
        else:
            wat = f"in dit onderdeel is geen vraag {render_citaat(naam)}"
            self._bevindingen.add(knoop.plek, _WERKVRAAG, wat, advise_woord(naam, bekend))

    def _parse_stappen(self) -> Stappenplan | None:
        wat = "stappen kan alleen per partij of per regel van een eerdere vraag"
        hint = "zet er 'per: partij' bij, of haal 'stappen' weg"
        velden = self._read_groep("stappen", wat, hint, mag=bool(self._per))
        if velden is None:
            return None
        plan = Stappenplan(
            kop=velden.read_tekst("kop", verplicht=True),
            klaar=velden.read_tekst("klaar", verplicht=True),
            regels=tuple(map(self._parse_stap, read_delen(velden, "regels"))),
            eerst=read_paren(velden, "eerst", self._eigen),
        )
        velden.check_onbekend()
        return plan

    def _parse_stap(self, velden: Velden) -> Bladstap:
        als = self._vragen.read_voorwaarden(velden, self._per)
        stap = Bladstap(velden.read_tekst("tekst", verplicht=True), als)
        self._vragen.check_invulling(velden.read_knoop("tekst"), self._per, open_mag=True)
        velden.check_onbekend()
        return stap

    def _parse_beste(self) -> Voorkeur | None:
        wat = "'beste' kan alleen per regel van een eerdere vraag"
        hint = "noem die vraag bij 'per', of haal 'beste' weg"
        velden = self._read_groep("beste", wat, hint, mag=self._per not in {"", PARTIJEN})
        if velden is None:
            return None
        voorkeur = Voorkeur(
            kop=velden.read_tekst("kop", verplicht=True),
            wat=velden.read_tekst("wat", verplicht=True),
            aantal=velden.read_geheel("aantal", 1, MEESTE_REGELS, verplicht=True) or 1,
            eerst=read_paren(velden, "eerst", self._eigen, verplicht=True),
        )
        self._check_eigen(velden, voorkeur.wat)
        velden.check_onbekend()
        return voorkeur
