"""Twelve exports of ten form tools, read and scored with no other option than the questionnaire."""

from pathlib import Path

import pytest

from conflictstijl.groep.lezen import Groepsopties, load_groep
from conflictstijl.groep.profielen import score_profielen
from conflictstijl.groep.scoren import Rijscorer
from conflictstijl.model.antwoorden import Antwoord

from .exports import (
    EXPORTS,
    PAREN,
    PER_PERSOON,
    STIJLEN,
    STIJLSCAN,
    load_bestanden,
    load_rijen,
    load_scores,
    read_respondent,
)

MET_NAMEN = Groepsopties(met_namen=True)
ANONIEM = "02_msforms_nl_anoniem.xlsx"
GOOGLE = "04_googleforms_nl.csv"
"""In this file only the address tells that the trainer tried it out."""
MET_SLEUTEL = [naam for naam in PER_PERSOON if naam != ANONIEM]


def read_scores(naam: str) -> list[tuple[str, list[float | None]]]:
    """Code and mean per style of everybody in an export, the same by both ways of scoring."""
    invoer = load_groep([str(EXPORTS / naam)], STIJLSCAN, MET_NAMEN)
    heel = [
        (een.blad.deelnemer or "", [een.profiel.scores[stijl].waarde for stijl in STIJLEN])
        for een in score_profielen(invoer)
    ]
    vlot = [
        (invoer.read_code(plek, cellen), [uitkomst.waarde for uitkomst in uitkomsten])
        for plek, cellen, uitkomsten in Rijscorer(invoer).score_rijen(invoer.read_stapels())
    ]
    assert vlot == heel
    return heel


def build_afgerond(scores: list[float | None]) -> list[float | None]:
    """Scores with the decimals of the table that they are held against."""
    return [None if score is None else round(score, 4) for score in scores]


@pytest.mark.parametrize("naam", MET_SLEUTEL)
def test_everybody_gets_the_intended_scores(naam: str) -> None:
    gevonden = {read_respondent(code): build_afgerond(scores) for code, scores in read_scores(naam)}
    gevonden.pop("trainer@voorbeeld.example", None)
    assert gevonden == load_scores()


def test_without_a_key_every_row_counts_in_its_order() -> None:
    scores = [build_afgerond(scores) for _, scores in read_scores(ANONIEM)]
    verwacht = load_scores()
    eenmaal = [een for een in load_rijen("rijen") if een["respondent"] not in {"TEST", "D05"}]
    assert len(scores) == 45
    assert [scores[int(een["rij"]) - 1] for een in eenmaal] == [verwacht[een["respondent"]] for een in eenmaal]


@pytest.mark.parametrize("naam", PER_PERSOON)
def test_as_many_people_are_found_as_there_are(naam: str) -> None:
    assert len(read_scores(naam)) == int(load_bestanden()[naam]["verwacht_respondenten"])


def test_pairs_are_read_from_letters() -> None:
    profielen = list(score_profielen(load_groep([str(EXPORTS / "18_gedwongen_keuze_ab.csv")], PAREN)))
    assert len(profielen) == 24
    for een in profielen:
        # a checksum: every answered pair goes to one style
        assert sum(score.som or 0 for score in een.profiel.scores.values()) == een.profiel.beantwoord
    leeg = {een.blad.deelnemer: 30 - een.profiel.beantwoord for een in profielen if een.profiel.beantwoord < 30}
    assert leeg == {"P09": 1, "P11": 1, "P13": 1}


@pytest.mark.parametrize("naam", [naam for naam in MET_SLEUTEL if naam != GOOGLE])
def test_what_is_wrong_is_told_with_its_place(naam: str) -> None:
    invoer = load_groep([str(EXPORTS / naam)], STIJLSCAN)
    list(score_profielen(invoer))
    soorten = invoer.meldingen.aantallen
    assert [soorten[soort] for soort in ("geen-antwoorden", "opnieuw-ingestuurd", "dubbel")] == [1, 1, 1]
    assert sum(soorten[soort] for soort in ("onbekend-antwoord", "buiten-bereik", "twee-antwoorden")) == 5
    vaag = [melding for melding in invoer.meldingen.eerste if melding.gevolg == "leeg"]
    assert all(melding.rij and melding.kolom for melding in vaag)
    assert all(bool(melding.cel) == naam.endswith(".xlsx") for melding in vaag)


def test_answers_follow_their_header_and_not_their_place(tmp_path: Path) -> None:
    bron = EXPORTS / "14_kaal_door_elkaar.csv"
    kop, _, rest = bron.read_text(encoding="utf-8").partition("\n")
    verwisseld = kop.replace("Q1,", "Q#,").replace("Q2,", "Q1,").replace("Q#,", "Q2,")
    assert verwisseld != kop
    (tmp_path / "andersom.csv").write_text(f"{verwisseld}\n{rest}", encoding="utf-8")

    def read_antwoorden(pad: Path) -> list[tuple[Antwoord, ...]]:
        return [blad.antwoorden for _, blad in load_groep([str(pad)], STIJLSCAN).read_bladen()]

    gewoon, andersom = read_antwoorden(bron), read_antwoorden(tmp_path / "andersom.csv")
    assert [(tweede, eerste, *rest) for eerste, tweede, *rest in gewoon] == andersom
    assert gewoon != andersom
