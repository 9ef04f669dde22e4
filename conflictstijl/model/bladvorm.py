"""The form that an answer on a worksheet must have: how many lines, how long, which choices, each line once."""

from conflictstijl.model.werkblad import PARTIJEN, Regels, Werkvraag
from conflictstijl.tekst import fold_tekst, render_citaat


def check_vorm(vraag: Werkvraag, antwoord: Regels) -> tuple[str, ...]:
    """Return why an answer does not have the form that a question asks for, as a sentence; empty when it has."""
    if not antwoord:
        return (f"Deze vraag hoort erbij. {vraag.waarom}",) if vraag.verplicht else ()
    if len(antwoord) > vraag.regels:
        hoogstens = f"hoogstens {vraag.regels} antwoorden" if vraag.regels > 1 else "één antwoord"
        return (f"Geef {hoogstens}; dit zijn er {len(antwoord)}.",)
    return next(filter(None, (check_regel(vraag, regel) for regel in antwoord)), ()) or check_dubbel(vraag, antwoord)


def check_regel(vraag: Werkvraag, regel: str) -> tuple[str, ...]:
    """Return why a line cannot stand in any answer to a question, as a sentence; empty when it can."""
    if vraag.keuzes and regel not in vraag.keuzes:
        # own answers may be long and many, and somebody saw them
        if vraag.kies_uit:
            return (f"Kies uit je eerdere antwoorden, zoals {render_citaat(vraag.keuzes[0])}.",)
        return (f"Kies uit: {', '.join(vraag.keuzes)}.",)
    if len(regel) > vraag.langste:
        return (f"Een regel heeft hoogstens {vraag.langste} tekens. Maak hem korter.",)
    return ()


def check_dubbel(vraag: Werkvraag, antwoord: Regels) -> tuple[str, ...]:
    """Return that a line stands there twice where each must be another, as a sentence; empty when all differ."""
    if not vraag.verschillend or len(set(map(fold_tekst, antwoord))) == len(antwoord):
        return ()
    return ("Geef elke partij een eigen naam.",) if vraag.id == PARTIJEN else ("Schrijf elke regel maar één keer op.",)
