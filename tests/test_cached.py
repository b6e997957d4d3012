"""用上次的结果与从头做，写出的每个字节都一样：任意次序的增、删、改、撤回、损坏之后都是。"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from casebook.memory.cache import STORE
from tests.publication import contents, publish
from tests.workbench import DATA

CASES = ("2025-001", "2025-003", "2025-004", "2025-007")
STEPS = int(os.environ.get("CASEBOOK_STATEFUL_STEPS", "6"))
EXAMPLES = int(os.environ.get("CASEBOOK_STATEFUL_EXAMPLES", "4"))
WITHDRAWN = "撤回:\n  日期: 2025-12-01\n  理由: 处罚决定被依法撤销\n"


def small_data(folder: Path) -> Path:
    """几件案件、全部案由和法规；没有年度报告，增删案件不必对账。"""
    data = folder / "cases_data"
    for name in ("matters", "statutes"):
        shutil.copytree(DATA / name, data / name)
    shutil.copy2(DATA / "town.yml", data)
    (data / "cases" / "2025").mkdir(parents=True)
    for case in CASES:
        shutil.copy2(DATA / "cases" / "2025" / f"{case}.yml", data / "cases" / "2025")
    (folder / "docs").mkdir()
    return data


def edit(path: Path, key: str, value: str) -> None:
    """换掉一行“键: 值”。"""
    lines = path.read_text(encoding="utf-8").split("\n")
    changed = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    path.write_text("\n".join(changed), encoding="utf-8")


@settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # 缩小反例太慢
    suppress_health_check=list(HealthCheck),
)
class Editing(RuleBasedStateMachine):
    """随便改，每改一次出版一次，与从头出版的比较。"""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="casebook-test-"))
        self.data = small_data(self.folder)
        self.cache = self.folder / "cache"
        self.site = self.folder / "site"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def cases(self) -> list[Path]:
        return sorted((self.data / "cases").rglob("*.yml"))

    @rule(pick=st.integers(0, 9), title=st.sampled_from(["甲", "乙", "丙<&>"]))
    @precondition(lambda self: self.cases())
    def retitle(self, pick: int, title: str) -> None:
        edit(self.cases()[pick % len(self.cases())], "标题", title)

    @rule(pick=st.integers(0, 9), text=st.sampled_from(["省略了。", "改了一句。"]))
    @precondition(lambda self: self.cases())
    def resummarize(self, pick: int, text: str) -> None:
        edit(self.cases()[pick % len(self.cases())], "摘要", text)

    @rule(pick=st.integers(0, 9), number=st.integers(100, 103))
    @precondition(lambda self: self.cases())
    def add(self, pick: int, number: int) -> None:
        path = self.data / "cases" / "2025" / f"2025-{number}.yml"
        shutil.copy2(self.cases()[pick % len(self.cases())], path)
        edit(path, "编号", path.stem)
        edit(path, "当事人", f"田某{'甲乙丙丁'[number - 100]}")

    @rule(pick=st.integers(0, 9))
    @precondition(lambda self: len(self.cases()) > 1)
    def remove(self, pick: int) -> None:
        self.cases()[pick % len(self.cases())].unlink()

    @rule(pick=st.integers(0, 9))
    @precondition(lambda self: self.cases())
    def hide_or_show(self, pick: int) -> None:
        path = self.cases()[pick % len(self.cases())]
        public = "\n公开: 是" in path.read_text(encoding="utf-8")
        edit(path, "公开", "否" if public else "是")

    @rule(pick=st.integers(0, 9))
    @precondition(lambda self: self.cases())
    def withdraw(self, pick: int) -> None:
        path = self.cases()[pick % len(self.cases())]
        text = path.read_text(encoding="utf-8")
        if WITHDRAWN not in text:
            path.write_text(text + WITHDRAWN, encoding="utf-8")

    @rule(answer=st.sampled_from(["不能烧。", "禁烧区里不能烧。"]))
    def change_a_guide(self, answer: str) -> None:
        edit(self.data / "matters" / "straw-burning.yml", "一句话", answer)

    @rule(day=st.sampled_from(["2026-11-23", "2026-08-01"]))
    def change_today(self, day: str) -> None:
        edit(self.data / "town.yml", "基准日期", day)

    @rule(wrong=st.booleans())
    @precondition(lambda self: self.cases())
    def mistype_a_date(self, wrong: bool) -> None:
        edit(self.cases()[0], "决定日期", "2025-02-30" if wrong else "2025-11-20")

    @rule(pick=st.integers(0, 999), keep=st.booleans())
    def meddle_with_the_shelf(self, pick: int, keep: bool) -> None:
        pages = sorted(self.cache.rglob("*.html"))
        if pages and keep:
            pages[pick % len(pages)].write_text("动过", encoding="utf-8")
        elif pages:
            pages[pick % len(pages)].unlink()

    @rule(pick=st.integers(0, 999), name=st.sampled_from(["多余的.html", "news/多余的.html", None]))
    @precondition(lambda self: self.site.exists())
    def meddle_with_the_site(self, pick: int, name: str | None) -> None:
        files = sorted(path for path in self.site.rglob("*") if path.is_file())
        if name:
            (self.site / name).write_text("别处来的", encoding="utf-8")
        else:
            files[pick % len(files)].unlink()

    @rule(at=st.integers(0, 10**6), cut=st.booleans())
    def damage_the_store(self, at: int, cut: bool) -> None:
        store = self.cache / STORE
        if not store.exists():
            return
        data = bytearray(store.read_bytes())
        place = at % len(data)
        if cut:
            del data[place:]
        else:
            data[place] ^= 0xFF
        store.write_bytes(bytes(data))

    @invariant()
    def cached_equals_clean(self) -> None:
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            clean = Path(scratch) / "clean"
            before = contents(self.site)
            published = publish(self.data, self.cache, self.site)
            again = publish(self.data, Path(scratch) / "fresh", clean)
            assert (published is None) == (again is None)
            assert contents(self.site) == (contents(clean) if again else before)


TestEditing = Editing.TestCase


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_data(tmp_path)


def test_nothing_changed_means_nothing_written(data: Path, tmp_path: Path) -> None:
    first = publish(data, tmp_path / "cache", tmp_path / "one")
    again = publish(data, tmp_path / "cache", tmp_path / "two")
    assert first is not None
    assert again is not None
    always = sum(1 for draft in again.drafts if draft.inputs is None)
    assert again.summary.written <= always
    assert first.summary.kept == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_one_edit_writes_a_handful(data: Path, tmp_path: Path) -> None:
    publish(data, tmp_path / "cache", tmp_path / "one")
    edit(data / "cases" / "2025" / "2025-001.yml", "标题", "换了一个标题")
    run = publish(data, tmp_path / "cache", tmp_path / "two")
    assert run is not None
    changed = {
        name
        for name, content in contents(tmp_path / "two").items()
        if contents(tmp_path / "one").get(name) != content
    }
    assert "news/2025-001.html" in changed
    assert "news/2025-004.html" not in changed


def test_a_removed_case_leaves_nothing_behind(data: Path, tmp_path: Path) -> None:
    publish(data, tmp_path / "cache", tmp_path / "one")
    (data / "cases" / "2025" / "2025-007.yml").unlink()
    publish(data, tmp_path / "cache", tmp_path / "two")
    assert not [name for name in contents(tmp_path / "two") if "2025-007" in name]
    assert not [path for path in (tmp_path / "cache").rglob("*") if "2025-007" in path.name]


def test_the_number_of_processes_changes_no_byte(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebook.workforce.WORTH_SPLITTING", 2)
    publish(data, tmp_path / "a", tmp_path / "one", processes=1)
    publish(data, tmp_path / "b", tmp_path / "two", processes=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_two_builds_at_once_are_both_right(data: Path, tmp_path: Path) -> None:
    from casebook.memory.cache import Cache

    with Cache(tmp_path / "cache", "版本").open():
        publish(data, tmp_path / "cache", tmp_path / "one")
    publish(data, tmp_path / "cache", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
