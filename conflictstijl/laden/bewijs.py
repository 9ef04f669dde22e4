"""The record of a session as one JSON or YAML document: its own, or the preparation of the session."""

from collections.abc import Callable, Mapping
from typing import Any

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.groepstelling import check_formaat
from conflictstijl.laden.intervisie import SOORT as VOORBEREIDING
from conflictstijl.laden.invoerdocument import check_soort, load_wortel, read_aan, read_aantal, read_gegeven, read_vrij
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.velden import Velden, advise_woord
from conflictstijl.model.bewijs import EIGEN_WOORDEN, PLAATSEN, VORMEN, Bewijs
from conflictstijl.tekst import fold_tekst, parse_kloktijd, render_citaat, render_kloktijd

SOORT = "bewijs"
MEESTE_MENSEN = 100
"""Bound on the lines of an attendance list."""
MEESTE_MINUTEN = 24 * 60
"""Bound on what can be meant as the minutes of all breaks."""
TIJDRAAD = "schrijf een tijd zoals '13:30'"
_TEKSTEN = ("datum", "groepsnaam", "begeleider", "registernummer", "werkvorm", *EIGEN_WOORDEN)
_GEMAAKT = ("soort", "netto_minuten", "werkvorm_naam", "let_op", "verklaring")
"""Keys that this program writes itself: they follow from the others."""


def load_bewijs(bron: str) -> Bewijs:
    """Return the record in a file, or on stdin for `-`; raises InvoerFout with all findings."""
    bevindingen = Bevindingen()
    wortel, _ = load_wortel(bron, bevindingen)
    bewijs = parse_bewijs(wortel, bevindingen)
    bevindingen.check_fouten()
    return bewijs


def parse_bewijs(wortel: Knoop, bevindingen: Bevindingen) -> Bewijs:
    """Return the record in a tree; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit verslag")
    check_formaat(velden)
    soort = velden.read_knoop("soort")
    if isinstance(soort, Tekst) and soort.waarde == VOORBEREIDING:
        return _read_voorbereiding(velden)
    check_soort(velden, SOORT, "dit is geen verslag, en ook geen voorbereiding van intervisie")
    gelezen: Mapping[str, Any] = {
        **{naam: read_vrij(velden, naam) for naam in _TEKSTEN},
        "begin": _read_woord(velden, "begin", parse_tijd),
        "einde": _read_woord(velden, "einde", parse_tijd),
        "pauze": _read_pauze(velden),
        "vorm": _read_woord(velden, "vorm", parse_vorm, VORMEN),
        "plaats": _read_woord(velden, "plaats", parse_plaats, PLAATSEN),
        "begeleid": read_aan(velden, "begeleid"),
        "deelnemers": read_aantal(velden, "deelnemers", MEESTE_MENSEN),
        "akkoord": bool(read_aan(velden, "akkoord")),
    }
    velden.check_onbekend(_GEMAAKT)
    return Bewijs(**gelezen)


def _read_voorbereiding(velden: Velden) -> Bewijs:
    """Return what a preparation knows already; of its case and its group nothing is read."""
    return Bewijs(
        datum=read_vrij(velden, "datum"),
        groepsnaam=read_vrij(velden, "groepsnaam"),
        begeleider=read_vrij(velden, "begeleider"),
        werkvorm=read_vrij(velden, "werkvorm"),
        thema=read_vrij(velden, "leervraag"),
        # there it may be written in words, and then it is no time to count with
        begin=parse_tijd(read_vrij(velden, "begin")),
        vorm="intervisie",
    )


def parse_tijd(tekst: str) -> str:
    """Return a time of day in its usual form, empty when it is none."""
    minuten = parse_kloktijd(tekst)
    return "" if minuten is None else render_kloktijd(minuten)


def parse_vorm(tekst: str) -> str:
    """Return the id of a form of session, given by id or name; empty when there is none."""
    return _parse_keuze(tekst, VORMEN)


def parse_plaats(tekst: str) -> str:
    """Return the id of where people met, given by id or name; empty when there is none."""
    return _parse_keuze(tekst, PLAATSEN)


def _parse_keuze(tekst: str, keuzes: Mapping[str, str]) -> str:
    gezocht = fold_tekst(tekst)
    return next((naam for naam, lang in keuzes.items() if gezocht in (naam, fold_tekst(lang))), "")


def _read_woord(velden: Velden, naam: str, parse: Callable[[str], str], keuzes: Mapping[str, str] | None = None) -> str:
    """Return the value of a key as `parse` gives it; without choices it is a time."""
    tekst = read_vrij(velden, naam)
    waarde = parse(tekst)
    knoop = read_gegeven(velden, naam)
    if tekst and not waarde and knoop is not None:
        raad = advise_woord(tekst, keuzes) if keuzes else TIJDRAAD
        velden.bevindingen.add(knoop.plek, "onbekende-keuze", f"'{naam}' kan niet {render_citaat(tekst)} zijn", raad)
    return waarde


def _read_pauze(velden: Velden) -> int:
    return velden.read_geheel("pauze", 0, MEESTE_MINUTEN) or 0 if read_gegeven(velden, "pauze") is not None else 0
