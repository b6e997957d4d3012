"""带位置的 YAML：把一个文件读成普通的字典、列表、文字，每一处都记得自己在第几行第几列。

标量一律保持为文字（`0123`、`12:30`、`no` 都原样），由上层的类型决定怎么转换。
文件不规范时尽量读下去，以便一次报告全部问题。只依赖 PyYAML 的事件流，不用它的构造器。
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from casebook.encoding import decode
from casebook.problems import Position, Problem
from casebook.repair import Repair, explain_syntax_error, repair_layout

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20
_PLAIN = (None, "")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mark:
    """起点：行、列从 1 起；`width` 为同一行里的字符数。"""

    line: int
    column: int
    width: int = 1


class Text(str):
    """一个标量。`mark` 是它的位置，`plain` 表示没有加引号、也不是块文字。"""

    __slots__ = ("mark", "plain")
    mark: Mark
    plain: bool

    @classmethod
    def at(cls, value: str, mark: Mark, plain: bool = True) -> "Text":
        """带位置的文字。"""
        text = cls(value)
        text.mark = mark
        text.plain = plain
        return text


class Rows(list["Node"]):
    """一个列表。"""

    __slots__ = ("mark",)
    mark: Mark


class Table(dict[Text, "Node"]):
    """一组“键: 值”。"""

    __slots__ = ("mark",)
    mark: Mark

    def key(self, name: str) -> Text | None:
        """键本身（带位置）；没有则为 None。"""
        return next((key for key in self if key == name), None)


Node = Text | Rows | Table
Location = tuple[str | int, ...]


@dataclass(slots=True)
class Source:
    """一个读好的文件：显示用的路径、各行原文、内容、读的时候发现的问题。"""

    path: str
    lines: list[str] = field(default_factory=list)
    root: Table | None = None
    problems: list[Problem] = field(default_factory=list)

    def problem(
        self, code: str, mark: Mark, message: str, hint: str = "", quotable: bool = False
    ) -> Problem:
        """本文件某处的一个问题。"""
        position = Position(self.path, mark.line, mark.column, mark.width)
        excerpt = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        return Problem(code, position, message, hint, excerpt, quotable)

    def report(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        """记下一个问题。"""
        self.problems.append(self.problem(code, mark, message, hint))

    def mark(self, location: Location) -> Mark:
        """值的位置；走不到底时退到能走到的最近一处（缺少的键退到它所在的那组）。"""
        node: Node | None = self.root
        mark = Mark(1, 1)
        for step in location:
            if isinstance(node, Table) and (key := node.key(str(step))) is not None:
                node, mark = node[key], key.mark
            elif isinstance(node, Rows) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
            if node != "":
                mark = node.mark
        return mark

    def key_mark(self, location: Location) -> Mark:
        """键的位置。"""
        parent = self.node(location[:-1])
        key = parent.key(str(location[-1])) if isinstance(parent, Table) else None
        return key.mark if key is not None else self.mark(location)

    def node(self, location: Location) -> Node | None:
        """某处的内容；没有则为 None。"""
        node: Node | None = self.root
        for step in location:
            if isinstance(node, Table):
                node = node.get(Text(step)) if isinstance(step, str) else None
            elif isinstance(node, Rows) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node


def read_source(path: Path, display: str) -> Source:
    """读一个文件。任何坏输入都变成 `problems`，不抛出异常。"""
    source = Source(display)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            megabytes = size / 1024 / 1024
            source.report(
                "C002",
                Mark(1, 1),
                f"文件有 {megabytes:.1f} MB，一份记录不应超过 1 MB，没有读取",
                "检查是否把照片、整本台账或别的文件错存成了 .yml；长附件另放。",
            )
            return source
        data = path.read_bytes()
    except OSError as error:
        source.report(
            "C001", Mark(1, 1), f"文件读不出来：{error.strerror}", "检查文件是否还在、是否有权限。"
        )
        return source
    return parse_source(data, source)


def parse_source(data: bytes, source: Source) -> Source:
    """把字节读进 `source`。"""
    decoded = decode(data)
    for flaw in decoded.flaws:
        source.report(flaw.code, Mark(flaw.line, flaw.column), flaw.message, flaw.hint)
    if decoded.text is None:
        return source
    source.lines = decoded.text.split("\n")
    if not decoded.text.strip():
        source.report(
            "C003", Mark(1, 1), "文件是空的", "写上内容，或删掉这个文件；可从同类记录复制一份来改。"
        )
        return source
    repair = repair_layout(decoded.text) if not _parses(decoded.text) else Repair(decoded.text)
    for flaw in repair.flaws:
        source.report(flaw.code, Mark(flaw.line, flaw.column), flaw.message, flaw.hint)
    try:
        source.root = _Composer(source, repair).compose()
    except yaml.MarkedYAMLError as error:
        quoted = "quoted scalar" in str(error.context)
        at = error.context_mark if quoted else error.problem_mark
        mark = repair.mark(at.line + 1, at.column + 1) if at else (1, 1)
        message, hint = explain_syntax_error(error)
        source.report("C010", Mark(*mark), message, hint)
    except yaml.reader.ReaderError as error:
        line = decoded.text.count("\n", 0, error.position) + 1
        column = error.position - decoded.text.rfind("\n", 0, error.position)
        source.report(
            "C019", Mark(line, column), "这里有一个看不见的控制字符", "删掉它，重新输入这几个字。"
        )
    return source


def _parses(text: str) -> bool:
    """YAML 是否读得通，且没有手误常留下的痕迹：最外层是一句话，或以全角空格开头的键。"""
    try:
        events = list(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError:
        return False
    scalars = (event for event in events if isinstance(event, yaml.ScalarEvent))
    wide = any(event.style in _PLAIN and event.value.startswith("\u3000") for event in scalars)
    return not wide and not (len(events) > 2 and isinstance(events[2], yaml.ScalarEvent))


@dataclass(slots=True)
class _Open:
    """还没收尾的一个列表或一组键值；`key` 是已读到、还在等值的键。"""

    node: Rows | Table
    key: Text | None = None


class _TooDeep(Exception):
    """层次超过 `MAX_DEPTH`。"""


class _Composer:
    """把事件流组成带位置的树。用显式的栈，层次再深也不会耗尽调用栈。"""

    def __init__(self, source: Source, repair: Repair) -> None:
        self.source = source
        self.repair = repair
        self.events: Iterator[yaml.Event] = iter(yaml.parse(repair.text, Loader=_LOADER))

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
        end = event.end_mark
        if end.line >= len(self.repair.lines):
            return
        tail = self.repair.lines[end.line][end.column :]
        lost = tail.lstrip()
        if tail != lost and lost.startswith("#") and lost[1:2].strip("# "):
            mark = self.repair.mark(end.line + 1, end.column + 1 + len(tail) - len(lost))
            self.source.report(
                "C017",
                Mark(*mark, width=len(lost)),
                f"“{lost}”前面有空格，被 YAML 当作注释丢掉了",
                "要保留这几个字，给整句加英文引号；真是注释就在井号后空一格。",
            )

    def _mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        line, column = self.repair.mark(start.line + 1, start.column + 1)
        width = max(1, end.column - start.column) if end.line == start.line else 1
        return Mark(line, column, width)
