"""The questions of a worksheet, and what they say about each other: conditions, choices and texts to be filled in."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.velden import JaNee, Velden, advise_woord, check_id, read_janee, render_namen
from conflictstijl.model.bladrij import INVULPLAATS
from conflictstijl.model.bladvulling import Vulling
from conflictstijl.model.werkblad import (
    LANGSTE_GROEP,
    MEESTE_REGELS,
    PARTIJEN,
    WIE,
    Bladvoorwaarde,
    Keuze,
    Vraageis,
    Werkvraag,
)
from conflictstijl.tekst import clean_tekst, fold_tekst, render_citaat, render_zin

MEESTE_KEUZES = 9
_WERKVRAAG = "werkvraag"
_INVULWOORD = "invulwoord"
_MET_KEUZES = ("lang", "hoogstens", "eis", "vul")
"""What does not go with a closed list of answers."""
_MET_KIES_UIT = ("keuzes", "lang", "eis", "vul")
"""What does not go with a choice out of one's own answers."""


class Eerder(NamedTuple):
    """A question that was asked before, and for every line of which other question (empty: once)."""

    vraag: Werkvraag
    per: str


class Vragen:
    """Reads the questions of one worksheet, and knows those that come before; ids are unique over all its parts."""

    def __init__(self, bevindingen: Bevindingen) -> None:
        self.bevindingen = bevindingen
        self.bekend: dict[str, Eerder] = {}
        self.invulplekken: set[Plek] = set()
        """Where something between braces was looked at."""
        self._nummers = count(1)

    def add_wie(self) -> None:
        """Know the question who are there, which comes before the first one per party."""
        self.bekend.setdefault(PARTIJEN, Eerder(WIE, ""))

    def parse_vraag(self, velden: Velden, per: str) -> Werkvraag:
        """Return one question of a part that is asked for every line of the question `per`."""
        naam = self._read_id(velden)
        verplicht = read_janee(velden, "verplicht")
        kies_uit = self._read_kies_uit(velden, per)
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
            vul=velden.read_woord("vul", Vulling),
            als=self.read_voorwaarden(velden, per),
            kies_uit=kies_uit,
            verschillend=bool(kies_uit),
        )
        _check_samen(velden, vraag, verplicht=verplicht)
        self._check_invulling(velden, per)
        velden.check_onbekend()
        self.bekend[naam] = Eerder(vraag, per)
        return vraag

    def _read_id(self, velden: Velden) -> str:
        """Return the id of a question; its number where it has none."""
        volgnummer = f"vraag-{next(self._nummers)}"
        knoop = velden.read_knoop("id")
        naam = volgnummer if knoop is None else check_id(knoop, self.bevindingen)
        plek = velden.plek if knoop is None else knoop.plek
        if naam == PARTIJEN:
            self.bevindingen.add(plek, "vaste-naam", f"een vraag kan niet '{naam}' heten", "kies een andere naam")
        elif naam is not None and naam in self.bekend:
            self.bevindingen.add(plek, "dubbel-id", f"de id '{naam}' staat er al", "geef elke vraag een eigen id")
        return naam or ""

    def read_per(self, velden: Velden) -> str:
        """Return the question for every line of which a part is asked; empty when it is asked once."""
        naam = velden.read_tekst("per")
        if naam == "partij":
            self.add_wie()
            return PARTIJEN
        eerder = self.bekend.get(naam)
        knoop = velden.read_knoop("per")
        if not naam or knoop is None:
            return ""
        if eerder is None:
            self._write_onbekend(knoop.plek, naam, ["partij", *self._read_lijsten()])
        elif not self._check_lijst(eerder):
            wat = f"vraag {render_citaat(naam)} heeft geen losse regels om per regel op door te vragen"
            hint = "zet bij die vraag hoogstens: 10, of noem een andere vraag"
            self.bevindingen.add(knoop.plek, _WERKVRAAG, wat, hint)
        else:
            check_verslag(knoop.plek, eerder.vraag, self.bevindingen)
            return naam
        return ""

    def _check_lijst(self, eerder: Eerder) -> bool:
        return not eerder.per and eerder.vraag.hoogstens > 1 and not eerder.vraag.lang

    def _read_lijsten(self) -> Iterator[str]:
        return (naam for naam, eerder in self.bekend.items() if naam != PARTIJEN and self._check_lijst(eerder))

    def _write_onbekend(self, plek: Plek, naam: str, namen: Collection[str]) -> None:
        hint = advise_woord(naam, namen) if namen else "noem een vraag die eerder komt"
        self.bevindingen.add(plek, _WERKVRAAG, f"hiervoor komt geen vraag {render_citaat(naam)}", hint)

    def _read_kies_uit(self, velden: Velden, per: str) -> str:
        """Return the question from whose answers somebody chooses."""
        naam = velden.read_tekst("kies_uit")
        knoop = velden.read_knoop("kies_uit")
        if not naam or knoop is None:
            return ""
        eerder = self.bekend.get(naam)
        if eerder is None:
            self._write_onbekend(knoop.plek, naam, [een for een, wie in self.bekend.items() if _check_keus(wie, per)])
        elif not _check_keus(eerder, per):
            wat = f"uit de antwoorden op {render_citaat(naam)} kan iemand hier niet kiezen"
            hint = "noem een eerdere vraag met hoogstens: 2 of meer, of een vraag uit een eerder onderdeel met 'per'"
            self.bevindingen.add(knoop.plek, _WERKVRAAG, wat, hint)
        else:
            check_verslag(knoop.plek, eerder.vraag, self.bevindingen)
        return naam

    def read_voorwaarden(self, velden: Velden, per: str) -> tuple[Bladvoorwaarde, ...]:
        """Return what a question or a step depends on: choices of questions about the same line, or the whole."""
        knoop = velden.read_knoop("als")
        if knoop is None:
            return ()
        deel = Velden(knoop, self.bevindingen, "'als'")
        voorwaarden: list[Bladvoorwaarde] = []
        keuzes = {
            een: wie.vraag.keuzes for een, wie in self.bekend.items() if wie.per in ("", per) and wie.vraag.keuzes
        }
        for sleutel, waarde in deel:
            naam, teksten = sleutel.waarde, deel.read_teksten(sleutel.waarde)
            if naam not in keuzes:
                wat = f"hiervoor komt geen vraag {render_citaat(naam)} met keuzes"
                self.bevindingen.add(sleutel.plek, _WERKVRAAG, wat, _advise_keuzevraag(naam, keuzes))
                continue
            check_verslag(sleutel.plek, self.bekend[naam].vraag, self.bevindingen)
            for tekst in teksten:
                if tekst not in keuzes[naam]:
                    wat = f"{render_citaat(tekst)} is geen keuze van vraag {render_citaat(naam)}"
                    self.bevindingen.add(waarde.plek, _WERKVRAAG, wat, advise_woord(tekst, keuzes[naam]))
            voorwaarden.append(Bladvoorwaarde(naam, teksten))
        deel.check_onbekend()
        return tuple(voorwaarden)

    def _check_invulling(self, velden: Velden, per: str) -> None:
        for naam in ("vraag", "uitleg"):
            self.check_invulling(velden.read_knoop(naam), per)

    def check_invulling(self, knoop: Knoop | None, per: str, *, open_mag: bool = False) -> None:
        """Report what cannot be filled in in a text about one line of `per`; with `open_mag` it may be missing."""
        if not isinstance(knoop, Tekst):
            return
        self.invulplekken.add(knoop.plek)
        for plaats in INVULPLAATS.finditer(knoop.waarde):
            eerder = self.bekend.get(plaats[1])
            bezwaar = _advise_invulling(plaats[1], eerder if eerder and eerder.per in {"", per} else None, open_mag)
            if bezwaar:
                self.bevindingen.add(knoop.plek, _INVULWOORD, *bezwaar)


def check_verslag(plek: Plek, vraag: Werkvraag, bevindingen: Bevindingen) -> None:
    """Report an answer that does not go on paper, and here would."""
    if not vraag.in_verslag:
        bevindingen.add(plek, _WERKVRAAG, *_advise_verslag(vraag))


def _advise_verslag(vraag: Werkvraag) -> tuple[str, str]:
    wat = f"het antwoord op {render_citaat(vraag.id)} blijft uit het verslag, en hier komt het er toch in"
    return wat, "noem een andere vraag, of haal daar 'verslag: nee' weg"


def _advise_keuzevraag(naam: str, keuzes: Mapping[str, tuple[str, ...]]) -> str:
    return advise_woord(naam, list(keuzes)) if keuzes else "zet eerst een vraag met 'keuzes' in het blad"


def _check_keus(eerder: Eerder, per: str) -> bool:
    """Return True for a question with answers that somebody can choose from: more than one, all given before."""
    vraag = eerder.vraag
    return not vraag.keuzes and not vraag.lang and (vraag.hoogstens > 1 if not eerder.per else eerder.per != per)


def _advise_invulling(woord: str, eerder: Eerder | None, open_mag: bool) -> tuple[str, str] | None:
    """Return what is wrong with filling in the answer to a question, and what to do; None when it can."""
    if eerder is None:
        wat = f"voor {{{clean_tekst(woord, 40)}}} in deze tekst is niets ingevuld"
        return wat, "haal de accolades weg, of noem een eerdere vraag"
    vraag, naam = eerder.vraag, render_citaat(woord)
    if not vraag.in_verslag:
        return _advise_verslag(vraag)
    if vraag.lang or vraag.hoogstens > 1:
        return f"vraag {naam} heeft meer dan een regel, en hier past er een", "noem een andere vraag"
    if not open_mag and (not vraag.verplicht or vraag.als or vraag.kies_uit):
        return f"op vraag {naam} komt niet altijd een antwoord", "zet daar 'verplicht: ja', zonder 'als' of 'kies_uit'"
    return None


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
    for naam, niet in (("keuzes", _MET_KEUZES), ("kies_uit", _MET_KIES_UIT)):
        erbij = [een for een in niet if velden.read_knoop(een) is not None]
        if velden.read_knoop(naam) is not None and erbij:
            wat = f"een vraag met '{naam}' heeft geen {render_namen(erbij)}"
            velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "haal een van de twee weg")
    if vraag.lang and vraag.hoogstens > 1:
        wat = "'lang' en 'hoogstens' gaan niet samen: een lang antwoord is één antwoord"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "haal een van de twee weg")
    if verplicht and not vraag.in_verslag:
        wat = "'verplicht' en 'verslag: nee' gaan niet samen: zo'n antwoord staat ook niet in een bestand"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "haal een van de twee weg")
    if vraag.waarom and not verplicht:
        wat = "'waarom' zegt waarom een vraag verplicht is, en deze vraag is dat niet"
        velden.bevindingen.add(velden.plek, _WERKVRAAG, wat, "zet er 'verplicht: ja' bij, of haal 'waarom' weg")


def read_paren(velden: Velden, naam: str, vragen: Iterable[Werkvraag], *, verplicht: bool = False) -> tuple[Keuze, ...]:
    """Return pairs of a question and one of its choices."""
    knoop = velden.read_knoop(naam, verplicht=verplicht)
    if knoop is None:
        return ()
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    eigen = {vraag.id: vraag for vraag in vragen}
    paren: list[Keuze] = []
    for sleutel, _ in deel:
        paar = sleutel.waarde, deel.read_tekst(sleutel.waarde)
        paren.append(paar)
        vraag = eigen.get(paar[0])
        if vraag is not None and paar[1] in vraag.keuzes:
            check_verslag(sleutel.plek, vraag, velden.bevindingen)
        elif paar[1]:
            wat = f"{render_citaat(paar[1])} is geen keuze van een vraag {render_citaat(paar[0])} in dit onderdeel"
            velden.bevindingen.add(sleutel.plek, _WERKVRAAG, wat, "noem een vraag met keuzes, en een keuze daarvan")
    deel.check_onbekend()
    return tuple(paren)


def build_lijst(vraag: Werkvraag) -> Werkvraag:
    """Return a question as it is when others are asked about each of its lines: these are short and differ."""
    return vraag._replace(langste=LANGSTE_GROEP, verschillend=True)
