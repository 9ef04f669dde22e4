"""Reading group files: which table holds whose answers, and every person once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, GebruikFout, InvoerFout, Plek
from conflictstijl.groep.dubbelen import (
    Bron,
    Cellen,
    Meld,
    Rij,
    Rijplek,
    Sleutels,
    Stapel,
    Volg,
    read_gelijken,
    read_laatsten,
    read_vervangen,
)
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.cellen import build_lezers
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.invoer.overslaan import NIETS, parse_overslaan
from conflictstijl.invoer.plaatsen import build_celmelding, build_persoonmelding, build_rijmelding, render_persoon
from conflictstijl.invoer.rijen import read_koppen, read_rijen
from conflictstijl.invoer.sleutelkolom import fold_sleutel, read_sleutels
from conflictstijl.invoer.steekproef import check_antwoorden
from conflictstijl.invoer.weigering import ONBEKEND
from conflictstijl.laden.antwoord import parse_antwoord
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Rijstapel, Tabel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst, fold_tekst, render_citaat, render_opsomming

MEESTE_MELDINGEN = 10_000
"""Most places that are kept to be named one by one; beyond these they are counted."""
_MAX_CODE = 80
_BYTES = 16


class Groepsopties(NamedTuple):
    """How a group file is to be read."""

    blad: str = ""
    """Sheet of a workbook; empty for all that can be seen."""
    kolommen: str = ""
    """File that says which column is what; empty to recognise them."""
    sla_over: tuple[str, ...] = ()
    """Rows to pass over: a number, or `column=value`."""
    met_namen: bool = False
    """True to keep names and e-mail addresses."""


GEWOON = Groepsopties()
"""How a group file is read when nobody says otherwise."""


class Meldingen:
    """What there is to tell about the places of a group file: all counted, and the first ones kept."""

    def __init__(self, meldingen: Iterable[Invoermelding] = ()) -> None:
        self.aantallen: Counter[str] = Counter()
        self._eerste: list[Invoermelding] = []
        for melding in meldingen:
            self.write_melding(melding)

    def write_melding(self, melding: Invoermelding) -> None:
        """Add one."""
        self.aantallen[melding.soort] += 1
        if len(self._eerste) < MEESTE_MELDINGEN:
            self._eerste.append(melding)

    @property
    def eerste(self) -> list[Invoermelding]:
        """What was kept, in the order of the files and of their rows."""
        bestanden = list(dict.fromkeys(melding.bestand for melding in self._eerste))
        return sorted(self._eerste, key=lambda melding: (bestanden.index(melding.bestand), melding.rij))


class Groepsinvoer:
    """The people in one or more group files that were made with one questionnaire.

    Every pass reads the files anew: memory does not grow with the rows, but for the keys that tell people apart.
    `meldingen` are those of the last pass.
    """

    def __init__(self, vragenlijst: Vragenlijst, bronnen: Sequence[Bron], opties: Groepsopties) -> None:
        self.vragenlijst = vragenlijst
        self.bronnen = tuple(bronnen)
        self.opties = opties
        self.meldingen = Meldingen()
        self.lezers = build_lezers(vragenlijst, parse_antwoord)
        self._codekolommen = [self._read_codekolom(bron.kaart) for bron in self.bronnen]
        self._eerste = len(vragenlijst.achtergrond)
        self._vervangen: dict[Rijplek, Rijplek] | None = None

    def read_stapels(self) -> Iterator[Stapel]:
        """Yield the row of every person once: the last one of who sent in twice."""
        vervangen = self._load_vervangen()
        meld = self._write_begin()
        stapels = self._read_tabellen(meld)
        if vervangen:
            stapels = read_laatsten(stapels, self.bronnen, vervangen, meld)
        return self._read_gelijken(stapels, meld)

    def read_rijen(self, volg: Volg = iter) -> Iterator[Rij]:
        """Yield what is in `read_stapels` row by row; `volg` sees it go by."""
        for stapel in volg(self.read_stapels()):
            yield from stapel.read_rijen()

    def read_ongezien(self) -> Iterator[Stapel]:
        """Yield all rows in one pass, up to where somebody comes again; afterwards `eenmalig` tells."""
        meld = self._write_begin()
        gezien = Sleutels()
        for stapel in self._read_gelijken(self._read_tabellen(meld), meld):
            if not gezien.write_nieuw(read_sleutels(self.bronnen[stapel.tabel].kaart, stapel.deel)):
                return
            yield stapel
        self._vervangen = {}

    @property
    def eenmalig(self) -> bool:
        """True when it is known that nobody is there twice."""
        return self._vervangen == {}

    def read_bladen(self, volg: Volg = iter) -> Iterator[tuple[str, Antwoordblad]]:
        """Yield the key (empty when there is none) and the answer sheet of every person."""
        for plek, cellen in self.read_rijen(volg):
            yield self.read_sleutel(plek, cellen), self.read_blad(plek, cellen)

    def read_blad(self, plek: Rijplek, cellen: Cellen) -> Antwoordblad:
        """Return the answer sheet of the person in a row."""
        antwoorden = tuple(self.read_antwoord(plek, cellen, nummer) for nummer in range(len(self.lezers)))
        return Antwoordblad(self.vragenlijst.id, antwoorden, deelnemer=self.read_code(plek, cellen))

    def read_antwoord(self, plek: Rijplek, cellen: Cellen, vraag: int) -> Antwoord:
        """Return the answer in a row to a question (its index); None, and a message, when it is not clear."""
        bron = self.bronnen[plek[0]]
        plaats = bron.plaatsen[vraag]
        if plaats is None:
            return None
        antwoord = self.lezers[vraag](cellen[plaats])
        if not isinstance(antwoord, Onduidelijk):
            return antwoord
        self.write_onduidelijk(plek, vraag, plaats, antwoord)
        return None

    def write_onduidelijk(self, plek: Rijplek, vraag: int, plaats: int, wat: Onduidelijk) -> None:
        """Tell about a cell of a row (`plaats`) that holds no clear answer to a question (its index)."""
        bron, naam = self.bronnen[plek[0]], self.vragenlijst.vragen[vraag].id
        onduidelijk = (wat.soort, wat.wat, "leeg")
        self.meldingen.write_melding(build_celmelding(bron.tabel, bron.kaart, (plek[1], plaats), onduidelijk, naam))

    def read_sleutel(self, plek: Rijplek, cellen: Cellen) -> str:
        """Return what tells a person apart; empty when there is nothing."""
        plaats = self.bronnen[plek[0]].kaart.sleutel
        return "" if plaats is None else fold_sleutel(cellen[plaats])

    def read_code(self, plek: Rijplek, cellen: Cellen) -> str:
        """Return how a person is called: by the key, or by the row where there is none that may be kept."""
        (code,) = self.read_codes(Stapel(plek[0], Rijstapel([plek[1]], [cellen])))
        return code

    def read_codes(self, stapel: Stapel) -> Sequence[str]:
        """Return how the people in some rows are called."""
        plaats = self._codekolommen[stapel.tabel]
        plekken = ((stapel.tabel, nummer) for nummer in stapel.deel.nummers)
        if plaats is None:
            return list(map(self.render_plek, plekken))
        codes = stapel.deel.read_kolom(plaats)
        if check_plat(codes):
            return codes
        return [
            clean_tekst(code, _MAX_CODE) or self.render_plek(plek) for code, plek in zip(codes, plekken, strict=True)
        ]

    def _read_codekolom(self, kaart: Kolommenkaart) -> int | None:
        """Return the column with what people are called; None where nothing may be kept."""
        return None if kaart.sleutel in kaart.persoonlijk and not self.opties.met_namen else kaart.sleutel

    def render_plek(self, plek: Rijplek) -> str:
        """Return where a person stands in the files, as who has no code is called."""
        nummer, rij = plek
        return render_persoon(self.bronnen[nummer].kaart, rij, f"{nummer + 1}." if len(self.bronnen) > 1 else "")

    def read_mens(self, plek: Rijplek, cellen: Cellen) -> tuple[str, str]:
        """Return what tells a person apart, and their answers: the key, else these answers, as they were read.

        However a file spells or orders them: a fingerprint of the answers to the items, in the order of these.
        """
        plaatsen = self.bronnen[plek[0]].plaatsen
        lezingen = [
            None if plaats is None else self.lezers[vraag](cellen[plaats])
            for vraag, plaats in enumerate(plaatsen[self._eerste :], self._eerste)
        ]
        blad = build_afdruk(lezingen)
        return self.read_sleutel(plek, cellen) or blad, blad

    def read_plaatsen(self, kolom: str) -> list[int | None]:
        """Return per table the index of a column by its header; None where it is not.

        Raises GebruikFout when no table has it.
        """
        gevouwen = fold_tekst(kolom)
        koppen = [{fold_tekst(kop): plaats for plaats, kop in bron.kaart.overig} for bron in self.bronnen]
        plaatsen = [rij.get(gevouwen) for rij in koppen]
        if any(plaats is not None for plaats in plaatsen):
            return plaatsen
        bekend = [kop for bron in self.bronnen for _, kop in bron.kaart.overig]
        hint = advise_naam(kolom, bekend)
        if not hint:
            hint = f"kies uit {render_opsomming(bekend, 'of')}" if bekend else "er zijn alleen kolommen met antwoorden"
        raise GebruikFout(f"er is geen kolom {render_citaat(kolom)}; {hint}")

    def _load_vervangen(self) -> dict[Rijplek, Rijplek]:
        """Return the rows that a later one of the same person takes the place of, with that later row."""
        if self._vervangen is None:
            self._vervangen = read_vervangen(self._read_tabellen(Meldingen().write_melding), self.bronnen)
        return self._vervangen

    def _write_begin(self) -> Meld:
        """Start a pass: forget what the last one told, and tell what was seen when the files were opened."""
        self.meldingen = Meldingen(melding for bron in self.bronnen for melding in bron.meldingen)
        return self.meldingen.write_melding

    def _read_tabellen(self, meld: Meld) -> Iterator[Stapel]:
        for nummer, bron in enumerate(self.bronnen):
            for deel in read_rijen(bron.tabel, bron.kaart, self.vragenlijst, meld, bron.over):
                _check_leeg(bron, deel, meld)
                yield Stapel(nummer, deel)

    def _read_gelijken(self, stapels: Iterator[Stapel], meld: Meld) -> Iterator[Stapel]:
        if all(bron.kaart.sleutel is not None for bron in self.bronnen):
            return stapels
        return read_gelijken(stapels, self.bronnen, meld)


def _check_leeg(bron: Bron, deel: Rijstapel, meld: Meld) -> None:
    """Tell about who gave no answer at all."""
    for nummer in deel.read_lege(bron.aanwezig):
        wat = ("geen-antwoorden", "deze deelnemer gaf geen enkel antwoord", "telt niet mee")
        meld(build_persoonmelding(bron.kaart, build_rijmelding(bron.tabel, deel.nummers[nummer], *wat)))


def check_plat(codes: Sequence[str]) -> bool:
    """Tell whether codes are all short, of plain letters and digits: in these there is nothing to clean."""
    samen = "".join(codes)
    return samen.isalnum() and samen.isascii() and all(codes) and max(map(len, codes)) <= _MAX_CODE


def build_afdruk(antwoorden: Iterable[Antwoord | Onduidelijk]) -> str:
    """Return a short text that equal answers share; what is not clear is as no answer."""
    from hashlib import blake2b

    tekst = repr([None if isinstance(een, Onduidelijk) else een for een in antwoorden])
    return blake2b(tekst.encode(), digest_size=_BYTES).hexdigest()


def load_groep(bronnen: Sequence[str], vragenlijst: Vragenlijst | str, opties: Groepsopties = GEWOON) -> Groepsinvoer:
    """Open group files that were made with a questionnaire (or its id or path).

    Sheets of a workbook without answers are passed over when another one has them. Raises InvoerFout for a file that
    cannot be used and GebruikFout for a wrong call.
    """
    lijst = vragenlijst if isinstance(vragenlijst, Vragenlijst) else load_vragenlijst(vragenlijst)
    if not lijst.schalen:
        raise GebruikFout(f"'{lijst.id}' heeft geen scores om op te tellen; vul hem per persoon in met 'afnemen'")
    gevonden = [bron for naam in bronnen for bron in _load_bronnen(naam, lijst, opties)]
    return Groepsinvoer(lijst, gevonden, opties)


def load_lijst(naam: str, normen: str = "") -> tuple[Vragenlijst, list[Bevinding]]:
    """Return a questionnaire, with the norm group of a file when one is named, and the warnings about that.

    Raises GebruikFout for an unknown questionnaire and for a norm group of another one, InvoerFout for a broken file.
    """
    lijst = load_vragenlijst(naam)
    if not normen:
        return lijst, []
    from conflictstijl.laden.normgroepen import build_met_normen, load_normgroep

    bevindingen = Bevindingen()
    return build_met_normen(lijst, load_normgroep(normen), Plek(normen), bevindingen), list(bevindingen)


def _load_bronnen(naam: str, vragenlijst: Vragenlijst, opties: Groepsopties) -> list[Bron]:
    """Return the tables of one file that hold answers; raises InvoerFout when none does."""
    bronnen: list[Bron] = []
    fouten: list[InvoerFout] = []
    zonder: list[Invoermelding] = []
    for tabel in load_tabellen(naam, opties.blad):
        try:
            bronnen.append(_load_bron(tabel, vragenlijst, opties))
        except InvoerFout as fout:
            # a sheet about something else is no reason to stop, one with something wrong in it is
            if any(bevinding.code != ONBEKEND for bevinding in fout.bevindingen):
                raise
            fouten.append(fout)
            wat = f"op blad {render_citaat(tabel.blad)} staan geen antwoorden op deze vragen"
            zonder.append(build_rijmelding(tabel, 0, "blad-zonder-antwoorden", wat, "overgeslagen"))
    if not bronnen:
        raise InvoerFout(bevinding for fout in fouten for bevinding in fout.bevindingen)
    if len(bronnen) > 1:
        bronnen = [een._replace(tabel=een.tabel._replace(bestand=_render_blad(een.tabel))) for een in bronnen]
    return [bronnen[0]._replace(meldingen=(*zonder, *bronnen[0].meldingen)), *bronnen[1:]]


def _render_blad(tabel: Tabel) -> str:
    return f"{tabel.bestand}, blad {clean_tekst(tabel.blad)}"


def _load_bron(tabel: Tabel, vragenlijst: Vragenlijst, opties: Groepsopties) -> Bron:
    kaart = _load_kaart(tabel, vragenlijst, opties.kolommen)
    plaatsen = {kolom.vraag: kolom.plaats for kolom in kaart.kolommen}
    over = parse_overslaan(opties.sla_over, read_koppen(tabel, kaart, vragenlijst)) if opties.sla_over else NIETS
    gezien = check_antwoorden(tabel, kaart, vragenlijst, build_lezers(vragenlijst, parse_antwoord), over)
    return Bron(
        tabel,
        kaart,
        tuple(plaatsen.get(vraag.id) for vraag in vragenlijst.vragen),
        over,
        (*tabel.meldingen, *kaart.meldingen, *gezien),
    )


def _load_kaart(tabel: Tabel, vragenlijst: Vragenlijst, kolommen: str) -> Kolommenkaart:
    if not kolommen:
        return read_kaart(tabel, vragenlijst)
    from conflictstijl.invoer.kolommenbestand import parse_kaart
    from conflictstijl.laden.kolommen import load_kolommen

    return parse_kaart(load_kolommen(kolommen, vragenlijst), tabel, vragenlijst, kolommen)
