"""隐私门在本项目里的样子：通用的查法，加上本机密匣里记得的台账真实信息。"""

from msgspec import Struct

from casebook.privacy import MASK, Finding, Guard
from casebook.privacy.findings import keep_strongest
from casebook.records.public_lines import PublicLines
from casebook.vault import KnownValues


class Gate(Struct, frozen=True):
    """隐私门。`known` 是台账里的真实信息；本机没有导入过台账就没有。"""

    guard: Guard
    known: KnownValues | None = None

    def find(self, text: str) -> tuple[Finding, ...]:
        """查一段文本，返回按位置排好、互不重叠的发现。"""
        found = self.guard.find(text)
        if self.known is None:
            return found
        return keep_strongest([*self.known.find(text), *found])

    def mask(self, text: str) -> str:
        """返回等长的文本，发现的每个字符都换成“＊”。"""
        characters = list(text)
        for finding in self.find(text):
            characters[finding.start : finding.end] = MASK * (finding.end - finding.start)
        return "".join(characters)


def make_gate(lines: PublicLines | None, known: KnownValues | None = None) -> Gate:
    """放行本镇公开的电话与备案号；资料读不出时只放行全国通用的号码。"""
    lines = lines or PublicLines()
    return Gate(Guard(public_numbers=lines.numbers, allowed=lines.codes), known)
