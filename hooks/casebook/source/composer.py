"""把 YAML 事件流组成带位置的树，并指出 YAML 不吭声却会丢东西的写法。

标量一律保持为文字（`0123`、`12:30`、`no` 都原样），由上层的类型决定怎么转换。
"""

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from casebook.source.document import Source
from casebook.source.nodes import Mark, Node, Rows, Table, Text
from casebook.source.repair import Repair

MAX_DEPTH = 20
_PLAIN = (None, "")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Open(Struct):
    """还没收尾的一个列表或一组键值；`key` 是已读到、还在等值的键。"""

    node: Rows | Table
    key: Text | None = None


class _TooDeep(Exception):
    """层次超过 `MAX_DEPTH`。"""


class Composer:
    """把事件流组成带位置的树。用显式的栈，层次再深也不会耗尽调用栈。"""

    def __init__(self, source: Source, repair: Repair) -> None:
        self.source = source
        self.repair = repair
        self.suspicious = False
        """有手误的痕迹：最外层是一句话，或有以全角空格开头的字，多半是冒号、缩进用了全角。"""
        self.events: Iterator[yaml.Event] = iter(yaml.parse(repair.text, Loader=LOADER))

    def compose(self) -> Table | None:
        """组成最外层的一组“键: 值”；不是这种形状则报告并返回 None。"""
        root: Node | None = None
        for event in self.events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if root is not None:
                self.source.report(
                    "C015",
                    self._mark(event),
                    "一个文件里用 --- 隔开写了两份记录，后一份没有读取",
                    "一案一个文件：把后一份另存为单独的文件。",
                )
                break
            try:
                root = self._document()
            except _TooDeep:
                return None
        if isinstance(root, Table):
            return root
        self.suspicious |= isinstance(root, Text)
        if root is not None:
            what = "一个列表" if isinstance(root, Rows) else "一句话"
            self.source.report(
                "C014",
                root.mark,
                f"文件最外层应是“键: 值”，现在是{what}",
                "去掉行首的短横线；每行写成“键: 值”，冒号用半角，后面空一格。",
            )
        return None

    def _document(self) -> Node | None:
        stack: list[_Open] = []
        for event in self.events:
            node = self._begin(event, stack)
            if node is None:
                continue
            if not stack:
                return node
            self._take(stack[-1], node)
        return None

    def _begin(self, event: yaml.Event, stack: list[_Open]) -> Node | None:
        """处理一个事件；有节点完成时返回它。"""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            return stack.pop().node
        node = Table() if isinstance(event, yaml.MappingStartEvent) else Rows()
        node.mark = self._mark(event)
        self._check_properties(event, node.mark)
        if len(stack) >= MAX_DEPTH:
            self.source.report(
                "C013",
                node.mark,
                f"层次超过 {MAX_DEPTH} 层，没有读取",
                "记录只有两三层；检查是否多打了方括号、花括号或缩进。",
            )
            raise _TooDeep
        stack.append(_Open(node))
        return None

    def _take(self, parent: _Open, node: Node) -> None:
        """把完成的节点放进它的上一层。"""
        if isinstance(parent.node, Rows):
            self._check_comma(node)
            parent.node.append(node)
        elif parent.key is None:
            parent.key = node if isinstance(node, Text) else self._bad_key(node)
        else:
            first = parent.node.key(parent.key)
            if first is None:
                parent.node[parent.key] = node
            else:
                self.source.report(
                    "C011",
                    parent.key.mark,
                    f"“{parent.key}”写了两次，第一次在第 {first.mark.line} 行",
                    "只留正确的一行；YAML 会悄悄丢掉另一行。",
                )
            parent.key = None

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        mark = self._mark(event)
        self._check_properties(event, mark)
        plain = event.style in _PLAIN
        if plain:
            self.suspicious |= event.value.startswith("\u3000")
            self._check_lost_tail(event)
        return Text.at(event.value, mark, plain)

    def _alias(self, event: yaml.AliasEvent) -> Text:
        mark = self._mark(event)
        self.source.report(
            "C012",
            mark,
            f"“*{event.anchor}”被 YAML 当作别名",
            "文字以 * 或 & 开头时，给整句加上英文引号；重复的内容照写一遍。",
        )
        return Text.at("", mark)

    def _bad_key(self, node: Rows | Table) -> Text:
        self.source.report(
            "C104",
            node.mark,
            "键应是一个词",
            "键写成一个词，例如“标题: …”；带括号的文字加英文引号。",
        )
        return Text.at("?", node.mark)

    def _check_properties(self, event: yaml.Event, mark: Mark) -> None:
        """锚点与类型标记在记录里没有用处，却能藏下炸弹，一律不收。"""
        if getattr(event, "anchor", None):
            self.source.report(
                "C012",
                mark,
                "用了 YAML 的锚点（&）",
                "去掉 & 及后面的名字；文字以 & 开头时给整句加英文引号。",
            )
        if (tag := getattr(event, "tag", None)) not in (None, "!"):
            self.source.report(
                "C020", mark, f"用了 YAML 的类型标记“{tag}”", "去掉以 ! 开头的标记，只写内容。"
            )

    def _check_comma(self, node: Node) -> None:
        """`[甲，乙]` 在 YAML 里是一项，不是两项。"""
        if not (isinstance(node, Text) and node.plain):
            return
        line = self.source.lines[node.mark.line - 1]
        before = line[: node.mark.column - 1].rstrip()
        if "，" in node and before.endswith(("[", ",")):
            self.source.report(
                "C016",
                node.mark,
                f"方括号里用了全角逗号，“{node}”被当作一项",
                "改用英文逗号并空一格，例如 [甲, 乙]。",
            )

    def _check_lost_tail(self, event: yaml.ScalarEvent) -> None:
        """`秸秆 #1 案` 会丢掉井号及其后的字；规矩的注释（井号后有空格）不报。"""
        line, column = _spot(event.end_mark)
        if line >= len(self.repair.lines):
            return
        tail = self.repair.lines[line][column:]
        lost = tail.lstrip()
        if tail != lost and lost.startswith("#") and lost[1:2].strip("# "):
            mark = self.repair.mark(line + 1, column + 1 + len(tail) - len(lost))
            self.source.report(
                "C017",
                Mark(*mark, width=len(lost)),
                f"“{lost}”前面有空格，被 YAML 当作注释丢掉了",
                "要保留这几个字，给整句加英文引号；真是注释就在井号后空一格。",
            )

    def _mark(self, event: yaml.Event) -> Mark:
        first, start = _spot(event.start_mark)
        last, end = _spot(event.end_mark)
        line, column = self.repair.mark(first + 1, start + 1)
        return Mark(line, column, max(1, end - start) if first == last else 1)


def _spot(mark: Any) -> tuple[int, int]:
    """PyYAML 的位置（从 0 起）；它的类型标注说可能没有。"""
    return (mark.line, mark.column) if mark is not None else (0, 0)
