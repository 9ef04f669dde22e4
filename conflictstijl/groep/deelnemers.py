"""The people to put in small groups: from a list (text table or workbook), or from worksheets they filled in."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, GebruikFout, GeweigerdFout, InvoerFout, Plek
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.kolomsoorten import check_bsn, read_rang
from conflictstijl.invoer.koppen import fold_naam
from conflictstijl.laden.werkbladantwoorden import load_ingevuld
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.indeling import MEESTE_DEELNEMERS, Deelnemer
from conflictstijl.model.situatie import GESLOTEN, VEILIGHEID
from conflictstijl.model.tabel import Tabel
from conflictstijl.model.werkblad import Groepering, Werkblad
from conflictstijl.rekenen.herleidbaar import check_herleidbaar
from conflictstijl.tekst import clean_tekst, fold_tekst, render_citaat, render_opsomming

BLADEINDES = (".yaml", ".yml", ".json")
"""Endings of a file that holds one filled-in worksheet."""
_KOPRIJEN = 12
"""Rows in which the headers may stand."""
_LANGSTE_CODE, _LANGSTE_WAARDE = 40, 60
_NUMMERS = frozenset(("id", "nr", "nummer", "volgnummer"))
_GENOEMD = 5
_NAAM = re.compile(r"(?:^|[\s.])[^\W\d_a-z][^\W\d_]*[a-zà-ÿ]{2}")
"""A word with a capital and small letters."""


class Deelnemerlijst(NamedTuple):
    """The people with the worksheet they filled in and how it groups them, and in sentences what was assumed."""

    werkblad: Werkblad
    groepering: Groepering
    deelnemers: tuple[Deelnemer, ...]
    meldingen: tuple[str, ...]


class _Vondst(NamedTuple):
    """Somebody with where they were found."""

    plek: str
    deelnemer: Deelnemer


def load_bestandsnamen(namen: Sequence[str]) -> list[str]:
    """Return the files, with those in a folder in its place: the worksheets, by name."""
    alle: list[str] = []
    for naam in namen:
        pad = Path(naam)
        bladen = sorted(str(een) for een in pad.iterdir() if check_blad(een.name)) if pad.is_dir() else [naam]
        if not bladen:
            raise GebruikFout(f"in de map {render_citaat(naam)} staan geen ingevulde werkbladen")
        alle += bladen
    return alle


def check_blad(naam: str) -> bool:
    """Return True for a file that holds a filled-in worksheet, by its ending."""
    return Path(naam).suffix.lower() in BLADEINDES


def read_lijststand(naam: str) -> str:
    """Return the level of a list in which somebody says that it is or may be unsafe, in a column of that name."""
    for tabel in load_tabellen(naam):
        kolom: int | None = None
        for rij in tabel.read():
            standen = [fold_tekst(cel) for cel in rij]
            if kolom is None:
                kolom = standen.index(VEILIGHEID) if VEILIGHEID in standen else None
            elif kolom < len(standen) and standen[kolom] in GESLOTEN:
                return standen[kolom]
    return ""


def load_deelnemers(bestanden: Sequence[str], naam: str) -> Deelnemerlijst:
    """Return the people in files, each once: who is there again counts as last written.

    `naam` is the worksheet by id or path. Raises GebruikFout for one that says nothing about groups, InvoerFout for a
    file that cannot be used, and GeweigerdFout for fewer people than one group has.
    """
    werkblad = load_werkblad(naam)
    groepering = werkblad.groepering
    if groepering is None:
        raise GebruikFout(f"werkblad '{werkblad.id}' maakt geen groepjes; kies er een met 'groepen', zoals dilemma")
    lezer = _Lezer(naam, werkblad, groepering)
    vondsten = [vondst for bestand in bestanden for vondst in lezer.load_bestand(bestand)]
    per_code = {fold_tekst(vondst.deelnemer.code): vondst for vondst in vondsten}
    deelnemers = tuple(vondst.deelnemer for vondst in per_code.values())
    _check_aantal(len(deelnemers), groepering)
    dubbel = (een for een in vondsten if per_code[fold_tekst(een.deelnemer.code)] is not een)
    meldingen = (*map(_render_dubbel, dubbel), *_build_meldingen(deelnemers))
    return Deelnemerlijst(werkblad, groepering, deelnemers, meldingen)


def _check_aantal(n: int, groepering: Groepering) -> None:
    if n < groepering.van:
        wie = "is 1 deelnemer" if n == 1 else f"zijn {n} deelnemers"
        raise GeweigerdFout(f"er {wie}, en een groepje vraagt er minstens {groepering.van}; praat samen in één kring")
    if n > MEESTE_DEELNEMERS:
        raise GebruikFout(f"er zijn {n} deelnemers, en dit kan met hoogstens {MEESTE_DEELNEMERS}; splits de lijst")


def _render_dubbel(vondst: _Vondst) -> str:
    return f"{vondst.plek}: {render_citaat(vondst.deelnemer.code)} komt later nog eens voor; de laatste telt"


def _build_meldingen(deelnemers: Sequence[Deelnemer]) -> Iterator[str]:
    """Yield what is missing, and which codes may be names."""
    zonder = [een.code for een in deelnemers if not een.organisatie]
    if zonder:
        yield f"zonder organisatie: {_render_codes(zonder)}; dat telt bij het mengen niet mee"
    los = [een.code for een in deelnemers if not een.thema]
    if los:
        yield f"niet alle waarden ingevuld: {_render_codes(los)}; dat telt bij het thema niet mee"
    namen = [een.code for een in deelnemers if check_naam(een.code)]
    if namen:
        yield f"dit lijken namen: {_render_codes(namen)}; gebruik liever codes, zoals D01"
    herleidbaar = [een.code for een in deelnemers if check_herleidbaar("\n".join(een.waarden))]
    if herleidbaar:
        yield f"de waarden van {_render_codes(herleidbaar)} kunnen naar iemand leiden; schrijf ze zonder naam of plaats"


def _render_codes(codes: Sequence[str]) -> str:
    eerste = list(map(render_citaat, codes[:_GENOEMD]))
    rest = len(codes) - len(eerste)
    return render_opsomming([*eerste, f"nog {rest}"] if rest else eerste)


def check_naam(code: str) -> bool:
    """Return True for what looks like the name or the address of a person: not a code, though it may be one."""
    return "@" in code or bool(_NAAM.search(code) and not any(map(str.isdigit, code)))


def _build_deelnemer(code: str, organisatie: str, waarden: Sequence[str]) -> Deelnemer:
    kort = tuple(clean_tekst(waarde, _LANGSTE_WAARDE).rstrip(".") for waarde in waarden)
    return Deelnemer(clean_tekst(code, _LANGSTE_CODE), clean_tekst(organisatie, _LANGSTE_WAARDE), kort)


class _Kaart(NamedTuple):
    """Where things stand in a table: the number of the row with headers, and the index of each column."""

    koprij: int
    code: int | None
    meng: int
    op: tuple[int, ...]


class _Lezer:
    """Reads people who filled in one worksheet (`naam`: by id or path)."""

    def __init__(self, naam: str, werkblad: Werkblad, groepering: Groepering) -> None:
        self._naam = naam
        self._groepering = groepering
        self._vragen = (groepering.meng, *groepering.op)
        kort = {vraag.id: vraag.kort for deel in werkblad.delen for vraag in deel.vragen}
        self._koppen = {fold_naam(kop): vraag for vraag in self._vragen for kop in (vraag, kort[vraag])}

    def load_bestand(self, naam: str) -> Iterator[_Vondst]:
        """Yield the people of one file: of a worksheet one, of a list all."""
        if check_blad(naam):
            yield _Vondst(naam, self._load_uit_blad(naam))
            return
        tabellen = [(tabel, kaart) for tabel in load_tabellen(naam) if (kaart := self._read_kaart(tabel))]
        if not tabellen:
            wat = "in dit bestand staan geen koppen voor een lijst met deelnemers"
            hint = f"zet bovenaan: {render_opsomming(['deelnemer', *self._vragen])}"
            raise InvoerFout([Bevinding(Plek(naam), "kolommen-onbekend", wat, hint)])
        for tabel, kaart in tabellen:
            yield from _read_tabel(tabel, kaart)

    def _load_uit_blad(self, naam: str) -> Deelnemer:
        invulling = load_ingevuld(naam, self._naam).invulling
        organisatie, *waarden = (" ".join(invulling.read_antwoord(vraag)) for vraag in self._vragen)
        return _build_deelnemer(Path(naam).stem, organisatie, waarden)

    def _read_kaart(self, tabel: Tabel) -> _Kaart | None:
        """Return where the columns of a list stand; None when no row near the top has them all."""
        rijen = list(islice(tabel.read(), _KOPRIJEN))
        check_bsn(rijen, tabel.bestand)
        for nummer, rij in enumerate(rijen, 1):
            namen = [self._koppen.get(fold_naam(cel), "") for cel in rij]
            if set(self._vragen) <= set(namen):
                meng, *op = map(namen.index, self._vragen)
                return _Kaart(nummer, _read_codekolom(rij), meng, tuple(op))
        return None


def _read_codekolom(rij: Sequence[str]) -> int | None:
    """Return the column that tells people apart: by its name the surest one, else one with numbers."""
    rangen = [(rang, plaats) for plaats, cel in enumerate(rij) if (rang := read_rang([cel])) is not None]
    nummers = [plaats for plaats, cel in enumerate(rij) if fold_naam(cel) in _NUMMERS]
    return min(rangen)[1] if rangen else next(iter(nummers), None)


def _read_tabel(tabel: Tabel, kaart: _Kaart) -> Iterator[_Vondst]:
    rijen = (rij for rij in islice(enumerate(tabel.read(), 1), kaart.koprij, None) if any(map(str.strip, rij[1])))
    for volgnummer, (nummer, rij) in enumerate(rijen, 1):
        cellen = [*rij, *[""] * (max(kaart.meng, kaart.code or 0, *kaart.op) + 1 - len(rij))]
        code = cellen[kaart.code] if kaart.code is not None else ""
        deelnemer = _build_deelnemer(
            code if code.strip() else f"deelnemer {volgnummer}",
            cellen[kaart.meng],
            [cellen[plaats] for plaats in kaart.op],
        )
        yield _Vondst(f"{tabel.bestand}, rij {nummer}", deelnemer)
