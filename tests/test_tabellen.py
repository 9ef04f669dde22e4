"""Scoring data frames: the same scores as one sheet at a time, in the same order, and nothing read before its time."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pytest

import conflictstijl
from conflictstijl import tabellen
from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, parse_antwoord
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragen import LETTERS, Item, Stelling, Vorm
from conflictstijl.model.vragenlijst import Schaal, Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.tabellen import score_tabel
from tests.bouwers import GOED, build_antwoordschaal, build_paren, build_stellingen

VOLGORDE = "volgorde"
"""A column that tells in which order the rows came in."""

Kolommen = Mapping[str, Sequence[Any]]
Scores = list[dict[str, float | None]]


class Soort(NamedTuple):
    """A library: how a table of it is made, how it is read back, and the class it has."""

    build: Callable[[Kolommen], Any]
    read: Callable[[Any], dict[str, list[Any]]]
    klasse: Callable[[], type]


def lees_pandas(tabel: pd.DataFrame) -> dict[str, list[Any]]:
    return {str(naam): [None if pd.isna(cel) else cel for cel in tabel[naam]] for naam in tabel.columns}


def maak_duckdb(kolommen: Kolommen) -> duckdb.DuckDBPyRelation:
    return duckdb.connect().from_arrow(pl.DataFrame(kolommen).to_arrow())


def lees_duckdb(tabel: duckdb.DuckDBPyRelation) -> dict[str, list[Any]]:
    rijen = tabel.fetchall()
    return {naam: [rij[plaats] for rij in rijen] for plaats, naam in enumerate(tabel.columns)}


def begin_spark() -> Any:
    bouw = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    return bouw.config("spark.ui.enabled", "false").config("spark.sql.ansi.enabled", "true").getOrCreate()


def maak_spark(kolommen: Kolommen) -> Any:
    soorten = {naam: {type(cel) for cel in rij} - {type(None)} for naam, rij in kolommen.items()}
    schema = ", ".join(f"`{naam}` {'STRING' if str in soort else 'LONG'}" for naam, soort in soorten.items())
    return begin_spark().createDataFrame(list(zip(*kolommen.values(), strict=True)), schema)


def lees_spark(tabel: Any) -> dict[str, list[Any]]:
    rijen = tabel.collect()
    return {naam: [rij[plaats] for rij in rijen] for plaats, naam in enumerate(tabel.columns)}


SOORTEN = {
    "pandas": Soort(pd.DataFrame, lees_pandas, lambda: pd.DataFrame),
    "polars": Soort(pl.DataFrame, lambda tabel: tabel.to_dict(as_series=False), lambda: pl.DataFrame),
    "polars lui": Soort(pl.LazyFrame, lambda tabel: tabel.collect().to_dict(as_series=False), lambda: pl.LazyFrame),
    "duckdb": Soort(maak_duckdb, lees_duckdb, lambda: duckdb.DuckDBPyRelation),
}
if find_spec("pyspark"):
    SOORTEN["pyspark"] = Soort(maak_spark, lees_spark, lambda: import_module("pyspark.sql").DataFrame)

elke_soort = pytest.mark.parametrize("soort", SOORTEN.values(), ids=SOORTEN)

STELLINGEN = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-verdieping", "rustig-en-gespannen")
KEUZES = ("conflictstijlen-paren", "praktijksituaties")


def gooi(zaad: int) -> Random:
    return Random(zaad)  # noqa: S311 - answers of nobody


def spel(antwoord: Antwoord, item: Item, dobbel: Random) -> str | None:
    """Return one of the ways to spell an answer, as people and exports do."""
    if antwoord is None:
        return dobbel.choice([None, "", "weet niet", "0", "9", "4,0"])
    if antwoord is NVT:
        return dobbel.choice(["nvt", "N.v.t.", " NVT\n"])
    assert isinstance(antwoord, int)
    if isinstance(item, Stelling):
        label = next(punt.label for punt in item.antwoorden.punten if punt.waarde == antwoord)
        vormen = [
            str(antwoord),
            *([label, label.upper(), f" {label}\u00a0", label.replace(" ", "  ")] if label else []),
        ]
    else:
        vormen = [LETTERS[antwoord], f" {LETTERS[antwoord].upper()} "]
    return dobbel.choice(vormen)


def kies_antwoorden(lijst: Vragenlijst, aantal: int, *, nvt: bool) -> list[list[Antwoord]]:
    """Return random sheets: a few blanks in some, many in others, so that scales can and cannot be scored."""
    dobbel = gooi(7)
    rijen: list[list[Antwoord]] = []
    for _ in range(aantal):
        leeg = dobbel.choice([0, 0.05, 0.3, 0.9, 1])
        over: list[Antwoord] = [None, NVT] if nvt else [None]
        rijen.append(
            [
                dobbel.choice(over) if dobbel.random() < leeg else dobbel.choice(lees_mogelijk(item))
                for item in lijst.items
            ]
        )
    return rijen


def lees_mogelijk(item: Item) -> list[int]:
    return (
        [punt.waarde for punt in item.antwoorden.punten] if isinstance(item, Stelling) else [*range(len(item.opties))]
    )


@cache
def build_proef(naam: str, *, nvt: bool) -> tuple[Vragenlijst, list[list[Antwoord]], Scores]:
    """Return a shipped questionnaire, random sheets and their scores: once for all kinds of table."""
    lijst = conflictstijl.load_vragenlijst(naam)
    rijen = kies_antwoorden(lijst, 40, nvt=nvt)
    return lijst, rijen, score_stuk_voor_stuk(lijst, rijen)


def score_stuk_voor_stuk(lijst: Vragenlijst, rijen: Sequence[Sequence[Antwoord]]) -> Scores:
    """Return the scores of the one scoring rule."""
    zonder = replace(lijst, achtergrond=(), open=())
    profielen = (score_antwoorden(zonder, Antwoordblad(lijst.id, tuple(rij))) for rij in rijen)
    return [
        {naam: None if score.exact is None else float(score.exact) for naam, score in profiel.scores.items()}
        for profiel in profielen
    ]


def maak_tabel(lijst: Vragenlijst, rijen: Sequence[Sequence[Any]]) -> dict[str, list[Any]]:
    kolommen = {item.id: [rij[plaats] for rij in rijen] for plaats, item in enumerate(lijst.items)}
    return {VOLGORDE: list(range(len(rijen))), **kolommen, "naam": [f"=d{nummer}" for nummer in range(len(rijen))]}


def check_tabel(soort: Soort, lijst: Vragenlijst, tabel: Kolommen, verwacht: Scores) -> None:
    """Hold a scored table to the scores, to its own columns and to its order."""
    uit = score_tabel(soort.build(tabel), lijst)
    assert isinstance(uit, soort.klasse())
    gelezen = soort.read(uit)
    assert list(gelezen) == [*tabel, *(schaal.id for schaal in lijst.schalen)]
    for naam, kolom in tabel.items():
        assert gelezen[naam] == list(kolom)
    for schaal in lijst.schalen:
        assert gelezen[schaal.id] == [scores[schaal.id] for scores in verwacht]


@elke_soort
@pytest.mark.parametrize("naam", STELLINGEN)
def test_numbers_give_the_scores_of_the_one_scoring_rule_to_the_last_bit(soort: Soort, naam: str) -> None:
    lijst, rijen, verwacht = build_proef(naam, nvt=False)
    assert {None} < {score for scores in verwacht for score in scores.values()}
    check_tabel(soort, lijst, maak_tabel(lijst, rijen), verwacht)


@elke_soort
@pytest.mark.parametrize("naam", [*STELLINGEN[:2], *KEUZES])
def test_labels_letters_and_nvt_give_the_scores_of_the_one_scoring_rule(soort: Soort, naam: str) -> None:
    lijst, rijen, verwacht = build_proef(naam, nvt=True)
    dobbel = gooi(8)
    gespeld = [[spel(een, item, dobbel) for een, item in zip(rij, lijst.items, strict=True)] for rij in rijen]
    check_tabel(soort, lijst, maak_tabel(lijst, gespeld), verwacht)


WEGING = (
    "forceren 2, vermijden 0.3",
    "-forceren 0.7",
    "forceren 1.25",
    "-vermijden 3, forceren 0.001",
    "vermijden",
    "geen",
)


@elke_soort
@pytest.mark.parametrize("score", Scoresoort)
def test_weights_and_units_give_the_scores_of_the_one_scoring_rule(soort: Soort, score: Scoresoort) -> None:
    schaal = build_antwoordschaal([-2, 0, 1, 5, 6], ["Zeer oneens", "Oneens", "", "Eens", "Zeer eens"])
    lijst = build_stellingen(*WEGING, score=score, ontbrekend=Fraction(1, 2), antwoorden=schaal)
    rijen = kies_antwoorden(lijst, 40, nvt=True)
    dobbel = gooi(9)
    gespeld = [
        [None if een is None else spel(een, item, dobbel) for een, item in zip(rij, lijst.items, strict=True)]
        for rij in rijen
    ]
    check_tabel(soort, lijst, maak_tabel(lijst, gespeld), score_stuk_voor_stuk(lijst, rijen))


@elke_soort
def test_a_percentage_of_nothing_is_nothing_and_a_scale_without_items_is_null(soort: Soort) -> None:
    lijst = replace(build_paren("forceren forceren", "forceren forceren"), score=Scoresoort.PROCENT)
    lijst = replace(lijst, schalen=(*lijst.schalen, Schaal("toegeven", "toegeven")))
    rijen: list[list[Antwoord]] = [[0, 1], [None, None], [1, 1]]
    verwacht: Scores = [{"forceren": 0.0, "toegeven": None}, {"forceren": None, "toegeven": None}] * 2
    assert score_stuk_voor_stuk(lijst, rijen) == verwacht[:3]
    check_tabel(soort, lijst, maak_tabel(lijst, [["a", "b"], [None, "c"], ["b", "B"]]), verwacht[:3])


@elke_soort
def test_ten_thousand_rows_come_back_in_their_order(soort: Soort) -> None:
    lijst = build_stellingen("forceren")
    rijen = [[1 + nummer * nummer % 5] for nummer in range(10_000)]
    check_tabel(soort, lijst, maak_tabel(lijst, rijen), [{"forceren": float(rij[0])} for rij in rijen])


@elke_soort
def test_an_answer_that_does_not_exist_is_left_open(soort: Soort) -> None:
    lijst = build_stellingen("forceren", antwoorden=build_antwoordschaal([1, 2, 5], ["Nooit", "Soms", "Altijd"]))
    leeg: Scores = [{"forceren": None}]
    check_tabel(soort, lijst, maak_tabel(lijst, [[0], [3], [6], [-1], [5]]), leeg * 4 + [{"forceren": 5.0}])
    woorden = ["Nooitt", "1-2", "", "3", "altijd"]
    check_tabel(soort, lijst, maak_tabel(lijst, [[woord] for woord in woorden]), leeg * 4 + [{"forceren": 5.0}])


def test_half_answers_and_nan_are_left_open() -> None:
    lijst = build_stellingen("forceren")
    uit = score_tabel(pl.DataFrame({"1": [3.5, float("nan"), 3.0]}), lijst)
    assert uit["forceren"].to_list() == [None, None, 3.0]


@pytest.mark.parametrize(
    "kolom",
    [
        pd.Series([4, "Vaak", None, 4.0, True], dtype=object),
        pd.Series(["4", "vaak", None, "4.0", "ja"], dtype="category"),
        pd.Series([4, 4, None, 4, 9], dtype="Int64"),
        pd.Series([4, 4, None, 4, 9], dtype="float32"),
    ],
    ids=lambda kolom: str(kolom.dtype),
)
def test_every_kind_of_column_that_pandas_makes_of_a_file_is_read(kolom: "pd.Series[Any]") -> None:
    uit = score_tabel(pd.DataFrame({"1": kolom}), build_stellingen("forceren"))
    assert lees_pandas(uit)["forceren"] == [4.0, 4.0, None, 4.0, None]


@pytest.mark.parametrize("soort", [pl.Enum(["Vaak", "Soms"]), pl.Categorical, pl.Null], ids=str)
def test_categories_and_a_column_of_nothing_are_read(soort: Any) -> None:
    cellen = [None, None] if soort is pl.Null else ["Vaak", None]
    uit = score_tabel(pl.DataFrame({"1": pl.Series(cellen, dtype=soort)}), build_stellingen("forceren"))
    assert uit["forceren"].to_list() == [None if soort is pl.Null else 4.0, None]


def test_pandas_keeps_its_own_index() -> None:
    tabel = pd.DataFrame({"1": [1, 2, 3]}, index=["z", "a", "z"])
    uit = score_tabel(tabel, build_stellingen("forceren"))
    assert uit.index.tolist() == ["z", "a", "z"]
    assert tabel.columns.tolist() == ["1"]


def test_a_text_means_what_it_means_on_an_answer_sheet() -> None:
    lijst = build_stellingen(
        "forceren", antwoorden=build_antwoordschaal(labels=["Één keer", "Af en toe", "", "ﬁjn", "5"])
    )
    item = lijst.items[0]
    teksten = ["ÉÉN KEER", "E\u0301e\u0301n keer", "af\tEN toe", "3", "ﬁjn", "fijn", "5", "Af-en-toe", "n.v.t.", "x"]
    tabel = pl.DataFrame({"1": teksten})
    assert score_tabel(tabel, lijst)["forceren"].to_list() == [lees_blad(tekst, item) for tekst in teksten]


def lees_blad(tekst: str, item: Item) -> float | None:
    """Return the answer that a sheet has for a text, None when it has none."""
    try:
        antwoord = parse_antwoord(tekst, item)
    except AntwoordOnbekendFout:
        return None
    return float(antwoord) if isinstance(antwoord, int) else None


# nothing is read


def maak_dichte_polars() -> pl.LazyFrame:
    def weiger(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("gelezen")

    return pl.LazyFrame({"1": [1, 2]}).map_batches(weiger, schema={"1": pl.Int64()})


def maak_dichte_duckdb() -> duckdb.DuckDBPyRelation:
    verbinding = duckdb.connect()
    verbinding.execute("create table t as select 'gelezen' as woord")
    return verbinding.sql('select cast(error(woord) as integer) as "1" from t')


def maak_dichte_spark() -> Any:
    return begin_spark().sql("select cast(raise_error(concat('gelezen', id)) as int) as `1` from range(2)")


DICHT: dict[str, Callable[[], Any]] = {"polars lui": maak_dichte_polars, "duckdb": maak_dichte_duckdb}
"""Tables that say so when they are read."""
if "pyspark" in SOORTEN:
    DICHT["pyspark"] = maak_dichte_spark


@pytest.mark.parametrize("naam", DICHT)
def test_a_lazy_table_is_described_and_not_read(naam: str) -> None:
    uit = score_tabel(DICHT[naam](), build_stellingen("forceren"))
    assert nw.from_native(uit).collect_schema().names() == ["1", "forceren"]
    with pytest.raises(Exception, match="gelezen"):
        SOORTEN[naam].read(uit)


@elke_soort
def test_no_row_is_fetched_to_score_a_table(soort: Soort, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise AssertionError("gelezen")

    tabel = soort.build({"1": [1, 2], "2": ["vaak", "nvt"]})
    for klasse in (nw.DataFrame, nw.LazyFrame):
        for naam in ("collect", "to_pandas", "to_arrow", "to_dict", "rows", "iter_rows", "__len__", "lazy"):
            monkeypatch.setattr(klasse, naam, weiger, raising=False)
    score_tabel(tabel, build_stellingen("forceren", "vermijden"))


# columns


@pytest.mark.parametrize("naam", ["1", "q1", "Q1"])
def test_a_column_is_found_by_its_id_or_as_a_question(naam: str) -> None:
    assert score_tabel(pl.DataFrame({naam: [2]}), build_stellingen("forceren"))["forceren"].to_list() == [2.0]


def test_a_column_is_found_by_the_name_that_is_given() -> None:
    tabel = pl.DataFrame({"1": [5], "v01": [2], "q2": [3]})
    uit = score_tabel(tabel, build_stellingen("forceren", "vermijden"), kolommen={"1": "v01"})
    assert uit.row(0) == (5, 2, 3, 2.0, 3.0)


def test_columns_of_ones_own_never_meet_those_made_on_the_way() -> None:
    uit = score_tabel(pl.DataFrame({"1": ["vaak"], "_0": [7], "__": [8]}), build_stellingen("forceren"))
    assert uit.row(0) == ("vaak", 7, 8, 4.0)


@pytest.mark.parametrize(("naam", "spark"), [("kalm.1", "`kalm.1`"), ("a`b", "`a``b`")])
def test_a_name_with_a_point_is_quoted_for_spark_alone(naam: str, spark: str) -> None:
    assert tabellen._render_naam(naam, spark=True) == spark
    assert tabellen._render_naam(naam, spark=False) == naam


def test_the_questionnaire_may_be_an_id_or_a_path(tmp_path: Path) -> None:
    tabel = pl.DataFrame({f"q{nummer}": [3] for nummer in range(1, 16)})
    uit = score_tabel(tabel, "conflictstijlen-kort")
    assert uit["forceren"].to_list() == [3.0]
    pad = tmp_path / "eigen.yaml"
    pad.write_text(GOED, encoding="utf-8")
    assert score_tabel(pl.DataFrame({"1": [1], "2": [2]}), pad)["vermijden"].to_list() == [2.0]


def weigering(tabel: Any, lijst: Vragenlijst, kolommen: Mapping[str, str] | None = None) -> str:
    """Return the message with which a table is refused."""
    with pytest.raises(GebruikFout) as fout:
        score_tabel(tabel, lijst, kolommen=kolommen)
    return str(fout.value)


def test_missing_columns_are_named_with_what_is_near() -> None:
    lijst = conflictstijl.load_vragenlijst("conflictstijlen")
    tabel = pl.DataFrame({f"q{nummer}": [3] for nummer in range(1, 24)})
    assert weigering(tabel, lijst) == (
        "de tabel mist de kolommen '24', '25', '26', '27' en '28' en nog 2; wijs ze aan met kolommen={vraag: kolom}"
    )
    assert weigering(pl.DataFrame({"stelling1": [3]}), build_stellingen("forceren"), {"1": "steling1"}) == (
        "de tabel mist de kolommen 'steling1'; bedoelde je 'stelling1'?"
    )


def test_wrong_names_for_columns_are_refused() -> None:
    lijst = build_stellingen("forceren", "vermijden")
    tabel = pl.DataFrame({"1": [1], "2": [1]})
    assert weigering(tabel, lijst, {"3": "1"}) == "'proef' heeft geen vraag '3'; kijk de namen na"
    assert weigering(tabel, lijst, {"1": "2"}) == "kolom '2' is voor meer dan één vraag aangewezen"


def test_a_score_never_takes_the_place_of_a_column() -> None:
    tabel = pl.DataFrame({"1": [1], "Forceren": ["x"]})
    assert weigering(tabel, build_stellingen("forceren")) == (
        "de tabel heeft al een kolom 'Forceren'; geef die een andere naam"
    )


def test_a_column_that_cannot_hold_answers_is_refused() -> None:
    lijst = build_stellingen("forceren")
    assert weigering(pl.DataFrame({"1": [True]}), lijst) == "kolom '1' heeft geen getallen of tekst maar Boolean"
    assert weigering(pl.DataFrame({"1": [1]}), build_paren("forceren vermijden")) == (
        "kolom '1' heeft getallen; geef de letters van de opties"
    )


def test_a_questionnaire_that_needs_more_than_a_cell_per_question_is_refused() -> None:
    tabel = pl.DataFrame({"1": [1]})
    assert "slaat soms vragen over" in weigering(tabel, conflictstijl.load_vragenlijst("rollen"))
    paren = build_paren("forceren vermijden")
    rijen = replace(paren, items=tuple(replace(een, vorm=Vorm.RANGSCHIK) for een in paren.keuzes))
    assert "meer dan één keus" in weigering(tabel, rijen)


@pytest.mark.parametrize("vreemd", [None, [1, 2], {"1": [1]}, pl.Series([1])], ids=["niets", "lijst", "dict", "reeks"])
def test_what_is_no_table_is_refused(vreemd: Any) -> None:
    assert weigering(vreemd, build_stellingen("forceren")) == "dit is geen tabel van pandas, Polars, DuckDB of PySpark"


def test_two_columns_of_one_name_are_refused() -> None:
    tabel = pd.DataFrame([[1, 2]], columns=["1", "1"])
    assert "dezelfde naam" in weigering(tabel, build_stellingen("forceren"))


def test_without_narwhals_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    assert weigering(pl.DataFrame({"1": [1]}), build_stellingen("forceren")) == (
        "voor tabellen is narwhals nodig; installeer conflictstijl[tabellen]"
    )
