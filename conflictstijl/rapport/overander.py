"""A report about someone else: what one person sees, and questions instead of advice."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming
from conflictstijl.rapport.gegeven import KLEIN, VEILIG, Gegeven, render_klein

KOPPEN_ANDER = ("Wat ik zie", "Welke stijl werkt wanneer", "Hoe praten we erover", "Welke vaardigheid oefen ik")
"""The headings of a report that one person fills in about another: `mijn` and `ik` would be about the wrong one."""

_VRAGEN = (
    "Herken je dit? Wanneer wel, en wanneer niet?",
    "Hoe kijk jij naar het moment dat ik noem?",
    "Wat levert deze aanpak jou op, en wat kost die?",
    "Wat heb je van mij nodig als we het oneens zijn?",
)


def build_gesprek(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield questions to ask the other, and how to approach who uses a style much."""
    yield Alinea("Vertel eerst wat je zag en hoorde. Vraag dan:")
    yield Opsomming(_VRAGEN)
    for stijl in gegeven.read_genoemd(gegeven.profiel.duidelijk_hoog):
        yield Kop(f"Als iemand vaak kiest voor {render_klein(stijl.kort)}", KLEIN)
        yield Opsomming(stijl.zo_benader_je)
    yield Alinea(VEILIG)
