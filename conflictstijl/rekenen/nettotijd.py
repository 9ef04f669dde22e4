"""Whether the times of a session give a net time that a register can count."""

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.bewijs import Bewijs


def check_tijden(bewijs: Bewijs) -> None:
    """Raise GebruikFout when the end does not come after the begin, or the breaks leave no time."""
    bruto, netto = bewijs.bruto, bewijs.netto
    if bruto is None or netto is None:
        return
    if bruto <= 0:
        wat = f"het einde {bewijs.einde} komt niet na het begin {bewijs.begin}"
        raise GebruikFout(f"{wat}; ging het door na middernacht? Maak dan een verslag per dag")
    if netto <= 0:
        wat = f"de pauze van {bewijs.pauze} minuten past niet: van begin tot einde zijn het {bruto} minuten"
        raise GebruikFout(f"{wat}; geef een kortere pauze of een later einde")
