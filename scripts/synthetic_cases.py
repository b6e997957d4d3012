"""造一套练习数据：法规、案由照搬项目的，案件以项目自带的为底，换人、换日期、换文字、换数额。

每一种“底本加日期”先过一遍引用与法律的核对，没有问题才用，所以造出来的数据检查得过。
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml
from synthetic_texts import ORDINALS, SURNAMES, tell

from casebook.book import Book
from casebook.checks.docket import Desk
from casebook.checks.references import check_case
from casebook.checks.rulebook import check_case_law
from casebook.entries.entry import read_entry
from casebook.records.case import Case
from casebook.source.document import Source
from casebook.source.reading import parse_source
from casebook.source.writing import write_yaml

COPIED = ("matters", "statutes", "bulletins", "calendar")
WEEKS = 110
"""日期最多往前挪几个星期。"""
Plain = dict[str, Any]


class Maker:
    """以一套真数据为底，造任意多件。同样的种子造出同样的数据。"""

    def __init__(self, directory: Path, book: Book, seed: int) -> None:
        self.directory = directory
        self.book = book
        self.random = Random(seed)
        self._desk = Desk(book.register, book.calendar, book.today, book.town)
        self._templates = [
            yaml.safe_load(
                (directory / "cases" / case.value.id[:4] / f"{case.value.id}.yml").read_text(
                    "utf-8"
                )
            )
            for case in book.cases
            if case.value.decided_day and case.value.public and not case.value.withdrawal
        ]
        self._verdicts: dict[tuple[int, int], bool] = {}
        self._used: set[tuple[str, date]] = set()

    def write(self, count: int, target: Path) -> None:
        """写出 `count` 件和对得上的年度报告。"""
        for name in COPIED:
            if (self.directory / name).is_dir():
                shutil.copytree(self.directory / name, target / name)
        shutil.copy2(self.directory / "town.yml", target / "town.yml")
        cases = list(self._cases(count))
        for case in cases:
            path = target / "cases" / case["编号"][:4] / f"{case['编号']}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_yaml(case), encoding="utf-8", newline="\n")
        for report in sorted((self.directory / "annual").glob("*.yml")):
            plain = reconciled(yaml.safe_load(report.read_text(encoding="utf-8")), cases)
            (target / "annual").mkdir(exist_ok=True)
            (target / "annual" / report.name).write_text(as_yaml(plain), "utf-8", newline="\n")

    def _cases(self, count: int) -> Iterator[Plain]:
        serials: Counter[int] = Counter()
        for _ in range(count):
            case = self._case()
            year = case["决定日期"].year
            serials[year] += 1
            case["编号"] = f"{year}-{serials[year]:05}"
            if "文书号" in case:
                case["文书号"] = re.sub(r"〔\d+〕\d+", f"〔{year}〕{serials[year]}", case["文书号"])
            yield case

    def _case(self) -> Plain:
        index, weeks = self._choose()
        template = self._templates[index]
        case = {key: value for key, value in template.items() if key not in ("摘要", "解读")}
        case |= _moved(template, weeks)
        party = self._party(case)
        case["当事人"] = party
        result = f"罚款{case['罚款']}元" if case.get("罚款") else "给予警告"
        story = tell(self.random, case["案由"], party, result, _first(case["处罚依据"]))
        case |= {"标题": story.title, "地点": story.place, "摘要": story.summary, "演示": True}
        if self.random.random() < 0.8:
            case["解读"] = story.commentary
        return case

    def _choose(self) -> tuple[int, int]:
        """随便取一个底本和日期，核对过没有问题的才用。"""
        while True:
            choice = (self.random.randrange(len(self._templates)), self.random.randrange(WEEKS))
            if choice not in self._verdicts:
                self._verdicts[choice] = self._passes(*choice)
            if self._verdicts[choice]:
                return choice

    def _passes(self, index: int, weeks: int) -> bool:
        template = self._templates[index]
        plain = template | _moved(template, weeks)
        source = Source(f"cases/{plain['编号'][:4]}/{plain['编号']}.yml")
        loaded = read_entry(Case, parse_source(as_yaml(plain).encode(), source))
        if loaded is None:
            return False
        found = [
            *check_case(loaded, self.book, self.book.today),
            *check_case_law(loaded, self._desk),
        ]
        return not found

    def _party(self, case: Plain) -> str:
        """同一天里不重名，免得像一案两罚。"""
        while True:
            unit = "某商店" if case.get("当事人类型") == "单位" else "某"
            name = self.random.choice(SURNAMES) + unit + self.random.choice(ORDINALS)
            if (name, case["违法日期"]) not in self._used:
                self._used.add((name, case["违法日期"]))
                return name


def reconciled(report: Plain, cases: list[Plain]) -> Plain:
    """让年度报告的件数与罚款等于记录算出的数。"""
    counted = [
        case
        for case in cases
        if case["决定日期"].year == report["年度"] and case["决定日期"] <= report["截至"]
    ]
    procedures = {}
    for procedure in ("简易程序", "普通程序"):
        matters = Counter(case["案由"] for case in counted if case["程序"] == procedure)
        procedures[procedure] = {"合计": matters.total(), "案由": dict(sorted(matters.items()))}
    fines: Counter[str] = Counter()
    for case in counted:
        fines[case["案由"]] += case.get("罚款", 0)
    total = fines.total()
    report["案件"] = procedures
    report["罚款"] = {
        "合计": total,
        "范围": "全部程序",
        "案由": {name: fine for name, fine in sorted(fines.items()) if fine},
    }
    report["统计表"] = {"合计": len(counted), "罚没金额": total, "金额单位": "元"}
    return report


def as_yaml(plain: Plain) -> str:
    """块状写法的 YAML，不折行。"""
    return write_yaml(plain, width=10**6)


def _moved(plain: Plain, weeks: int) -> Plain:
    """各个日期一同往前挪，星期几不变。"""
    shift = timedelta(weeks=weeks)
    return {key: value - shift for key, value in plain.items() if isinstance(value, date)}


def _first(value: str | list[str]) -> str:
    return value[0] if isinstance(value, list) else value
