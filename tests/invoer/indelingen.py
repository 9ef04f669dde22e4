"""The same 42 people as other tools and trainers write them down: one function per layout, each gives rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from .uitlezen import LABELS, list_mensen, load_stijlscan

Rijen = list[list[str]]
TEKSTEN = [item.tekst for item in load_stijlscan().stellingen]
STAM = "Hoe vaak doe je dit bij een meningsverschil?"
TIJD = "2026-11-12 09:19:00"


def list_labels(waarden: Sequence[int | None]) -> list[str]:
    return [LABELS[waarde - 1] if waarde else "" for waarde in waarden]


def list_cellen(vorm: Callable[[int], str]) -> Iterator[tuple[str, list[str]]]:
    """Every person with answers as a tool spells them."""
    for wie, waarden in list_mensen().items():
        yield wie, [vorm(waarde) if waarde else "" for waarde in waarden]


def label(waarde: int) -> str:
    return LABELS[waarde - 1]


def build_msforms_en() -> Rijen:
    kop = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
    kop += [f"{tekst}\u00a0" if nummer % 3 else f"{tekst} \n" for nummer, tekst in enumerate(TEKSTEN)]
    mensen = [
        [str(nummer), TIJD, TIJD, f"{wie}@voorbeeld.example", wie, "", *cellen]
        for nummer, (wie, cellen) in enumerate(list_cellen(label), 1)
    ]
    return [kop, *mensen]


def build_msforms_meerkeuze() -> Rijen:
    """A question that allows several answers ends every answer in a semicolon; a quiz adds columns."""
    kop = ["ID", "E-mail"]
    for tekst in TEKSTEN:
        kop += [tekst, f"Punten - {tekst}", f"Feedback - {tekst}"]
    mensen = [
        [str(nummer), wie, *(deel for cel in cellen for deel in (cel, "0", ""))]
        for nummer, (wie, cellen) in enumerate(list_cellen(lambda waarde: f"{label(waarde)};"), 1)
    ]
    return [kop, *mensen]


def build_google() -> Rijen:
    """Line breaks inside questions."""
    kop = ["Tijdstempel", "Wat is je deelnemerscode?", *(tekst.replace(", ", ",\n", 1) for tekst in TEKSTEN)]
    return [kop, *(["12-11-2026 9:19:00", wie, *cellen] for wie, cellen in list_cellen(label))]


def build_limesurvey(koppen: Sequence[str], vorm: Callable[[int], str]) -> Rijen:
    kop = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "token",
        "startdate",
        "datestamp",
        "ipaddr",
        "refurl",
    ]
    kop += [*koppen, "interviewtime", "groupTime34", "G01Q02Time"]
    mensen = [
        [str(nummer), TIJD, "3", "nl", "81", wie, TIJD, TIJD, "127.0.0.1", "", *cellen, "81.5", "70.1", "3.2"]
        for nummer, (wie, cellen) in enumerate(list_cellen(vorm), 1)
    ]
    return [kop, *mensen, []]


def build_limesurvey_streepje() -> Rijen:
    return build_limesurvey([f"G01Q02_SQ{nummer:03}" for nummer in range(1, 21)], lambda waarde: f"A{waarde}")


def build_limesurvey_twee_rasters() -> Rijen:
    koppen = [f"G01Q0{raster}[SQ{nummer:03}]" for raster in (2, 3) for nummer in range(1, 11)]
    return build_limesurvey(koppen, lambda waarde: f"AO0{waarde}")


def build_limesurvey_tekst() -> Rijen:
    return build_limesurvey([f"{STAM} [{tekst}]" for tekst in TEKSTEN], label)


def build_limesurvey_code_en_tekst() -> Rijen:
    return build_limesurvey([f"G04Q{nummer + 30}. {tekst}" for nummer, tekst in enumerate(TEKSTEN)], label)


def build_limesurvey_losse_vragen() -> Rijen:
    return build_limesurvey([f"G0{1 + nummer // 10}Q{nummer + 1:02}" for nummer in range(20)], lambda w: f"AO0{w}")


def build_limesurvey_afgekapt() -> Rijen:
    return build_limesurvey([f"Hoe vaak doe .. [{tekst[:22]}..]" for tekst in TEKSTEN], label)


def build_qualtrics() -> Rijen:
    """Labels, with display orders, a preview and the text in the second row."""
    meta = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished"]
    meta += ["RecordedDate", "ResponseId", "ExternalReference", "DistributionChannel", "UserLanguage"]
    codes = [f"Q1_{nummer}" for nummer in range(1, 21)]
    orde = [f"Q1_DO_{nummer}" for nummer in range(1, 21)]
    tekst = [f"{STAM} - {tekst}" for tekst in TEKSTEN]
    rijen = [
        [*meta, *codes, *orde],
        [*(naam.replace("Date", " Date") for naam in meta), *tekst, *(f"{zin} - Display Order" for zin in tekst)],
        [f'{{"ImportId":"{naam}"}}' for naam in (*meta, *codes, *orde)],
        [
            TIJD,
            TIJD,
            "Survey Preview",
            "",
            "100",
            "9",
            "True",
            TIJD,
            "R_0",
            "zomaar",
            "preview",
            "NL",
            *["Vaak"] * 20,
            *"1" * 20,
        ],
    ]
    for nummer, (wie, cellen) in enumerate(list_cellen(label)):
        eigen = [TIJD, TIJD, "IP Address", "*", "100", "9", "True", TIJD, f"R_{nummer}", wie, "anonymous", "NL"]
        rijen.append([*eigen, *cellen, *map(str, range(1, 21))])
    return rijen


def build_surveymonkey() -> Rijen:
    """Two header rows, the stem only above its first column."""
    meta = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"]
    meta += ["First Name", "Last Name", "Custom Data 1"]
    rijen = [[*meta, STAM, *[""] * 19], [*[""] * 9, *TEKSTEN]]
    for nummer, (wie, cellen) in enumerate(list_cellen(label)):
        eigen = [f"11{nummer}", "42", "11/12/2026 09:19:00 AM", "11/12/2026", "10.0.0.1", "", "", "", wie]
        rijen.append([*eigen, *cellen])
    return rijen


def build_surveymonkey_losse_vragen() -> Rijen:
    """One question a column: the second row says only that there are answers in it."""
    rijen = [["Respondent ID", "Custom Data 1", *TEKSTEN], ["", "", *["Response"] * 20]]
    return [*rijen, *([f"11{nummer}", wie, *cellen] for nummer, (wie, cellen) in enumerate(list_cellen(label)))]


def build_excel_titels() -> Rijen:
    """Title rows, empty columns, a decimal comma and an averages row."""
    kop = ["", "Naam", "", *(str(nummer) for nummer in range(1, 21)), "Opmerking", ""]
    mensen = [["", wie, "", *cellen, "", ""] for wie, cellen in list_cellen(lambda waarde: f"{waarde},0")]
    gemiddeld = ["", "Gemiddelde", "", *["3,1"] * 20, "", ""]
    return [["Training 12 november"], [], kop, *mensen, [], gemiddeld]


def build_excel_gekanteld() -> Rijen:
    rijen = [["", *(wie for wie, _ in list_cellen(str))], ["Team", *["noord", "zuid"] * 21]]
    kolommen = [cellen for _, cellen in list_cellen(str)]
    return [*rijen, *([f"q{n}", *rij] for n, rij in enumerate(zip(*kolommen, strict=True), 1))]


def build_excel_gekanteld_tekst() -> Rijen:
    """The texts stand in the second column, and the last column has averages."""
    mensen = [["", "Naam", *(wie for wie, _ in list_cellen(label)), "Gemiddelde"]]
    kolommen = [cellen for _, cellen in list_cellen(label)]
    for nummer, (tekst, *rij) in enumerate(zip_longest(TEKSTEN, *kolommen), 1):
        mensen.append([str(nummer), tekst, *rij, "3,4"])
    return mensen


def build_excel_gekanteld_met_stijl() -> Rijen:
    """Between the texts and the people stands of which style a statement is; numbers stand behind the texts."""
    kop = ["stelling", "stijl", *(wie for wie, _ in list_cellen(str))]
    kolommen = [cellen for _, cellen in list_cellen(str)]
    rijen = zip(TEKSTEN, *kolommen, strict=True)
    return [kop, *([f"{tekst} ({nummer})", "forceren", *rij] for nummer, (tekst, *rij) in enumerate(rijen, 1))]


def build_cijfer_en_label() -> Rijen:
    kop = ["code", *(f"{nummer}) {tekst}" for nummer, tekst in enumerate(TEKSTEN, 1))]
    return [kop, *([wie, *cellen] for wie, cellen in list_cellen(lambda waarde: f"{waarde} = {label(waarde)}"))]


def build_label_en_cijfer() -> Rijen:
    kop = ["Deelnemer", *(f"Stelling {nummer}" for nummer in range(1, 21))]
    return [kop, *([wie, *cellen] for wie, cellen in list_cellen(lambda waarde: f"{label(waarde)} ({waarde})"))]


def build_tikfouten() -> Rijen:
    """Headers in which somebody changed a letter."""
    kop = [
        "code",
        *(tekst.replace("ik ", "ik  ").replace("gesprek", "gesrpek").replace("plan", "plann") for tekst in TEKSTEN),
    ]
    return [kop, *([wie, *cellen] for wie, cellen in list_cellen(label))]


def build_lang_tekst() -> Rijen:
    """Sorted by question, without times, with the text of the question."""
    kop = ["Vraag", "Team", "Deelnemer", "Score"]
    mensen = list(list_cellen(str))
    return [kop, *([tekst, "noord", wie, cellen[n]] for n, tekst in enumerate(TEKSTEN) for wie, cellen in mensen)]


def build_lang_tijd_per_antwoord() -> Rijen:
    kop = ["timestamp", "id", "question", "response"]
    return [
        kop,
        *(
            [f"{TIJD}.{nummer}", wie, f"Q{nummer}", cel]
            for wie, cellen in list_cellen(label)
            for nummer, cel in enumerate(cellen, 1)
        ),
    ]


INDELINGEN: Mapping[str, Callable[[], Rijen]] = {
    naam.removeprefix("build_"): bouw
    for naam, bouw in dict(globals()).items()
    if naam.startswith("build_") and naam != "build_limesurvey"
}
