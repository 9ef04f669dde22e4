"""A group file and an answer sheet go by one scoring rule."""

import csv
import os
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.profielen import score_profielen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragen import LETTERS, Keuze, Stelling, Vraag
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rekenen.scoren import score_antwoorden

KEREN = int(os.environ.get("CONFLICTSTIJL_VOORBEELDEN", "200")) // 4
"""Sheets of each questionnaire."""
LIJSTEN = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-paren", "rustig-en-gespannen")


def build_antwoord(vraag: Vraag, toeval: Random) -> Antwoord:
    if toeval.random() < 0.08:
        return NVT if isinstance(vraag, Stelling) and vraag.antwoorden.nvt else None
    if isinstance(vraag, Stelling):
        return toeval.choice(vraag.antwoorden.punten).waarde
    return toeval.randrange(len(vraag.opties)) if isinstance(vraag, Keuze) else None


def spell_antwoord(vraag: Vraag, antwoord: Antwoord, toeval: Random) -> str:
    """An answer as one of the ways in which forms write it."""
    if antwoord is None:
        return toeval.choice(["", " "])
    if antwoord is NVT:
        return "n.v.t."
    if isinstance(vraag, Stelling):
        label = {punt.waarde: punt.label for punt in vraag.antwoorden.punten}[int(str(antwoord))]
        return toeval.choice([str(antwoord), label, label.upper(), f"{label};", f" {antwoord} - {label}\u00a0"])
    letter = LETTERS[int(str(antwoord))]
    return toeval.choice([letter, letter.upper(), f"{letter} "])


@pytest.mark.no_cover
@pytest.mark.parametrize("naam", LIJSTEN)
def test_everybody_gets_the_profile_of_the_sheet_in_any_order_of_rows_and_columns(naam: str, tmp_path: Path) -> None:
    toeval = Random(naam)  # noqa: S311 - examples, no secrets
    lijst = load_vragenlijst(naam)
    bladen = {
        f"C{nummer:04}": tuple(build_antwoord(vraag, toeval) for vraag in lijst.vragen) for nummer in range(KEREN)
    }
    kolommen = toeval.sample(range(len(lijst.vragen)), len(lijst.vragen))
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=toeval.choice(",;\t"))
    koppen = [f"q{naam}" if naam.isdigit() else naam for naam in (lijst.vragen[k].id for k in kolommen)]
    schrijver.writerow(["code", *koppen])
    for code in toeval.sample(list(bladen), len(bladen)):
        schrijver.writerow([code, *(spell_antwoord(lijst.vragen[k], bladen[code][k], toeval) for k in kolommen)])
    (tmp_path / "groep.csv").write_text(uit.getvalue(), encoding="utf-8")
    invoer = load_groep([str(tmp_path / "groep.csv")], naam)
    gevonden = {een.blad.deelnemer: build_profiel(een.profiel) for een in score_profielen(invoer)}
    assert gevonden == {
        code: build_profiel(score_antwoorden(lijst, Antwoordblad(naam, antwoorden, deelnemer=code)))
        for code, antwoorden in bladen.items()
    }
    assert not invoer.meldingen.aantallen.keys() - {"geen-antwoorden"}
