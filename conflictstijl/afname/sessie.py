"""One sitting: go on where someone stopped, keep every answer, and clean up when the result is safe."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.laden.catalogus import load_ids
from conflictstijl.model.antwoorden import HOOGSTE_ZAAD, Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, Journalen, load_begonnen, load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop, resume_journaal, resume_veranderd
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from conflictstijl.tekst import render_opsomming, render_zin

_BYTES = 8
"""Random bytes for a starting number: far more than the number of orders to choose from."""
_PAST_NIET = "De vragenlijst is sindsdien veranderd en die antwoorden passen er niet meer bij. Je begint opnieuw."


@dataclass(frozen=True, slots=True)
class Bewaarwens:
    """Where to keep a running test (None: nowhere), and whether to go on with an earlier one (None: ask).

    `opdracht` is the command by which the user goes on, without --hervat. `zaad` starts the random order; without
    one a person gets an order of the session's own, and a script that of the file.
    """

    folder: Path | None
    hervat: bool | None = None
    opdracht: str = ""
    zaad: int | None = None


@contextmanager
def ask_sessie(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Iterator[Antwoordblad]:
    """Ask a questionnaire and yield the sheet; the kept answers are removed when the block ends well.

    So the block should make the result durable. Raises OnderbrokenFout when the user stops, a signal comes or the
    input ends, GebruikFout for a wrong line from a pipe; the answers are kept then, and the error says so.
    """
    opdracht = f"{wens.opdracht or f'conflictstijl afnemen {vragenlijst.id}'} --hervat"
    try:
        eerder = _ask_eerder(vragenlijst, gesprek, wens)
    except (EOFError, KeyboardInterrupt):
        raise OnderbrokenFout("gestopt; verder met:", opdracht) from None
    zaad = _build_zaad(vragenlijst, gesprek, wens.zaad)
    kop = build_kop(vragenlijst, build_vingerafdruk(vragenlijst), zaad=zaad)
    journaal = _resume_eerder(eerder, kop) if eerder else _build_nieuw(kop, wens.folder, gesprek)
    verloop = _build_verloop(vragenlijst, eerder.kop if eerder else kop, eerder.stand if eerder else ())
    with journaal or nullcontext():
        blad = _ask_blad(verloop, gesprek, journaal, opdracht)
        with _check_afloop(journaal, opdracht):
            yield blad
        if journaal is not None:
            journaal.clean()


@contextmanager
def _check_afloop(journaal: Journaal | None, opdracht: str) -> Iterator[None]:
    """Let whatever keeps the result from being durable say that the answers are kept, and how to go on.

    A sitting inside this one may have said it already.
    """
    try:
        yield
    except KeyboardInterrupt:
        if journaal is None:
            raise
        raise OnderbrokenFout(f"gestopt; {_render_bewaard(journaal)}", opdracht) from None
    except (GebruikFout, SchrijfFout, OnderbrokenFout) as fout:
        if journaal is None or fout.opdracht:
            raise
        wat = "je eerdere antwoorden" if isinstance(fout, OnderbrokenFout) else "je antwoorden"
        raise type(fout)(_render_erbij(fout, _render_bewaard(journaal, wat)), opdracht) from fout


def ask_wissen(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> None:
    """Ask of every unfinished test of a questionnaire that somebody does not want to take whether it may go.

    Raises EOFError when the input ends or the user stops.
    """
    if wens.folder is None or wens.hervat is False:
        return
    journalen = load_journalen(wens.folder, vragenlijst, build_vingerafdruk(vragenlijst))
    for eerder in (*journalen.bewaard, *journalen.gewijzigd):
        verloop = _build_verloop(vragenlijst, eerder.kop, eerder.stand)
        vraag = f"Daar begon je al aan op {_render_omvang(eerder, verloop)}. Die antwoorden wissen?"
        try:
            if gesprek.ask_ja_nee(vraag):
                resume_journaal(eerder).clean()
        except (GebruikFout, SchrijfFout) as fout:
            gesprek.write_regel(f"Let op: {fout}.")


def _build_zaad(vragenlijst: Vragenlijst, gesprek: Gesprek, zaad: int | None) -> int | None:
    """Return where the random order of a new test starts, None for the order of the file.

    Lines from a pipe were written by someone who knows the file, so there nothing moves unless it is asked for.
    """
    if zaad is None and gesprek.mens and check_willekeurig(vragenlijst):
        return int.from_bytes(os.urandom(_BYTES)) % (HOOGSTE_ZAAD + 1)
    return zaad


def _build_verloop(vragenlijst: Vragenlijst, kop: JournaalKop, stand: Stand) -> Verloop:
    """Return the questions in the order of a session, with the answers that it already has."""
    verloop = Verloop(vragenlijst, kop.zaad if check_willekeurig(vragenlijst) else None)
    if stand:
        verloop.resume_antwoorden([None if a is NOOIT else a for a in stand], [a is not NOOIT for a in stand])
    return verloop


def _ask_eerder(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Bewaard | None:
    """Return the unfinished test to go on with, or None to begin a new one."""
    if wens.folder is None:
        return None
    journalen = load_journalen(wens.folder, vragenlijst, build_vingerafdruk(vragenlijst))
    for melding in journalen.meldingen:
        gesprek.write_regel(str(melding))
    if wens.hervat and not (journalen.bewaard or journalen.gewijzigd):
        raise _build_niets(vragenlijst, wens.folder)
    eerder = _read_eerder(journalen, gesprek, wens.hervat)
    if eerder is None:
        return None
    verloop = _build_verloop(vragenlijst, eerder.kop, eerder.stand)
    if (eerder.veranderd or not wens.hervat) and not _check_verder(eerder, verloop, gesprek):
        return None
    # where the questionnaire changed, the numbers are those of other questions
    schade = eerder.render_schade(() if eerder.veranderd else verloop.read_nummers(eerder.opnieuw))
    if schade:
        gesprek.write_regel(f"Let op: {schade}.")
        gesprek.write_regel("")
    return eerder


def _build_niets(vragenlijst: Vragenlijst, folder: Path) -> GebruikFout:
    """Return the error that there is nothing to go on with; it names what there is of other questionnaires."""
    namen = [naam.replace(".", " --vorm ") for naam in load_begonnen(folder) if naam != vragenlijst.volledige_id]
    if not namen:
        return GebruikFout("er is geen begonnen test om te hervatten; begin er een zonder --hervat")
    wat = f"er is geen begonnen test van {vragenlijst.volledige_id}, wel van {render_opsomming(namen)}"
    # what was given as a file is not found by its id
    bekend = [naam for naam in namen if naam.split()[0] in load_ids()]
    if not bekend:
        return GebruikFout(f"{wat}; geef dat bestand, met --hervat")
    return GebruikFout(f"{wat}; geef:", f"conflictstijl afnemen {bekend[0]} --hervat")


def _check_verder(eerder: Bewaard, verloop: Verloop, gesprek: Gesprek) -> bool:
    """Ask whether to go on with an earlier test, and when not, whether its answers may go.

    When none of its answers fits a changed questionnaire there is nothing to go on with.
    """
    begin = f"Je bent hier al aan begonnen op {_render_omvang(eerder, verloop)}."
    verder = not eerder.veranderd or _count_gegeven(eerder.stand) > 0
    if verder:
        verder = gesprek.ask_ja_nee(f"{begin}{_render_veranderd(eerder, verloop)} Verdergaan?")
    else:
        gesprek.write_regel(f"{begin} {_PAST_NIET}")
    if not verder and gesprek.ask_ja_nee("Die eerdere antwoorden wissen?"):
        resume_journaal(eerder).clean()
    gesprek.write_regel("")
    return verder


def _read_eerder(journalen: Journalen, gesprek: Gesprek, hervat: bool | None) -> Bewaard | None:
    """Return the newest unfinished test, if the user may want to go on with it."""
    mogelijk = journalen.bewaard or journalen.gewijzigd
    if hervat is False or not mogelijk or (hervat is None and not gesprek.mens):
        return None
    if not gesprek.mens and not journalen.bewaard:
        wat = "de vragenlijst is veranderd sinds die test begon"
        raise GebruikFout(f"{wat}; hervat hem in een terminal, of begin opnieuw met --opnieuw")
    return mogelijk[0]


def _render_veranderd(eerder: Bewaard, verloop: Verloop) -> str:
    """Return how much goes along to a changed questionnaire and how much is asked, empty when it did not change."""
    if not eerder.veranderd:
        return ""
    houdt = f"{_count_gegeven(eerder.stand)} van de {_count_gegeven(eerder.antwoorden)} antwoorden"
    krijgt = f"{verloop.count_nieuw()} van de {verloop.aantal} vragen krijg je nog of opnieuw"
    return f" De vragenlijst is sindsdien veranderd. Je houdt {houdt}; {krijgt}."


def _count_gegeven(stand: Stand) -> int:
    return sum(antwoord is not NOOIT for antwoord in stand)


def _render_omvang(eerder: Bewaard, verloop: Verloop) -> str:
    """Return when an earlier test began, and how far it came; before a change also in the number of questions."""
    begonnen = eerder.kop.begin.astimezone().strftime("%d-%m-%Y om %H:%M")
    if eerder.veranderd:
        return f"{begonnen}: {_count_gegeven(eerder.antwoorden)} van de {eerder.kop.aantal} vragen"
    return f"{begonnen}: {verloop.aantal - len(verloop.read_open())} van de {verloop.aantal} vragen"


def _resume_eerder(eerder: Bewaard, kop: JournaalKop) -> Journaal:
    return resume_veranderd(eerder, kop) if eerder.veranderd else resume_journaal(eerder)


def _build_nieuw(kop: JournaalKop, folder: Path | None, gesprek: Gesprek) -> Journaal | None:
    """Return a new journal; None when nothing is to be kept, and when the disk refuses: the test can be taken."""
    if folder is None:
        return None
    try:
        return build_journaal(folder, kop)
    except SchrijfFout as fout:
        gesprek.write_regel(f"Let op: {fout}. Je antwoorden gaan verloren als je stopt.")
        return None


def _ask_blad(verloop: Verloop, gesprek: Gesprek, journaal: Journaal | None, opdracht: str) -> Antwoordblad:
    def bewaar(plaats: int, antwoord: Antwoord) -> None:
        if journaal is None:
            return
        try:
            journaal.write_antwoord(plaats, antwoord)
        except SchrijfFout as fout:
            gesprek.write_regel(f"Let op: {fout}. Stop niet voor het einde: dit antwoord is nog niet bewaard.")

    try:
        return Regelmodus(verloop, gesprek, bewaar).ask_vragenlijst()
    except (OnderbrokenFout, KeyboardInterrupt) as fout:
        if gesprek.mens:
            # the cursor still stands behind the prompt
            gesprek.write_regel("")
        gestopt = fout if isinstance(fout, OnderbrokenFout) else OnderbrokenFout("gestopt")
        raise _build_fout(gestopt, verloop, journaal, opdracht) from None
    except GebruikFout as fout:
        if not verloop.check_begonnen():
            raise
        raise _build_fout(fout, verloop, journaal, opdracht) from None


def _build_fout(
    fout: OnderbrokenFout | GebruikFout, verloop: Verloop, journaal: Journaal | None, opdracht: str
) -> ConflictstijlFout:
    """Return an error that also says whether the answers are kept, and how to go on."""
    if not verloop.check_begonnen():
        return type(fout)(_render_erbij(fout, "je had nog niets beantwoord"))
    if journaal is None:
        return type(fout)(_render_erbij(fout, "de antwoorden zijn niet bewaard"))
    return type(fout)(_render_erbij(fout, _render_bewaard(journaal)), opdracht)


def _render_erbij(fout: ConflictstijlFout, wat: str) -> str:
    """Return the message of an error with something behind it, which begins anew after a question."""
    return f"{fout} {render_zin(wat)}" if str(fout).endswith("?") else f"{fout}; {wat}"


def _render_bewaard(journaal: Journaal, wat: str = "je antwoorden") -> str:
    if journaal.onbewaard:
        with suppress(SchrijfFout):
            journaal.write_stand()
    if journaal.onbewaard:
        aantal = journaal.onbewaard
        wat = "het laatste antwoord kon" if aantal == 1 else f"de laatste {aantal} antwoorden konden"
        return f"{wat} niet worden bewaard, verder met:"
    return f"{wat} zijn bewaard, verder met:"
