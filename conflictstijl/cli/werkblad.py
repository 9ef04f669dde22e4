"""`conflictstijl werkblad`: worksheets of open questions, filled in at the terminal or from a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from conflictstijl.cli.aanvulling import load_casusnamen, load_uitslagnamen, load_werkbladnamen
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.document import EINDES, check_uitvoer
from conflictstijl.cli.doel import Doel
from conflictstijl.cli.uitvoer import render_argument, write_meldingen
from conflictstijl.cli.werkbladdoel import WERKBLADEINDES, Uitvoerdoel, ask_bestand, ask_nagekeken, write_over_jezelf
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout

if TYPE_CHECKING:
    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.afname.werkbladsessie import Bladwens
    from conflictstijl.laden.werkbladantwoorden import Antwoordbron
    from conflictstijl.model.bladvulling import Vooraf
    from conflictstijl.model.situatie import Casus
    from conflictstijl.model.werkblad import Werkblad

UITLEG = """\
Zonder ID zie je welke werkbladen er zijn. Met ID beantwoord je open vragen, één voor één.

Elk antwoord staat meteen op je schijf. Stop je halverwege, dan ga je later verder met --hervat. Is het werkblad af, \
dan blijft het op deze computer tot je het wist. Je ziet het terug met 'conflictstijl resultaten'.

Een werkblad over partijen begint met een vraag over veiligheid. In een script geef je dan --veiligheid.

Met --casus of --profiel staat er bij sommige vragen alvast een antwoord. Met Enter blijft dat zo.

Bijvoorbeeld:

  conflictstijl werkblad partijen
  conflictstijl werkblad partijen --casus rooster
  conflictstijl werkblad --antwoorden partijen.yaml -o partijen.docx
  conflictstijl werkblad reflectie-kort --leeg -o reflectie.html
  conflictstijl werkblad dilemma --groepen deelnemers.csv"""

_VOORBEELD = "conflictstijl werkblad partijen"


class _Keuze(NamedTuple):
    """What somebody asks for: which worksheet, with what in it beforehand, and what is said about safety and names."""

    naam: str
    veiligheid: str = ""
    casus: "Casus | None" = None
    profiel: str = ""
    akkoord: bool = False
    vooraf: tuple[tuple[str, str], ...] = ()
    """The options that fill it beforehand, as they were given: going on with it takes them too."""

    @property
    def opdracht(self) -> str:
        """The command that asks for the same."""
        delen = (deel for optie, waarde in self.vooraf if waarde for deel in (optie, render_argument(waarde)))
        return " ".join(("conflictstijl werkblad", render_argument(self.naam), *delen))


def ask_werkblad(
    naam: Annotated[
        str,
        typer.Argument(metavar="ID|BESTAND", help="Een werkblad of eigen bestand.", autocompletion=load_werkbladnamen),
    ] = "",
    antwoorden: Annotated[
        str, typer.Option("--antwoorden", metavar="BESTAND", help="Antwoorden uit een bestand, of - voor de invoer.")
    ] = "",
    leeg: Annotated[bool, typer.Option("--leeg", help="Toon het werkblad om met de hand in te vullen.")] = False,
    casus: Annotated[
        str,
        typer.Option(
            "--casus", metavar="ID|BESTAND", help="Zet de casus alvast in het blad.", autocompletion=load_casusnamen
        ),
    ] = "",
    profiel: Annotated[
        str,
        typer.Option(
            "--profiel",
            metavar="ID|BESTAND",
            help="Zet je stijlen alvast in het blad; laatste is je nieuwste uitslag.",
            autocompletion=load_uitslagnamen,
        ),
    ] = "",
    groepen: Annotated[
        list[str] | None,
        typer.Option("--groepen", metavar="BESTAND", help="Maak groepjes uit een lijst of uit ingevulde bladen."),
    ] = None,
    veiligheid: Annotated[
        str, typer.Option("--veiligheid", metavar="STAND", help="Is iedereen veilig: veilig, onveilig of twijfel.")
    ] = "",
    hervat: Annotated[bool, typer.Option("--hervat", help="Ga verder met een begonnen werkblad.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Begin opnieuw.")] = False,
    niet_bewaren: Annotated[bool, typer.Option("--niet-bewaren", help="Bewaar geen antwoorden.")] = False,
    akkoord: Annotated[
        bool, typer.Option("--akkoord", help="Ook als er iets in staat wat naar iemand kan leiden.")
    ] = False,
    uit: Annotated[
        str,
        typer.Option(
            "-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt, .json of .yaml (antwoorden)."
        ),
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> int:
    """List the worksheets, or fill one in; exit code 3 at a closed gate, and where people could be recognised."""
    from conflictstijl.cli.werkbladpoort import read_gesloten

    # who says that it may be unsafe gets help, whatever else is wrong with the call
    gesloten = read_gesloten(veiligheid)
    bron = None if gesloten else _load_bron(antwoorden)
    gegeven = None if gesloten else _load_casus(casus)
    gesloten = gesloten or read_gesloten(veiligheid, bron, gegeven)
    if gesloten:
        return _write_dicht(gesloten, naam, Uitvoerdoel(uit, als_json=als_json, overschrijf=overschrijf))
    if groepen:
        from conflictstijl.cli.werkbladgroepen import write_groepjes

        anders = (antwoorden, casus, profiel, leeg, hervat, opnieuw)
        return write_groepjes(naam, groepen, Doel(uit, als_json, overschrijf), alleen=not any(anders))
    _check_opties(naam or antwoorden, uit, samen=hervat and (opnieuw or niet_bewaren))
    _check_vooraf(naam, antwoorden, vooraf=bool(casus or profiel))
    check_uitvoer(uit, overschrijf=overschrijf, eindes=WERKBLADEINDES, gelezen=[antwoorden, casus, profiel])
    doel = Uitvoerdoel(uit, als_json=als_json, overschrijf=overschrijf)
    keuze = _Keuze(naam, veiligheid, gegeven, profiel, akkoord, (("--casus", casus), ("--profiel", profiel)))
    if leeg:
        return _write_leeg(keuze, doel)
    if bron is not None:
        return _write_ingevuld(keuze, bron, doel)
    wens = hervat or (False if opnieuw else None)
    return _ask_een(keuze, doel, hervat=wens, bewaren=not niet_bewaren) if naam else _write_alle(als_json=als_json)


def _write_dicht(stand: str, naam: str, doel: Uitvoerdoel) -> int:
    """Write what helps, and what was kept before: a begun worksheet still stands there when the gate closes."""
    from conflictstijl.cli.resultaten_werkbladen import render_begonnen
    from conflictstijl.cli.werkbladpoort import write_hulp

    code = write_hulp(stand, doel.bestand, als_json=doel.als_json)
    write_meldingen(render_begonnen(naam))
    return code


def _load_bron(antwoorden: str) -> "Antwoordbron | None":
    if not antwoorden:
        return None
    from conflictstijl.laden.werkbladantwoorden import load_bron

    return load_bron(antwoorden)


def _load_casus(casus: str) -> "Casus | None":
    if not casus:
        return None
    from conflictstijl.cli.werkbladvulling import load_casus

    return load_casus(casus)


def _check_opties(welk: str, uit: str, *, samen: bool) -> None:
    if samen:
        raise GebruikFout("--hervat gaat niet samen met --opnieuw of --niet-bewaren; kies er een")
    if uit and not welk:
        raise GebruikFout("-o hoort bij één werkblad; geef bijvoorbeeld:", f"{_VOORBEELD} -o partijen.docx")


def _check_vooraf(naam: str, antwoorden: str, *, vooraf: bool) -> None:
    if vooraf and antwoorden:
        raise GebruikFout("in --antwoorden staat al wat er in het werkblad komt; laat --casus en --profiel weg")
    if vooraf and not naam:
        raise GebruikFout(
            "--casus en --profiel vullen één werkblad; geef bijvoorbeeld:", f"{_VOORBEELD} --casus rooster"
        )


def _write_alle(*, als_json: bool) -> int:
    from conflictstijl.cli.werkbladlijst import write_lijst

    write_lijst(als_json=als_json)
    return 0


def _write_leeg(keuze: _Keuze, doel: Uitvoerdoel) -> int:
    """Write a worksheet with room to write; the gate comes before it only when it holds a case."""
    from conflictstijl.cli.werkbladpoort import ask_poort, check_nodig
    from conflictstijl.cli.werkbladvulling import build_leegblad, load_vooraf
    from conflictstijl.laden.werkbladen import load_werkblad

    if not keuze.naam or doel.als_json:
        raise GebruikFout("--leeg toont één werkblad op papier; geef bijvoorbeeld:", f"{_VOORBEELD} --leeg")
    einde = Path(doel.bestand).suffix.lower()
    if einde in {".yaml", EINDES[0]}:
        raise GebruikFout(f"--leeg gaat niet naar {einde}; kies een naam op .html, .docx, .pdf, .md of .txt")
    werkblad = load_werkblad(keuze.naam)
    gesprek = build_gesprek(apart=True)
    nodig = keuze.casus is not None and check_nodig(werkblad, keuze.casus)
    gesloten = ask_poort(keuze.veiligheid, gesprek, nodig=nodig)
    if gesloten:
        return _write_dicht(gesloten, werkblad.id, doel)
    vooraf = load_vooraf(werkblad, keuze.casus, keuze.profiel)
    blad = build_leegblad(werkblad, vooraf)
    ask_nagekeken(werkblad, blad.invulling, akkoord=keuze.akkoord)
    doel.write_document(blad.document)
    write_over_jezelf(werkblad, blad.invulling, vooraf)
    return 0


def _write_ingevuld(keuze: _Keuze, bron: "Antwoordbron", doel: Uitvoerdoel) -> int:
    """Write the answers of a file, when nothing keeps the gate closed."""
    from conflictstijl.cli.werkbladpoort import check_nodig, check_poort
    from conflictstijl.laden.werkbladantwoorden import read_ingevuld
    from conflictstijl.rekenen.werkblad import build_uitkomst, check_antwoord

    werkblad, invulling, gezegd = read_ingevuld(bron, keuze.naam, check_antwoord)
    check_poort(keuze.veiligheid or gezegd, nodig=check_nodig(werkblad, None))
    ask_nagekeken(werkblad, invulling, akkoord=keuze.akkoord)
    doel.write_uitkomst(build_uitkomst(werkblad, invulling))
    return 0


def _ask_een(keuze: _Keuze, doel: Uitvoerdoel, *, hervat: bool | None, bewaren: bool) -> int:
    """Ask one worksheet by lines, after the gate, keep it, and write what was filled in."""
    from conflictstijl.afname.werkbladsessie import ask_invulling
    from conflictstijl.cli.werkbladpoort import ask_poort, check_nodig
    from conflictstijl.cli.werkbladvulling import load_vooraf
    from conflictstijl.laden.werkbladen import load_werkblad
    from conflictstijl.rekenen.werkblad import build_uitkomst

    werkblad = load_werkblad(keuze.naam)
    vooraf = load_vooraf(werkblad, keuze.casus, keuze.profiel)
    gesprek = build_gesprek(apart=doel.apart)
    gesloten = ask_poort(keuze.veiligheid, gesprek, nodig=check_nodig(werkblad, keuze.casus))
    if gesloten:
        return _write_dicht(gesloten, werkblad.id, doel)
    wens = _build_wens(keuze, werkblad, vooraf, hervat=hervat, bewaren=bewaren)
    with ask_invulling(werkblad, gesprek, wens) as zitting:
        ask_nagekeken(werkblad, zitting.invulling, akkoord=keuze.akkoord)
    gesprek.write_regel("")
    uitkomst = build_uitkomst(werkblad, zitting.invulling)
    with _check_afloop(zitting.sessie):
        doel.write_uitkomst(uitkomst)
        write_over_jezelf(werkblad, zitting.invulling, vooraf)
        if gesprek.mens:
            _write_bewaard(gesprek, zitting.sessie)
            if not doel.bestand:
                ask_bestand(gesprek, doel, uitkomst)
    return 0


@contextmanager
def _check_afloop(sessie: str) -> Iterator[None]:
    """Let whatever goes wrong after the last question say that the worksheet is kept, and how to see it."""
    try:
        yield
    except (GebruikFout, SchrijfFout, KeyboardInterrupt) as fout:
        if not sessie:
            raise
        gestopt = OnderbrokenFout("gestopt") if isinstance(fout, KeyboardInterrupt) else fout
        opdracht = f"conflictstijl resultaten {_read_korte_naam(sessie)}"
        raise type(gestopt)(f"{gestopt}; je werkblad is bewaard, bekijk het met:", opdracht) from None


def _read_korte_naam(sessie: str) -> str:
    from conflictstijl.cli.resultaten_werkbladen import read_korte_naam

    return read_korte_naam(sessie)


def _build_wens(
    keuze: _Keuze, werkblad: "Werkblad", vooraf: "Vooraf", *, hervat: bool | None, bewaren: bool
) -> "Bladwens":
    """Return where to keep answers, nowhere when somebody or the worksheet says so."""
    from conflictstijl.afname.werkbladsessie import Bladwens
    from conflictstijl.laden.bladbron import load_bladtekst
    from conflictstijl.laden.mappen import load_werkbladenmap
    from conflictstijl.model.bladvulling import Bladprivacy

    if werkblad.privacy is Bladprivacy.NIET_BEWAREN:
        if hervat:
            raise GebruikFout("van dit werkblad bewaart het programma niets; begin met:", keuze.opdracht)
        bewaren = False
    folder = load_werkbladenmap() if bewaren else None
    return Bladwens(folder, hervat, keuze.opdracht, load_bladtekst(keuze.naam), vooraf)


def _write_bewaard(gesprek: "Gesprek", sessie: str) -> None:
    """Say whether the worksheet is kept, and how to read it, take it along and erase it."""
    if not sessie:
        gesprek.write_alinea("Je werkblad is niet bewaard.")
        return
    kort = _read_korte_naam(sessie)
    gesprek.write_alinea(f"Je werkblad staat op deze computer als {kort}.")
    gesprek.write_regel("Van boven naar beneden: lezen, meenemen, wissen, zien waar.")
    # each by itself: a command is copied from the screen
    for opdracht in (
        f"resultaten {kort}",
        f"resultaten exporteer {kort} -o blad.json",
        f"resultaten wis {kort}",
        "waar",
    ):
        gesprek.write_regel(f"  conflictstijl {opdracht}")
