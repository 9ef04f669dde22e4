"""Filled-in worksheets among the results: which there are, one of them in full, and which one a name means."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.uitvoer import render_argument
from conflictstijl.cli.werkbladdoel import WERKBLADEINDES, Uitvoerdoel
from conflictstijl.fouten import Bevinding, ConflictstijlFout, GebruikFout, Plek, render_oorzaak
from conflictstijl.laden.catalogus import WERKBLAD, load_ids
from conflictstijl.laden.mappen import load_resultatenmap, load_werkbladenmap
from conflictstijl.opslag import werkbladen
from conflictstijl.opslag.bladregels import Bewaardblad, read_sessie
from conflictstijl.opslag.geschiedenis import load_paden
from conflictstijl.opslag.geschiedenis import read_sessie as read_uitslagsessie
from conflictstijl.rapport.geschiedenis import LAATSTE, build_korte_namen
from conflictstijl.tekst import clean_tekst, fold_tekst, render_dag, render_opsomming, render_tijd

if TYPE_CHECKING:
    from conflictstijl.model.werkblad import Bladuitkomst

_KORTSTE, _GENOEMD = 4, 5
_ZELF = "Verder: geef het bestand aan werkblad, met --hervat."
_NIEUWER = "Maak eerst het nieuwere af, of wis dat."


def load_bladen() -> tuple[list[Bewaardblad], list[Bevinding]]:
    """Return all worksheets, newest first, and what is wrong with the other files or with their folder."""
    map_ = load_werkbladenmap()
    try:
        return werkbladen.load_bladen(map_)
    except OSError as fout:
        wat = f"de map met werkbladen is niet te lezen: {render_oorzaak(fout)}"
        return [], [Bevinding(Plek(clean_tekst(str(map_))), "bewaarde-uitslag", wat, "kijk de rechten na")]


def load_paden_van_bladen() -> list[Path]:
    """Return the files of all worksheets, also of damaged ones; none when the folder cannot be read."""
    try:
        return werkbladen.load_bladpaden(load_werkbladenmap())
    except OSError:
        return []


def load_sessies() -> list[str]:
    """Return the sessions of all results and worksheets, by the names of their files."""
    try:
        uitslagen = list(map(read_uitslagsessie, load_paden(load_resultatenmap())))
    except OSError:
        uitslagen = []
    return [*uitslagen, *(read_sessie(pad) for pad in load_paden_van_bladen() if pad.suffix == werkbladen.EINDE)]


def read_korte_naam(sessie: str) -> str:
    """Return the first letters of a session that tell it from all others."""
    return build_korte_namen([*load_sessies(), sessie])[sessie]


def read_gekozen(naam: str) -> Path | None:
    """Return the file of the worksheet that a name means, sound or damaged; None when it means no worksheet.

    Raises GebruikFout when it means more than one thing.
    """
    if fold_tekst(naam) == LAATSTE:
        return None
    gevonden = [pad for pad in load_paden_van_bladen() if _check_naam(naam.strip(), pad)]
    if not gevonden:
        return None
    sessies = [sessie for sessie in dict.fromkeys(load_sessies()) if sessie.startswith(naam.strip().lower())]
    if len(sessies) > 1:
        keuze = render_opsomming(sessies[:_GENOEMD])
        raise GebruikFout(
            f"er zijn {len(sessies)} bewaarde uitslagen of werkbladen '{clean_tekst(naam)}'; kies uit {keuze}"
        )
    return gevonden[0]


def _check_naam(naam: str, pad: Path) -> bool:
    return naam in {pad.stem, pad.name} or (len(naam) >= _KORTSTE and read_sessie(pad).startswith(naam.lower()))


def load_blad(pad: Path) -> Bewaardblad:
    """Return the worksheet in a file; raises GebruikFout for one that is damaged."""
    gelezen = werkbladen.load_blad(pad)
    if isinstance(gelezen, str):
        wat = f"het werkblad in '{clean_tekst(pad.name)}' is niet te gebruiken: {gelezen}"
        raise GebruikFout(f"{wat}; wis het met:", f"conflictstijl resultaten wis {render_argument(read_sessie(pad))}")
    return gelezen


def write_blad(pad: Path, uit: str, *, als_json: bool, overschrijf: bool) -> None:
    """Write one worksheet as it was filled in.

    Raises GebruikFout for an unfinished one in which something may lead to a person: nobody agreed to that yet.
    """
    from conflictstijl.laden.bladbron import load_van_toen
    from conflictstijl.rapport.bladrand import render_wanneer
    from conflictstijl.rekenen.werkblad import build_uitkomst

    check_uitvoer(uit, overschrijf=overschrijf, eindes=WERKBLADEINDES)
    blad = load_blad(pad)
    uitkomst = build_uitkomst(load_van_toen(blad.invulling.werkblad, blad.bron), blad.invulling)
    if blad.klaar is None:
        _check_nagekeken(uitkomst, blad)
    wanneer = render_wanneer(blad.begin, blad.klaar)
    Uitvoerdoel(uit, als_json=als_json, overschrijf=overschrijf, wanneer=wanneer).write_uitkomst(uitkomst)


def _check_nagekeken(uitkomst: "Bladuitkomst", blad: Bewaardblad) -> None:
    from conflictstijl.rekenen.bladprivacy import check_invulling

    if check_invulling(uitkomst.werkblad, blad.invulling):
        wat = "in dit werkblad kan iemand te herkennen zijn; maak het eerst af"
        opdracht = read_opdracht(blad, load_bladen()[0])
        raise GebruikFout(f"{wat} met:" if opdracht else wat, opdracht)


def read_opdracht(blad: Bewaardblad, bladen: Iterable[Bewaardblad]) -> str:
    """Return the command that goes on with an unfinished one of these worksheets (newest first).

    Empty when only the user knows its file, and when a newer one of its kind comes first.
    """
    naam = blad.invulling.werkblad
    bekend = blad.klaar is None and naam in load_ids(WERKBLAD) and not _check_nieuwer(blad, bladen)
    return f"conflictstijl werkblad {render_argument(naam)} --hervat" if bekend else ""


def _check_nieuwer(blad: Bewaardblad, bladen: Iterable[Bewaardblad]) -> bool:
    """Return True when `--hervat` goes on with a newer one than this unfinished worksheet."""
    return next(load_soort(blad.invulling.werkblad, bladen), blad).sessie != blad.sessie


def load_soort(naam: str, bladen: Iterable[Bewaardblad]) -> Iterator[Bewaardblad]:
    """Yield those of these worksheets that have this id and are not finished."""
    return (blad for blad in bladen if blad.klaar is None and blad.invulling.werkblad == naam)


def build_gegevens(bladen: Sequence[Bewaardblad], namen: dict[str, str]) -> list[dict[str, Any]]:
    """Return worksheets as data, the oldest first; `opdracht` goes on with one that is not finished."""
    return [
        {
            "id": namen[blad.sessie],
            "sessie": blad.sessie,
            "begin": blad.begin.isoformat(),
            "klaar": blad.klaar.isoformat() if blad.klaar else None,
            "werkblad": blad.invulling.werkblad,
            "versie": blad.invulling.versie,
            "beantwoord": count_antwoorden(blad),
            "opdracht": read_opdracht(blad, bladen) or None,
        }
        for blad in reversed(bladen)
    ]


def count_antwoorden(blad: Bewaardblad) -> int:
    """Return how many questions of a worksheet were answered."""
    return sum(map(bool, blad.invulling.antwoorden.values()))


def write_blok(bladen: Sequence[Bewaardblad], namen: dict[str, str]) -> None:
    """Write the worksheets in a block of their own, the newest last; unfinished ones with how to go on.

    Of two on one day the line has the time too.
    """
    dagen = Counter(render_dag(blad.moment) for blad in bladen)
    write_alinea("Werkbladen:")
    for blad in reversed(bladen):
        dag = render_dag(blad.moment)
        wanneer = dag if dagen[dag] == 1 else render_tijd(blad.moment)
        wat = f"{namen[blad.sessie]}  {wanneer}  {blad.invulling.werkblad}"
        write_alinea(wat if blad.klaar else f"{wat}: nog niet af")
        if not blad.klaar:
            anders = _NIEUWER if _check_nieuwer(blad, bladen) else _ZELF
            write_alinea(read_opdracht(blad, bladen) or anders, inspringing=2)


def render_naam(pad: Path, namen: dict[str, str]) -> str:
    """Return what tells one worksheet from the others, for who is about to erase it."""
    gelezen = werkbladen.load_blad(pad)
    kort = namen.get(read_sessie(pad), clean_tekst(pad.name))
    if isinstance(gelezen, str):
        return f"{kort} (beschadigd werkblad)"
    return f"{kort} (werkblad {gelezen.invulling.werkblad}{'' if gelezen.klaar else ', nog niet af'})"


def render_begonnen(welk: str) -> Iterator[str]:
    """Yield that unfinished ones of a worksheet (id or path) still stand here, and how to erase them."""
    from conflictstijl.laden.werkbladen import load_werkblad

    bladen, _ = load_bladen()
    naam = welk
    # who is in danger gets help, also with a file that cannot be read
    with suppress(ConflictstijlFout):
        naam = load_werkblad(welk).id if welk and bladen else welk
    sessies = [read_korte_naam(blad.sessie) for blad in load_soort(naam, bladen)]
    if sessies:
        wat = "een begonnen werkblad staat" if len(sessies) == 1 else f"{len(sessies)} begonnen werkbladen staan"
        yield f"let op: {wat} nog op deze computer; wissen: conflictstijl resultaten wis {' '.join(sessies)}"
