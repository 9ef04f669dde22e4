"""Scoring a stream of rows, each distinct combination once."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from conflictstijl.fouten import InvoerFout
from conflictstijl.groep import lezen
from conflictstijl.groep.dubbelen import Stapel
from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.profielen import score_profielen
from conflictstijl.groep.scoren import Groepsteller, Rijscorer
from conflictstijl.groep.tellen import count_groep
from conflictstijl.groep.uitvoer import write_csv
from conflictstijl.invoer import csvbron, kolommen
from conflictstijl.model import tabel
from conflictstijl.model.groepsbeeld import Groepstelling, build_samen
from conflictstijl.model.tabel import Invoermelding
from conflictstijl.rapport.scoretabel import CSVSTIJLEN
from conflictstijl.rekenen import geheugen
from conflictstijl.rekenen.groepsbeeld import build_telling, read_groepsdelen
from tests.bouwers import build_lijst, build_stelling

from .exports import EXPORTS, PER_PERSOON, STIJLSCAN

KOP: list[object] = ["code", *(f"q{nummer}" for nummer in range(1, 21))]


def write_groep(pad: Path, rijen: int, *, zaad: int = 1, kolommen: int = 20) -> str:
    toeval = Random(zaad)  # noqa: S311 - examples, no secrets
    with pad.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit)
        schrijver.writerow(["code", "team", *(f"q{nummer}" for nummer in range(1, kolommen + 1))])
        for rij in range(rijen):
            antwoorden = [toeval.choice(["1", "2", "3", "4", "5", "Vaak", "", "huh"]) for _ in range(kolommen)]
            schrijver.writerow([f"P{rij}", toeval.choice("AB"), *antwoorden])
    return str(pad)


@pytest.mark.parametrize("bron", [*PER_PERSOON, ""])
def test_counting_a_stream_is_adding_up_the_people(bron: str, tmp_path: Path) -> None:
    naam = str(EXPORTS / bron) if bron else write_groep(tmp_path / "groep.csv", 60)
    invoer = load_groep([naam], STIJLSCAN)
    delen = read_groepsdelen(invoer.vragenlijst)
    samen = Groepstelling()
    for een in score_profielen(invoer):
        samen = build_samen(samen, build_telling(delen, {n: score.exact for n, score in een.profiel.scores.items()}))
    tal = count_groep(invoer)
    geteld = tal.tellingen[""]
    assert (geteld.n, dict(geteld.sommen)) == (samen.n, dict(samen.sommen))
    assert dict(geteld.eerste) == dict(samen.eerste)
    assert tal.zonder == tal.deelnemers - samen.n
    assert len(tal.mensen[""]) == samen.n


def test_a_small_memory_changes_no_score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    naam = write_groep(tmp_path / "groep.csv", 200)
    ruim, krap = BytesIO(), BytesIO()
    write_csv(load_groep([naam], STIJLSCAN), ruim, CSVSTIJLEN["nederlands"])
    monkeypatch.setattr(geheugen, "MEESTE", 3)
    write_csv(load_groep([naam], STIJLSCAN), krap, CSVSTIJLEN["nederlands"])
    assert krap.getvalue() == ruim.getvalue()


def write_uit(naam: str) -> tuple[bytes, list[Invoermelding]]:
    """The scores of a file, and what is told about it."""
    invoer, uit = load_groep([naam], STIJLSCAN), BytesIO()
    write_csv(invoer, uit, CSVSTIJLEN["nederlands"])
    return uit.getvalue(), invoer.meldingen.eerste


@pytest.mark.parametrize("grootte", [1, 7])
@pytest.mark.parametrize("bron", [*PER_PERSOON, ""])
def test_how_many_rows_go_together_changes_no_score_and_no_message(
    bron: str, grootte: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    naam = str(EXPORTS / bron) if bron else write_groep(tmp_path / "groep.csv", 60)
    samen = write_uit(naam)
    monkeypatch.setattr(tabel, "STAPEL", grootte)
    monkeypatch.setattr(csvbron, "_STUK", grootte)
    assert write_uit(naam) == samen


@given(
    st.lists(st.text("12345", min_size=20, max_size=20), min_size=3, max_size=6),
    st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 19)), st.sampled_from(["", " ", "9", "?"]), max_size=4),
    st.sampled_from(["_MINSTE_LETTERS", "build_kolommen"]),
)
def test_single_letters_cells_and_rows_have_the_same_scores_and_messages(
    antwoorden: list[str], anders: dict[tuple[int, int], str], zonder: str
) -> None:
    rijen = [
        [f"P{nummer}", *(anders.get((nummer, plaats), cel) for plaats, cel in enumerate(rij))]
        for nummer, rij in enumerate(["1234512345" * 2] * 6 + antwoorden)
    ]
    with TemporaryDirectory() as map_, pytest.MonkeyPatch.context() as monkeypatch:
        naam = str(Path(map_, "groep.csv"))
        Path(naam).write_text("\n".join([",".join(map(str, KOP)), *map(",".join, rijen)]), encoding="utf-8")
        letters = write_uit(naam)
        if zonder == "build_kolommen":
            monkeypatch.setattr(csvbron, zonder, lambda *_: [])
        else:
            monkeypatch.setattr(kolommen, zonder, 99)
        assert write_uit(naam) == letters


def test_scoring_to_a_table_loads_nothing_that_advice_and_reports_need(tmp_path: Path) -> None:
    zwaar = ("json", "hashlib", "statistics", "conflictstijl.model.kennis", "conflictstijl.model.situatie", "jinja2")
    opdracht = ["groep", write_groep(tmp_path / "groep.csv", 30), "--vragenlijst", STIJLSCAN, "--met-profielen"]
    code = (
        "import sys\nvoor = set(sys.modules)\nfrom conflictstijl.cli.grens import run_programma\n"
        f"code = run_programma({[*opdracht, '-o', str(tmp_path / 'uit.csv')]!r})\n"
        f"print([naam for naam in {[*zwaar, 'yaml']!r} if naam in {{*sys.modules}} - voor], code, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert klaar.stderr.splitlines()[-1] == "['yaml'] 0"


def test_every_unclear_cell_is_told_each_time_it_is_there(tmp_path: Path) -> None:
    invoer = load_groep([write_groep(tmp_path / "groep.csv", 200)], STIJLSCAN)
    for _ in Rijscorer(invoer).score_rijen(invoer.read_stapels()):
        pass
    vlot = sorted(invoer.meldingen.eerste)
    list(score_profielen(invoer))
    assert vlot == sorted(invoer.meldingen.eerste)
    assert len(vlot) > 400


def test_beyond_many_places_they_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lezen, "MEESTE_MELDINGEN", 7)
    invoer = load_groep([write_groep(tmp_path / "groep.csv", 50)], STIJLSCAN)
    list(invoer.read_bladen())
    assert len(invoer.meldingen.eerste) == 7
    assert invoer.meldingen.aantallen["onbekend-antwoord"] > 60


def test_a_question_that_is_not_in_the_table_is_missing_for_everyone(tmp_path: Path) -> None:
    naam = write_groep(tmp_path / "groep.csv", 30, kolommen=17)
    invoer = load_groep([naam], STIJLSCAN)
    assert all(blad.antwoorden[17:] == (None, None, None) for _, blad in invoer.read_bladen())
    assert sum(soort == "vraag-ontbreekt" for soort in invoer.meldingen.aantallen.elements()) == 3
    heel = [een.profiel.scores["forceren"].waarde for een in score_profielen(invoer)]
    vlot = [uitkomsten[0].waarde for _, _, uitkomsten in Rijscorer(invoer).score_rijen(invoer.read_stapels())]
    assert heel == vlot


def write_werkboek(pad: Path, *bladen: list[list[object]]) -> str:
    """Write a workbook; a text that begins with `=` is a formula whose kept outcome is 4."""
    with Workbook(str(pad)) as boek:
        for rijen in bladen:
            blad = boek.add_worksheet()
            for nummer, rij in enumerate(rijen):
                for kolom, cel in enumerate(rij):
                    if isinstance(cel, str) and cel.startswith("="):
                        blad.write_formula(nummer, kolom, cel, None, 4)
                    else:
                        blad.write(nummer, kolom, cel)
    return str(pad)


def test_an_unclear_cell_of_a_person_in_a_column_is_told_at_its_own_place(tmp_path: Path) -> None:
    vragen: list[list[object]] = [[f"q{n}", "3", "tja" if n == 2 else "4"] for n in range(1, 21)]
    rijen: list[list[object]] = [["", "An", "Bo"], *vragen]
    invoer = load_groep([write_werkboek(tmp_path / "groep.xlsx", rijen)], STIJLSCAN)
    list(invoer.read_bladen())
    (melding,) = (een for een in invoer.meldingen.eerste if een.soort == "onbekend-antwoord")
    assert (melding.rij, melding.kolom, melding.cel) == (3, "2", "C3")


def test_a_formula_is_told_also_when_the_plain_number_came_before(tmp_path: Path) -> None:
    # to a dictionary both cells are the same text
    gewoon: list[object] = [4] * 20
    rijen: list[list[object]] = [KOP, ["a", *gewoon], ["b", *gewoon[1:], "=2+2"], ["c", *gewoon]]
    invoer = load_groep([write_werkboek(tmp_path / "groep.xlsx", rijen)], STIJLSCAN)
    waarden = [
        [een.waarde for een in uitkomsten] for _, _, uitkomsten in Rijscorer(invoer).score_rijen(invoer.read_stapels())
    ]
    vlot = list(invoer.meldingen.eerste)
    heel = [[s.waarde for s in een.profiel.scores.values()] for een in score_profielen(invoer)]
    assert waarden == heel
    assert vlot == invoer.meldingen.eerste


class Pijp(BytesIO):
    """A stream that cannot go back."""

    def seekable(self) -> bool:
        return False


def test_what_cannot_go_back_gets_the_same_scores(tmp_path: Path) -> None:
    naam = write_groep(tmp_path / "groep.csv", 20)
    with Path(naam).open("a", encoding="utf-8") as erbij:
        erbij.write("P3,A," + ",".join(["2"] * 20) + "\n")
    bestand, pijp = BytesIO(), Pijp()
    assert write_csv(load_groep([naam], STIJLSCAN), bestand, CSVSTIJLEN["internationaal"]) == 20
    assert write_csv(load_groep([naam], STIJLSCAN), pijp, CSVSTIJLEN["internationaal"]) == 20
    assert bestand.getvalue() == pijp.getvalue()
    assert bestand.getvalue().decode().splitlines()[-1] == "P3,2,2,2,2,2"


def test_looking_on_sees_every_row(tmp_path: Path) -> None:
    gezien: list[int] = []

    def volg(stapels: Iterator[Stapel]) -> Iterator[Stapel]:
        for stapel in stapels:
            gezien.extend(stapel.deel.nummers)
            yield stapel

    write_csv(
        load_groep([write_groep(tmp_path / "groep.csv", 12)], STIJLSCAN), BytesIO(), CSVSTIJLEN["nederlands"], "", volg
    )
    assert gezien == [*range(2, 14)]


def test_who_has_no_code_is_called_by_the_row(tmp_path: Path) -> None:
    pad = tmp_path / "groep.csv"
    write_groep(pad, 9)
    pad.write_text(pad.read_text(encoding="utf-8").replace("P4,", ",", 1), encoding="utf-8")
    codes = [blad.deelnemer for _, blad in load_groep([str(pad)], STIJLSCAN).read_bladen()]
    assert codes[4] == "rij 6"
    twee = [blad.deelnemer for _, blad in load_groep([str(pad), str(pad)], STIJLSCAN).read_bladen()]
    assert {"rij 1.6", "rij 2.6"} <= set(twee)


def test_a_bsn_on_any_sheet_stops_everything(tmp_path: Path) -> None:
    goed: list[list[object]] = [KOP, *([f"P{n}", *[3] * 20] for n in range(6))]
    fout: list[list[object]] = [["bsn", *KOP[1:]], [123456782, *[3] * 20]]
    with pytest.raises(InvoerFout, match="bsn"):
        load_groep([write_werkboek(tmp_path / "groep.xlsx", goed, fout)], STIJLSCAN)


def test_a_teller_counts_who_is_left_out() -> None:
    invoer = load_groep([str(EXPORTS / "14_kaal_door_elkaar.csv")], STIJLSCAN)
    teller = Groepsteller(invoer.vragenlijst)
    telt = [teller.count(uitkomsten) for _, _, uitkomsten in Rijscorer(invoer).score_rijen(invoer.read_stapels())]
    assert (teller.n, teller.zonder) == (sum(telt), len(telt) - sum(telt)) == (40, 2)


def test_a_scale_of_one_question_is_scored_too(tmp_path: Path) -> None:
    lijst = build_lijst(build_stelling("forceren"), build_stelling("-toegeven", "2"))
    (tmp_path / "groep.csv").write_text("code,q1,q2\na,1,2\nb,4,\n", encoding="utf-8")
    invoer = load_groep([str(tmp_path / "groep.csv")], lijst)
    rijen = Rijscorer(invoer).score_rijen(invoer.read_stapels())
    schalen = [schaal.id for schaal in lijst.schalen]
    waarden = [dict(zip(schalen, (een.waarde for een in uitkomsten), strict=True)) for _, _, uitkomsten in rijen]
    assert [(rij["forceren"], rij["toegeven"]) for rij in waarden] == [(1, 4), (4, None)]
