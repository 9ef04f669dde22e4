"""Subgroups next to each other, which ones are withheld and why, and where figures tell the same of everyone."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from conflictstijl.model.document import Alinea, Blok, Kop, Punt, Puntenrij, Tabel
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, Groepsdeel, build_gedeeld
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.rapport.puntenbeeld import build_beeld
from conflictstijl.rapport.staven import build_schaaluitleg
from conflictstijl.tekst import clean_tekst, render_citaat, render_getal, render_opsomming, render_zin

_LANGSTE_NAAM = 40
_MEESTE_CIJFERS = 2
_MEESTE_NAMEN = 10
"""More names than this are not told one by one."""


def build_ondergroepen(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[Blok]:
    """Yield the subgroups in tables, with what is withheld; nothing when the group was not split."""
    if beeld.kolom is None:
        return
    kop = render_zin(clean_tekst(beeld.kolom, _LANGSTE_NAAM))
    yield Kop(f"Naast elkaar: {kop[:1].lower()}{kop[1:]}")
    getoond = {f"{_render_naam(naam)} ({een.n})": een for naam, een in beeld.groepen.items() if een}
    if getoond:
        yield Alinea("Achter elke groep staat hoeveel mensen meetellen.")
        for deel in beeld.delen:
            yield from _build_tabellen(gegeven, deel, kop, getoond)
    yield from map(Alinea, _build_redenen(beeld))


def _render_naam(naam: str) -> str:
    return clean_tekst(naam, _LANGSTE_NAAM)


def _build_tabellen(gegeven: Gegeven, deel: Groepsdeel, kop: str, getoond: dict[str, Groepscijfers]) -> Iterator[Blok]:
    """Yield how often each scale is first, and the means, a row per subgroup."""
    naam = {een.id: f" ({een.naam})" for een in gegeven.lijst.onderdelen}.get(deel.onderdeel, "")
    schalen = [gegeven.read_naam(schaal) for schaal in deel.schalen]
    if deel.eerste:
        namen = (*deel.schalen, build_gedeeld(deel.onderdeel))
        rijen = [(groep, *(str(een.eerste[s]) for s in namen)) for groep, een in getoond.items()]
        yield Kop(f"Bij hoeveel mensen iets bovenaan staat{naam}", KLEIN)
        yield Tabel((kop, *schalen, "Gedeeld"), tuple(rijen))
    if deel.gemiddelden:
        cijfers = max(count_decimalen(read_bereik(gegeven.lijst, schaal)) for schaal in deel.schalen)
        waarden = [
            (groep, *(render_getal(float(een.gemiddelden[s]), cijfers) for s in deel.schalen))
            for groep, een in getoond.items()
        ]
        yield Kop(f"Gemiddelden{naam}", KLEIN)
        yield _build_beeld(gegeven, deel, Tabel((kop, *schalen), tuple(waarden)), getoond)


def _build_beeld(gegeven: Gegeven, deel: Groepsdeel, tabel: Tabel, getoond: dict[str, Groepscijfers]) -> Blok:
    """Return the means of the table as a picture: the same figures, with the groups side by side for each scale."""
    kolommen = zip(*(rij[1:] for rij in tabel.rijen), strict=True)
    rijen = [
        Puntenrij(naam, tuple(map(Punt, (float(een.gemiddelden[schaal]) for een in getoond.values()), getallen)))
        for schaal, naam, getallen in zip(deel.schalen, tabel.koppen[1:], kolommen, strict=True)
    ]
    bereiken = {read_bereik(gegeven.lijst, schaal) for schaal in deel.schalen}
    return build_beeld(tabel, list(getoond), rijen, bereiken, build_schaaluitleg(gegeven, deel.schalen))


def count_decimalen(bereik: tuple[Fraction, Fraction]) -> int:
    """Return how many decimals a mean on a step of an eighth of this range needs, at most two."""
    laagste, hoogste = bereik
    getallen = (laagste, (hoogste - laagste) / 8)
    past = [all((getal * 10**d).denominator == 1 for getal in getallen) for d in range(_MEESTE_CIJFERS)]
    return past.index(True) if True in past else _MEESTE_CIJFERS


def _build_redenen(beeld: Groepsbeeld) -> Iterator[str]:
    """Yield why subgroups are withheld, without the names of those that are small."""
    klein = sum(naam != beeld.erbij for naam in beeld.achtergehouden) + beeld.verzwegen
    if beeld.erbij is None and not any(beeld.groepen.values()):
        yield f"Geen enkele groep heeft {beeld.minimum} mensen of meer. Daarom staan ze hier niet naast elkaar."
    elif klein:
        wat = "1 groep heeft" if klein == 1 else f"{klein} groepen hebben"
        yield f"{wat} minder dan {beeld.minimum} mensen en {'staat' if klein == 1 else 'staan'} er daarom niet bij."
    if beeld.erbij is not None:
        wie = "een kleine groep" if klein else "mensen zonder groep"
        yield f"Ook {render_citaat(beeld.erbij)} staat er niet bij. Anders kun je de cijfers van {wie} uitrekenen."


def _render_namen(namen: Sequence[str]) -> str:
    eerste = [render_citaat(naam) for naam in namen[:_MEESTE_NAMEN]]
    rest = len(namen) - len(eerste)
    return render_opsomming([*eerste, f"nog {rest}"] if rest else eerste)


def build_eenvormig(beeld: Groepsbeeld, geheel: Groepscijfers) -> Iterator[str]:
    """Yield where everyone has the same scale first: there the figures tell it of each of them."""
    vraag = "Vraag eerst of iedereen het goed vindt dat je dit deelt."
    if _check_eenvormig(geheel, beeld.delen):
        yield f"Bij iedereen staat hetzelfde bovenaan. Dat weet je nu dus van ieder van hen. {vraag}"
        return
    namen = [naam for naam, een in beeld.groepen.items() if een and _check_eenvormig(een, beeld.delen)]
    if namen:
        waar = f"groep {_render_namen(namen)}" if len(namen) == 1 else f"de groepen {_render_namen(namen)}"
        yield f"In {waar} staat bij iedereen hetzelfde bovenaan. {vraag}"


def _check_eenvormig(cijfers: Groepscijfers, delen: Sequence[Groepsdeel]) -> bool:
    return any(cijfers.eerste[naam] == cijfers.n for deel in delen if deel.eerste for naam in deel.schalen)
