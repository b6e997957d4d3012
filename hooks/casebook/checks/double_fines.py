"""一事不再罚：同一个违法行为不能罚款两次。要把几件案件放在一起看。"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from casebook.checks.docket import Docket, Fault

Pairs = Iterator[tuple[Docket, Fault]]


def fined_twice(dockets: Iterable[Docket]) -> Pairs:
    """同一当事人、同一天、同一案由、同一地点罚了两次。

    当事人只写姓，所以同名要由写法分开：“王某甲”“王某乙”；两处地点写得不同，也不算同一行为。

    依据：《行政处罚法》第二十九条
    """
    for group in _grouped(dockets, ("party", "party_kind", "act_day", "matter")):
        for index, later in enumerate(group):
            first = next((d for d in group[:index] if _same_place(d, later)), None)
            if first is not None:
                message = (
                    f"与 {first.case.id} 同一当事人、同一天、同一案由、同一地点，"
                    f"罚款两次：{first.case.fine} 元和 {later.case.fine} 元"
                )
                hint = "同一行为只能罚一次款；是两个人的写成“某甲”“某乙”，不是一处的把地点写细。"
                yield later, Fault(("罚款",), message, hint, (first.loaded.position("罚款"),))


def fined_under_two_matters(dockets: Iterable[Docket]) -> Pairs:
    """同一当事人、同一天、同一地点按两个案由罚款：可能是一个行为违反了几项规定。

    依据：《行政处罚法》第二十九条
    """
    placed = (docket for docket in dockets if docket.case.place)
    for group in _grouped(placed, ("party", "party_kind", "act_day", "place")):
        first = group[0]
        for later in group[1:]:
            if later.case.matter != first.case.matter:
                message = f"与 {first.case.id} 同一当事人、同一天、同一地点，按两个案由罚了款"
                hint = "是同一个行为的，只按罚款数额高的规定罚一次；是两个行为的不用改。"
                yield later, Fault(("罚款",), message, hint, (first.loaded.position("罚款"),))


def _grouped(dockets: Iterable[Docket], fields: tuple[str, ...]) -> Iterator[list[Docket]]:
    """有罚款、没有撤回的案件，这几项都相同的归在一起，按编号排；只给出两件以上的。"""
    groups: defaultdict[tuple[object, ...], list[Docket]] = defaultdict(list)
    for docket in dockets:
        case = docket.case
        if case.fine and case.decided_day and not (case.withdrawal or case.overturning):
            groups[tuple(getattr(case, field) for field in fields)].append(docket)
    for group in groups.values():
        if len(group) > 1:
            yield sorted(group, key=lambda docket: docket.case.id)


def _same_place(one: Docket, other: Docket) -> bool:
    """两处地点都写了而且不同，才算不是一处。"""
    places = {one.case.place, other.case.place} - {None}
    return len(places) < 2
