"""What must hold for every questionnaire with questions of every form, and for every sheet of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import chain, permutations, product
from math import factorial, prod
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragen import Item, Keuze, Optie, Stelling, Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.kwaliteit import check_recht
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.verschuiving import score_verschuivingen
from conflictstijl.rekenen.verwisseling import build_ronde, build_verdeling, score_punten
from tests.bouwers import (
    PRESTATIE,
    build_blad,
    build_gedeeld,
    build_keuze,
    build_lijst,
    build_onderdelen,
    build_schalen,
    build_stelling,
)

pytestmark = pytest.mark.no_cover
"""These run the same lines many times; other tests cover them, and without coverage it takes half the time."""

SCHALEN = ("forceren", "samenwerken", "compromis", "vermijden")
OPTIEVORMEN = (Vorm.KIES, Vorm.UITERSTEN, Vorm.RANGSCHIK, Vorm.VERDEEL)
GEWICHTEN = ("", " 2", " 0.5")
TOTAAL = 6
MEESTE_ORDES = 600
ZESTIG = settings(max_examples=60)
"""Each example is a whole questionnaire with its sheet."""
Vel = tuple[Vragenlijst, list[Antwoord]]
Rij = tuple[Item, Antwoord]


def build_sleutels() -> st.SearchStrategy[str]:
    """A key of an option: nothing, one scale or two; all are listed, for drawing is what these tests cost most."""
    delen = [(naam, f"{naam}{gewicht}") for naam in (*SCHALEN, PRESTATIE) for gewicht in GEWICHTEN]
    twee = [f"{een}, {ander}" for (naam, een), (andere, ander) in product(delen, delen) if naam != andere]
    return st.one_of(*map(st.sampled_from, (["geen"], [een for _, een in delen], twee)))


@st.composite
def build_keuzerijen(draw: st.DrawFn) -> Rij:
    """A question with options and a possible answer."""
    vorm = draw(VORMEN)
    sleutels = draw(SLEUTELS)
    keuze = build_keuze(" / ".join(sleutels), vorm=vorm, totaal=TOTAAL * (vorm is Vorm.VERDEEL))
    return keuze, draw(build_antwoorden(vorm, len(sleutels)))


@cache
def build_antwoorden(vorm: Vorm, aantal: int) -> st.SearchStrategy[Antwoord]:
    """An answer to a question with so many options: mostly one that counts."""
    gegeven = build_gegeven(vorm, aantal)
    return st.one_of(gegeven, gegeven, st.sampled_from([None, NVT]))


def build_gegeven(vorm: Vorm, aantal: int) -> st.SearchStrategy[Antwoord]:
    orde = st.permutations(range(aantal)).map(tuple)
    match vorm:
        case Vorm.UITERSTEN:
            return orde.map(lambda rij: rij[:2])
        case Vorm.RANGSCHIK:
            return orde.map(lambda rij: rij)
        case Vorm.VERDEEL:
            grenzen = st.lists(st.integers(0, TOTAAL), min_size=aantal - 1, max_size=aantal - 1).map(sorted)
            return grenzen.map(lambda rij: tuple(b - a for a, b in zip([0, *rij], [*rij, TOTAAL], strict=True)))
        case _:
            return st.integers(0, aantal - 1).map(lambda plaats: plaats)


@st.composite
def build_stellingrijen(draw: st.DrawFn) -> Rij:
    return build_stelling(draw(STELLINGSLEUTELS)), draw(STELLINGANTWOORDEN)


@st.composite
def build_vellen(draw: st.DrawFn, rijen: st.SearchStrategy[Rij]) -> Vel:
    """A questionnaire with such items, and a sheet."""
    gekozen = draw(st.lists(rijen, min_size=1, max_size=14))
    items = [replace(item, id=str(nummer)) for nummer, (item, _) in enumerate(gekozen, 1)]
    lijst = replace(
        build_lijst(*items),
        score=draw(st.sampled_from(list(Scoresoort))),
        ontbrekend=draw(st.sampled_from([Fraction(1, 2), Fraction(4, 5)])),
    )
    return lijst, [antwoord for _, antwoord in gekozen]


@st.composite
def build_deelvellen(draw: st.DrawFn) -> Vel:
    """The same in parts that are scored by themselves."""
    delen = {deel: draw(HELE_VELLEN) for deel in ("kalm", "storm")}
    lijst = build_onderdelen({deel: lijst.items for deel, (lijst, _) in delen.items()})
    return lijst, [antwoord for _, rij in delen.values() for antwoord in rij]


@st.composite
def build_gedeelde_vellen(draw: st.DrawFn) -> Vel:
    """Parts that share their statements; mostly one scale is answered higher in one part."""
    sleutels = draw(st.lists(st.sampled_from(SCHALEN[:3]), min_size=1, max_size=10))
    stap = draw(st.integers(0, 3))
    lijst = build_gedeeld("a b c", *sleutels)
    antwoorden = [
        draw(st.integers(1, 2)) + stap * (item.sleutel[0].schaal == "b.forceren") for item in lijst.stellingen
    ]
    gaten = draw(st.sets(st.integers(0, 2 * len(antwoorden)), max_size=2))
    return lijst, [None if plaats in gaten else antwoord for plaats, antwoord in enumerate(antwoorden)]


@st.composite
def build_smaakvellen(draw: st.DrawFn) -> Vel:
    """A questionnaire of one form, and a sheet of someone who nearly always prefers one scale."""
    vorm = draw(st.sampled_from((*OPTIEVORMEN, Vorm.STELLINGEN)))
    smaak = draw(st.sampled_from(SCHALEN))
    rijen = [_draw_smaak(draw, vorm, smaak, nummer) for nummer in range(draw(st.integers(8, 16)))]
    items = (replace(item, id=str(nummer)) for nummer, (item, _) in enumerate(rijen, 1))
    return build_lijst(*items), [antwoord for _, antwoord in rijen]


def _draw_smaak(draw: st.DrawFn, vorm: Vorm, smaak: str, nummer: int) -> Rij:
    if vorm is Vorm.STELLINGEN:
        naam = SCHALEN[nummer % len(SCHALEN)]
        return build_stelling(naam), draw(LAAG) + 3 * (naam == smaak)
    namen, orde, trouw = draw(NAMEN), draw(ORDES), draw(TIENDEN) > 0
    orde = sorted(orde, key=lambda plaats: trouw and namen[plaats] != smaak)
    keuze = build_keuze(" / ".join(namen), vorm=vorm, totaal=TOTAAL * (vorm is Vorm.VERDEEL))
    match vorm:
        case Vorm.UITERSTEN:
            return keuze, (orde[0], orde[-1])
        case Vorm.RANGSCHIK:
            return keuze, tuple(orde)
        case Vorm.VERDEEL:
            return keuze, tuple((3, 2, 1, 0)[orde.index(plaats)] for plaats in range(len(namen)))
        case _:
            return keuze, orde[0]


VORMEN = st.sampled_from(OPTIEVORMEN)
SLEUTELS = st.lists(build_sleutels(), min_size=2, max_size=4)
STELLINGSLEUTELS = st.sampled_from(["".join(delen) for delen in product(("", "-"), SCHALEN, GEWICHTEN)])
STELLINGANTWOORDEN: st.SearchStrategy[Antwoord] = st.one_of(
    st.integers(1, 5), st.integers(1, 5), st.sampled_from([None, NVT])
)
LAAG, TIENDEN = st.integers(1, 2), st.integers(0, 9)
NAMEN, ORDES = st.permutations(SCHALEN), st.permutations(range(len(SCHALEN)))
KEUZEVELLEN = build_vellen(build_keuzerijen())
HELE_VELLEN = st.one_of(
    build_vellen(build_stellingrijen()),
    KEUZEVELLEN,
    build_vellen(st.one_of(build_stellingrijen(), build_keuzerijen())),
    build_smaakvellen(),
    build_smaakvellen(),
)
VELLEN = st.one_of(HELE_VELLEN, build_deelvellen(), build_gedeelde_vellen())


def score_vel(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(vragenlijst, build_blad(*antwoorden))


def read_oordeel(profiel: Stijlprofiel) -> dict[str, object]:
    """Return everything a profile says about scales, without any order."""
    return {
        "scores": profiel.scores,
        "hoog": set(profiel.duidelijk_hoog),
        "laag": set(profiel.duidelijk_laag),
        "volgorde": [set(groep) for groep in profiel.volgorde],
        "verschuivingen": set(profiel.verschuivingen),
        "gevallen": {geval.item: (set(geval.gekozen), set(geval.passend), geval.punten) for geval in profiel.gevallen},
    }


def check_schuin(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> bool:
    """Return True when no part, nor all of it, is a straight line: which sheets are depends on the order of options."""
    delen = {item.onderdeel for item in vragenlijst.items}
    paren = list(zip(vragenlijst.items, antwoorden, strict=True))
    rijen = [antwoorden, *([antw for item, antw in paren if item.onderdeel == deel] for deel in delen)]
    return not any(map(check_recht, rijen))


@ZESTIG
@given(VELLEN, st.randoms(use_true_random=False))
def test_the_order_of_items_and_scales_changes_nothing(vel: Vel, toeval: Random) -> None:
    vragenlijst, antwoorden = vel
    rijen = list(zip(vragenlijst.items, antwoorden, strict=True))
    toeval.shuffle(rijen)
    # parts stay in their own order: of two parts the last is told against the first
    delen = [onderdeel.id for onderdeel in vragenlijst.onderdelen] or [""]
    rijen.sort(key=lambda rij: delen.index(rij[0].onderdeel))
    geschud = replace(vragenlijst, items=tuple(item for item, _ in rijen), schalen=vragenlijst.schalen[::-1])
    assert read_oordeel(score_vel(geschud, [antwoord for _, antwoord in rijen])) == read_oordeel(score_vel(*vel))


@ZESTIG
@given(VELLEN, st.randoms(use_true_random=False))
def test_the_order_of_options_changes_nothing(vel: Vel, toeval: Random) -> None:
    vragenlijst, antwoorden = vel
    rijen = [_shuffle(item, antw, toeval) for item, antw in zip(vragenlijst.items, antwoorden, strict=True)]
    geschud, nieuw = replace(vragenlijst, items=tuple(item for item, _ in rijen)), [antw for _, antw in rijen]
    assume(check_schuin(vragenlijst, antwoorden) and check_schuin(geschud, nieuw))
    assert read_oordeel(score_vel(geschud, nieuw)) == read_oordeel(score_vel(*vel))


def _shuffle(item: Item, antwoord: Antwoord, toeval: Random) -> Rij:
    if isinstance(item, Stelling):
        return item, antwoord
    orde = list(range(len(item.opties)))
    toeval.shuffle(orde)
    return replace(item, opties=tuple(item.opties[plaats] for plaats in orde)), _move(item.vorm, antwoord, orde)


def _move(vorm: Vorm, antwoord: Antwoord, orde: Sequence[int]) -> Antwoord:
    """Return an answer after option `orde[i]` has come to place i."""
    if isinstance(antwoord, int):
        return orde.index(antwoord)
    if not isinstance(antwoord, tuple):
        return antwoord
    return tuple(antwoord[p] for p in orde) if vorm is Vorm.VERDEEL else tuple(map(orde.index, antwoord))


@ZESTIG
@given(VELLEN)
def test_other_names_for_scales_give_the_same_result_under_those_names(vel: Vel) -> None:
    vragenlijst, antwoorden = vel
    nieuw = dict(zip((*SCHALEN, PRESTATIE), (*SCHALEN[1:], SCHALEN[0], PRESTATIE), strict=True))

    def rename(naam: str) -> str:
        deel, punt, kort = naam.rpartition(".")
        return f"{deel}{punt}{nieuw[kort]}"

    hernoemd = replace(
        vragenlijst,
        items=tuple(_rename_item(item, rename) for item in vragenlijst.items),
        schalen=build_schalen(rename(schaal.id) for schaal in vragenlijst.schalen),
    )
    oud, anders = score_vel(*vel), score_vel(hernoemd, antwoorden)
    assert anders.scores == {rename(naam): replace(s, schaal=rename(naam)) for naam, s in oud.scores.items()}
    assert anders.volgorde == tuple(tuple(map(rename, groep)) for groep in oud.volgorde)
    assert anders.duidelijk_hoog == tuple(map(rename, oud.duidelijk_hoog))
    assert anders.duidelijk_laag == tuple(map(rename, oud.duidelijk_laag))
    assert anders.verschuivingen == tuple(een._replace(schaal=nieuw[een.schaal]) for een in oud.verschuivingen)
    assert [geval.gekozen for geval in anders.gevallen] == [tuple(map(rename, g.gekozen)) for g in oud.gevallen]


def _rename_item(item: Item, rename: Callable[[str], str]) -> Item:
    if isinstance(item, Stelling):
        return replace(item, sleutel=tuple(deel._replace(schaal=rename(deel.schaal)) for deel in item.sleutel))
    opties = tuple(
        replace(optie, sleutel=tuple(deel._replace(schaal=rename(deel.schaal)) for deel in optie.sleutel))
        for optie in item.opties
    )
    return replace(item, opties=opties)


@ZESTIG
@given(VELLEN, st.integers(1, 5), st.integers(0, 1))
def test_adding_items_without_a_key_changes_nothing(vel: Vel, antwoord: int, keus: int) -> None:
    vragenlijst, antwoorden = vel
    deel = vragenlijst.onderdelen[-1].id if vragenlijst.onderdelen else ""
    los = (build_stelling("geen", "los"), build_keuze("geen / geen", "ook-los"))
    met = replace(vragenlijst, items=(*vragenlijst.items, *(replace(item, onderdeel=deel) for item in los)))
    assume(check_schuin(vragenlijst, antwoorden) and check_schuin(met, [*antwoorden, antwoord, keus]))
    nieuw, oud = score_vel(met, [*antwoorden, antwoord, keus]), score_vel(*vel)
    assert read_oordeel(nieuw) == read_oordeel(oud)
    assert nieuw.beantwoord == oud.beantwoord + 2


@ZESTIG
@given(VELLEN, VELLEN, st.data())
def test_answers_to_hidden_questions_never_change_a_result(vel: Vel, verborgen: Vel, data: st.DataObject) -> None:
    vragenlijst, antwoorden = vel
    poort = build_stelling("geen", "poort")
    dicht = [replace(item, id=f"v{item.id}", als=(Voorwaarde("poort", (5,)),)) for item in verborgen[0].items]
    lijst = replace(
        vragenlijst,
        items=(poort, *vragenlijst.items, *dicht),
        schalen=build_schalen(schaal.id for een in (vragenlijst, verborgen[0]) for schaal in een.schalen),
        onderdelen=vragenlijst.onderdelen or verborgen[0].onderdelen,
    )
    open_ = [None] * len(dicht)
    anders = data.draw(st.permutations(verborgen[1])) if data.draw(st.booleans()) else verborgen[1]
    passend = [een if een is None or een is NVT else ander for een, ander in zip(anders, verborgen[1], strict=True)]
    assert score_vel(lijst, [1, *antwoorden, *passend]) == score_vel(lijst, [1, *antwoorden, *open_])


@ZESTIG
@given(KEUZEVELLEN)
def test_the_points_of_all_options_are_a_checksum(vel: Vel) -> None:
    # with one scale per option and weight 1, what a question gives away goes to some scale
    vragenlijst, antwoorden = vel
    items = tuple(_build_een_per_optie(keuze) for keuze in vragenlijst.keuzes)
    lijst = replace(build_lijst(*items), ontbrekend=Fraction(0))
    profiel = score_vel(lijst, antwoorden)
    beantwoord = [k for k, antw in zip(lijst.keuzes, antwoorden, strict=True) if antw is not None and antw is not NVT]
    k = [len(keuze.opties) for keuze in beantwoord if keuze.vorm is Vorm.RANGSCHIK]
    vormen = Counter(keuze.vorm for keuze in beantwoord)
    verwacht = vormen[Vorm.KIES] + TOTAAL * vormen[Vorm.VERDEEL] + sum(n * (n + 1) // 2 for n in k)
    assert sum(score.som or 0 for score in profiel.scores.values()) == verwacht


def _build_een_per_optie(keuze: Keuze) -> Keuze:
    def move_sleutel(optie: Optie, naam: str) -> Optie:
        return replace(optie, sleutel=build_stelling(naam).sleutel)

    opties = tuple(move_sleutel(optie, naam) for optie, naam in zip(keuze.opties, SCHALEN, strict=False))
    return replace(keuze, opties=opties)


@ZESTIG
@given(st.lists(build_keuzerijen(), min_size=1, max_size=3))
def test_the_exact_distribution_is_what_trying_every_order_gives(rijen: list[Rij]) -> None:
    ronden = [
        build_ronde(keuze, antwoord)
        for keuze, antwoord in rijen
        if isinstance(keuze, Keuze) and isinstance(antwoord, int | tuple)
    ]
    # three orders of five options are 1.7 million to try, and tell no more than a few hundred
    assume(prod(factorial(len(ronde.punten)) for ronde in ronden) <= MEESTE_ORDES)
    for schaal in (*SCHALEN, PRESTATIE):
        ordes = product(*(permutations(ronde.punten) for ronde in ronden))
        geteld = Counter(
            sum(
                score_punten([ronde._replace(punten=punten)], schaal)
                for ronde, punten in zip(ronden, orde, strict=True)
            )
            for orde in ordes
        )
        assert _build_kansen(geteld) == _build_kansen(build_verdeling(ronden, schaal))


def _build_kansen(verdeling: Mapping[int | Fraction, int]) -> dict[Fraction, Fraction]:
    totaal = sum(verdeling.values())
    return {Fraction(som): Fraction(keren, totaal) for som, keren in verdeling.items()}


@ZESTIG
@given(KEUZEVELLEN)
def test_a_percentage_lies_between_zero_and_hundred_and_points_between_their_limits_of_chance(vel: Vel) -> None:
    profiel = score_vel(replace(vel[0], score=Scoresoort.PROCENT), vel[1])
    for score in profiel.scores.values():
        assert score.exact is None or 0 <= score.exact <= 100
        if score.toeval is not None:
            assert 0 <= score.toeval.van <= score.toeval.verwacht <= score.toeval.tot <= 100


@ZESTIG
@given(VELLEN)
def test_every_label_and_shift_is_one_of_a_scale_that_is_scored(vel: Vel) -> None:
    profiel = score_vel(*vel)
    geldig = {naam for naam, score in profiel.scores.items() if score.exact is not None}
    labels = (*profiel.duidelijk_hoog, *profiel.duidelijk_laag)
    assert len(set(labels)) == len(labels)
    assert set(labels) <= {naam for naam in geldig if not vel[0].schaal(naam).prestatie}
    assert {f"{een.onderdeel}.{een.schaal}" for een in profiel.verschuivingen} <= geldig


@ZESTIG
@given(st.lists(st.integers(1, 5), min_size=12, max_size=12), st.lists(st.integers(1, 5), min_size=12, max_size=12))
def test_exchanging_two_parts_turns_every_shift_around(kalm: list[Antwoord], storm: list[Antwoord]) -> None:
    lijst = build_gedeeld("kalm storm", *[*SCHALEN[:3]] * 4)
    heen, terug = score_verschuivingen(lijst, [*kalm, *storm]), score_verschuivingen(lijst, [*storm, *kalm])
    assert heen == tuple(een._replace(verschil=-een.verschil) for een in terug)


@ZESTIG
@given(st.lists(st.lists(st.integers(1, 4), min_size=6, max_size=6), min_size=2, max_size=4), st.integers(0, 5))
def test_what_all_parts_share_is_no_shift_and_no_noise(delen: list[list[int]], plaats: int) -> None:
    # one statement is answered a point higher everywhere
    lijst = build_gedeeld("a b c d"[: 2 * len(delen) - 1], *[*SCHALEN[:3]] * 2)
    hoger = [[antwoord + (nummer == plaats) for nummer, antwoord in enumerate(rij)] for rij in delen]
    for rijen in (delen, hoger):
        assume(not any(map(check_recht, (*rijen, list(chain.from_iterable(rijen))))))
    gewoon, verhoogd = (score_verschuivingen(lijst, list(chain.from_iterable(rijen))) for rijen in (delen, hoger))
    assert gewoon == verhoogd
