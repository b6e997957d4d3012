"""每条规则一对样例：data/law/<规则>/pass.yml 一处不错，fail.yml 配一份应有的报告 fail.txt。

有 earlier.yml 的，是同时在册的另一件案件。改了说法之后，用 UPDATE_GOLDEN=1 重写报告，再逐份读一遍。
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from casebook.book import Book
from casebook.checks.docket import Desk
from casebook.checks.rulebook import (
    ARCHIVE_RULES,
    CASE_RULES,
    RULEBOOK,
    STATUTE_RULES,
    check_law,
    check_standing,
)
from casebook.codes import CODES
from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.law.citations import parse_citations
from casebook.law.statutes import Statute
from casebook.problems import Problem, in_order
from casebook.records.case import Case
from casebook.records.town import Town
from casebook.report import as_text
from casebook.source.reading import read_source

GOLDEN = Path(__file__).parent / "data" / "law"
TODAY = date(2026, 11, 23)
NAMES = [rule.name for rule in RULEBOOK]


def read(model: type[Entry], path: Path, shown: str) -> Loaded:
    source = read_source(path, shown)
    loaded = read_entry(model, source)
    assert loaded is not None, [problem.message for problem in source.problems]
    assert not source.problems
    return loaded


@pytest.fixture(scope="module")
def desk(book: Book) -> Desk:
    town = read(Town, GOLDEN / "town.yml", "town.yml").value
    return Desk(book.register, book.calendar, TODAY, town)


def problems_of(path: Path, desk: Desk) -> list[Problem]:
    """一份样例（连同 earlier.yml）的全部问题。"""
    if path.parent.name in {rule.name for rule in STATUTE_RULES}:
        return in_order(check_standing([read(Statute, path, "statutes/example.yml")], desk))
    paths = [path.with_name("earlier.yml")] if path.with_name("earlier.yml").exists() else []
    cases = [read(Case, each, f"cases/{each.name}") for each in (*paths, path)]
    return in_order(check_law(cases, desk))


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_record_passes(name: str, desk: Desk) -> None:
    assert problems_of(GOLDEN / name / "pass.yml", desk) == []


@pytest.mark.parametrize("rule", RULEBOOK, ids=NAMES)
def test_a_faulty_record_is_reported_where_it_is_wrong(rule, desk: Desk) -> None:
    found = problems_of(GOLDEN / rule.name / "fail.yml", desk)
    report = "\n".join(as_text(found, str)) + "\n"
    golden = GOLDEN / rule.name / "fail.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")
    [mine, *_] = [problem for problem in found if problem.code == rule.code]
    assert mine.hint, "要说怎么改"
    line = (GOLDEN / rule.name / "fail.yml").read_text(encoding="utf-8").split("\n")
    marked = line[mine.position.line - 1][mine.position.column - 1 :]
    assert marked[: mine.position.width].strip(), "要指着值"


def test_every_golden_folder_belongs_to_a_rule() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()) == sorted(NAMES)


def test_every_law_code_is_one_rule_of_the_book() -> None:
    codes = [rule.code for rule in RULEBOOK]
    assert len(codes) == len(set(codes))
    assert set(codes) == {code for code in CODES if code[0] in "LD"}


@pytest.mark.parametrize("rule", RULEBOOK, ids=NAMES)
def test_every_rule_rests_on_a_registered_provision(rule, book: Book) -> None:
    for name in re.findall("《(.+?)》", rule.source):
        assert book.register.find(name), name
    citations = parse_citations(rule.source) if "条" in rule.source else ()
    for citation in citations:
        assert book.register.resolve(citation).found, citation
    assert "《" in rule.source


def test_only_rules_that_need_the_whole_archive_get_it() -> None:
    assert len(CASE_RULES) + len(ARCHIVE_RULES) + len(STATUTE_RULES) == len(RULEBOOK)


def test_without_the_town_the_rest_is_still_checked(desk: Desk) -> None:
    bare = Desk(desk.register, desk.calendar, desk.today)
    case = read(Case, GOLDEN / "fine-outside-range" / "fail.yml", "cases/fail.yml")
    assert [problem.code for problem in check_law([case], bare)] == ["L101"]
