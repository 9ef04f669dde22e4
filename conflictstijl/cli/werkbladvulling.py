"""What a worksheet is filled with beforehand: the texts of a case, and the styles of somebody's own result."""

from typing import TYPE_CHECKING, NamedTuple

from conflictstijl.cli.uitvoer import write_meldingen
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.bladvulling import Vooraf, Vulling

if TYPE_CHECKING:
    from conflictstijl.model.document import Document
    from conflictstijl.model.situatie import Casus
    from conflictstijl.model.werkblad import Invulling, Werkblad

_GEEN = "let op: in deze uitslag valt hiervoor geen stijl op; vul het zelf in"


def load_casus(naam: str) -> "Casus":
    """Return a case by id or path; raises GebruikFout or InvoerFout."""
    from conflictstijl import adviseren

    return adviseren.load_casus(naam)


def load_vooraf(werkblad: "Werkblad", casus: "Casus | None", profiel: str) -> Vooraf:
    """Return the texts that are given along; raises GebruikFout for an option that a worksheet has no place for."""
    van_casus = _build_casus(casus) if casus else {}
    van_profiel = _load_profiel(profiel) if profiel else {}
    _check_vulbaar(werkblad, van_casus, "--casus")
    _check_vulbaar(werkblad, van_profiel, "--profiel")
    if van_profiel and not _check_iets(werkblad, van_profiel):
        write_meldingen([_GEEN])
    return {**van_casus, **van_profiel}


def _check_iets(werkblad: "Werkblad", vooraf: Vooraf) -> bool:
    """Return True when any of these texts is there for a question of a worksheet."""
    vragen = [vraag for deel in werkblad.delen for vraag in deel.vragen]
    return any(vooraf.get(vraag.vul) for vraag in vragen if vraag.vul)


def _check_vulbaar(werkblad: "Werkblad", vooraf: Vooraf, optie: str) -> None:
    from conflictstijl.rekenen.bladvulling import check_vulbaar

    if vooraf and not check_vulbaar(werkblad, vooraf):
        raise GebruikFout(f"werkblad '{werkblad.id}' heeft geen vraag die {optie} kan vullen; laat {optie} weg")


def _build_casus(casus: "Casus") -> Vooraf:
    from conflictstijl import adviseren
    from conflictstijl.laden.intervisie import check_eigen
    from conflictstijl.rapport.gegeven import render_klein

    # a role as it stands inside a sentence; in a case of one's own a capital may be a name, and that must be seen
    spel = str if check_eigen(casus) else render_klein
    rol = adviseren.load_situaties().rol.standen.get(casus.rol)
    return {
        Vulling.CASUS_TITEL: (casus.titel,),
        Vulling.CASUS_VERHAAL: tuple(filter(None, map(str.strip, casus.verhaal.splitlines()))),
        Vulling.CASUS_PARTIJEN: tuple(spel(partij.naam) for partij in casus.partijen),
        Vulling.CASUS_ROL: (rol.antwoord,) if rol else (),
        Vulling.CASUS_VRAGEN: casus.bespreekvragen,
    }


def _load_profiel(profiel: str) -> Vooraf:
    """Return the styles that stand out in a profile, in words: no numbers go along."""
    from conflictstijl.cli.situatie import load_gebruik
    from conflictstijl.laden.catalogus import load_kennis
    from conflictstijl.rapport.gegeven import render_klein

    gebruik, _ = load_gebruik(profiel)
    stijlen = load_kennis().stijlen.stijlen
    paren = {Vulling.PROFIEL_HOOG: gebruik.hoog, Vulling.PROFIEL_LAAG: gebruik.laag}
    return {vulling: tuple(render_klein(stijlen[naam].naam) for naam in namen) for vulling, namen in paren.items()}


class Leegblad(NamedTuple):
    """A worksheet to fill in by hand, with what stands in it beforehand."""

    document: "Document"
    invulling: "Invulling"


def build_leegblad(werkblad: "Werkblad", vooraf: Vooraf) -> Leegblad:
    """Return a worksheet with room to write, and what is given along in place of that room."""
    from conflictstijl.model.werkblad import Invulling
    from conflictstijl.rapport.bladleeg import build_leegdocument
    from conflictstijl.rekenen.bladvulling import build_voorstel

    vragen = [vraag for deel in werkblad.alle_delen for vraag in deel.vragen]
    alvast = {vraag.id: regels for vraag in vragen if (regels := build_voorstel(vraag, vooraf))}
    invulling = Invulling(werkblad.id, werkblad.versie, {("", naam): regels for naam, regels in alvast.items()})
    return Leegblad(build_leegdocument(werkblad, alvast), invulling)
