"""Rows that are no person: averages, headers that come again, and rows of somebody who tried the form."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from conflictstijl.invoer.kolomsoorten import check_naam, read_statuskolom
from conflictstijl.invoer.koppen import fold_kop, split_woorden
from conflictstijl.invoer.overslaan import Overslaan
from conflictstijl.model.tabel import Bijzonder, Celsoort, Indeling, Kolommenkaart, Rijstapel, Tabel
from conflictstijl.tekst import fold_tekst, parse_geheel

_TEST = "test"
_SAMENVATTING = split_woorden(
    "gemiddelde gemiddeld gem totaal total totals average averages avg mean mediaan median modus standaarddeviatie "
    "stdev st.dev stddev aantal eindtotaal groepsgemiddelde count respons"
)
_SAMENVATTEND = ("gemiddelde ", "gem. ", "totaal ", "average ", "mean ", "standard deviation", "aantal ", "mediaan ")
_BEGIN = frozenset({"", _TEST[:3], *(woord[:3] for woord in (*_SAMENVATTING, *_SAMENVATTEND))})
"""How cells begin that are worth a closer look: nearly every row is let through by three letters per column."""
_VERDACHT = re.compile(rf"\n\s*(?:\n|\Z|{'|'.join(sorted(filter(None, _BEGIN)))})")
"""A line that begins so, or is blank."""
_PROEFSTATUS = frozenset(("1", "2", "survey preview", "survey test"))
_IMPORT = '{"importid"'
_BIJKOPPEN = frozenset(("response", "open-ended response", "antwoord", "reactie", "other (please specify)"))

_ZIJKOPPEN = split_woorden("stijl schaal dimensie categorie richting sleutel omgekeerd factor style scale")


class Reden(NamedTuple):
    """Why a row is skipped: a code, and a sentence."""

    soort: str
    wat: str


Toets = Callable[[int, Sequence[str]], Reden | None]
"""Gives why a row with this number is skipped, None when there is no such reason."""

LEEG = Reden("leeg", "")
"""A row of spaces; nobody needs to hear of it."""
_TESTRIJ = Reden("testrij", "dit is een proefinzending")
_GEMIDDELDERIJ = Reden("gemiddelde", "dit is een regel met gemiddelden of totalen")
_KOPRIJ = Reden("koprij", "dit is een kopregel")
_GEKOZEN = Reden("overgeslagen", "deze rij laat je zelf weg")


class Zeef:
    """What tells the rows of people from the others; it looks at a few cells of each row only."""

    def __init__(self, tabel: Tabel, kaart: Kolommenkaart, koppen: Sequence[str], over: Overslaan) -> None:
        self._wie = _read_wie(kaart, koppen)
        self._bekeken = tuple(sorted({0, *self._wie}))
        self._toetsen = _build_toetsen(tabel, kaart, koppen, over)
        self._eerste = kaart.kolommen[0].plaats
        self._kop = koppen[self._eerste]
        self._is_kop = _build_koptoets(koppen)

    def read_verdacht(self, stapel: Rijstapel) -> Collection[int]:
        """Return the rows, by their index, that may be of no person: found by a look at whole columns."""
        if self._toetsen:
            return range(len(stapel.nummers))
        verdacht: set[int] = set()
        for kolom in map(stapel.read_kolom, self._bekeken):
            if _VERDACHT.search(_render_kolom(kolom)):
                verdacht.update(rij for rij, cel in enumerate(kolom) if cel.strip()[:3].lower() in _BEGIN)
        if stapel.check_cel(self._eerste, self._kop):
            verdacht.update(rij for rij, cel in enumerate(stapel.read_kolom(self._eerste)) if cel == self._kop)
        return verdacht

    def read_reden(self, nummer: int, cellen: Sequence[str]) -> Reden | None:
        """Return why a row with this number is skipped, None for a row of a person."""
        for plaats in self._bekeken:
            if cellen[plaats].strip()[:3].lower() in _BEGIN:
                reden = _read_samenvatting(cellen, self._wie) or _read_test(cellen, self._wie)
                if reden:
                    return reden
        if cellen[self._eerste] == self._kop and self._is_kop(cellen):
            return _KOPRIJ
        return next(filter(None, (toets(nummer, cellen) for toets in self._toetsen)), None)


def _render_kolom(cellen: Sequence[str]) -> str:
    """Return the cells of a column as lines, in small letters."""
    return "\n".join(["", *cellen]).lower()


def _build_toetsen(tabel: Tabel, kaart: Kolommenkaart, koppen: Sequence[str], over: Overslaan) -> list[Toets]:
    """Return what looks at every row: only what this table has need of."""
    toetsen = _build_kolomtoetsen(koppen, over)
    if tabel.werkboek:
        toetsen.append(_build_formuletoets(kaart))
    if kaart.indeling is Indeling.GEKANTELD:
        toetsen.append(_build_zijkoptoets(kaart))
    return toetsen


def _read_wie(kaart: Kolommenkaart, koppen: Sequence[str]) -> tuple[int, ...]:
    """Return the columns that say who somebody is."""
    genoemd = {plaats for plaats, kop in enumerate(koppen) if plaats == kaart.sleutel or check_naam(kop)}
    return tuple(sorted(genoemd - {kolom.plaats for kolom in kaart.kolommen}))


def _read_samenvatting(cellen: Sequence[str], wie: Sequence[int]) -> Reden | None:
    if not "".join(cellen).strip():
        return LEEG
    is_samenvatting = check_samenvatting(cellen) or any(check_samenvatting([cellen[plaats]]) for plaats in wie)
    return _GEMIDDELDERIJ if is_samenvatting else None


def check_samenvatting(cellen: Sequence[str]) -> bool:
    """Return True for a row of averages or totals: its first filled cell says so."""
    eerste = next(filter(str.strip, cellen), "")
    if eerste.strip()[:3].lower() not in _BEGIN:
        return False
    return fold_kop(eerste) in _SAMENVATTING or fold_tekst(eerste).startswith(_SAMENVATTEND)


def _read_test(cellen: Sequence[str], wie: Sequence[int]) -> Reden | None:
    return _TESTRIJ if any(fold_tekst(cellen[plaats]).startswith(_TEST) for plaats in wie) else None


def _build_koptoets(koppen: Sequence[str]) -> Callable[[Sequence[str]], bool]:
    """Return what tells a header row that comes again; a header of numbers alone can also be somebody's answers."""
    kop = [cel.strip() for cel in koppen]
    is_tekst = any(cel and parse_geheel(cel) is None for cel in kop)
    return lambda cellen: is_tekst and [cel.strip() for cel in cellen[: len(kop)]] == kop


def _build_kolomtoetsen(koppen: Sequence[str], over: Overslaan) -> list[Toets]:
    toetsen: list[Toets] = []
    status = read_statuskolom(koppen)
    if status is not None:
        plaats = status
        toetsen.append(lambda _, cellen: _TESTRIJ if fold_tekst(cellen[plaats]) in _PROEFSTATUS else None)
    if over.rijen or over.waarden:
        toetsen.append(lambda nummer, cellen: _GEKOZEN if over.check_rij(nummer, cellen) else None)
    return toetsen


def _build_zijkoptoets(kaart: Kolommenkaart) -> Toets:
    """Return what finds a column of a turned table that tells more about the questions: their style or scale."""
    plaatsen = range(min(kolom.plaats for kolom in kaart.kolommen))
    return lambda _, cellen: _KOPRIJ if any(fold_kop(cellen[plaats]) in _ZIJKOPPEN for plaats in plaatsen) else None


def _build_formuletoets(kaart: Kolommenkaart) -> Toets:
    """Return what finds a row in which formulas stand for all answers of nobody in particular."""
    vragen = [kolom.plaats for kolom in kaart.kolommen]
    sleutel = kaart.sleutel

    def toets(_: int, cellen: Sequence[str]) -> Reden | None:
        if sleutel is not None and cellen[sleutel].strip():
            return None
        # a formula without a kept value shows nothing, and is no blank cell
        gevuld = [cel for plaats in vragen if (cel := cellen[plaats]) or isinstance(cel, Bijzonder)]
        formules = [cel for cel in gevuld if isinstance(cel, Bijzonder) and cel.soort is Celsoort.FORMULE]
        return _GEMIDDELDERIJ if gevuld and len(formules) == len(gevuld) else None

    return toets


def check_bijregel(cellen: Sequence[str]) -> bool:
    """Return True for a row that a tool writes below its header: import ids, or the word for an answer."""
    gevuld = list(filter(str.strip, cellen))
    # most rows are of people, and have no such sign at all
    if _IMPORT[0] in "".join(gevuld) and any(cel.lstrip().lower().startswith(_IMPORT) for cel in gevuld):
        return True
    return bool(gevuld) and all(fold_kop(cel) in _BIJKOPPEN for cel in gevuld)
