"""`conflictstijl formulier`: a questionnaire as text to paste into Microsoft Forms or Google Forms."""

from typing import Annotated

from conflictstijl.cli.aanvulling import build_lijstargument
from conflictstijl.cli.uitvoer import write_regels

UITLEG = """\
Geeft elke vraag met haar antwoorden eronder, als tekst.

Microsoft Forms: plak de tekst in Word, bewaar dat bestand en laat Forms het importeren. Kijk daarna alles na.

Google Forms: maak per vraag een meerkeuzevraag. Plak alle antwoorden tegelijk in het eerste antwoordvak.

Verander geen woord en zet geen letter voor een antwoord: aan de teksten herkent het programma de vragen.

Bijvoorbeeld:

  conflictstijl formulier conflictstijlen-kort > formulier.txt"""


def write_formulier(
    naam: Annotated[str, build_lijstargument("VRAGENLIJST")],
) -> None:
    """Write title, explanation, questions and answers as plain text."""
    from conflictstijl import toepassing

    write_regels(toepassing.render_formulier(toepassing.load_vragenlijst(naam)))
