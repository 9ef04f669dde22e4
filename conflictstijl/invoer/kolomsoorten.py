"""What a column is that holds no question: who someone is, what a tool writes down, or what a group can be split by."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.koppen import fold_kop, fold_naam, fold_vraagnaam, split_woorden
from conflictstijl.tekst import render_citaat


class Kolomsoort(StrEnum):
    """What a column is, by its header."""

    SLEUTEL = "sleutel"
    PERSOONLIJK = "persoonlijk"
    HULPMIDDEL = "hulpmiddel"
    OVERIG = "overig"


_SLEUTELS = (
    (
        "respondent respondentcode respondentnummer respondentennummer proefpersoon participant participantcode "
        "participantid deelnemer deelnemers deelnemerscode deelnemercode deelnemersnummer deelnemernummer deelnemerid "
        "cursist cursistcode cursistnummer student studentnummer studentcode medewerker medewerkercode subject"
    ),
    "code codes codenaam codewoord personalcode persoonscode",
    "token toegangscode accesscode",
    "externalreference externaldatareference externedatareferentie",
    "customdata customdata1 aangepastegegevens",
    "email emailadres emailaddress mail mailadres recipientemail usernaam username gebruikersnaam",
    "naam name volledigenaam fullname respondentname voorenachternaam voornaamenachternaam naamdeelnemer",
)
"""Names of columns that tell people apart, the surest first."""
_SLEUTELRANG: Mapping[str, int] = {naam: rang for rang, namen in enumerate(_SLEUTELS) for naam in namen.split()}
_MAIL, _NAAM = map(split_woorden, _SLEUTELS[-2:])
_NAMEN = _NAAM | split_woorden("voornaam achternaam firstname lastname surname tussenvoegsel")
_PERSOONLIJK = split_woorden(
    "recipientlastname recipientfirstname recipientname ipaddress ipaddr ipadres ip locationlatitude "
    "locationlongitude latitude longitude telefoon telefoonnummer phone phonenumber mobiel "
    "mobile adres address postcode geboortedatum dateofbirth personeelsnummer handtekening"
)
_HULPMIDDEL = split_woorden(
    "id nr nummer volgnummer rij begintijd starttijd eindtijd tijdvanvoltooien voltooiingstijd "
    "tijdvanlaatstewijziging taal starttime endtime completiontime lastmodifiedtime language tijdstempel timestamp "
    "tijdstip datumtijd submitdate lastpage startlanguage seed startdate enddate datestamp refurl interviewtime "
    "status responsetype progress duration durationinseconds finished recordeddate responseid distributionchannel "
    "userlanguage collectorid respondentid datecreated datemodified totaalaantalpunten totalpoints quizfeedback "
    "feedbackvanquiz"
)
_PATROON_HULPMIDDEL = re.compile(
    r".*_do(_.*)?|.*display order.*|(?:grouptime|g[0-9]+q[0-9]+).*time|grouptime.*|"
    r"punten - .*|points - .*|feedback - .*|"
    r".*(?:first click|last click|page submit|click count)"
)
_BSN = split_woorden("bsn bsnnummer bsnnr burgerservicenummer burgerservicenr sofinummer sofinr citizenservicenumber")
_MEESTE_WOORDEN = 6
_ANONIEM = frozenset(("", "anonymous", "anoniem", "anonim", "-", "n.v.t", "nvt", "onbekend"))
_VOLGNUMMERS = split_woorden("id nr nummer volgnummer")
_STATUSBUREN = split_woorden("responseid recordeddate distributionchannel")


def build_kolomsoort(koppen: Iterable[str]) -> Kolomsoort:
    """Return what a column is by the headers above it (a tool may write several)."""
    soorten = {_read_soort(kop) for kop in koppen if kop.strip()}
    return next((soort for soort in Kolomsoort if soort in soorten), Kolomsoort.OVERIG)


def _read_soort(kop: str) -> Kolomsoort:
    namen = {fold_naam(kop), fold_vraagnaam(kop)}
    if namen & _SLEUTELRANG.keys():
        return Kolomsoort.SLEUTEL
    if namen & (_NAMEN | _PERSOONLIJK):
        return Kolomsoort.PERSOONLIJK
    if namen & _HULPMIDDEL or _PATROON_HULPMIDDEL.fullmatch(fold_kop(kop)):
        return Kolomsoort.HULPMIDDEL
    return Kolomsoort.OVERIG


def read_rang(koppen: Iterable[str]) -> int | None:
    """Return how good a column is to tell people apart (0 is best), None when its name does not say so."""
    namen = (naam for kop in koppen for naam in (fold_naam(kop), fold_vraagnaam(kop)))
    return min((_SLEUTELRANG[naam] for naam in namen if naam in _SLEUTELRANG), default=None)


def check_persoonlijk(koppen: Iterable[str]) -> bool:
    """Return True for a column with names or addresses."""
    prive = _NAMEN | _PERSOONLIJK | _MAIL
    return any({fold_naam(kop), fold_vraagnaam(kop)} & prive for kop in koppen)


def check_naam(kop: str) -> bool:
    """Return True for a column with names or e-mail addresses: where a test row may say that it is one."""
    return bool({fold_naam(kop), fold_vraagnaam(kop)} & (_NAMEN | _MAIL))


def check_anoniem(waarde: str) -> bool:
    """Return True for what stands where a person left no name."""
    return fold_kop(waarde) in _ANONIEM


def read_volgnummer(koppen: Mapping[int, Sequence[str]]) -> int | None:
    """Return the column `id` of a table that someone made by hand; a tool numbers the rows there and not the people."""
    hulp = [plaats for plaats, namen in koppen.items() if build_kolomsoort(namen) is Kolomsoort.HULPMIDDEL]
    is_volgnummer = len(hulp) == 1 and {fold_naam(kop) for kop in koppen[hulp[0]]} & _VOLGNUMMERS
    return hulp[0] if is_volgnummer else None


def read_statuskolom(koppen: Sequence[str]) -> int | None:
    """Return the column in which Qualtrics says that a row is a preview."""
    namen = [fold_naam(kop) for kop in koppen]
    status = next((plaats for plaats, naam in enumerate(namen) if naam in {"status", "responsetype"}), None)
    return status if _STATUSBUREN & set(namen) else None


def read_inzendkolom(koppen: Sequence[str]) -> int | None:
    """Return the column in which LimeSurvey says when a row was finished."""
    return next((plaats for plaats, kop in enumerate(koppen) if fold_naam(kop) == "submitdate"), None)


def check_bsn(rijen: Iterable[Sequence[str]], bestand: str) -> None:
    """Raise InvoerFout when a header names the citizen service number: that number may not be here at all."""
    fouten = [
        Bevinding(
            Plek(bestand, nummer, plaats + 1),
            "bsn-kolom",
            f"kolom {render_citaat(kop)} bevat burgerservicenummers",
            "die mag je hier niet gebruiken; haal de kolom weg en probeer het opnieuw",
        )
        for nummer, rij in enumerate(rijen, 1)
        for plaats, kop in _read_bsn(rij)
    ]
    if fouten:
        raise InvoerFout(fouten)


def _read_bsn(rij: Sequence[str]) -> Iterator[tuple[int, str]]:
    for plaats, kop in enumerate(rij):
        # most cells are told off by their letters, for a broken file can have a million of them
        if "s" in (laag := kop[:80].lower()) and (
            "bsn" in laag or "nummer" in laag or "nr" in laag or "number" in laag
        ):
            woorden = re.findall(r"\w+", fold_kop(kop))
            if len(woorden) <= _MEESTE_WOORDEN and (_BSN & set(woorden) or fold_naam(kop) in _BSN):
                yield plaats, kop
