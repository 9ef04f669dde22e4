"""The use cases about intervision: a session that is prepared, and the record of one that was held. No output."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from conflictstijl import adviseren
from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bewijs import load_bewijs
from conflictstijl.laden.catalogus import WERKVORM, YAML, load_ids, load_kennis, load_vragenlijst
from conflictstijl.laden.fragmenten import build_fragment, build_fragmenten
from conflictstijl.laden.intervisie import load_casusinbreng, load_groep, load_opdracht
from conflictstijl.laden.knopen import Tekst
from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.werkbladantwoorden import load_bron, read_partijen
from conflictstijl.laden.werkvormen import load_werkvorm
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.bewijs import EIGEN_WOORDEN, Bewijs
from conflictstijl.model.groepsbeeld import Groepscijfers, build_gedeeld
from conflictstijl.model.intervisie import Casusinbreng, Fragment, Groepsinbreng, Intervisieopdracht
from conflictstijl.model.kennis import Kennis, Vaardigheid
from conflictstijl.model.situatie import GESLOTEN, VEILIG, VEILIGHEID, Hulp
from conflictstijl.model.werkvorm import GEWOON, Werkvorm
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.rapport.groepspatroon import read_gemist, read_top
from conflictstijl.rapport.intervisie import Intervisie, build_documenten
from conflictstijl.rapport.intervisiebladen import OEFENTIJD
from conflictstijl.rapport.intervisiegegevens import build_gegevens, build_hulpgegevens
from conflictstijl.rapport.intervisiegroep import Groepsinzicht
from conflictstijl.rapport.jaaruren import build_jaardocument, build_jaargegevens
from conflictstijl.rapport.situatie import Situatie, build_hulpdocument
from conflictstijl.rapport.verslag import build_bewijsdocument, build_bewijsgegevens, build_waarschuwingen
from conflictstijl.rekenen.agenda import build_agenda
from conflictstijl.rekenen.groepsbeeld import read_groepsdelen
from conflictstijl.rekenen.herleidbaar import Vondst, check_herleidbaar, render_vondsten
from conflictstijl.rekenen.leervraag import check_leervraag
from conflictstijl.rekenen.nettotijd import check_tijden
from conflictstijl.tekst import clean_tekst

__all__ = [
    "build_bewijsdocument",
    "build_bewijsgegevens",
    "build_documenten",
    "build_gegevens",
    "build_hulp",
    "build_hulpdocument",
    "build_hulpgegevens",
    "build_intervisie",
    "build_jaardocument",
    "build_jaargegevens",
    "build_waarschuwingen",
    "check_bewijs",
    "check_teksten",
    "check_tijden",
    "load_bewijs",
    "load_bewijzen",
    "load_casusinbreng",
    "load_groep",
    "load_met_partijen",
    "load_opdracht",
    "load_werkvormnaam",
]

_TWEE = 2
_VOORBEELD = "conflictstijl intervisie --werkvorm incidentmethode --duur 90"


def build_hulp(opdracht: Intervisieopdracht, regels: Collection[str] = ()) -> Hulp | None:
    """Return what helps when the case or the factors say that somebody is or may be unsafe, else None.

    `regels` are factors as the user typed them (`macht=minder`), perhaps wrong: this goes before everything.
    """
    casus = opdracht.casus.casus if opdracht.casus else None
    gezegd = [f"{VEILIGHEID}={stand}" for stand in GESLOTEN if opdracht.kenmerken.get(VEILIGHEID) == stand]
    gesloten = adviseren.read_gesloten([*regels, *gezegd], casus)
    uitkomst = adviseren.advise_vraagstuk(gesloten) if gesloten else None
    return uitkomst if isinstance(uitkomst, Hulp) else None


def check_teksten(opdracht: Intervisieopdracht) -> list[str]:
    """Return a line for everything in an own case, and in the learning question, that may lead to a person."""
    casus = opdracht.casus.fragmenten if opdracht.casus and opdracht.casus.eigen else ()
    return [*_check_fragmenten(casus), *_check_woorden({"leervraag": opdracht.leervraag})]


def check_bewijs(bewijs: Bewijs) -> list[str]:
    """Return a line for everything in the own words of a record that may lead to a person."""
    return _check_woorden({naam: getattr(bewijs, naam) for naam in EIGEN_WOORDEN})


def load_bewijzen(bronnen: Iterable[str]) -> dict[str, Bewijs]:
    """Return records by the name of their file.

    Raises InvoerFout for an unusable file, and GebruikFout for wrong times and for a session that would count twice.
    """
    bewijzen: dict[str, Bewijs] = {}
    eerder: dict[tuple[str, ...], str] = {}
    for bron in bronnen:
        naam, bewijs = clean_tekst(bron), load_bewijs(bron)
        _check_bestandstijden(naam, bewijs)
        moment = (bewijs.datum, bewijs.begin, bewijs.einde)
        sleutel = moment if all(moment) else (naam,)
        if sleutel in eerder:
            raise GebruikFout(f"'{eerder[sleutel]}' en '{naam}' gaan over hetzelfde moment; geef er één van")
        eerder[sleutel] = naam
        bewijzen[naam] = bewijs
    return bewijzen


def _check_bestandstijden(naam: str, bewijs: Bewijs) -> None:
    try:
        check_tijden(bewijs)
    except GebruikFout as fout:
        raise GebruikFout(f"{naam}: {fout}") from None


def load_werkvormnaam(naam: str) -> str:
    """Return what a method is called, by id or as a file, or else as it was written; InvoerFout for a bad file."""
    # a slash alone makes no path of what somebody writes in own words
    bekend = naam.lower().endswith(YAML) or naam in load_ids(WERKVORM)
    return load_werkvorm(naam).naam if bekend else naam


def _check_woorden(teksten: Mapping[str, str]) -> list[str]:
    """Return the lines for texts of one line each; the name of a text stands for its file."""
    delen = [(Tekst(tekst, Plek(naam, 1, 1)), tekst) for naam, tekst in teksten.items() if tekst.split()]
    return list(_check_fragmenten([build_fragment(knoop, [tekst]) for knoop, tekst in delen]))


def _check_fragmenten(fragmenten: Sequence[Fragment]) -> Iterator[str]:
    # an empty line between two texts: none of them goes on in the next one
    vondsten = check_herleidbaar("\n\n".join(fragment.tekst for fragment in fragmenten))
    for vondst in vondsten:
        plek = fragmenten[vondst.regel // _TWEE].read_plek(vondst.kolom)
        yield from render_vondsten([Vondst(plek.regel, plek.kolom, vondst.soort, vondst.wat)], plek.bestand)


def load_met_partijen(opdracht: Intervisieopdracht, bron: str) -> Intervisieopdracht:
    """Return a preparation whose case has the parties of a filled-in worksheet.

    Raises GebruikFout without a case, and InvoerFout for an unusable file.
    """
    if opdracht.casus is None:
        raise GebruikFout("--partijen zet mensen bij een casus; geef ook --casus")
    blad = load_bron(bron)
    casus = opdracht.casus.casus._replace(partijen=read_partijen(blad))
    wortel = parse_yaml(blad.tekst, blad.naam, Bevindingen())
    fragmenten = build_fragmenten(wortel, split_regels(blad.tekst)) if wortel else ()
    # the words are one's own now, also in a case that was shipped
    return opdracht._replace(casus=Casusinbreng(casus, fragmenten, eigen=True))


def build_intervisie(opdracht: Intervisieopdracht) -> Intervisie:
    """Return the session that is asked for; see `build_hulp` and `check_teksten` for what comes first.

    Raises GebruikFout without a method or a length, for an unknown method, and for a length or a group that it is
    not for; InvoerFout for an unusable file.
    """
    if not opdracht.werkvorm:
        raise GebruikFout("geef een werkvorm en hoe lang jullie hebben, bijvoorbeeld:", _VOORBEELD)
    werkvorm = load_werkvorm(opdracht.werkvorm)
    _check_duur(opdracht, werkvorm)
    agenda = build_agenda(werkvorm, opdracht.duur, opdracht.deelnemers, opdracht.bijeenkomst or 1)
    kennis = load_kennis()
    groep = _build_groepsinzicht(opdracht.groep, kennis) if opdracht.groep else None
    situatie = _build_situatie(opdracht)
    return Intervisie(
        opdracht,
        werkvorm,
        agenda,
        kennis,
        load_situaties(),
        _read_oefening(kennis, situatie, groep),
        check_leervraag(opdracht.leervraag) if opdracht.leervraag else (),
        groep,
        situatie,
    )


def _check_duur(opdracht: Intervisieopdracht, werkvorm: Werkvorm) -> None:
    if not opdracht.duur:
        raise GebruikFout(
            f"hoe lang duurt het? geef --duur in minuten; '{werkvorm.id}' duurt meestal {werkvorm.duur or GEWOON}"
        )


def _build_situatie(opdracht: Intervisieopdracht) -> Situatie | None:
    """Return the case with its advice; None without a case, and until somebody says that everyone is safe."""
    if opdracht.casus is None:
        return None
    casus = opdracht.casus.casus
    gezegd = {VEILIGHEID: VEILIG} if opdracht.veilig else {}
    kenmerken = adviseren.build_kenmerken({**opdracht.kenmerken, **gezegd}, casus)
    if kenmerken.get(VEILIGHEID) != VEILIG:
        return None
    uitkomst = adviseren.build_situatie(adviseren.Vraagstuk(kenmerken, casus))
    return uitkomst if isinstance(uitkomst, Situatie) else None


def _build_groepsinzicht(groep: Groepsinbreng, kennis: Kennis) -> Groepsinzicht | None:
    """Return the counts with their names; None when there are none."""
    if groep.cijfers is None:
        return None
    lijst = load_vragenlijst(groep.vragenlijst)
    eerste = groep.cijfers.eerste
    delen = tuple(
        deel
        for deel in read_groepsdelen(lijst)
        if deel.eerste and any(naam in eerste for naam in (*deel.schalen, build_gedeeld(deel.onderdeel)))
    )
    namen = [naam for deel in delen for naam in (*deel.schalen, build_gedeeld(deel.onderdeel))]
    cijfers = Groepscijfers(groep.cijfers.n, {naam: eerste.get(naam, 0) for naam in namen}, {})
    return Groepsinzicht(build_gegeven(lijst, kennis), delen, cijfers) if delen else None


def _read_oefening(kennis: Kennis, situatie: Situatie | None, groep: Groepsinzicht | None) -> Vaardigheid:
    """Return a skill that pairs can practise in the time there is: one of the case, the group, or for everyone."""
    alle = kennis.vaardigheden.vaardigheden
    case = [vaardigheid.id for vaardigheid in situatie.advies.vaardigheden] if situatie else []
    namen = [*case, *(_read_groepsoefeningen(kennis, groep) if groep else ()), *kennis.adviezen.algemeen.oefen, *alle]
    return next(alle[naam] for naam in namen if _check_tweetal(alle, naam))


def _check_tweetal(alle: Mapping[str, Vaardigheid], naam: str) -> bool:
    samen = alle[naam].samen
    return samen.met == _TWEE and samen.duur <= OEFENTIJD


def _read_groepsoefeningen(kennis: Kennis, groep: Groepsinzicht) -> Iterator[str]:
    """Yield the skills of the styles that nobody has first, then what tempers the one that most people have first."""
    adviezen, gegeven = kennis.adviezen.stijlen, groep.gegeven
    for deel in groep.delen:
        for stijl in gegeven.read_genoemd(read_gemist(deel, groep.cijfers)):
            yield from adviezen[stijl.id].oefen
    for deel in groep.delen:
        for stijl in gegeven.read_genoemd(read_top(deel, groep.cijfers)):
            yield from adviezen[stijl.id].rem
