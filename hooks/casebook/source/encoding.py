"""字节变文字：认出 UTF-8、BOM、UTF-16、GBK 与 Windows 换行，说清楚，并尽量读下去。"""

import codecs
import re

from msgspec import Struct, field


class Flaw(Struct, frozen=True):
    """文件写法上的一处毛病；行、列从 1 起。"""

    code: str
    message: str
    hint: str
    line: int = 1
    column: int = 1


class Decoded(Struct):
    """读出的文字（换行统一为 \\n）；完全读不出时 `text` 为 None。"""

    text: str | None
    flaws: list[Flaw] = field(default_factory=list)


_SAVE_AS = "用记事本或 VS Code 打开，选“另存为”，编码选 UTF-8，再保存。"


def decode(data: bytes) -> Decoded:
    """按最可能的编码读出文字，并列出编码与换行上的毛病。"""
    decoded = _decode_bytes(data)
    if decoded.text is not None:
        _normalize(decoded)
    return decoded


def decode_text(data: bytes) -> str | None:
    """只要文字，换行原样；读不出则为 None。"""
    return _decode_bytes(data).text


def _decode_bytes(data: bytes) -> Decoded:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, "utf-16")
    if b"\x00" in data[:200]:
        return _utf16(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _gbk(data, error)
    if not text.startswith("\ufeff"):
        return Decoded(text)
    hint = "不影响使用；另存时编码选“UTF-8”（不带 BOM）就不再提示。"
    return Decoded(text[1:], [Flaw("C006", "文件开头有 BOM 标记，已照常读取", hint)])


def _utf16(data: bytes, encoding: str) -> Decoded:
    flaw = Flaw("C005", "文件是 UTF-16 编码，本项目只用 UTF-8", _SAVE_AS)
    try:
        return Decoded(data.decode(encoding), [flaw])
    except UnicodeDecodeError:
        return Decoded(None, [flaw])


def _gbk(data: bytes, error: UnicodeDecodeError) -> Decoded:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        good = data[: error.start]
        line = good.count(b"\n") + 1
        column = len(good[good.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        hint = "这几个字可能在复制时损坏了：删掉重新输入，编码选 UTF-8 保存。"
        message = "从这里起有读不出的字节，既不是 UTF-8 也不是 GBK"
        return Decoded(None, [Flaw("C019", message, hint, line, column)])
    return Decoded(text, [Flaw("C004", "文件是 GBK 编码，本项目只用 UTF-8", _SAVE_AS)])


# YAML 不收的控制字符（YAML 1.1 第 5.1 节“可打印字符”之外的）。
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def _normalize(decoded: Decoded) -> None:
    """换行统一；控制字符报出来，换成等长的空格。

    YAML 还把 U+0085、U+2028、U+2029 当换行，行号会与编辑器不一致，也换成空格。
    """
    text = decoded.text or ""
    if "\r" in text:
        hint = "不影响使用；在 VS Code 右下角把 CRLF 改成 LF 就不再提示。"
        decoded.flaws.append(Flaw("C007", "文件用的是 Windows 换行（CRLF），已照常读取", hint))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate({0x85: " ", 0x2028: " ", 0x2029: " "})
    decoded.text = _CONTROL.sub(" ", text)
    for match in _CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        hint = "删掉它，重新输入这几个字。"
        decoded.flaws.append(Flaw("C019", "这里有一个看不见的控制字符", hint, line, column))
