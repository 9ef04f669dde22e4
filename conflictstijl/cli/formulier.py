"""`conflictstijl formulier`: a questionnaire as text to paste into Microsoft Forms or Google Forms."""

from typing import Annotated

from conflictstijl.cli.aanvulling import build_lijstargument, build_vormoptie
from conflictstijl.cli.uitvoer import write_regels

UITLEG = """\
Geeft elke vraag met haar antwoorden eronder, als tekst. Wat je in het formulier zelf instelt, staat bovenaan.

Microsoft Forms: plak de tekst in Word, bewaar dat bestand en laat Forms het importeren. Kijk daarna alles na.

Google Forms: maak per vraag een meerkeuzevraag. Plak alle antwoorden tegelijk in het eerste antwoordvak.

Zijn de antwoorden binnen, bewaar ze dan als csv of xlsx. Met conflictstijl groep lees je dat bestand.

Bijvoorbeeld:

  conflictstijl formulier conflictstijlen-kort > formulier.txt"""


def write_formulier(
    naam: Annotated[str, build_lijstargument("VRAGENLIJST")],
    vorm: Annotated[str, build_vormoptie()] = "",
) -> None:
    """Write title, explanation, questions and answers as plain text."""
    from conflictstijl import toepassing

    write_regels(toepassing.render_formulier(toepassing.load_vragenlijst(naam, vorm=vorm)))
