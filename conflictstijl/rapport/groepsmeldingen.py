"""What there is to tell about the places of a group file, as lines for a person."""

from collections.abc import Mapping, Sequence

from conflictstijl.model.tabel import Invoermelding

MEESTE_REGELS = 20
"""Most places that are named one by one to somebody who did not ask for them."""
_GEVOLGEN = {"leeg": "telt als leeg"}


def render_invoermelding(melding: Invoermelding) -> str:
    """Return where, what and what follows as one line: `x.csv, rij 38, vraag q7: ...; telt als leeg`."""
    rij = f"rij {melding.rij}" if melding.rij and not melding.cel else ""
    cel = f"cel {melding.cel}" if melding.cel else ""
    vraag = f"vraag {melding.kolom}" if melding.kolom else ""
    waar = ", ".join(filter(None, (melding.bestand, rij, cel, vraag)))
    gevolg = _GEVOLGEN.get(melding.gevolg, melding.gevolg)
    return f"{waar}: {melding.wat}; {gevolg}" if gevolg else f"{waar}: {melding.wat}"


def render_invoermeldingen(eerste: Sequence[Invoermelding], aantallen: Mapping[str, int], meeste: int) -> list[str]:
    """Return the first places as lines, and how many there are beyond these."""
    regels = [render_invoermelding(melding) for melding in eerste[:meeste]]
    rest = sum(aantallen.values()) - len(regels)
    if rest:
        regels.append(f"en nog {rest} {'plek' if rest == 1 else 'plekken'}; 'conflictstijl groep --bekijk' toont ze")
    return regels
