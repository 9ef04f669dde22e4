"""The server: exactly pinned, from any registry, missing only where it may be."""

import json
from pathlib import Path

import pytest

from .aanwezig import check_server
from .redacteur import Redacteur

MAP = Path(__file__).parent
PAKKET = json.loads((MAP / "package.json").read_text(encoding="utf-8"))
SLOT = json.loads((MAP / "package-lock.json").read_text(encoding="utf-8"))


def test_the_running_server_is_the_pinned_one(redacteur: Redacteur) -> None:
    versie = PAKKET["dependencies"]["yaml-language-server"]
    assert redacteur.server == {"name": "yaml-language-server", "version": versie}
    assert SLOT["packages"]["node_modules/yaml-language-server"]["version"] == versie


def test_every_package_is_pinned_by_its_contents_and_names_no_registry() -> None:
    pakketten = {naam: pakket for naam, pakket in SLOT["packages"].items() if naam}
    assert len(pakketten) > 10
    assert [naam for naam, pakket in pakketten.items() if not pakket["integrity"].startswith("sha512-")] == []
    assert [naam for naam, pakket in pakketten.items() if "resolved" in pakket] == []


@pytest.mark.parametrize(
    ("node", "server", "wat"),
    [(None, Path(__file__), "Node.js"), ("/usr/bin/node", MAP / "weg", "yaml-language-server")],
)
def test_a_missing_server_skips_on_a_users_machine_and_fails_in_ci(node: str | None, server: Path, wat: str) -> None:
    with pytest.raises(pytest.skip.Exception, match=f"^{wat} is not installed; `bash tests/run`"):
        check_server(node, server, verplicht=False)
    with pytest.raises(pytest.fail.Exception, match=f"^{wat} is not installed; `bash tests/run`"):
        check_server(node, server, verplicht=True)


def test_a_server_that_is_here_is_used() -> None:
    check_server("/usr/bin/node", Path(__file__), verplicht=True)
