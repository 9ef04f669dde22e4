"""The renderers: Markdown that parses back as plain text, and a terminal that only adds bold."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from conflictstijl.model.document import (
    Alinea,
    Document,
    Kop,
    Opsomming,
    Schrijfruimte,
    Staaf,
    Staven,
    Tabel,
    Woordblok,
)
from conflictstijl.rapport.opmaak import ASCII
from conflictstijl.rapport.uitvoer.markdown import render_markdown
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.uitvoer.terminal import write_terminal
from conflictstijl.tekst import clean_tekst

from .bouw import Paar, alle_profielen, bouw_verslag, profielen

LASTIG = (
    "# kop", "1. een", "2) twee", "- punt", "+ plus", "* ster", "> citaat", "---", "===", "***", "```", "~~~ code",
    "`tik`", "<b>vet</b>", "<script>alert(1)</script>", "[link](http://x.nl)", "![plaatje](x.png)", "<http://x.nl>",
    "a | b", "|---|", "\\", "\\|", "a\\", "_cursief_ en __vet__", "&amp; &lt; &#35;", "[x]: http://x.nl", "- [ ] taak",
    "[bold]vet[/bold]", ":smile:", "[/]", "1" * 12 + ". x", "$x$", "^1^", "~~weg~~", "|", "| a | b |\n|---|---|",
    "    ingesprongen", "\ttab", "12.", "٣. x", "a  \nb", "http://x.nl", "\x1b[1m",
)  # fmt: skip
stukken = st.sampled_from(
    [*LASTIG, "gewoon", "1", ".", "-", "|", "\\", "*", "_", "`", "[", "]", "(", ")", "<", "&", ";"]
)
teksten = st.one_of(
    st.sampled_from(LASTIG), st.lists(stukken, min_size=1, max_size=6).map("".join), st.text(min_size=1, max_size=30)
).map(clean_tekst)
gevuld = teksten.filter(bool)
staven = st.builds(
    Staven,
    st.lists(st.builds(Staaf, gevuld, st.just(3.0), gevuld, gevuld, st.just(2.0), st.just(4.0)), min_size=1, max_size=3)
    .map(tuple),
    st.just(1),
    st.just(5),
    gevuld,
    st.just("je"),
    st.just(()),
)  # fmt: skip
tabellen = st.integers(1, 4).flatmap(
    lambda breed: st.builds(
        Tabel,
        st.tuples(*[gevuld] * breed),
        st.lists(st.tuples(*[gevuld] * breed), min_size=1, max_size=3).map(tuple),
    )
)
documenten = st.lists(
    st.one_of(
        st.builds(Kop, gevuld, st.integers(1, 3)),
        st.builds(Alinea, gevuld),
        st.builds(Opsomming, st.lists(gevuld, min_size=1, max_size=3).map(tuple), st.booleans()),
        staven,
        tabellen,
    ),
    min_size=1,
    max_size=5,
).map(lambda blokken: Document(tuple(blokken)))


class Scherm(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def lees_teksten(blok: Woordblok) -> list[str]:
    """Return the texts of a block as a reader should see them, in order."""
    match blok:
        case Schrijfruimte():
            return []
        case Opsomming():
            return list(blok.delen)
        case Tabel():
            return [cel for rij in (blok.koppen, *blok.rijen) for cel in rij]
        case Staven():
            rijen = [(s.naam, s.getal, s.woord, "2,0 tot 4,0") for s in blok.staven]
            return ["naam", "score", "betekenis", "marge", *(cel for rij in rijen for cel in rij), blok.schaal]
        case _:
            return [blok.tekst]


def lees_regel(token: Token) -> str:
    """Return the text of a run of inline Markdown; anything but text makes it differ."""
    return "".join(deel.content if deel.type == "text" else f"<{deel.type}>" for deel in token.children or [])


def lees_markdown(tekst: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(tekst)
    return [lees_regel(token) for token in tokens if token.type == "inline"]


def schrijf(document: Document, uit: io.StringIO, breedte: int = 80) -> str:
    write_terminal(document, uit, breedte)
    return uit.getvalue()


@given(documenten)
@settings(max_examples=100)
def test_foreign_text_in_markdown_is_read_back_as_it_was(document: Document) -> None:
    verwacht = [tekst for blok in document.in_woorden for tekst in lees_teksten(blok)]
    assert lees_markdown(render_markdown(document)) == verwacht


@pytest.mark.parametrize("tekst", LASTIG)
def test_every_trick_of_markdown_stays_text(tekst: str) -> None:
    schoon = clean_tekst(tekst)
    document = Document((Kop(schoon), Alinea(schoon), Opsomming((schoon, schoon))))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(render_markdown(document))
    assert [token.type for token in tokens if not token.type.endswith("_close")] == [
        "heading_open", "inline", "paragraph_open", "inline", "bullet_list_open",
        *["list_item_open", "paragraph_open", "inline"] * 2,
    ]  # fmt: skip
    assert [lees_regel(token) for token in tokens if token.type == "inline"] == [schoon] * 4


def test_the_reader_of_markdown_sees_markup_that_is_not_escaped() -> None:
    assert lees_markdown("*a* `b`") == ["<em_open>a<em_close> <code_inline>"]
    assert lees_markdown("- a") == lees_markdown("a") == ["a"]


def test_line_breaks_inside_a_text_do_not_start_a_new_block() -> None:
    assert render_markdown(Document((Alinea("een\n\n# twee"),))) == "een \\# twee\n"


def test_bars_become_a_table_with_the_same_facts() -> None:
    chart = Staven((Staaf("a|b", 3, "3,0", "soms", 2, 4), Staaf("c", None, "-", "leeg")), 1, 5, "Van 1 tot 5.")
    assert render_markdown(Document((chart,))) == (
        "| naam | score | betekenis | marge |\n|---|---|---|---|\n"
        "| a\\|b | 3,0 | soms | 2,0 tot 4,0 |\n| c | \\- | leeg | \\- |\n\nVan 1 tot 5.\n"
    )


def test_a_table_becomes_a_table() -> None:
    tabel = Tabel(("Stijl", "Rustig"), (("a|b", "3,0 soms"), ("c", "")))
    assert render_markdown(Document((tabel,))) == "| Stijl | Rustig |\n|---|---|\n| a\\|b | 3,0 soms |\n| c |  |\n"


def test_a_table_without_margins_has_no_column_for_them() -> None:
    chart = Staven((Staaf("a", 3, "3 van 4", "gekozen"),), 0, 100, "Uitleg.")
    assert render_markdown(Document((chart,))).splitlines()[:2] == ["| naam | score | betekenis |", "|---|---|---|"]


def test_a_chart_without_bars_leaves_nothing_in_markdown() -> None:
    assert render_markdown(Document((Alinea("een"), Staven((), 0, 1, "x"), Alinea("twee")))) == "een\n\ntwee\n"


def test_numbered_lists_count() -> None:
    assert render_markdown(Document((Opsomming(("een", "twee"), genummerd=True),))) == "1. een\n2. twee\n"


@given(documenten, st.integers(20, 120))
@settings(max_examples=50)
def test_a_stream_that_is_no_terminal_gets_plain_text(document: Document, breedte: int) -> None:
    assert schrijf(document, io.StringIO(), breedte) == render_tekst(document, breedte)


@given(documenten, st.integers(20, 120))
@settings(max_examples=50)
def test_a_terminal_gets_the_same_text_with_bold(document: Document, breedte: int) -> None:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("TERM", "xterm-256color")
        uit = schrijf(document, Scherm(), breedte)
    assert re.sub(r"\x1b\[[01]m", "", uit) == render_tekst(document, breedte)


@given(alle_profielen() | profielen(), st.sampled_from([30, 60, 100]))
@settings(max_examples=15)
def test_a_report_on_a_terminal_says_the_same(paar: Paar, breedte: int) -> None:
    document = bouw_verslag(*paar)
    assert schrijf(document, io.StringIO(), breedte) == render_tekst(document, breedte)


def test_headings_are_bold_and_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    document = Document((Kop("Titel", 1), Kop("Klein", 3), Alinea("[bold]x[/bold] :smile: 12 'a'")))
    assert schrijf(document, Scherm()).splitlines() == [
        "\x1b[1mTitel\x1b[0m",
        "\x1b[1m=====\x1b[0m",
        "",
        "\x1b[1mKlein\x1b[0m",
        "[bold]x[/bold] :smile: 12 'a'",
    ]


def test_a_terminal_draws_with_the_characters_it_is_given() -> None:
    uit = io.StringIO()
    write_terminal(Document((Staven((Staaf("a", 3, "3", ""),), 1, 5, "x"),)), uit, 80, ASCII)
    assert uit.getvalue().isascii()


def test_room_to_write_becomes_lines_that_markdown_draws() -> None:
    assert render_markdown(Document((Alinea("Wat nu?"), Schrijfruimte(2)))) == f"Wat nu?\n\n{'_' * 60}\n\n{'_' * 60}\n"
