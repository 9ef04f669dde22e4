"""One sitting at a worksheet: go on where someone stopped, keep every answer, and keep what is finished."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.werkbladmodus import Werkbladmodus
from conflictstijl.afname.werkbladverloop import Werkbladverloop
from conflictstijl.afname.zitting import render_samen
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, GeweigerdFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.bladvulling import Vooraf
from conflictstijl.model.werkblad import Invulling, Werkblad
from conflictstijl.opslag.bladregels import Bewaardblad
from conflictstijl.opslag.werkbladen import Bladbestand, build_bladbestand, load_begonnen, resume_bladbestand
from conflictstijl.rekenen.werkblad import clean_denkwerk
from conflictstijl.tekst import render_tijd

_BEWAARD = (
    "Je antwoorden blijven op deze computer tot je ze wist. Gaan ze over anderen? Noem rollen, geen namen. "
    "Gebruikt een ander deze computer ook? Begin dan met --niet-bewaren."
)
_GESTOPT = (GebruikFout, SchrijfFout, OnderbrokenFout, KeyboardInterrupt)
_Afloop = ConflictstijlFout | KeyboardInterrupt
_NIET = "Het programma bewaart niets. Stop je, dan zijn je antwoorden weg."


class Bladwens(NamedTuple):
    """Where to keep answers (None: nowhere), whether to go on with earlier ones (None: ask), and the command.

    `bron` is the text of the file with the questions, `vooraf` what answers are filled with beforehand.
    """

    folder: Path | None
    hervat: bool | None
    opdracht: str
    bron: str = ""
    vooraf: Vooraf = MappingProxyType({})


@dataclass(slots=True)
class Bladzitting:
    """What somebody filled in; once it is kept as finished `sessie` names it (empty: it is not kept)."""

    invulling: Invulling
    sessie: str = ""


@contextmanager
def ask_invulling(werkblad: Werkblad, gesprek: Gesprek, wens: Bladwens) -> Iterator[Bladzitting]:
    """Ask a worksheet and yield what was filled in; when the block ends well it is kept as finished.

    Whatever stops it before that says that the answers are kept, and how to go on. After GeweigerdFout a pipe leaves
    nothing that it made itself; a person can change what is there.
    """
    try:
        eerder = _ask_eerder(werkblad, gesprek, wens)
    except (EOFError, KeyboardInterrupt):
        raise OnderbrokenFout("gestopt; verder met:", _render_verder(wens)) from None
    verloop = Werkbladverloop(werkblad, wens.vooraf)
    if eerder:
        verloop.resume_antwoorden(eerder.invulling.antwoorden)
    blijft = gesprek.mens or eerder is not None
    afloop = _check_afloop(verloop, wens, gesprek, (*_GESTOPT, *((GeweigerdFout,) if blijft else ())))
    with _build_bestand(werkblad, wens, eerder) as bestand, afloop:
        bewaar = bestand.write_antwoorden if bestand else _write_nergens
        ingevuld = Werkbladmodus(verloop, gesprek, bewaar, _BEWAARD if bestand else _NIET).ask_werkblad()
        zitting = Bladzitting(clean_denkwerk(werkblad, ingevuld))
        # what stood there before this sitting is nobody's to erase
        with _clean_geweigerd(None if blijft else bestand):
            yield zitting
        if bestand:
            bestand.write_klaar(zitting.invulling)
            zitting.sessie = bestand.blad.sessie


@contextmanager
def _clean_geweigerd(bestand: Bladbestand | None) -> Iterator[None]:
    """Erase the answers when keeping them is refused."""
    try:
        yield
    except GeweigerdFout:
        if bestand:
            bestand.clean()
        raise


def _write_nergens(_: Invulling) -> None:
    """Keep nothing."""


def _ask_eerder(werkblad: Werkblad, gesprek: Gesprek, wens: Bladwens) -> Bewaardblad | None:
    """Return the unfinished worksheet to go on with, when there is one and somebody wants that."""
    if wens.folder is None or wens.hervat is False:
        return None
    begonnen, meldingen = load_begonnen(wens.folder, werkblad.id)
    for melding in meldingen if wens.hervat or gesprek.mens else ():
        gesprek.write_regel(f"Let op: {melding}.")
    if not begonnen and wens.hervat:
        raise GebruikFout(f"er is geen begonnen werkblad '{werkblad.id}'; begin met:", wens.opdracht)
    if not begonnen or not (wens.hervat or gesprek.mens):
        return None
    nieuwste = begonnen[0]
    if wens.hervat:
        return nieuwste
    aantal = sum(map(bool, nieuwste.invulling.antwoorden.values()))
    wat = f"Je begon hier al aan op {render_tijd(nieuwste.begin)}, met {aantal} {_render_meervoud(aantal)}."
    return nieuwste if gesprek.ask_ja_nee(f"{wat} Ga je daarmee verder?") else None


def _render_meervoud(aantal: int) -> str:
    return "antwoord" if aantal == 1 else "antwoorden"


def _build_bestand(werkblad: Werkblad, wens: Bladwens, eerder: Bewaardblad | None) -> "Bladbestand | nullcontext[None]":
    if wens.folder is None:
        return nullcontext()
    return resume_bladbestand(eerder, wens.bron) if eerder else build_bladbestand(wens.folder, werkblad.id, wens.bron)


@contextmanager
def _check_afloop(
    verloop: Werkbladverloop, wens: Bladwens, gesprek: Gesprek, soorten: tuple[type[_Afloop], ...]
) -> Iterator[None]:
    """Let whatever stops a worksheet say whether the answers are kept, and how to go on."""
    try:
        yield
    except soorten as fout:
        if gesprek.mens:
            # the cursor still stands behind the prompt
            gesprek.write_regel("")
        gestopt = OnderbrokenFout("gestopt") if isinstance(fout, KeyboardInterrupt) else fout
        if not verloop.check_begonnen():
            raise type(gestopt)(render_samen(gestopt, "je had nog niets beantwoord")) from None
        if wens.folder is None:
            raise type(gestopt)(render_samen(gestopt, "de antwoorden zijn niet bewaard")) from None
        wat = "je eerdere antwoorden" if isinstance(gestopt, SchrijfFout) else "je antwoorden"
        raise type(gestopt)(render_samen(gestopt, f"{wat} zijn bewaard, verder met:"), _render_verder(wens)) from fout


def _render_verder(wens: Bladwens) -> str:
    return f"{wens.opdracht} --hervat"
