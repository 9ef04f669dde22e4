"""The other names of the styles, for an author who writes one of them where an id belongs."""

from collections.abc import Collection

from conflictstijl.tekst import fold_tekst, render_citaat

ANDERE_NAMEN = {
    "forceren": ("doorzetten", "doordrukken", "wedijveren", "concurreren", "strijden", "afdwingen"),
    "samenwerken": ("samen oplossen", "probleem oplossen", "integreren", "exploreren"),
    "compromis": ("compromis zoeken", "middenweg", "ruilen"),
    "vermijden": ("ontlopen", "terugtrekken", "ontwijken"),
    "toegeven": ("aanpassen", "inschikken"),
}
"""Per style the names that the file with styles gives it, which is too much to read for one hint."""


def advise_stijlnaam(naam: str, keuzes: Collection[str]) -> str:
    """Return how a style is called here when one of the choices has this other name, else an empty text."""
    gevouwen = fold_tekst(naam).replace("-", " ")
    bedoeld = [stijl for stijl, namen in ANDERE_NAMEN.items() if gevouwen in namen and stijl in keuzes]
    return f"{render_citaat(naam)} heet hier '{bedoeld[0]}'" if bedoeld else ""
