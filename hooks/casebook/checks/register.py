"""登记册自身的核对：名称、编号不重复，罚则引的条款、案由、前后罚则都有着落，日期前后相接。"""

from collections.abc import Collection, Iterator

from casebook.entries.entry import Loaded, closest
from casebook.law.citations import OWN, Citation
from casebook.law.penalties import PenaltyRule
from casebook.law.register import Register
from casebook.law.statutes import Article, Statute
from casebook.problems import Problem
from casebook.source.nodes import Location


def check_register(register: Register, matters: Collection[str]) -> Iterator[Problem]:
    """整个登记册的问题。`matters` 是登记的案由名称。"""
    names: dict[str, str] = {}
    rules: dict[str, str] = {}
    for entry in register.loaded:
        yield from _check_names(entry, names)
        yield from _check_versions(entry)
        yield from _check_articles(entry)
        if entry.value.replaced_by and register.replacement(entry.value) is None:
            yield entry.problem(
                "C107",
                ("替代",),
                f"法规登记册里没有《{entry.value.replaced_by}》",
                "写登记过的全称，或先登记那部法。",
            )
        for index, rule in enumerate(entry.value.rules):
            yield from _check_rule(entry, index, rule, register, matters)
            first = rules.setdefault(rule.id, entry.path)
            if first != entry.path or _repeated(entry.value, index):
                yield entry.problem(
                    "C110",
                    ("罚则", index, "编号"),
                    f"罚则编号“{rule.id}”在 {first} 里已经用过",
                    "换一个编号，全站不重复。",
                )


def _repeated(statute: Statute, index: int) -> bool:
    return statute.rules[index].id in {rule.id for rule in statute.rules[:index]}


def _check_names(entry: Loaded[Statute], seen: dict[str, str]) -> Iterator[Problem]:
    for name in entry.value.names:
        first = seen.setdefault(name, entry.path)
        if first != entry.path:
            location = ("名称",) if name == entry.value.name else ("简称",)
            yield entry.problem(
                "C110",
                location,
                f"“{name}”在 {first} 里已经登记过",
                "一个名称只能指一部法；删去这个简称，或把两份合成一份。",
            )


def _check_versions(entry: Loaded[Statute]) -> Iterator[Problem]:
    versions = entry.value.versions
    for index, version in enumerate(versions):
        if version.ends is not None and version.ends <= version.effective:
            yield entry.problem(
                "C104",
                ("版本", index, "失效"),
                "失效日期不晚于施行日期",
                "失效日期写从哪天起不再有效。",
            )
        if index and version.effective <= versions[index - 1].effective:
            yield entry.problem(
                "C104",
                ("版本", index, "施行"),
                "版本没有由旧到新排",
                "按施行日期由早到晚排。",
            )


def _check_articles(entry: Loaded[Statute]) -> Iterator[Problem]:
    seen: list[Article] = []
    count = entry.value.article_count
    for index, article in enumerate(entry.value.articles):
        location: Location = ("条文", index, "条")
        provision = Citation(entry.value.name, *article.key).provision
        if any(other.key == article.key and _overlap(other, article) for other in seen):
            yield entry.problem(
                "C110",
                location,
                f"{provision}写了两次",
                "合成一条；修订前后条号不同的，写上“自”“至”。",
            )
        seen.append(article)
        if count is not None and article.number > count:
            yield entry.problem(
                "C104", location, f"一共{count}条，不会有{provision}", "改正条号或条数。"
            )
        if article.paragraphs and (article.items or article.item_count):
            yield entry.problem(
                "C104", location, f"{provision}既写了款，又直接写了项", "把项写到它所在的款下面。"
            )


def _overlap(one: Article, other: Article) -> bool:
    before = one.until is not None and other.since is not None and one.until < other.since
    after = other.until is not None and one.since is not None and other.until < one.since
    return not before and not after


def _check_rule(
    entry: Loaded[Statute],
    index: int,
    rule: PenaltyRule,
    register: Register,
    matters: Collection[str],
) -> Iterator[Problem]:
    if rule.matter not in matters:
        near = closest(rule.matter, matters)
        hint = f"是不是“{near}”？" if near else f"已登记的案由：{'、'.join(matters)}。"
        message = f"案由“{rule.matter}”没有登记"
        yield entry.problem("C106", ("罚则", index, "案由"), message, hint)
    for key, citations in (("违反", rule.prohibitions), ("处罚", rule.sanctions)):
        for citation in citations:
            yield from _check_citation(entry, ("罚则", index, key), citation, register)
    if rule.replaces is not None and register.rule(rule.replaces) is None:
        near = closest(rule.replaces, (other.id for other in register.rules))
        yield entry.problem(
            "C104",
            ("罚则", index, "接替"),
            f"没有编号为“{rule.replaces}”的罚则",
            f"是不是“{near}”？" if near else "写旧罚则的编号；没有就删去这一行。",
        )
    yield from _check_period(entry, index, rule)


def _check_citation(
    entry: Loaded[Statute], location: Location, citation: Citation, register: Register
) -> Iterator[Problem]:
    named = citation.named(entry.value.name) if citation.statute == OWN else citation
    resolution = register.resolve(named)
    if resolution.found:
        return
    code = "C107" if resolution.statute is None else "C108"
    near = resolution.nearest
    hint = f"最接近的是 {near.plain}。" if near else "先把它登记进来。"
    yield entry.problem(code, location, resolution.message, hint)


def _check_period(entry: Loaded[Statute], index: int, rule: PenaltyRule) -> Iterator[Problem]:
    begins, ends = entry.value.begins, entry.value.ends
    if rule.since is not None and rule.until is not None and rule.until < rule.since:
        yield entry.problem(
            "C104", ("罚则", index, "至"), "“至”早于“自”", "检查两个日期是不是写反了。"
        )
    if begins is not None and (rule.since is None or rule.since < begins):
        yield entry.problem(
            "C104",
            ("罚则", index, "自"),
            f"这部法 {begins} 才施行",
            f"“自”写 {begins} 或者更晚。",
        )
    if ends is not None and (rule.until is None or rule.until >= ends):
        yield entry.problem(
            "C104",
            ("罚则", index, "至"),
            f"这部法从 {ends} 起失效",
            f"“至”写 {ends} 的前一天或者更早。",
        )
