"""密匣：记得台账里的真实信息，换了写法也认得，自己却一个字也没有存。"""

from pathlib import Path

import pytest

from casebook.checks.gate import make_gate
from casebook.vault import Vault
from tests.workbench import replace_line, run_manage

VALUES = ["冯栓柱", "高峰", "13912345678", "东柳甸村3区5排6号", "阿依古丽·买买提", "鑫旺来建材"]


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = Vault(tmp_path / "私密")
    vault.remember(VALUES)
    return vault


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("冯栓柱说", "冯栓柱"),
        ("冯 栓　柱说", "冯 栓　柱"),
        ("冯栓\n    柱说", "冯栓\n    柱"),
        ("**冯栓**柱说", "冯栓**柱"),
        ("电话139-1234-5678。", "139-1234-5678"),
        ("电话一三九 一二三四 五六七八。", "一三九 一二三四 五六七八"),
        ("住东柳甸村三区５排６号", "东柳甸村三区５排６号"),
        ("阿依古丽买买提", "阿依古丽买买提"),
        ("鑫旺来建材门口", "鑫旺来建材"),
    ],
)
def test_a_known_value_is_found_in_any_spelling(vault: Vault, text: str, found: str) -> None:
    known = vault.known()
    assert known is not None
    assert [text[f.start : f.end] for f in known.find(text)] == [found]


@pytest.mark.parametrize("text", ["冯栓，柱子", "冯某", "东柳甸村", "1391234567", "建材"])
def test_what_is_not_known_is_left_alone(vault: Vault, text: str) -> None:
    known = vault.known()
    assert known is not None
    assert list(known.find(text)) == []


def test_a_name_that_is_also_a_word_only_warns(vault: Vault) -> None:
    [finding] = make_gate(None, vault.known()).find("早高峰时段")
    assert (finding.kind, finding.certainty) == ("台账里的真实信息", "likely")


def test_nothing_readable_is_kept_and_only_the_owner_may_look(vault: Vault) -> None:
    for path in vault.folder.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not [value for value in VALUES if value in text]
        assert path.stat().st_mode & 0o777 == 0o600


def test_no_ledger_means_no_files(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "私密")
    assert vault.known() is None
    assert not vault.folder.exists()


def test_a_second_ledger_adds_to_the_first(vault: Vault) -> None:
    vault.remember(["褚翠莲"])
    known = vault.known()
    assert known is not None
    assert len(list(known.find("冯栓柱和褚翠莲"))) == 2


def test_check_and_scan_stop_a_known_value_and_do_not_print_it(vault: Vault, data: Path) -> None:
    record = data / "cases/2025/2025-001.yml"
    replace_line(record, "地点: 某村村东农田", "地点: 鑫旺来建材门口")
    private = {"CASEBOOK_PRIVATE": str(vault.folder)}
    check = run_manage("check", "--data", str(data), str(record), **private)
    scan = run_manage("scan", str(record), **private)
    for result in (check, scan):
        assert result.returncode == 1
        assert "台账里的真实信息" in result.stdout
        assert "鑫旺来" not in result.stdout + result.stderr
