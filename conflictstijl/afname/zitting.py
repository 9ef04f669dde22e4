"""A running test without its screen: where someone is, the journal that keeps it, and what to say when it stops."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Self

from conflictstijl.afname.eerder import Bewaarwens, Eerder, build_verloop
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop, resume_journaal, resume_veranderd
from conflictstijl.opslag.journaalregels import JournaalKop
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from conflictstijl.tekst import render_zin

_BYTES = 8
"""Random bytes for a starting number: far more than the number of orders to choose from."""


class Zitting:
    """One test being taken. Use it as a context manager, or call `close`; `clean` when the result is durable."""

    def __init__(self, verloop: Verloop, kop: JournaalKop, journaal: Journaal | None, verder: str) -> None:
        self.verloop = verloop
        self._kop = kop
        self.journaal = journaal
        self.verder = verder
        """The command that goes on with it."""
        self._blad: Antwoordblad | None = None

    @property
    def sessie(self) -> str:
        """The id of this test, which its result gets too."""
        return (self.journaal.kop if self.journaal else self._kop).van_test

    @property
    def begin(self) -> datetime:
        """When the test began, which may be days ago."""
        return (self.journaal.kop if self.journaal else self._kop).begin

    @property
    def blad(self) -> Antwoordblad:
        """The sheet: as it was finished, else as it is now."""
        return self._blad or self.verloop.build_blad()

    def write_blad(self, blad: Antwoordblad) -> None:
        """Take a sheet as the finished one."""
        self._blad = blad

    def write_antwoord(self, plaats: int, antwoord: Antwoord) -> str:
        """Keep an answer; return a warning when the disk refuses, else nothing. It then goes along with the next."""
        if self.journaal is None:
            return ""
        try:
            self.journaal.write_antwoord(plaats, antwoord)
        except SchrijfFout as fout:
            return f"Let op: {fout}. Stop niet voor het einde: dit antwoord is nog niet bewaard."
        return ""

    def render_bewaard(self, wat: str = "je antwoorden") -> str:
        """Return whether the answers are kept, to stand before the command that goes on; tries once more first."""
        if self.journaal is None:
            return "de antwoorden zijn niet bewaard"
        if self.journaal.onbewaard:
            with suppress(SchrijfFout):
                self.journaal.write_stand()
        if self.journaal.onbewaard:
            aantal = self.journaal.onbewaard
            wat = "het laatste antwoord kon" if aantal == 1 else f"de laatste {aantal} antwoorden konden"
            return f"{wat} niet worden bewaard, verder met:"
        return f"{wat} zijn bewaard, verder met:"

    def build_fout(self, fout: OnderbrokenFout | GebruikFout) -> ConflictstijlFout:
        """Return an error that also says whether the answers are kept, and how to go on."""
        if not self.verloop.check_begonnen():
            return type(fout)(render_samen(fout, "je had nog niets beantwoord"))
        return type(fout)(render_samen(fout, self.render_bewaard()), self.verder if self.journaal else "")

    def clean(self) -> None:
        """Remove the journal, after the result is durable; raises SchrijfFout when it cannot be removed."""
        if self.journaal is not None:
            self.journaal.clean()

    def close(self) -> None:
        """Let go of the journal, which keeps what was answered."""
        if self.journaal is not None:
            self.journaal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fout: object) -> None:
        self.close()


def build_zitting(
    vragenlijst: Vragenlijst, wens: Bewaarwens, eerder: Eerder | None, *, mens: bool
) -> tuple[Zitting, str]:
    """Return a test that goes on with an earlier one, or a new one; and a warning when it cannot be kept.

    Raises GebruikFout when another window has the earlier one, SchrijfFout when it cannot be opened.
    """
    zaad = _build_zaad(vragenlijst, wens.zaad, mens=mens)
    kop = build_kop(vragenlijst, build_vingerafdruk(vragenlijst), zaad=zaad, test=wens.test)
    verder = wens.render_verder(vragenlijst)
    if eerder is not None:
        journaal = _resume_eerder(eerder, kop, los=bool(vragenlijst.bij))
        return Zitting(eerder.verloop, journaal.kop, journaal, verder), ""
    verloop = build_verloop(vragenlijst, kop, ())
    try:
        nieuw = None if wens.folder is None else build_journaal(wens.folder, kop)
    except SchrijfFout as fout:
        return Zitting(verloop, kop, None, verder), f"Let op: {fout}. Je antwoorden gaan verloren als je stopt."
    return Zitting(verloop, kop, nieuw, verder), ""


def _build_zaad(vragenlijst: Vragenlijst, zaad: int | None, *, mens: bool) -> int | None:
    """Return where the random order of a new test starts, None for the order of the file.

    Lines from a pipe were written by someone who knows the file, so there nothing moves unless it is asked for.
    """
    if zaad is None and mens and check_willekeurig(vragenlijst):
        return int.from_bytes(os.urandom(_BYTES)) % (HOOGSTE_ZAAD + 1)
    return zaad


def _resume_eerder(eerder: Eerder, kop: JournaalKop, *, los: bool) -> Journaal:
    """Go on with an earlier journal, or in a new one where another questionnaire or another test goes on with it.

    `los`: what deepens other tests may be gone on with in another one than where it began, and by itself.
    """
    bewaard = eerder.bewaard
    test = kop.test or (bewaard.kop.sessie if los else bewaard.kop.van_test)
    if bewaard.veranderd or test != bewaard.kop.van_test:
        return resume_veranderd(bewaard, replace(kop, test=test))
    return resume_journaal(bewaard)


def render_samen(fout: ConflictstijlFout, wat: str) -> str:
    """Return the message of an error with something behind it, which begins anew after a question."""
    return f"{fout} {render_zin(wat)}" if str(fout).endswith("?") else f"{fout}; {wat}"
