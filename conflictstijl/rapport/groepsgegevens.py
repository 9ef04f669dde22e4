"""A group as data for other programs: the JSON of `groep --json`."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, Voorna
from conflictstijl.model.tabel import Invoermelding
from conflictstijl.rapport.gegevens import FORMAAT

Meldingen = Mapping[str, int] | Iterable[Invoermelding]
"""What there is to tell about places in the file: counted per kind, or, beside the people, one by one."""


def build_groep(vragenlijst: str, deelnemers: int, beeld: Groepsbeeld, voor_na: Voorna | None = None) -> dict[str, Any]:
    """Return the document of `groep --json` without people and messages: those are streamed by `render_groep`."""
    document = {
        "formaat": FORMAAT,
        "soort": "groep",
        "vragenlijst": vragenlijst,
        "deelnemers": deelnemers,
        "groepsbeeld": build_beeld(beeld),
        "reden": beeld.reden,
    }
    return document if voor_na is None else {**document, "voor_na": build_voor_na(voor_na)}


def build_beeld(beeld: Groepsbeeld) -> dict[str, Any] | None:
    """Return a group picture as data; None of a group that is too small."""
    if beeld.geheel is None:
        return None
    groepen = {naam: None if een is None else _build_cijfers(een) for naam, een in beeld.groepen.items()}
    return {
        **_build_cijfers(beeld.geheel),
        "per": None if beeld.kolom is None else {"kolom": beeld.kolom, "groepen": groepen},
        "achtergehouden": list(beeld.achtergehouden),
        "reden": beeld.reden,
    }


def _build_cijfers(cijfers: Groepscijfers) -> dict[str, Any]:
    gemiddelden = {naam: float(waarde) for naam, waarde in cijfers.gemiddelden.items()}
    return {"n": cijfers.n, "eerste_stijl": dict(cijfers.eerste), "gemiddelden": gemiddelden}


def build_voor_na(voor_na: Voorna) -> dict[str, Any]:
    """Return what changed between before and after as data."""
    schalen = {naam: een._asdict() for naam, een in voor_na.schalen.items()}
    return {"n": voor_na.n, "stijlen": schalen, "reden": voor_na.reden}


def render_groep(
    document: Mapping[str, Any], profielen: Iterable[Mapping[str, Any]] | None, meldingen: Callable[[], Meldingen]
) -> Iterator[str]:
    """Yield the document as pieces of text: people one by one, so that memory does not grow with them.

    `profielen` is None when nobody asked for people; then `meldingen` must be counts, for a place tells of a person.
    It is asked for after the last of them, for reading the people is what makes it.
    """
    yield _render_json(document).removesuffix("\n}")
    if profielen is not None:
        yield ',\n  "profielen": '
        yield from _render_rij(profielen)
    yield ',\n  "meldingen": '
    yield from _render_rij(build_meldingen(meldingen()))
    yield "\n}\n"


def build_meldingen(meldingen: Meldingen) -> Iterator[dict[str, Any]]:
    """Yield what there is to tell about places in the file, as data."""
    if isinstance(meldingen, Mapping):
        yield from ({"soort": soort, "aantal": aantal} for soort, aantal in sorted(meldingen.items()))
        return
    for een in meldingen:
        yield {**een._asdict(), "kolom": een.kolom or None, "cel": een.cel or None}


def _render_rij(delen: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    tussen = "["
    for deel in delen:
        yield f"{tussen}\n{_render_json(deel, '    ')}"
        tussen = ","
    yield "[]" if tussen == "[" else "\n  ]"


def _render_json(deel: Mapping[str, Any], marge: str = "") -> str:
    tekst = json.dumps(deel, ensure_ascii=False, indent=2, allow_nan=False)
    return marge + tekst.replace("\n", f"\n{marge}")
