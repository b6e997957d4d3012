"""记录之间的引用与完整：位置与编号、案由、法规条款是否都有着落，该写的是否写了。"""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from casebook.book import Records
from casebook.entries.entry import Entry, Loaded, closest
from casebook.law.citations import parse_citations
from casebook.law.resolution import Outcome
from casebook.problems import Problem
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.source.nodes import Location, Rows


def check_case(case: Loaded[Case], records: Records, today: date | None) -> Iterator[Problem]:
    """一件案件的引用与完整。"""
    value = case.value
    yield from _check_place(case, value.id)
    yield from _check_pending(case)
    if value.draft:  # 还没补齐的草稿，引用与完整等补齐了再查
        return
    yield from _check_matter(case, ("案由",), value.matter, records)
    for name, content in (("违反", value.prohibitions), ("处罚依据", value.sanctions)):
        if content:
            yield from _check_citations(case, name, records)
    if value.decided_day is not None:
        for name, content in (("违反", value.prohibitions), ("处罚依据", value.sanctions)):
            if not content:
                yield case.problem(
                    "C112",
                    ("决定日期",),
                    f"已写决定日期，却没有写“{name}”",
                    f"补上“{name}”，写成 某某法第几条第几款；还没作出决定就删去决定日期。",
                )
    if not value.public and value.unpublished_reason is None:
        yield case.problem(
            "C111",
            ("公开",),
            "公开写了“否”，没有写不公开理由",
            "补上“不公开理由”，只供内部留存，不会发布。",
        )
    if today is not None:
        for name in ("违法日期", "立案日期", "决定日期", "送达日期", "公开日期"):
            yield from _check_future(case, name, today)


def _check_pending(case: Loaded[Case]) -> Iterator[Problem]:
    """待补的内容：草稿只提醒，公开的案件必须先补齐。"""
    if case.value.pending:
        yield case.problem(
            "C116" if case.value.public else "C115",
            ("待补",),
            f"待补的还有 {len(case.value.pending)} 项",
            "补齐一项，就从“待补”里删去一项，删到一项不剩。",
            quotable=True,
        )


def check_bulletin(
    bulletin: Loaded[Bulletin], records: Records, today: date | None
) -> Iterator[Problem]:
    """一条动态的引用。"""
    yield from _check_place(bulletin, bulletin.value.id)
    for index, name in enumerate(bulletin.value.matters):
        yield from _check_matter(bulletin, ("案由", index), name, records)
    if today is not None:
        yield from _check_future(bulletin, "日期", today)


def check_matter(matter: Loaded[Matter], records: Records) -> Iterator[Problem]:
    """一个案由的文件名与相关案由。"""
    stem = PurePosixPath(matter.path).stem
    if not stem.isascii() or stem != stem.lower() or not stem.replace("-", "").isalnum():
        yield matter.problem(
            "C105",
            ("案由",),
            f"文件名“{stem}”要用在网址里",
            "文件名只用小写英文字母、数字和短横线，例如 straw-burning.yml。",
        )
    for index, name in enumerate(matter.value.related):
        yield from _check_matter(matter, ("相关", index), name, records)


def check_placement(records: Records) -> Iterator[Problem]:
    """年度报告的文件名，以及同名的案由。"""
    for report in records.reports:
        stem = PurePosixPath(report.path).stem
        if stem != str(report.value.year):
            yield report.problem(
                "C105",
                ("年度",),
                f"文件名是“{stem}”，年度写的是 {report.value.year}",
                f"文件名改成 {report.value.year}.yml，或改正年度。",
            )
    seen: dict[str, Loaded[Matter]] = {}
    for matter in records.matters:
        first = seen.setdefault(matter.value.name, matter)
        if first is not matter:
            yield matter.problem(
                "C110",
                ("案由",),
                f"案由“{matter.value.name}”已在 {first.path} 登记",
                "一个案由一个文件，把两份合成一份。",
            )


def _check_place(entry: Loaded[Case] | Loaded[Bulletin], id_: str) -> Iterator[Problem]:
    path = PurePosixPath(entry.path)
    if path.stem == id_ and path.parent.name == id_[:4]:
        return
    yield entry.problem(
        "C105",
        ("编号",),
        f"编号是“{id_}”，文件却是 {path.parent.name}/{path.name}",
        f"文件应放在 {id_[:4]}/{id_}.yml；复制别的记录来改时，编号也要改。",
    )


def _check_matter(
    entry: Loaded[Entry] | Loaded[Case] | Loaded[Bulletin] | Loaded[Matter],
    location: Location,
    name: str,
    records: Records,
) -> Iterator[Problem]:
    if records.matter(name) is not None:
        return
    names = [matter.value.name for matter in records.matters]
    by_alias = {
        alias: matter.value.name
        for matter in records.matters
        for alias in (*matter.value.aliases, matter.value.formal_name or "")
    }
    near = by_alias.get(name) or closest(name, names)
    hint = f"是不是“{near}”？" if near else f"已登记的案由：{'、'.join(names)}。"
    hint += "新的案由先在案由的文件夹（matters）里建一份指南。"
    yield entry.problem("C106", location, f"案由“{name}”没有登记", hint)


def _check_future(
    entry: Loaded[Case] | Loaded[Bulletin], name: str, today: date
) -> Iterator[Problem]:
    field = next(key for key, info in type(entry.value).model_fields.items() if info.alias == name)
    day = getattr(entry.value, field)
    if day is not None and day > today:
        yield entry.problem(
            "C114",
            (name,),
            f"“{name}”{day} 晚于全站基准日期 {today}",
            "检查年份是否写错；日期无误就更新本镇资料（town.yml）的“基准日期”。",
        )


def _check_citations(case: Loaded[Case], name: str, records: Records) -> Iterator[Problem]:
    """一个键里的各处引用；逐项重读原文，好指到出错的那一项。"""
    node = case.source.node((name,))
    for index, text in enumerate(node if isinstance(node, Rows) else [node]):
        at: Location = (name, index) if isinstance(node, Rows) else (name,)
        for citation in parse_citations(str(text)):
            resolution = records.register.resolve(citation, case.value.act_day)
            if resolution.found:
                continue
            unknown = resolution.outcome is Outcome.UNKNOWN_STATUTE
            near = resolution.nearest
            hint = f"最接近的是{records.register.short(near)}。" if near else ""
            hint += "核对决定书；引用无误就先在法规登记册（statutes）里登记。"
            yield case.problem("C107" if unknown else "C108", at, resolution.message, hint)
