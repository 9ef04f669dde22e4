"""A program with commands that misbehave, for the tests of the boundary; also run as a script."""

import sys
import time
from typing import Annotated

import typer

from conflictstijl.__main__ import main
from conflictstijl.cli import programma
from conflictstijl.cli.nederlands import Opdrachtregel
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.fouten import Bevinding, ConflictstijlFout, InvoerFout, OnderbrokenFout, Plek

UITLEG = "Proef met een uitleg die langer is."


def meet(
    bestanden: Annotated[list[str], typer.Argument(metavar="BESTAND", help="Wat je meet.")],
    minimum: Annotated[int, typer.Option("--minimum", help="Hoeveel op zijn minst.")] = 5,
    maat: Annotated[float, typer.Option("--maat", envvar="PROEF_MAAT", help="Hoe groot.")] = 1.5,
    uitvoer: Annotated[str | None, typer.Option("-o", "--uitvoer", metavar="NAAM", help="Waarheen.")] = None,
    regels: Annotated[bool, typer.Option("--regels", help="Per regel.")] = False,
) -> None:
    """Show what was given."""
    write_json(dict(locals()))


def toon(
    kleur: Annotated[bool, typer.Option("--kleur/--geen-kleur", help="Met kleur.")] = True,
    soort: Annotated[str, typer.Option("--soort", show_default="de eerste", help="Welke soort.")] = "",
    geheim: Annotated[str, typer.Option("--geheim", hidden=True)] = "",
) -> None:
    """Show what was given."""
    write_json(dict(locals()))


def paar(twee: tuple[int, int], getallen: Annotated[list[int] | None, typer.Option("--getal")] = None) -> None:
    """Take exactly two numbers."""
    write_regels([f"{twee} {getallen}"])


def paar_om(naam: int) -> None:
    """Take a number, as a command of two words."""
    write_regels([f"om {naam}"])


def verplicht(sleutel: Annotated[str, typer.Option("--sleutel")], *, naam: str) -> None:
    """Need an option and an argument without a name of its own."""
    write_regels([sleutel, naam])


def parse_datum(tekst: str) -> str:
    """Accept nothing that is no number."""
    return str(int(tekst))


def kies(datum: Annotated[str, typer.Option("--datum", parser=parse_datum)] = "1") -> None:
    """Take a value of a kind that the layer does not know."""
    write_regels([str(datum)])


def slaap() -> None:
    """Wait until a signal comes."""
    write_regels(["klaar"])
    sys.stdout.flush()
    time.sleep(30)


def bewaar() -> None:
    """Save slowly when told to stop."""
    try:
        slaap()
    except KeyboardInterrupt:
        write_regels(["bezig"])
        sys.stdout.flush()
        time.sleep(0.5)
        write_regels(["bewaard"])
        raise OnderbrokenFout("je antwoorden zijn bewaard") from None


def slik() -> None:
    """Finish as if no signal came."""
    try:
        slaap()
    except KeyboardInterrupt:
        write_regels(["doorgegaan"])


def kapot() -> None:
    """Hold a bug."""
    raise KeyError("binnenkant")


def code() -> int:
    """Refuse on purpose."""
    return 3


def veel() -> None:
    """Write more than a pipe holds."""
    write_regels(f"regel {nummer}" for nummer in range(200_000))


def weinig() -> None:
    """Write less than a buffer holds."""
    write_json({"formaat": 1, "soort": "proef"})


def tekens() -> None:
    """Write what few consoles can show."""
    write_regels(["een → twee", "half \udce9"])


def invoer() -> None:
    """Find two things wrong with a file."""
    raise InvoerFout(Bevinding(Plek("x.yaml", regel, 3), "proef", "dit klopt niet") for regel in (9, 2))


def fout() -> None:
    """Report two lines."""
    raise _TweeFout


def ontbreekt() -> None:
    """Open what is not there, without asking first."""
    with open("/bestaat/niet", encoding="utf-8"):  # noqa: PTH123 - an OSError with a name is what is wanted
        pass


def lees() -> None:
    """Repeat stdin."""
    write_regels([f"gelezen: {sys.stdin.read()!r}"])


class _TweeFout(ConflictstijlFout):
    def regels(self) -> list[str]:
        return ["een", "twee"]


OPDRACHTEN = (
    meet,
    toon,
    paar,
    verplicht,
    kies,
    slaap,
    bewaar,
    slik,
    kapot,
    code,
    veel,
    weinig,
    tekens,
    invoer,
    fout,
    ontbreekt,
    lees,
)
TABEL = (
    *(Opdrachtregel(wat.__name__, "Proef", f"Doe {wat.__name__}.", __name__, wat.__name__) for wat in OPDRACHTEN),
    Opdrachtregel("heimelijk", "Proef", "Doe niets zichtbaars.", __name__, "code", verborgen=True),
    Opdrachtregel("paar om", "Proef", "Doe paar om.", __name__, "paar_om"),
    Opdrachtregel("paar heimelijk", "Proef", "Doe niets zichtbaars.", __name__, "code", verborgen=True),
)

if __name__ == "__main__":
    programma.TABEL = TABEL
    sys.exit(main())
