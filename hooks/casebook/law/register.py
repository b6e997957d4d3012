"""法规登记册：按名称找法，核对引用有没有这一条，给出某一天对某类当事人有效的罚则。

只回答，不报告；问题由 `register_checks` 和各项检查写成 `Problem`。
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from casebook.entries.entry import Loaded, closest
from casebook.law.citations import OWN, Citation
from casebook.law.penalties import MAIN, PenaltyRule
from casebook.law.resolution import Outcome, Resolution, resolve_provision
from casebook.law.statutes import COUNTRY, LEVELS, Doubt, Statute

_BRACKETS = str.maketrans("()〔〕[]［］", "（）（）（）（）")


class Rule(Struct, frozen=True):
    """登记册里的一条罚则：引用都已换成法规全称。"""

    statute: Statute
    penalty: PenaltyRule
    prohibitions: tuple[Citation, ...]
    sanctions: tuple[Citation, ...]

    @property
    def id(self) -> str:
        """编号。"""
        return self.penalty.id

    def applies(self, day: date, party: str | None = None) -> bool:
        """这一天的行为、这类当事人适不适用；所在的法当天须有效（版本没登记的不拦）。"""
        return (
            self.penalty.in_force(day)
            and self.statute.in_force(day) is not False
            and (party is None or party in self.penalty.parties)
        )

    def cited_by(self, citations: Iterable[Citation]) -> bool:
        """这条罚则的处罚条款是不是都引到了（引到整条、整款也算）；条号未登记的不算。"""
        written = tuple(citations)
        return bool(self.sanctions) and all(
            any(citation.covers(sanction) for citation in written) for sanction in self.sanctions
        )

    def doubts(self, day: date) -> tuple[Doubt, ...]:
        """这一天影响它适用、还没查清的事。"""
        return self.statute.doubts_on(day)


class Register:
    """全部登记的法规。建好后不变。"""

    def __init__(self, loaded: Iterable[Loaded[Statute]]) -> None:
        self.loaded = tuple(loaded)
        self.statutes = tuple(entry.value for entry in self.loaded)
        self._by_name: dict[str, Statute] = {}
        for statute in self.statutes:
            for name in statute.names:
                self._by_name.setdefault(_plain(name), statute)
        self.rules = tuple(
            self._rule(statute, penalty) for statute in self.statutes for penalty in statute.rules
        )
        self._rules_resting_on: dict[str, list[Rule]] = {}
        for rule in self.rules:
            if rule.sanctions:
                self._rules_resting_on.setdefault(rule.sanctions[0].statute, []).append(rule)

    def _rule(self, statute: Statute, penalty: PenaltyRule) -> Rule:
        return Rule(
            statute,
            penalty,
            tuple(self._own(statute, citation) for citation in penalty.prohibitions),
            tuple(self._own(statute, citation) for citation in penalty.sanctions),
        )

    def _own(self, statute: Statute, citation: Citation) -> Citation:
        named = citation.named(statute.name) if citation.statute == OWN else citation
        return self.resolve(named).citation

    def find(self, name: str) -> Statute | None:
        """按全称或任一简称找；带不带书名号、“中华人民共和国”都可以。找不到为 None。"""
        return self._by_name.get(_plain(name))

    def nearest(self, name: str) -> Statute | None:
        """名称最接近的一部；差得太远为 None。"""
        near = closest(_plain(name), self._by_name)
        return self._by_name[near] if near else None

    def resolve(self, citation: Citation, day: date | None = None) -> Resolution:
        """核对一处引用，并换成规范的引用；`day` 用来分辨修订前后的条号，不问当天是否有效。"""
        statute = self.find(citation.statute)
        if statute is not None:
            return resolve_provision(statute, citation, day)
        near = self.nearest(citation.statute)
        return Resolution(
            Outcome.UNKNOWN_STATUTE,
            citation,
            message=f"法规登记册里没有《{citation.statute}》",
            nearest=citation.named(near.name) if near else None,
        )

    def replacement(self, statute: Statute) -> Statute | None:
        """失效以后看哪一部。"""
        return self.find(statute.replaced_by) if statute.replaced_by else None

    def rule(self, rule_id: str) -> Rule | None:
        """按编号找罚则。"""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def rules_for(
        self, matter: str, day: date, party: str | None = None, *, neighbours: bool = False
    ) -> tuple[Rule, ...]:
        """这个案由在这一天适用的罚则；`neighbours` 为真时连相近行为一起给出。

        次序：本案由在前，数额核实过的在前，层级高的在前。
        """
        found = (
            rule
            for rule in self.rules
            if rule.penalty.matter == matter
            and (neighbours or rule.penalty.relation == MAIN)
            and rule.applies(day, party)
        )
        return tuple(sorted(found, key=_precedence))

    def rules_cited(
        self, sanctions: Iterable[Citation], day: date, party: str | None = None
    ) -> tuple[Rule, ...]:
        """处罚依据引到的、这一天对这类当事人适用的罚则，不论案由。"""
        written = tuple(self.resolve(citation, day).citation for citation in sanctions)
        names = dict.fromkeys(citation.statute for citation in written)
        return tuple(
            rule
            for name in names
            for rule in self._rules_resting_on.get(name, ())
            if rule.applies(day, party) and rule.cited_by(written)
        )

    def previous(self, rule: Rule) -> Rule | None:
        """法律更替时，这条罚则接替的旧罚则。"""
        return self.rule(rule.penalty.replaces) if rule.penalty.replaces else None

    def following(self, rule: Rule) -> Rule | None:
        """接替这条罚则的新罚则。"""
        return next((later for later in self.rules if later.penalty.replaces == rule.id), None)

    def short(self, citation: Citation) -> str:
        """用页面上的简称印：“大气污染防治法第七十七条”；没有登记的照原样。"""
        statute = self.find(citation.statute)
        return citation.named(statute.short_name).plain if statute else citation.plain

    def full(self, citation: Citation) -> str:
        """用全称印：“《中华人民共和国大气污染防治法》第七十七条”。"""
        statute = self.find(citation.statute)
        return citation.named(statute.name).text if statute else citation.text


def _precedence(rule: Rule) -> tuple[bool, bool, int]:
    penalty = rule.penalty
    level = LEVELS.index(rule.statute.level)
    return penalty.relation != MAIN, not penalty.amount_verified, level


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """去掉书名号、空白和“中华人民共和国”，括号归一，只用来比较。"""
    return re.sub(r"[《》\s]+", "", name).translate(_BRACKETS).removeprefix(COUNTRY)
