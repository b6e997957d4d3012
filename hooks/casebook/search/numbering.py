"""编号：每个地址归一组、在组里有一个号，多一篇少一篇不牵动别的。

案件、动态的号就是地址末尾的数字（`news/2025-003.html` 在“news/2025-”组里是 3 号），组里不必存地址；
其余的页面（指南、手写页）数量不多，一个文件夹一组，组里存着名字。
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

_NUMBERED = re.compile(r"^(?P<stem>(?P<folder>.*/)?(?P<year>\d{4})-.*?)(?P<number>\d{1,9})\.html$")


class Group(Struct, frozen=True, order=True):
    """一组地址：`digits` 是数字的位数，没有编号的组为 0；组按年份再按地址排，新的一年排在最后。"""

    year: int
    stem: str
    digits: int

    @classmethod
    def of(cls, address: str) -> "Group":
        """这个地址归哪一组。"""
        found = _NUMBERED.match(address)
        if found:
            return cls(int(found["year"]), found["stem"], len(found["number"]))
        return cls(0, address[: address.rfind("/") + 1], 0)


class Numbering(Struct, frozen=True, dict=True):
    """全站地址的编号；`names` 是没有数字的组里各页的名字。"""

    groups: tuple[Group, ...]
    names: Mapping[Group, tuple[str, ...]]

    @classmethod
    def of(cls, addresses: Iterable[str]) -> "Numbering":
        """给全部地址编号。"""
        grouped: dict[Group, list[str]] = {}
        for address in addresses:
            grouped.setdefault(Group.of(address), []).append(address)
        names = {
            group: tuple(sorted(found)) for group, found in grouped.items() if not group.digits
        }
        return cls(tuple(sorted(grouped)), names)

    def place(self, address: str) -> tuple[int, int]:
        """（第几组，组里的号）。"""
        group = Group.of(address)
        if group.digits:
            number = int(address.removeprefix(group.stem).removesuffix(".html"))
        else:
            number = self.names[group].index(address)
        return self._places[group], number

    def record(self) -> list[dict[str, Any]]:
        """写进 start.js 的样子。"""
        return [
            {"stem": group.stem, "digits": group.digits}
            | ({} if group.digits else {"names": [_name(n, group) for n in self.names[group]]})
            for group in self.groups
        ]

    @cached_property
    def _places(self) -> dict[Group, int]:
        return {group: place for place, group in enumerate(self.groups)}


def _name(address: str, group: Group) -> str:
    return address.removeprefix(group.stem).removesuffix(".html")
