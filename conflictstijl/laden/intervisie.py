"""What goes into a preparation, as one JSON or YAML document: the keys are those of the options."""

from collections.abc import Iterator

from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.casussen import parse_casus
from conflictstijl.laden.catalogus import CASUS, check_pad, load_pad
from conflictstijl.laden.eisen import Standen, read_paren
from conflictstijl.laden.fragmenten import build_fragmenten
from conflictstijl.laden.groepstelling import check_formaat, check_groep, parse_groep
from conflictstijl.laden.invoerdocument import check_soort, load_wortel, read_aan, read_aantal, read_gegeven, read_vrij
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.mappen import load_inhoudsmap
from conflictstijl.laden.situatiebron import load_casus, load_situaties
from conflictstijl.laden.situaties import build_standen
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.velden import Velden
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.intervisie import (
    BLOKKEN,
    Casusinbreng,
    Groepsinbreng,
    Intervisieopdracht,
    Praktisch,
)
from conflictstijl.model.situatie import GESLOTEN, VEILIGHEID, Casus

SOORT = "intervisie"
_MEESTE_MENSEN = 1000
_LANGSTE_DUUR = 24 * 60
"""Bound on what can be meant as minutes; the method says how long it can be."""
_GEMAAKT = (*(naam for naam in BLOKKEN if naam != "casus"), "blokken", "poort", "hulp", "veiligheidsvraag")
"""Keys that this program writes itself: they follow from the others."""
_KENMERK = "schrijf bijvoorbeeld 'macht=minder'"


def load_opdracht(bron: str) -> Intervisieopdracht:
    """Return what a file, or stdin for `-`, asks for; a picture of a group counts as one with nothing else.

    Raises InvoerFout with all findings, unless it says that somebody may be unsafe: that goes before everything.
    """
    bevindingen = Bevindingen()
    wortel, regels = load_wortel(bron, bevindingen)
    opdracht = parse_opdracht(wortel, bevindingen, regels)
    casus = opdracht.casus.casus.veiligheid if opdracht.casus else ""
    if opdracht.kenmerken.get(VEILIGHEID) not in GESLOTEN and casus not in GESLOTEN:
        bevindingen.check_fouten()
    return opdracht


def load_groep(bron: str) -> Groepsinbreng:
    """Return the picture of a group in a file, or on stdin for `-`; raises InvoerFout with all findings."""
    bevindingen = Bevindingen()
    wortel, _ = load_wortel(bron, bevindingen)
    groep = parse_groep(wortel, bevindingen)
    bevindingen.check_fouten()
    return groep


def load_casusinbreng(naam: str) -> Casusinbreng:
    """Return a case by id or path, with its texts; raises GebruikFout or InvoerFout as `load_casus` does."""
    pad = load_pad(naam, CASUS)
    casus = load_casus(naam)
    bestand = str(pad) if check_pad(naam) else pad.name
    tekst = load_tekst(pad, bestand)
    wortel = parse_yaml(tekst, bestand, Bevindingen())
    fragmenten = build_fragmenten(wortel, split_regels(tekst)) if wortel else ()
    return Casusinbreng(casus, fragmenten, check_eigen(casus))


def check_eigen(casus: Casus) -> bool:
    """Return False for a case that is word for word one of those that are shipped."""
    pad = load_inhoudsmap() / CASUS.folder / f"{casus.id}.yaml"
    return not (casus.id and pad.is_file() and load_casus(str(pad)) == casus)


def parse_opdracht(wortel: Knoop, bevindingen: Bevindingen, regels: list[str]) -> Intervisieopdracht:
    """Return what a tree asks for; usable only when `bevindingen` holds no error."""
    if check_groep(wortel):
        return Intervisieopdracht(groep=parse_groep(wortel, bevindingen))
    velden = Velden(wortel, bevindingen, "deze voorbereiding")
    check_formaat(velden)
    check_soort(velden, SOORT, "dit is geen voorbereiding van intervisie")
    standen = build_standen(load_situaties())
    opdracht = Intervisieopdracht(
        werkvorm=read_vrij(velden, "werkvorm"),
        duur=read_aantal(velden, "duur", _LANGSTE_DUUR),
        deelnemers=read_aantal(velden, "deelnemers", _MEESTE_MENSEN),
        bijeenkomst=read_aantal(velden, "bijeenkomst", _MEESTE_MENSEN),
        groep=_read_groep(velden),
        casus=_read_casus(velden, standen, regels),
        kenmerken=_read_kenmerken(velden, standen),
        leervraag=read_vrij(velden, "leervraag"),
        veilig=bool(read_aan(velden, "veilig")),
        akkoord=bool(read_aan(velden, "akkoord")),
        praktisch=Praktisch(*(read_vrij(velden, naam) for naam in Praktisch._fields)),
    )
    velden.check_onbekend(_GEMAAKT)
    return opdracht


def _read_naam(velden: Velden, naam: str) -> str:
    """Return the name of a file under a key that may hold the object itself too."""
    knoop = velden.read_knoop(naam)
    if isinstance(knoop, Lijst):
        wat = f"bij '{naam}' hoort de naam van een bestand, of wat er in dat bestand staat"
        velden.bevindingen.add(knoop.plek, "geen-tekst", wat, "haal de blokhaken weg")
        return ""
    return read_vrij(velden, naam)


def _read_kenmerken(velden: Velden, standen: Standen) -> dict[str, str]:
    """Return the levels of factors: a mapping, or one or more texts as the option takes them (`macht=minder`)."""
    knoop = read_gegeven(velden, "kenmerk")
    if knoop is None:
        return {}
    if not isinstance(knoop, Kaart):
        delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
        knoop = Kaart(knoop.plek, [paar for deel in delen for paar in _split_kenmerk(deel, velden.bevindingen)])
    if not knoop.paren:
        return {}
    omhulsel = Kaart(knoop.plek, [(Tekst("kenmerk", knoop.plek), knoop)])
    return read_paren(Velden(omhulsel, velden.bevindingen, ""), "kenmerk", standen, neutraal=True)


def _split_kenmerk(knoop: Knoop, bevindingen: Bevindingen) -> Iterator[tuple[Tekst, Knoop]]:
    naam, teken, stand = knoop.waarde.partition("=") if isinstance(knoop, Tekst) else ("", "", "")
    if teken:
        yield Tekst(naam.strip(), knoop.plek), Tekst(stand.strip(), knoop.plek)
    else:
        bevindingen.add_onbruikbaar(knoop.plek, "geen-tekst", "hier hoort een kenmerk met een stand", _KENMERK)


def _read_groep(velden: Velden) -> Groepsinbreng | None:
    knoop = read_gegeven(velden, "groep")
    if isinstance(knoop, Kaart):
        return parse_groep(knoop, velden.bevindingen)
    naam = _read_naam(velden, "groep")
    return load_groep(naam) if naam else None


def _read_casus(velden: Velden, standen: Standen, regels: list[str]) -> Casusinbreng | None:
    knoop = read_gegeven(velden, "casus")
    if isinstance(knoop, Kaart):
        casus = parse_casus(knoop, velden.bevindingen, standen)
        return Casusinbreng(casus, build_fragmenten(knoop, regels), check_eigen(casus))
    naam = _read_naam(velden, "casus")
    return load_casusinbreng(naam) if naam else None
