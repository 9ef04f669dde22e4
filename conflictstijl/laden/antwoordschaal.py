"""The answers of a questionnaire: a list of labels (1, 2, 3 ...) or a map from value to label."""

from itertools import pairwise
from typing import NamedTuple

from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoord import NVT_WOORDEN
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import check_dubbel, check_leeg, read_tekst
from conflictstijl.model.vragen import Antwoordpunt, Antwoordschaal
from conflictstijl.tekst import fold_tekst, parse_geheel, render_citaat

_MINSTE, _MEESTE = 2, 11
_NVT = "nvt"
_NVT_LABEL = "niet van toepassing"
_NVT_ALS_LABEL = (*NVT_WOORDEN, _NVT_LABEL)
OPDRACHTWOORDEN = ("stop", "quit", "terug", "vorige", "overslaan", "sla over", "help", "hulp", "?", "klaar", "lijst")
"""What a person types to do something else than answer; the words of `afname`, which stands above this layer."""


class _Punt(NamedTuple):
    """One answer in the file: its value (None for `nvt`), its label and its place."""

    waarde: int | None
    label: str
    plek: Plek


def parse_antwoordschaal(knoop: Knoop, bevindingen: Bevindingen) -> Antwoordschaal | None:
    """Return the answer scale that a node describes, or None with findings."""
    fouten = bevindingen.count_fouten()
    if isinstance(knoop, Lijst):
        punten = [_Punt(i, _parse_label(deel, bevindingen), deel.plek) for i, deel in enumerate(knoop.delen, 1)]
    elif isinstance(knoop, Kaart):
        punten = _parse_kaart(knoop, bevindingen)
    else:
        hint = "schrijf bijvoorbeeld: antwoorden: [Nooit, Soms, Vaak]"
        bevindingen.add(knoop.plek, "antwoorden", "'antwoorden' is een lijst van antwoorden", hint)
        return None
    if bevindingen.count_fouten() == fouten:
        _check_punten(knoop, punten, bevindingen)
    gewoon = tuple(Antwoordpunt(punt.waarde, punt.label) for punt in punten if punt.waarde is not None)
    nvt = next((punt.label or _NVT_LABEL for punt in punten if punt.waarde is None), None)
    return Antwoordschaal(gewoon, nvt) if bevindingen.count_fouten() == fouten else None


def _parse_label(knoop: Knoop, bevindingen: Bevindingen) -> str:
    if check_leeg(knoop) or (isinstance(knoop, Tekst) and not knoop.waarde):
        return ""
    return read_tekst(knoop, bevindingen, "een antwoord") or ""


def _parse_kaart(knoop: Kaart, bevindingen: Bevindingen) -> list[_Punt]:
    check_dubbel(knoop, bevindingen)
    punten: list[_Punt] = []
    for sleutel, waarde in knoop.paren:
        label = _parse_label(waarde, bevindingen)
        getal = parse_geheel(sleutel.waarde)
        if sleutel.waarde != _NVT and getal is None:
            wat = f"{render_citaat(sleutel.waarde)} is geen waarde voor een antwoord"
            bevindingen.add(sleutel.plek, "antwoorden", wat, f"gebruik een geheel getal of '{_NVT}'")
        else:
            punten.append(_Punt(getal, label, sleutel.plek))
    return punten


def _check_punten(knoop: Knoop, punten: list[_Punt], bevindingen: Bevindingen) -> None:
    gewoon = [(punt.waarde, punt) for punt in punten if punt.waarde is not None]
    if not _MINSTE <= len(gewoon) <= _MEESTE:
        hint = f"maak er {_MINSTE} tot en met {_MEESTE} van, met een komma ertussen"
        aantal = "is 1 antwoord" if len(gewoon) == 1 else f"zijn {len(gewoon)} antwoorden"
        bevindingen.add(knoop.plek, "antwoorden", f"er {aantal}", hint)
        return
    for (eerder, _), (waarde, punt) in pairwise(gewoon):
        if waarde <= eerder:
            wat = f"de waarden lopen niet op: {waarde} komt na {eerder}"
            bevindingen.add(punt.plek, "antwoorden", wat, "zet ze van laag naar hoog")
            return
    _check_labels(punten, bevindingen)


def _check_labels(punten: list[_Punt], bevindingen: Bevindingen) -> None:
    eerder: set[str] = set()
    for punt in punten:
        gevouwen = fold_tekst(punt.label)
        if gevouwen and gevouwen in eerder:
            wat = f"het antwoord {render_citaat(punt.label)} staat er twee keer"
            bevindingen.add(punt.plek, "antwoorden", wat, "geef elk antwoord een eigen tekst")
            return
        if not _check_waarde(punt, gevouwen, bevindingen):
            return
        eerder.add(gevouwen)


def _check_waarde(punt: _Punt, gevouwen: str, bevindingen: Bevindingen) -> bool:
    """Return False after a finding for a label that means another value, or none at all, to who types it."""
    getal = parse_geheel(gevouwen)
    if getal is not None and getal != punt.waarde:
        wat = f"het antwoord '{getal}' krijgt hier een andere waarde ({_NVT if punt.waarde is None else punt.waarde})"
        bevindingen.add(punt.plek, "antwoorden", wat, 'schrijf de waarden erbij: antwoorden: {0: "0", 1: "1"}')
        return False
    if gevouwen in _NVT_ALS_LABEL and punt.waarde is not None:
        wat = f"het antwoord {render_citaat(punt.label)} zou hier meetellen als {punt.waarde}"
        hint = f"schrijf de waarden erbij: antwoorden: {{1: Nooit, 2: Soms, 3: Vaak, {_NVT}: {_NVT}}}"
        bevindingen.add(punt.plek, "antwoorden", wat, hint)
        return False
    if gevouwen in OPDRACHTWOORDEN:
        wat = f"wie bij het invullen {render_citaat(punt.label)} typt, geeft een opdracht en geen antwoord"
        bevindingen.add_waarschuwing(punt.plek, "antwoorden", wat, "schrijf het antwoord anders")
    return True
