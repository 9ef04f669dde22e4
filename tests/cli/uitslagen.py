"""Kept results for the tests of the commands about them: any questionnaire, on any day."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from conflictstijl import bewaren, toepassing
from conflictstijl.bewaren import Uitslag
from conflictstijl.laden.mappen import load_resultatenmap
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.geschiedenis import write_uitslag
from tests.rapport.test_gouden import BLADEN, Antwoorden

HIER = timezone(timedelta(hours=1))
NU = datetime(2026, 11, 22, 7, 45, tzinfo=HIER)
KORT, LANG = "conflictstijlen-kort", "conflictstijlen"


def bewaar(
    naam: str = KORT,
    klaar: datetime = NU,
    sessie: str = "9f0c2a7711d0b3e4",
    *,
    antwoorden: Antwoorden | None = None,
    deelnemer: str | None = None,
) -> Uitslag:
    """Keep the golden sheet of a name, or other answers to its questionnaire, as finished on a day."""
    blad = BLADEN[naam]
    lijst = toepassing.load_vragenlijst(blad.lijst, vorm=blad.vorm, met=blad.met)
    return bewaar_lijst(lijst, antwoorden or blad.antwoorden, klaar, sessie, deelnemer=deelnemer)


def bewaar_lijst(
    lijst: Vragenlijst, antwoorden: Antwoorden, klaar: datetime, sessie: str, *, deelnemer: str | None = None
) -> Uitslag:
    """Keep a sheet of any questionnaire."""
    ingevuld = replace(toepassing._build_blad(lijst, antwoorden), deelnemer=deelnemer)
    (resultaat,) = toepassing.score_bladen([(lijst, ingevuld)])
    uitslag = replace(bewaren.build_uitslag(resultaat, sessie, klaar - timedelta(minutes=6)), klaar=klaar)
    return replace(uitslag, pad=write_uitslag(load_resultatenmap(), uitslag))
