"""案卷：一件案件和核对它要看的东西——登记册、工作日历、本镇资料、今天。"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from casebook.entries.entry import Loaded
from casebook.law.calendar import WorkCalendar
from casebook.law.citations import Citation, parse_citations
from casebook.law.register import Register, Rule
from casebook.problems import Position
from casebook.records.case import Case
from casebook.records.town import Town
from casebook.source.nodes import Location, Mark, Rows

PROHIBITIONS, SANCTIONS = "违反", "处罚依据"


class Desk(Struct, frozen=True):
    """案头：各案共用的资料。本镇资料读不出时 `town` 为 None，要用到它的规则不核对。"""

    register: Register
    calendar: WorkCalendar
    today: date
    town: Town | None = None


class Fault(Struct, frozen=True):
    """一条规则找到的一处毛病：在哪个键（或哪一处文字）、错在哪、怎么改。

    `quotes` 为真表示说法里引了记录的文字，公开日志里不能照印。
    """

    at: Location | Mark
    message: str
    hint: str = ""
    related: tuple[Position, ...] = ()
    quotes: bool = False


class Docket(Struct, frozen=True):
    """一份案卷。

    `cited` 是处罚依据引到的、本案由在行为那天对这类当事人有效的罚则；
    `rules` 在引不到时退而取本案由当天有效的罚则，用来说出应有的幅度。
    """

    loaded: Loaded[Case]
    desk: Desk
    cited: tuple[Rule, ...]
    rules: tuple[Rule, ...]

    @property
    def case(self) -> Case:
        """案件。"""
        return self.loaded.value

    def certain(self, rule: Rule) -> bool:
        """罚则的数额核实过，适用也没有存疑；不确定的罚则只能提醒，不能拦。"""
        return rule.penalty.amount_verified and not rule.doubts(self.case.law_day)


def open_docket(loaded: Loaded[Case], desk: Desk) -> Docket:
    """翻开一份案卷：按行为那天和当事人种类选好罚则。"""
    case = loaded.value
    day, party = case.law_day, case.party_kind
    cited = tuple(
        rule
        for rule in desk.register.rules_cited(case.sanctions, day, party)
        if rule.penalty.matter == case.matter
    )
    docket = Docket(loaded, desk, cited, cited)
    if cited:
        return docket
    known = [r for r in desk.register.rules_for(case.matter, day, party) if r.sanctions]
    certain = [rule for rule in known if docket.certain(rule)]
    return Docket(loaded, desk, (), tuple(certain or known))


def written_citations(loaded: Loaded[Case], key: str) -> Iterator[tuple[Location, Citation]]:
    """一个键里的各处引用和各自的位置；逐项重读原文，好指到出错的那一项。"""
    node = loaded.source.node((key,))
    for index, text in enumerate(node if isinstance(node, Rows) else [node or ""]):
        if text:
            at: Location = (key, index) if isinstance(node, Rows) else (key,)
            yield from ((at, citation) for citation in parse_citations(str(text)))


def all_citations(loaded: Loaded[Case]) -> Iterator[tuple[Location, Citation]]:
    """违反与处罚依据里的全部引用。"""
    yield from written_citations(loaded, PROHIBITIONS)
    yield from written_citations(loaded, SANCTIONS)
