"""How reliable a questionnaire is in a group: the sums of its sheets, and what these give."""

from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.model.schaalanalyse import Lijstanalyse
from conflictstijl.rekenen.schaalanalyse import build_analyse
from conflictstijl.rekenen.schaalsommen import Schaalsommen


def build_betrouwbaarheid(invoer: Groepsinvoer, volg: Volg = iter) -> Lijstanalyse:
    """Return the reliability of every scale over the people in group files; `volg` sees the rows go by."""
    sommen = Schaalsommen(invoer.vragenlijst)
    for _, blad in invoer.read_bladen(volg):
        sommen.add(blad.antwoorden)
    return build_analyse(sommen)
