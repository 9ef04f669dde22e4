"""Traces of a person with a form of their own: numbers, dates, addresses on paper and on the net.

Every pattern has a bounded length and begins where nothing of its kind stands before it: the time is linear in the
length of the text, whatever it holds.
"""

import re
from collections.abc import Callable, Iterator

Spoor = tuple[int, int, str]
"""Begin and end in a text, and the kind of trace."""

ADRES, BSN, DATUM, DOSSIER, IBAN = "adres", "bsn", "datum", "dossiernummer", "iban"
KENTEKEN, MAIL, POSTCODE, TELEFOON, WEB = "kenteken", "e-mail", "postcode", "telefoon", "web"

STRAAT = "(?:straat|laan|weg|plein|singel|kade|gracht|dijk|dreef|steeg|plantsoen|boulevard)"
GEEN_STRAAT = r"(?!(?:onder|uit|om|snel|hoofd|af|heel|over|midden|spoor|weder|half)weg\b)"
"""Words that end like a street and are none; for in front of a pattern that ignores case."""

_WIT, _STREEP = "[ \t\u00a0\u202f]", "[-\u2010\u2011\u2013]"
_TUSSEN = "[-\u2010\u2011\u2013./() \u00a0\u202f]"
_HOF = "(?:hof|pad|park|markt|erf|hoek|veld|brink|wal|akker|burg|donk|gaarde|meent|zoom|ring|oord|tuin|haven|werf)"
_HUISNUMMER = (
    rf"{_WIT}(?:nr\.? |nummer )?[1-9][0-9]{{0,4}}"
    rf"(?:{_WIT}?(?-i:[A-Z]|[a-z](?!\w))|{_STREEP}[0-9]{{1,4}})?(?![\w%]|[.,][0-9])"
    rf"(?!{_WIT}(?:keer|uur|dag|week|weken|maand|jaar|kind|mens|gezin|euro|procent|stap|minuten|meter|kilometer|km))"
)
_EERST = (
    r"(?:(?:burgemeester|prins|prinses|koningin|dr\.|sint|st\.|oude|nieuwe|lange|korte|grote|kleine|eerste|tweede|"
    r"van|jan|johan|willem|president|pastoor|professor|prof\.) (?:(?:van|de|der|den) ){0,2}){0,2}"
)
_DAG, _MAAND = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_JAAR, _KORTJAAR = "(?:19|20)[0-9]{2}", "['’]?(?:(?:19|20)[0-9]{2}|[0-9]{2})"
_MAANDNAAM = (
    "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"(?:jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?)"
)
_WEEKDAG = "(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
_NUMMERVAN = (
    "(?:dossier|zaak|cli[eë]nt|client|klant|pati[eë]nt|polis|beschikking|meldings?|registratie|leerling|student|"
    "personeels|lidmaatschaps|inschrijf|huurders?|contract|paspoort|document|case|casus|ecd)"
)
_LETTERS, _CIJFERS = "[A-Z]", "[0-9]"
_KENTEKENS = "AA-99-99 99-99-AA 99-AA-99 AA-99-AA AA-AA-99 99-AA-AA 99-AAA-9 9-AAA-99 AA-999-A A-999-AA AAA-99-A "
_KENTEKENS += "A-99-AAA 9-AA-999 999-AA-9"
_KENTEKEN = "|".join(_KENTEKENS.replace("A", _LETTERS).replace("9", _CIJFERS).replace("0-[0-9]", "0-9").split())


def _check_bsn(tekst: str) -> bool:
    """Return True for nine digits that pass the 11-proef: weights 9 to 2, and -1 for the last."""
    cijfers = [int(teken) for teken in tekst if teken.isdigit()]
    som = sum(cijfer * gewicht for cijfer, gewicht in zip(cijfers, (*range(9, 1, -1), -1), strict=True))
    return any(cijfers) and som % 11 == 0


def _check_iban(tekst: str) -> bool:
    """Return True when the number of an account passes ISO 7064: the rest of 97 is 1."""
    plat = "".join(tekst.split()).upper()
    return int("".join(str(int(teken, 36)) for teken in plat[4:] + plat[:4])) % 97 == 1


def _check_breuk(tekst: str) -> bool:
    """Return True for a day and a month that can be no fraction, grade or round the clock."""
    dag, maand = map(int, tekst.split("/"))
    return dag > maand and tekst != "24/7"


def _check_dossier(tekst: str) -> bool:
    """Return True for at least three digits that are more than a year."""
    cijfers = sum(teken.isdigit() for teken in tekst)
    return cijfers >= len("123") and not re.fullmatch(_JAAR, tekst)


def _check_niets(_: str) -> bool:
    return True


_VORMEN: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    (MAIL, r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[\[(]at[\])] ?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", _check_niets),
    (WEB, r"(?<!\w)(?:https?://|www\.)[^\s<>\"']{2,300}(?<![.,;:!?)])", _check_niets),
    (
        WEB,
        (
            r"(?<![\w.@/-])[\w-]{2,63}(?:\.[\w-]{1,63}){0,3}\.(?-i:nl|com|org|net|eu|info|be|me)(?![\w-])"
            r"(?:/[^\s<>\"']{1,300}(?<![.,;:!?)]))?"
        ),
        _check_niets,
    ),
    (WEB, r"(?<![\w.@+-])@\w[\w.]{0,28}\w", _check_niets),
    (
        WEB,
        r"\b(?:instagram|insta|snapchat|snap|tiktok|discord|facebook)[ :]{1,3}(?P<wat>[a-z]{1,28}[._0-9]\w{1,28})",
        _check_niets,
    ),
    (
        IBAN,
        rf"(?<!\w)[a-z]{{2}}{_WIT}?[0-9]{{2}}{_WIT}?[a-z]{{4}}(?:{_WIT}?[0-9]{{4}}){{2}}{_WIT}?[0-9]{{2}}(?!\w)",
        _check_iban,
    ),
    (
        IBAN,
        rf"(?<!\w)[a-z]{{2}}{_WIT}?[0-9]{{2}}(?:{_WIT}?[0-9]{{4}}){{3,6}}(?:{_WIT}?[0-9]{{1,3}})?(?!\w)",
        _check_iban,
    ),
    (
        BSN,
        (
            r"\b(?:bsn|burgerservicenummer|sofinummer)(?:-?(?:nummer|nr\.?))?(?: is| was)?[ :=]{0,3}"
            r"(?P<wat>[0-9](?:[ .-]?[0-9]){7,8})(?![0-9])"
        ),
        _check_niets,
    ),
    (DATUM, rf"(?<![\w./-]){_JAAR}{_STREEP}(?:0[1-9]|1[0-2]){_STREEP}(?:0[1-9]|[12][0-9]|3[01])(?!\w)", _check_niets),
    (
        DATUM,
        rf"(?<![\w./-]){_DAG}(?P<s>{_STREEP}|/){_MAAND}(?P=s){_KORTJAAR}(?![\w/]|{_STREEP}\w)",
        _check_niets,
    ),
    (DATUM, rf"(?<![\w./-]){_DAG}[. ]{{1,2}}{_MAAND}[. ]{{1,2}}{_JAAR}(?!\w)", _check_niets),
    (
        DATUM,
        (
            rf"(?<![\w.,-])(?:{_WEEKDAG}{_WIT}(?:de{_WIT})?)?{_DAG}(?:ste|de|e)?{_WIT}{_MAANDNAAM}(?!\w)"
            rf"(?:{_WIT}(?:{_JAAR}|['’][0-9]{{2}})(?!\w))?"
        ),
        _check_niets,
    ),
    (
        DATUM,
        rf"(?<!\w)(?:op|vanaf|sinds|tot|per|van|d\.d\.|dd\.?|{_WEEKDAG}){_WIT}(?P<wat>{_DAG}/{_MAAND})(?![\w/])",
        lambda tekst: tekst != "24/7",
    ),
    (DATUM, rf"(?<![\w./,-]){_DAG}{_STREEP}0[1-9](?![\w.,-]\w| jaar| uur|\w)", _check_niets),
    (DATUM, rf"(?<![\w./,-]){_DAG}/{_MAAND}(?![\w/%])", _check_breuk),
    (
        DOSSIER,
        (
            rf"(?<!\w)(?:{_NUMMERVAN}[- ]?(?:nummers?|nr\b\.?|no\b\.?|id\b|code)|v-?(?:nummer|nr\b\.?)|"
            rf"(?:ons|uw) kenmerk|dossier|zaak)(?: is| was)?[ :#=(]{{1,3}}"
            r"(?P<wat>[A-Z]{0,6}[-/.]?[0-9]{1,12}(?:[-/.][A-Z0-9]{1,12}){0,4})(?!\w)"
        ),
        _check_dossier,
    ),
    (TELEFOON, rf"(?<![\w+])(?:\+|00)[1-9](?:{_TUSSEN}{{0,3}}[0-9]){{7,13}}(?![0-9])", _check_niets),
    (TELEFOON, rf"(?<![\w.,-])06(?:{_TUSSEN}{{0,3}}[0-9]){{8}}(?![0-9])", _check_niets),
    (TELEFOON, rf"(?<![\w.,-])\(?0[1-9][0-9]{_TUSSEN}{{0,3}}[1-9](?:{_TUSSEN}?[0-9]){{6}}(?![0-9])", _check_niets),
    (TELEFOON, rf"(?<![\w.,-])\(?0[1-9][0-9]{{2}}{_TUSSEN}{{0,3}}[1-9](?:{_TUSSEN}?[0-9]){{5}}(?![0-9])", _check_niets),
    (
        BSN,
        (
            r"(?<![\w€+-])(?<!€ )(?<![0-9][.,])(?:[0-9]{9}|[0-9]{3}(?P<a>[ .-])[0-9]{3}(?P=a)[0-9]{3}|"
            r"[0-9]{4}(?P<b>[ .-])[0-9]{2}(?P=b)[0-9]{3})(?![\w-]|[.,][0-9]| ?euro)"
        ),
        _check_bsn,
    ),
    (KENTEKEN, rf"(?<![\w-])(?-i:{_KENTEKEN})(?![\w-])", _check_niets),
    (
        KENTEKEN,
        r"\bkenteken(?: is)?[ :]{1,3}(?P<wat>(?=[a-z-]{0,7}[0-9])[a-z0-9](?:-?[a-z0-9]){5})(?![\w-])",
        _check_niets,
    ),
    (
        POSTCODE,
        rf"(?<![\w.,€-])[1-9][0-9]{{3}}(?-i:{_WIT}?(?!SA|SD|SS|EU)[A-Z]{{2}}|(?!sa|sd|ss)[a-z]{{2}})(?!\w)",
        _check_niets,
    ),
    (ADRES, rf"(?<!\w){_EERST}{GEEN_STRAAT}(?-i:[A-Z])[\w'’-]{{2,40}}{STRAAT}{_HUISNUMMER}", _check_niets),
    (ADRES, rf"(?<!\w)[a-z][\w'’-]{{2,40}}(?:straat|plein|singel|kade|gracht|plantsoen){_HUISNUMMER}", _check_niets),
    (
        ADRES,
        rf"(?<!\w)(?-i:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage) (?:{STRAAT}|{_HOF}){_HUISNUMMER}",
        _check_niets,
    ),
    (ADRES, r"(?<!\w)postbus [0-9]{1,6}(?!\w)", _check_niets),
    (ADRES, rf"(?<!\w){_EERST}(?-i:[A-Z])[\w'’-]{{2,40}}{_HOF}{_HUISNUMMER}", _check_niets),
    (ADRES, rf"(?<!\w)(?-i:Laan) van (?:de |den |het )?\w{{2,40}}{_HUISNUMMER}", _check_niets),
)
_PATRONEN = tuple((soort, re.compile(vorm, re.IGNORECASE), klopt) for soort, vorm, klopt in _VORMEN)


def read_nummers(tekst: str, bezet: bytearray) -> Iterator[Spoor]:
    """Yield the traces with a form of their own, and mark in `bezet` (a byte per character) where they stand.

    Where two forms fit, the surer one goes first: a place is told once.
    """
    for soort, patroon, klopt in _PATRONEN:
        for treffer in patroon.finditer(tekst):
            begin, eind = treffer.span("wat" if "wat" in patroon.groupindex else 0)
            if bezet.find(1, begin, eind) < 0 and klopt(tekst[begin:eind]):
                bezet[begin:eind] = b"\1" * (eind - begin)
                yield begin, eind, soort
