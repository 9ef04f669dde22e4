"""What fills in one sheet of a questionnaire: a person, unless its author says that it is an organisation."""

from conflictstijl.laden.velden import Velden
from conflictstijl.model.vragenlijst import Eenheid, Vragenlijst

_CODE = "eenheid"
_HINT = "haal 'eenheid' weg"


def parse_eenheid(velden: Velden, vragenlijst: Vragenlijst) -> Eenheid:
    """Return what a sheet is of, and report a questionnaire that cannot be of an organisation.

    Group rules for people do not hold for organisations. So what has conflict styles, or describes somebody, stays
    one about people whatever the key says; and choices have no spread to lay side by side.
    """
    eenheid = velden.read_keuze("eenheid", Eenheid, Eenheid.PERSOON)
    knoop = velden.read_knoop("eenheid")
    if knoop is None or eenheid is Eenheid.PERSOON:
        return Eenheid.PERSOON
    if any(schaal.stijl for schaal in vragenlijst.schalen) or vragenlijst.varianten:
        wat = "deze vragenlijst gaat over mensen, en niet over een organisatie"
        velden.bevindingen.add(knoop.plek, _CODE, wat, _HINT)
    elif vragenlijst.keuzes:
        wat = "'eenheid: organisatie' past alleen bij stellingen, want keuzes hebben geen spreiding"
        velden.bevindingen.add(knoop.plek, _CODE, wat, _HINT)
    return eenheid
