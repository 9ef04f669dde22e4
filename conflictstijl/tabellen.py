"""Scoring a table where it lies: a data frame of pandas, Polars, DuckDB or PySpark, or of what else narwhals knows.

Nothing is read here: columns are described, and the library that holds the table computes them when it is asked to.
A score is one division of two whole numbers, so that it is the float nearest to the exact score, to the last bit.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.antwoord import NVT_WOORDEN, AntwoordOnbekendFout, parse_antwoord
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import LETTERS, Item, Keuze, Stelling, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.scoren import score_waarde
from conflictstijl.rekenen.tellen import Telling, count_antwoorden
from conflictstijl.tekst import advise_naam, fold_tekst, render_citaat, render_opsomming
from conflictstijl.toepassing import load_vragenlijst

if TYPE_CHECKING:
    # not at run time: who does not score tables need not have it
    import narwhals as nw

Frame = TypeVar("Frame")
"""A table of one of the libraries; the same kind comes out."""

_MEESTE_GENOEMD = 5
_WIT = "[ \t\r\n\u00a0]+"
"""White space by name: what `\\s` stands for differs between the libraries, and some become slow by it."""


class _Bron(NamedTuple):
    """Where the answers to an item are, and the columns made of them: the answer as a number, and whether it is nvt."""

    item: Item
    kolom: str
    getallen: bool
    antwoord: str
    tekst: str
    nvt: str


class _Bijdrage(NamedTuple):
    """What a scale gets from an item alone, per answer."""

    bron: _Bron
    tellingen: Mapping[int, Telling]

    @property
    def telling(self) -> Telling:
        """One of these, for what is the same in all."""
        return next(iter(self.tellingen.values()))


def score_tabel(
    frame: Frame, vragenlijst: Vragenlijst | str | Path, *, kolommen: Mapping[str, str] | None = None
) -> Frame:
    """Return a table with its own columns, and one with the score of every scale; the rows stay in their order.

    `frame` is a data frame of pandas, Polars (lazy too), DuckDB or PySpark, with a row per person and a column per
    item; the same kind comes back, and what is lazy stays so. A column is found by the id of the item (`7`, also
    `q7`) or as `kolommen` names it by id. Answers are values, labels, letters of options, or `nvt`; any other is taken
    as left open. A scale that cannot be scored is null. Needs the extra `tabellen`. Raises GebruikFout for a
    questionnaire with conditions or rows of options, and for columns that are missing or hold no answers.
    """
    lijst = vragenlijst if isinstance(vragenlijst, Vragenlijst) else load_vragenlijst(vragenlijst)
    _check_lijst(lijst)
    tabel, schema = _read_tabel(frame)
    _check_vrij(lijst, schema)
    bronnen = _build_bronnen(lijst, _read_kolommen(lijst, schema, kolommen or {}), schema)
    spark = tabel.implementation.is_spark_like()
    bronnen = [bron._replace(kolom=_render_naam(bron.kolom, spark=spark)) for bron in bronnen]
    for stap in _build_stappen(lijst, bronnen):
        tabel = tabel.with_columns(*stap)
    # not selecting what stays: that too would need the names as Spark wants them
    resultaat: Frame = tabel.drop([naam for bron in bronnen for naam in _read_hulp(bron)]).to_native()
    return resultaat


def _check_lijst(lijst: Vragenlijst) -> None:
    if any(vraag.als for vraag in lijst.items):
        raise GebruikFout(f"'{lijst.id}' slaat soms vragen over; zo'n vragenlijst kan niet als tabel")
    if any(keuze.vorm is not Vorm.KIES for keuze in lijst.keuzes):
        raise GebruikFout(f"'{lijst.id}' heeft vragen met meer dan één keus; zo'n vragenlijst kan niet als tabel")


def _read_tabel(frame: object) -> "tuple[nw.LazyFrame[Any], dict[str, nw.dtypes.DType]]":
    """Return a table as narwhals sees it, with the kinds of its columns; raises GebruikFout for anything else."""
    try:
        import narwhals as nw
    except ImportError:
        raise GebruikFout("voor tabellen is narwhals nodig; installeer conflictstijl[tabellen]") from None
    try:
        # a frame in memory is asked for the same things as a lazy one
        tabel: nw.LazyFrame[Any] = nw.from_native(frame)
        return tabel, dict(tabel.collect_schema())
    except TypeError:
        raise GebruikFout("dit is geen tabel van pandas, Polars, DuckDB of PySpark") from None
    except nw.exceptions.DuplicateError:
        raise GebruikFout("in de tabel hebben kolommen dezelfde naam; geef elke kolom een eigen naam") from None


def _check_vrij(lijst: Vragenlijst, kolommen: Iterable[str]) -> None:
    """Refuse a table in which a score would take the place of a column; some libraries see no capitals in names."""
    schalen = {schaal.id.casefold() for schaal in lijst.schalen}
    bezet = [kolom for kolom in kolommen if str(kolom).casefold() in schalen]
    if bezet:
        raise GebruikFout(f"de tabel heeft al een kolom {render_citaat(bezet[0])}; geef die een andere naam")


def _read_kolommen(lijst: Vragenlijst, aanwezig: Iterable[str], gegeven: Mapping[str, str]) -> dict[str, str]:
    """Return per item the column with its answers; raises GebruikFout when one is missing or named twice."""
    _check_ids(lijst, gegeven)
    kolommen = {item.id: _read_kolom(item.id, aanwezig, gegeven) for item in lijst.items}
    ontbreekt = [kolom for kolom in kolommen.values() if kolom not in aanwezig]
    if ontbreekt:
        genoemd = render_opsomming([render_citaat(kolom) for kolom in ontbreekt[:_MEESTE_GENOEMD]])
        meer = f" en nog {len(ontbreekt) - _MEESTE_GENOEMD}" if len(ontbreekt) > _MEESTE_GENOEMD else ""
        hint = advise_naam(ontbreekt[0], map(str, aanwezig)) or "wijs ze aan met kolommen={vraag: kolom}"
        raise GebruikFout(f"de tabel mist de kolommen {genoemd}{meer}; {hint}")
    dubbel = [kolom for kolom in kolommen.values() if list(kolommen.values()).count(kolom) > 1]
    if dubbel:
        raise GebruikFout(f"kolom {render_citaat(dubbel[0])} is voor meer dan één vraag aangewezen")
    return kolommen


def _check_ids(lijst: Vragenlijst, gegeven: Mapping[str, str]) -> None:
    ids = [item.id for item in lijst.items]
    onbekend = [naam for naam in gegeven if naam not in ids]
    if onbekend:
        hint = advise_naam(onbekend[0], ids) or "kijk de namen na"
        raise GebruikFout(f"'{lijst.id}' heeft geen vraag {render_citaat(onbekend[0])}; {hint}")


def _read_kolom(naam: str, aanwezig: Iterable[str], gegeven: Mapping[str, str]) -> str:
    mogelijk = [naam, f"q{naam}", f"Q{naam}"] if naam.isdigit() else [naam]
    return gegeven.get(naam) or next((kolom for kolom in mogelijk if kolom in aanwezig), naam)


def _build_bronnen(
    lijst: Vragenlijst, kolommen: Mapping[str, str], schema: "Mapping[str, nw.dtypes.DType]"
) -> list[_Bron]:
    """Return where the answers are; raises GebruikFout for a column of a kind that cannot hold any."""
    voor = "_"
    while any(str(kolom).casefold().startswith(voor) for kolom in schema):
        voor += "_"
    return [
        _Bron(
            item,
            kolommen[item.id],
            _check_getallen(item, kolommen[item.id], schema),
            f"{voor}{i}",
            f"{voor}{i}t",
            f"{voor}{i}n",
        )
        for i, item in enumerate(lijst.items)
    ]


def _check_getallen(item: Item, kolom: str, schema: "Mapping[str, nw.dtypes.DType]") -> bool:
    """Return True for a column of numbers, False for one of text; raises GebruikFout for any other."""
    import narwhals as nw

    soort = schema[kolom]
    if soort.is_numeric() and isinstance(item, Keuze):
        raise GebruikFout(f"kolom {render_citaat(kolom)} heeft getallen; geef de letters van de opties")
    tekst = isinstance(soort, nw.String | nw.Categorical | nw.Enum | nw.Object | nw.Unknown)
    if not (tekst or soort.is_numeric()):
        raise GebruikFout(f"kolom {render_citaat(kolom)} heeft geen getallen of tekst maar {soort}")
    return soort.is_numeric()


def _build_stappen(lijst: Vragenlijst, bronnen: Sequence[_Bron]) -> "Iterator[list[nw.Expr]]":
    """Yield the columns to make, in steps: each library works out a column of an earlier step only once."""
    teksten = [_fold_tekst(bron) for bron in bronnen if not bron.getallen]
    if teksten:
        yield teksten
    yield [deel for bron in bronnen for deel in _parse_bron(bron)]
    bijdragen = _build_bijdragen(lijst, bronnen)
    yield [_score_schaal(lijst, bijdragen[schaal.id]).alias(schaal.id) for schaal in lijst.schalen]


def _render_naam(kolom: str, *, spark: bool) -> str:
    """Return the name of a column as its library wants it: to Spark a bare point is a part of something."""
    return f"`{kolom.replace('`', '``')}`" if spark else kolom


def _read_hulp(bron: _Bron) -> list[str]:
    """Return the columns that were made of an item's own."""
    return [bron.antwoord] if bron.getallen else [bron.antwoord, bron.tekst, bron.nvt]


def _fold_tekst(bron: _Bron) -> "nw.Expr":
    """Return the texts in a column, folded as far as every library can."""
    import narwhals as nw

    tekst = nw.col(bron.kolom).cast(nw.String).str
    return tekst.replace_all(_WIT, " ").str.strip_chars(" ").str.to_lowercase().alias(bron.tekst)


def _parse_bron(bron: _Bron) -> "Iterator[nw.Expr]":
    """Yield the columns made of an item's own: the answer as a number, and whether it is nvt (text only)."""
    import narwhals as nw

    if bron.getallen:
        getal = nw.col(bron.kolom).cast(nw.Float64)
        waarden = [float(antwoord) for antwoord in _read_antwoorden(bron.item)]
        yield nw.when(getal.is_in(waarden)).then(getal).alias(bron.antwoord)
        return
    tekst, teksten = nw.col(bron.tekst), _build_teksten(bron.item)
    antwoord = nw.lit(None, dtype=nw.Float64)
    for waarde in _read_antwoorden(bron.item):
        antwoord = nw.when(tekst.is_in(teksten[waarde])).then(nw.lit(float(waarde))).otherwise(antwoord)
    yield antwoord.alias(bron.antwoord)
    yield nw.when(tekst.is_in(teksten[NVT])).then(nw.lit(1.0)).otherwise(nw.lit(0.0)).alias(bron.nvt)


def _read_antwoorden(item: Item) -> Sequence[int]:
    if isinstance(item, Stelling):
        return [punt.waarde for punt in item.antwoorden.punten]
    return range(len(item.opties))


def _build_teksten(item: Item) -> dict[Antwoord, list[str]]:
    """Return per answer how it can be spelled, folded as far as every library can."""
    teksten: dict[Antwoord, list[str]] = {}
    for woord in (*NVT_WOORDEN, *_read_woorden(item)):
        with suppress(AntwoordOnbekendFout):
            klein = " ".join(woord.lower().split())
            teksten.setdefault(parse_antwoord(woord, item), []).extend(
                {klein, fold_tekst(woord), unicodedata.normalize("NFD", klein)}
            )
    for waarde in _read_antwoorden(item) if isinstance(item, Stelling) else ():
        # what a whole number becomes where pandas found numbers and texts in one column
        teksten[waarde].append(f"{waarde}.0")
    return teksten


def _read_woorden(item: Item) -> Iterator[str]:
    """Yield what may be an answer to an item: a value, a label, a letter or a scale."""
    if isinstance(item, Stelling):
        for punt in item.antwoorden.punten:
            yield from (str(punt.waarde), punt.label)
        yield item.antwoorden.nvt or ""
    else:
        yield from LETTERS[: len(item.opties)]
        yield from (naam.removeprefix(f"{item.onderdeel}.") for naam in item.schalen)


def _build_bijdragen(lijst: Vragenlijst, bronnen: Sequence[_Bron]) -> dict[str, list[_Bijdrage]]:
    """Return what every item does to every scale, as the one scoring rule counts a single answer to it."""
    bijdragen: dict[str, list[_Bijdrage]] = {schaal.id: [] for schaal in lijst.schalen}
    for bron in bronnen:
        alleen = replace(lijst, items=(bron.item,))
        geteld = {een: count_antwoorden(alleen, (een,)) for een in _read_antwoorden(bron.item)}
        for naam, rij in bijdragen.items():
            tellingen = {een: per_schaal[naam] for een, per_schaal in geteld.items() if per_schaal[naam].beantwoord}
            if tellingen:
                rij.append(_Bijdrage(bron, tellingen))
    return bijdragen


def _score_schaal(lijst: Vragenlijst, bijdragen: Sequence[_Bijdrage]) -> "nw.Expr":
    """Return the score of a scale: the mean of what every answer gives by itself, weighted by what it could give."""
    import narwhals as nw

    if not bijdragen:
        return nw.lit(None, dtype=nw.Float64)
    tellers, noemers = _build_breuk(lijst, bijdragen)
    antwoorden = [nw.col(een.bron.antwoord) for een in bijdragen]
    beantwoord = _build_som(antwoorden, [1] * len(antwoorden))
    noemer = _build_som(antwoorden, noemers)
    niet_gevraagd = [nw.col(een.bron.nvt) for een in bijdragen if not een.bron.getallen]
    gevraagd = nw.lit(float(len(bijdragen))) - sum(niet_gevraagd, nw.lit(0.0))
    teller = sum(map(_build_keus, antwoorden, tellers), nw.lit(0.0))
    deel, geheel = lijst.ontbrekend.as_integer_ratio()
    scoorbaar = (beantwoord > 0) & (beantwoord * geheel >= gevraagd * deel)
    # nothing to reach, as when all options count the same, is nothing reached; not every library may divide by zero
    waarde = nw.when(noemer > 0).then(teller / nw.when(noemer > 0).then(noemer)).otherwise(nw.lit(0.0))
    return nw.when(scoorbaar).then(waarde)


def _build_breuk(lijst: Vragenlijst, bijdragen: Sequence[_Bijdrage]) -> tuple[list[dict[int, int]], list[int]]:
    """Return what every answer adds to the numerator and the denominator, as whole numbers."""
    totaal = sum((een.telling.gewicht for een in bijdragen), Fraction(0))
    noemers = [_build_noemer(lijst, een.telling) for een in bijdragen]
    tellers = [
        {
            antwoord: score_waarde(lijst, replace(telling, itemgewichten=[totaal]), telling.gemiddelde) * noemer
            for antwoord, telling in een.tellingen.items()
        }
        for een, noemer in zip(bijdragen, noemers, strict=True)
    ]
    heel = lcm(*(getal.denominator for getal in (*noemers, *(getal for rij in tellers for getal in rij.values()))))
    geheel = [{antwoord: int(getal * heel) for antwoord, getal in rij.items()} for rij in tellers]
    return geheel, [int(getal * heel) for getal in noemers]


def _build_noemer(lijst: Vragenlijst, telling: Telling) -> Fraction:
    """Return how heavy an answer weighs in the score: its weight, of a percentage what it could reach."""
    return telling.hoogste - telling.laagste if lijst.score is Scoresoort.PROCENT else telling.gewogen


def _build_som(antwoorden: Sequence["nw.Expr"], waarden: Sequence[int]) -> "nw.Expr":
    """Return the sum of the values of what is answered."""
    import narwhals as nw

    delen = (
        nw.when(antwoord.is_null()).then(nw.lit(0.0)).otherwise(nw.lit(float(waarde)))
        for antwoord, waarde in zip(antwoorden, waarden, strict=True)
    )
    return sum(delen, nw.lit(0.0))


def _build_keus(antwoord: "nw.Expr", punten: Mapping[int, int]) -> "nw.Expr":
    """Return what an answer gives; nothing when it is open."""
    import narwhals as nw

    (laag, eerste), *_, (hoog, laatste) = punten.items()
    helling, rest = divmod(laatste - eerste, hoog - laag)
    if not rest and all(punt == eerste + helling * (waarde - laag) for waarde, punt in punten.items()):
        # every statement and every pair: half the time of asking which answer it is
        return (antwoord * float(helling) + float(eerste - helling * laag)).fill_null(0.0)
    gekozen = nw.lit(0.0)
    for waarde, punt in punten.items():
        gekozen = nw.when(antwoord == float(waarde)).then(nw.lit(float(punt))).otherwise(gekozen)
    return gekozen
