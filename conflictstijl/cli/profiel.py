"""Writing profiles where the user wants them: terminal, stdout or a file, in the format of its ending."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from conflictstijl.cli.document import (
    EINDES,
    STDOUT,
    check_uitvoer,
    render_documenten,
    write_documenten,
    write_tekstbestand,
)
from conflictstijl.cli.uitvoer import render_argument, render_json, write_json
from conflictstijl.fouten import ConflictstijlFout, GebruikFout
from conflictstijl.model.document import Document
from conflictstijl.tekst import render_citaat

_BLAD = ".yaml"
"""How the name of a written answer sheet ends."""
PROFIELEINDES = (*EINDES, _BLAD)

if TYPE_CHECKING:
    from conflictstijl.model.situatie import Hulp
    from conflictstijl.model.vragenlijst import Vragenlijst
    from conflictstijl.rapport.situatie import Situatie
    from conflictstijl.toepassing import Resultaat


class _Bijlage(NamedTuple):
    """What joins a report: the advice for a situation, and for a kept result the time it is from."""

    situatie: "Situatie | Hulp | None" = None
    klaar: datetime | None = None
    ingevuld: datetime | None = None
    """When someone answered just now; a kept result has `klaar`."""
    delen: bool = True
    """False where somebody may be unsafe: then there is no page to share with another."""


def write_profielen(
    resultaten: "Iterable[Resultaat]",
    uit: str,
    *,
    als_json: bool,
    overschrijf: bool,
    kaal: bool = False,
    situatie: "Situatie | Hulp | None" = None,
    klaar: datetime | None = None,
    ingevuld: datetime | None = None,
) -> None:
    """Write profiles as JSON or as reports; `kaal` leaves bars out, `situatie` joins the report of one person.

    With `klaar` a report says that it is of a kept result, from then; with `ingevuld` when it was filled in. `uit` is
    empty, `-` or a file name that `check_uitvoer` let through. Into a file nothing goes of a situation that may be
    unsafe; what helps then is shown.
    """
    alle = list(resultaten)
    bijlage = _Bijlage(situatie, klaar, ingevuld)
    naar_bestand = uit not in ("", STDOUT)
    dicht = situatie if situatie is not None and situatie.poort else None
    if naar_bestand and not dicht:
        _write_bestand(alle, Path(uit), bijlage, overschrijf=overschrijf)
    if als_json:
        write_json(_build_gegevens(alle, situatie))
    elif not naar_bestand:
        write_documenten(_build_documenten(alle, bijlage), kaal=kaal)
    elif dicht:
        write_documenten([_build_los(dicht)])
    if naar_bestand and dicht:
        # only now: the help must come also when the file fails
        _write_bestand(alle, Path(uit), _Bijlage(ingevuld=ingevuld, delen=False), overschrijf=overschrijf)


def write_verslag(
    resultaat: "Resultaat", klaar: datetime | None, naam: str, situatie: "Situatie | Hulp | None" = None
) -> None:
    """Write the report of one person to a new file with a name that someone typed.

    Raises ConflictstijlFout when that cannot be; `klaar` is as in `write_profielen`, None for who answered just now.
    """
    if Path(naam).is_file():
        raise GebruikFout(f"{render_citaat(naam)} bestaat al; kies een andere naam")
    check_uitvoer(naam, overschrijf=False, eindes=PROFIELEINDES)
    nu = None if klaar else datetime.now(UTC)
    write_profielen([resultaat], naam, als_json=False, overschrijf=False, situatie=situatie, klaar=klaar, ingevuld=nu)


def _write_bestand(alle: "list[Resultaat]", pad: Path, bijlage: _Bijlage, *, overschrijf: bool) -> None:
    einde = pad.suffix.lower()
    verder = _render_verder(alle, pad) if einde == _BLAD else ()
    write_tekstbestand(pad, _render_bestand(alle, einde, bijlage), overschrijf=overschrijf, verder=verder)


def _render_verder(alle: "list[Resultaat]", pad: Path) -> Iterator[str]:
    """Yield the command that shows the profiles of a sheet; none where no file has all the questionnaires."""
    bestanden = set(map(_read_bestand, {een.vragenlijst for een in alle}))
    bestand = bestanden.pop()
    if not bestanden and bestand is not None:
        optie = f" --vragenlijst {render_argument(bestand)}" if bestand else ""
        yield f"Je profiel zie je met: conflictstijl scoor {render_argument(str(pad))}{optie}"


def _read_bestand(vragenlijst: "Vragenlijst") -> str | None:
    """Return the file of a questionnaire; empty when its id, which is all that a sheet tells, leads to it.

    None for a kept questionnaire that no longer is what its id leads to: the history has it, and no file.
    """
    from conflictstijl.laden.catalogus import check_pad
    from conflictstijl.toepassing import load_vragenlijst

    vorm = vragenlijst.variant.id if vragenlijst.variant else ""
    with suppress(ConflictstijlFout):
        if load_vragenlijst(vragenlijst.id, vorm=vorm, met=vragenlijst.met) == vragenlijst:
            return ""
    bestand = vragenlijst.items[0].plek.bestand
    if not bestand:
        return None
    return bestand if check_pad(bestand) else f"./{bestand}"


def _render_bestand(alle: "list[Resultaat]", einde: str, bijlage: _Bijlage) -> str | bytes:
    if einde == EINDES[0]:
        return render_json(_build_gegevens(alle, bijlage.situatie))
    if einde == _BLAD:
        from conflictstijl.rapport.blad import render_bladen

        return render_bladen((een.vragenlijst, een.blad) for een in alle)
    return render_documenten(_build_documenten(alle, bijlage, bewaren=bijlage.delen), einde)


def _build_gegevens(alle: "list[Resultaat]", situatie: "Situatie | Hulp | None") -> dict[str, Any]:
    """Return profiles as data, with the advice for a situation under a key of its own."""
    from conflictstijl.rapport.gegevens import build_profielen
    from conflictstijl.toepassing import compare_versies

    gegevens = build_profielen((een.profiel for een in alle), compare_versies(alle))
    if situatie is None:
        return gegevens
    from conflictstijl.rapport.situatiegegevens import build_uitkomst

    return {**gegevens, "situatie": build_uitkomst(situatie)}


def _build_los(situatie: "Situatie | Hulp") -> Document:
    from conflictstijl.adviseren import build_document

    return build_document(situatie)


def _build_documenten(alle: "list[Resultaat]", bijlage: _Bijlage, *, bewaren: bool = False) -> Iterator[Document]:
    """Yield the report of each sheet, and of two versions of one questionnaire a last one side by side.

    With `bewaren` each report has room to write, and is followed by the page that its owner may share.
    """
    from conflictstijl.toepassing import Uitgave, build_deelblad, build_naast, build_profieldocument

    for een in alle:
        # of a kept result the report says at its top from when it is
        uitgave = Uitgave(bewaren, bijlage.ingevuld if bewaren else None)
        document = build_profieldocument(een.profiel, een.vragenlijst, uitgave)
        yield _build_met(document, bijlage)
        dag = bijlage.klaar or bijlage.ingevuld
        blad = build_deelblad(een.profiel, een.vragenlijst, Uitgave(bewaren, dag)) if bewaren else None
        if blad is not None:
            yield blad
    naast = build_naast(alle)
    if naast is not None:
        yield naast


def _build_met(document: Document, bijlage: _Bijlage) -> Document:
    if bijlage.klaar:
        from conflictstijl.rapport.geschiedenis import build_bewaard

        document = build_bewaard(document, bijlage.klaar)
    if bijlage.situatie:
        from conflictstijl.rapport.samen import build_samen

        document = build_samen(document, bijlage.situatie)
    return document
