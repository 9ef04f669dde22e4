"""Worksheets: one file per worksheet, with its questions."""

from enum import StrEnum
from itertools import count

from conflictstijl.fouten import Bevinding
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import WERKBLAD, load_alle, load_een
from conflictstijl.laden.kennis import read_delen
from conflictstijl.laden.knopen import Kaart, Knoop
from conflictstijl.laden.situaties import check_invulwoorden
from conflictstijl.laden.velden import JaNee, Velden, advise_woord, check_id, read_janee, render_namen
from conflictstijl.model.werkblad import (
    MEESTE_REGELS,
    PARTIJEN,
    Bladdeel,
    Gezelschap,
    Moment,
    Navraag,
    Sleutel,
    Vraageis,
    Werkblad,
    Werkvraag,
)
from conflictstijl.tekst import fold_tekst, render_citaat, render_zin

LANGSTE = 120
"""Most minutes that a worksheet may say to take."""
MEESTE_KEUZES = 9
_WERKVRAAG = "werkvraag"
_MET_KEUZES = ("lang", "hoogstens", "eis")
"""What does not go with a closed list of answers."""


class Per(StrEnum):
    """For what every question of a part is asked again."""

    PARTIJ = "partij"


class Vooraf(StrEnum):
    """What comes before a worksheet."""

    VRAGEN = "vragen"


def load_werkblad(naam: str) -> Werkblad:
    """Return a worksheet by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    return load_een(naam, WERKBLAD, parse_werkblad)


def load_werkbladen() -> tuple[list[Werkblad], list[Bevinding]]:
    """Return every worksheet that can be used, and the findings of those that cannot."""
    return load_alle(WERKBLAD, load_werkblad)


def check_ingevuld(wortel: Knoop) -> bool:
    """Return True for a file with the answers to a worksheet."""
    namen = {sleutel.waarde for sleutel, _ in wortel.paren} if isinstance(wortel, Kaart) else set[str]()
    return {"werkblad", "antwoorden"} <= namen


def parse_werkblad(wortel: Knoop, bevindingen: Bevindingen) -> Werkblad:
    """Return the worksheet that a tree describes; usable only when `bevindingen` holds no error."""
    ingevuld = check_ingevuld(wortel)
    if ingevuld:
        wat = "dit is een ingevuld werkblad, en hier hoort een werkblad met vragen"
        bevindingen.add(wortel.plek, "andere-soort", wat, "geef dit bestand met --antwoorden")
    velden = Velden(wortel, bevindingen, "dit werkblad", stil=ingevuld)
    werkblad = Werkblad(
        id=velden.read_kop(WERKBLAD.naam),
        titel=velden.read_tekst("titel", verplicht=True),
        doel=velden.read_tekst("doel", verplicht=True),
        moment=velden.read_keuze("moment", Moment, Moment.VOOR),
        met=velden.read_keuze("met", Gezelschap, Gezelschap.ALLEEN),
        minuten=velden.read_geheel("minuten", 1, LANGSTE, verplicht=True) or 0,
        uitleg=velden.read_tekst("uitleg"),
        veiligheid=velden.read_woord("veiligheid", Vooraf) is Vooraf.VRAGEN,
        delen=_Lezer(bevindingen).parse_delen(velden),
        bron=velden.read_tekst("bron", verplicht=True),
        versie=velden.read_versie(),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    if velden.read_knoop(WERKBLAD.naam):
        check_invulwoorden(wortel, bevindingen)
    return werkblad


class _Lezer:
    """Reads the questions of one worksheet; their ids are unique over all its parts."""

    def __init__(self, bevindingen: Bevindingen) -> None:
        self._bevindingen = bevindingen
        self._ids: set[str] = set()
        self._nummers = count(1)

    def parse_delen(self, velden: Velden) -> tuple[Bladdeel, ...]:
        """Return the parts; questions outside of any part are one without a name."""
        knoop = velden.read_knoop("onderdelen")
        if knoop is None:
            return (self._parse_inhoud(velden, ""),)
        vragen = velden.read_knoop("vragen")
        if vragen is not None:
            wat = "een werkblad heeft 'vragen' of 'onderdelen', niet allebei"
            self._bevindingen.add(vragen.plek, _WERKVRAAG, wat, "zet deze vragen in een onderdeel")
        return tuple(map(self._parse_deel, read_delen(velden, "onderdelen")))

    def _parse_deel(self, velden: Velden) -> Bladdeel:
        deel = self._parse_inhoud(velden, velden.read_tekst("naam", verplicht=True))
        deel = deel._replace(uitleg=velden.read_tekst("uitleg"))
        velden.check_onbekend()
        return deel

    def _parse_inhoud(self, velden: Velden, naam: str) -> Bladdeel:
        per_partij = velden.read_woord("per", Per) is Per.PARTIJ
        vragen = tuple(map(self._parse_vraag, read_delen(velden, "vragen")))
        deel = Bladdeel(naam, vragen, per_partij=per_partij)
        knoop = velden.read_knoop("navragen")
        if knoop is None:
            return deel
        if not per_partij:
            hint = "zet er 'per: partij' bij, of haal 'navragen' weg"
            self._bevindingen.add(knoop.plek, _WERKVRAAG, "navragen kan alleen per partij", hint)
        return deel._replace(navraag=_parse_navraag(Velden(knoop, self._bevindingen, "'navragen'"), vragen))

    def _parse_vraag(self, velden: Velden) -> Werkvraag:
        naam = self._read_id(velden)
        verplicht = read_janee(velden, "verplicht")
        vraag = Werkvraag(
            id=naam,
            vraag=velden.read_tekst("vraag", verplicht=True),
            kort=velden.read_tekst("kort") or render_zin(naam.replace("-", " ").replace("_", " ")),
            uitleg=velden.read_tekst("uitleg"),
            voorbeeld=velden.read_tekst("voorbeeld"),
            waarom=velden.read_tekst("waarom", verplicht=verplicht),
            lang=read_janee(velden, "lang"),
            keuzes=_read_keuzes(velden),
            hoogstens=velden.read_geheel("hoogstens", 1, MEESTE_REGELS) or 1,
            eis=velden.read_woord("eis", Vraageis),
            in_verslag=velden.read_woord("verslag", JaNee) is not JaNee.NEE,
        )
        _check_samen(velden, vraag, verplicht=verplicht)
        velden.check_onbekend()
        return vraag

    def _read_id(self, velden: Velden) -> str:
        """Return the id of a question; its number where it has none."""
        volgnummer = f"vraag-{next(self._nummers)}"
        knoop = velden.read_knoop("id")
        naam = volgnummer if knoop is None else check_id(knoop, self._bevindingen)
        plek = velden.plek if knoop is None else knoop.plek
        if naam == PARTIJEN:
            self._bevindingen.add(plek, "vaste-naam", f"een vraag kan niet '{naam}' heten", "kies een andere naam")
        elif naam is not None and naam in self._ids:
            self._bevindingen.add(plek, "dubbel-id", f"de id '{naam}' staat er al", "geef elke vraag een eigen id")
        self._ids.add(naam or "")
        return naam or ""


def _read_keuzes(velden: Velden) -> tuple[str, ...]:
    keuzes = velden.read_teksten("keuzes")
    knoop = velden.read_knoop("keuzes")
    gevouwen = {fold_tekst(keuze) for keuze in keuzes}
    if knoop is not None and keuzes and not 1 < len(keuzes) == len(gevouwen) <= MEESTE_KEUZES:
        wat = f"'keuzes' heeft twee tot en met {MEESTE_KEUZES} verschillende antwoorden"
        velden.bevindingen.add(knoop.plek, _WERKVRAAG, wat, "schrijf bijvoorbeeld: keuzes: [gevraagd, aangenomen]")
    return keuzes


def _check_samen(velden: Velden, vraag: Werkvraag, *, verplicht: bool) -> None:
    """Report keys of a question that do not go together."""
    erbij = [naam for naam in _MET_KEUZES if velden.read_knoop(naam) is not None]
    if vraag.keuzes and erbij:
        wat = f"een vraag met 'keuzes' heeft geen {render_namen(erbij)}"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "haal een van de twee weg")
    if vraag.lang and vraag.hoogstens > 1:
        wat = "'lang' en 'hoogstens' gaan niet samen: een lang antwoord is één antwoord"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "haal een van de twee weg")
    if vraag.waarom and not verplicht:
        wat = "'waarom' zegt waarom een vraag verplicht is, en deze vraag is dat niet"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "zet er 'verplicht: ja' bij, of haal 'waarom' weg")


def _parse_navraag(velden: Velden, vragen: tuple[Werkvraag, ...]) -> Navraag:
    """Return what is still to be asked when; every name in it is a question of the same part."""
    gevraagd = _read_paren(velden, "gevraagd", vragen, verplicht=True)
    navraag = Navraag(
        gevraagd=gevraagd[0] if gevraagd else ("", ""),
        wat=velden.read_teksten("wat", verplicht=True),
        eerst=_read_paren(velden, "eerst", vragen),
    )
    knoop = velden.read_knoop("wat")
    bekend = {vraag.id for vraag in vragen}
    for naam in navraag.wat:
        if knoop is not None and naam not in bekend:
            wat = f"in dit onderdeel is geen vraag {render_citaat(naam)}"
            velden.bevindingen.add(knoop.plek, _WERKVRAAG, wat, advise_woord(naam, bekend))
    velden.check_onbekend()
    return navraag


def _read_paren(
    velden: Velden, naam: str, vragen: tuple[Werkvraag, ...], *, verplicht: bool = False
) -> tuple[Sleutel, ...]:
    """Return pairs of a question and one of its choices."""
    knoop = velden.read_knoop(naam, verplicht=verplicht)
    if knoop is None:
        return ()
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    keuzes = {vraag.id: vraag.keuzes for vraag in vragen}
    paren: list[Sleutel] = []
    for sleutel, _ in deel:
        paar = sleutel.waarde, deel.read_tekst(sleutel.waarde)
        paren.append(paar)
        if paar[1] and paar[1] not in keuzes.get(paar[0], ()):
            wat = f"{render_citaat(paar[1])} is geen keuze van een vraag {render_citaat(paar[0])} in dit onderdeel"
            velden.bevindingen.add(sleutel.plek, _WERKVRAAG, wat, "noem een vraag met keuzes, en een keuze daarvan")
    deel.check_onbekend()
    return tuple(paren)
