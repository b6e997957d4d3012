"""把一个号码伪装成各种样子：测试与基准共用。所有号码都是现造的。"""

import random
from collections.abc import Callable

Disguise = Callable[[str, random.Random], str]

_HANZI = str.maketrans("0123456789", "零一二三四五六七八九")
_RING = str.maketrans("0123456789", "〇一二三四五六七八九")
_YAO = str.maketrans("0123456789", "零幺二三四五六七八九")
_FORMAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
_CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_LOOKALIKE = str.maketrans("01", "Ol")
_CYRILLIC = str.maketrans("01", "ОІ")


def _wide(value: str, _: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def _joined(separator: str) -> Disguise:
    return lambda value, _: separator.join(value)


def _grouped(separator: str) -> Disguise:
    def disguise(value: str, _: random.Random) -> str:
        first = len(value) % 4 or 4
        return separator.join(
            [value[:first], *(value[i : i + 4] for i in range(first, len(value), 4))]
        )

    return disguise


def _inserted(piece: str) -> Disguise:
    def disguise(value: str, rng: random.Random) -> str:
        cut = rng.randrange(1, len(value))
        return value[:cut] + piece + value[cut:]

    return disguise


def _emphasised(mark: str) -> Disguise:
    def disguise(value: str, rng: random.Random) -> str:
        first = rng.randrange(1, len(value) - 2)
        last = rng.randrange(first + 1, len(value))
        return value[:first] + mark + value[first:last] + mark + value[last:]

    return disguise


def _mixed(value: str, rng: random.Random) -> str:
    return "".join(c.translate(_HANZI) if rng.random() < 0.4 else c for c in value)


def _entities(value: str, _: random.Random) -> str:
    return "".join(f"&#{ord(c)};" for c in value)


def _hex_entities(value: str, _: random.Random) -> str:
    return "".join(f"&#x{ord(c):X};" for c in value)


def _percent(value: str, _: random.Random) -> str:
    return "".join(f"%{byte:02X}" for byte in value.encode())


def _table(table: dict[int, int]) -> Disguise:
    return lambda value, _: value.translate(table)


PLAIN: Disguise = lambda value, _: value  # noqa: E731
FOR_ANY: dict[str, Disguise] = {
    "原样": PLAIN,
    "全角": _wide,
    "零宽": _joined("\u200b"),
    "双向控制": _inserted("\u202e"),
    "软连字符": _joined("\u00ad"),
    "词连接符": _inserted("\u2060"),
    "实体": _entities,
    "十六进制实体": _hex_entities,
    "加粗": _emphasised("**"),
    "斜体": _emphasised("*"),
    "下划线强调": _emphasised("__"),
    "代码": _emphasised("`"),
    "标签": _inserted("<wbr>"),
    "网址编码": _percent,
}
FOR_NUMBERS: dict[str, Disguise] = {
    **FOR_ANY,
    "逐字空格": _joined(" "),
    "分组空格": _grouped(" "),
    "分组短横": _grouped("-"),
    "分组点": _grouped("."),
    "分组间隔号": _grouped("·"),
    "分组破折": _grouped("—"),
    "全角空格": _grouped("\u3000"),
    "不换行空格": _grouped("\u00a0"),
    "下划线分组": _grouped("_"),
    "汉字": _table(_HANZI),
    "圈零": _table(_RING),
    "幺": _table(_YAO),
    "大写": _table(_FORMAL),
    "圈码": _table(_CIRCLED),
    "花体": _table(_BOLD),
    "形近": _table(_LOOKALIKE),
    "西里尔": _table(_CYRILLIC),
    "混写": _mixed,
    "汉字分组": lambda value, rng: _grouped(" ")(value.translate(_HANZI), rng),
    "折行": _inserted("\n"),
    "块内折行": _inserted("\n    "),
    "引用折行": _inserted("\n> "),
    "网页换行": _inserted("<br>\n"),
}
# 夹着字母的证件号、车牌：短，不能用四位一组以外的花样写法时只取这些。
FOR_CODES: dict[str, Disguise] = {
    **FOR_ANY,
    **{
        name: FOR_NUMBERS[name]
        for name in (
            *("逐字空格", "分组空格", "分组短横", "分组点", "分组间隔号", "全角空格", "不换行空格"),
            *("汉字", "圈零", "幺", "大写", "圈码", "花体", "混写", "折行", "块内折行", "引用折行"),
        )
    },
}
