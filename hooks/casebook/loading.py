"""数据目录里有哪些文件、各按什么模型读，读好以后怎样归成一套记录。"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from casebook.book import Records
from casebook.checks.attachments import TEXTS, suffix_of
from casebook.entries.entry import Entry, Loaded
from casebook.law.calendar import HolidayPlan
from casebook.law.register import Register
from casebook.law.statutes import Statute
from casebook.memory.folders import Stamp
from casebook.problems import Position, Problem
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.records.words import WordList

MODELS: dict[str, type[Entry]] = {
    "town.yml": Town,
    "cases/*/*.yml": Case,
    "bulletins/*/*.yml": Bulletin,
    "matters/*.yml": Matter,
    "statutes/*.yml": Statute,
    "annual/*.yml": AnnualReport,
    "calendar/*.yml": HolidayPlan,
    "words.yml": WordList,
}
"""数据目录里的位置与那里的记录模型；JSON Schema 与编辑器设置也由此而来。"""

_YAML = re.compile(r"\.y.*ml$")


class Paper(Struct, frozen=True):
    """一份要读要查的文件。

    `name` 不随目录的叫法变，`shown` 是报告里的叫法；手写页面只查文字，`model` 为 None。
    """

    name: str
    path: Path
    shown: str
    model: type[Entry] | None
    stamp: Stamp


def find_papers(directory: Path, display: str, files: Mapping[str, Stamp]) -> list[Paper]:
    """数据目录里放在认识的位置的文件，按路径排好。"""
    patterns = [(_as_regex(pattern), model) for pattern, model in MODELS.items()]
    papers = []
    for name in sorted(files):
        model = next((model for regex, model in patterns if regex.fullmatch(name)), None)
        if model is not None:
            shown = _shown(name, display)
            papers.append(Paper(name, directory / name, shown, model, files[name]))
    return papers


def find_pages(directory: Path, display: str, files: Mapping[str, Stamp]) -> list[Paper]:
    """手写的 Markdown 页面，以及会原样发布的别的文字。"""
    return [
        Paper(f"docs:{name}", directory / name, f"{display}/{name}", None, files[name])
        for name in sorted(files)
        if suffix_of(name) in TEXTS
    ]


def find_strays(
    papers: Sequence[Paper], display: str, files: Mapping[str, Stamp]
) -> Iterator[Problem]:
    """没有 town.yml、放错位置或写成 .yaml 的文件。"""
    known = {paper.shown for paper in papers}
    if _shown("town.yml", display) not in known:
        yield Problem(
            "C109",
            Position(_shown("town.yml", display)),
            "缺少本镇资料 town.yml",
            "从项目自带的 cases_data/town.yml 复制一份来改；也看看 --data 写的是不是数据文件夹。",
        )
    if all(paper.model is None for paper in papers):  # 多半写错了文件夹，逐份说放错了位置没有用
        return
    for name in files:
        shown = _shown(name, display)
        if _YAML.search(name) and shown not in known:
            yield Problem(
                "C113",
                Position(shown),
                "文件没有放在认识的位置，没有读取",
                f"可放的位置：{'、'.join(MODELS)}；扩展名用 .yml。",
            )


def gather(loaded: Sequence[Loaded[Any]]) -> Records:
    """读好的各份归成一套记录，各按路径、次序排好。"""
    by_model: dict[type[Entry], list[Loaded[Any]]] = {model: [] for model in MODELS.values()}
    for item in sorted(loaded, key=lambda item: item.path):
        by_model[type(item.value)].append(item)
    return Records(
        cases=tuple(by_model[Case]),
        bulletins=tuple(by_model[Bulletin]),
        matters=tuple(sorted(by_model[Matter], key=lambda matter: matter.value.order)),
        reports=tuple(by_model[AnnualReport]),
        register=Register(by_model[Statute]),
        plans=tuple(by_model[HolidayPlan]),
        words=tuple(word for found in by_model[WordList] for word in found.value.words),
    )


def _as_regex(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", "[^/]*"))


def _shown(name: str, display: str) -> str:
    return f"{display}/{name}" if display else name
