"""从 jieba 的词典（MIT）导出隐私检查用的词表。平时用不着：词表已在仓库里，换词典时才重新导出。

jieba 把不少普通词标成人名；凡 jionlp（Apache-2.0）的汉语词典里有的词，就当普通词留下。
"""

import math
from collections import defaultdict
from pathlib import Path

from cli import Parser
from msgspec import Struct

DATA = Path(__file__).resolve().parent.parent / "hooks" / "casebook" / "privacy" / "data"
LEAST_FREQUENCY = 5
LONGEST_WORD = 4
# 词典把许多普通词标成人名；以这些字收尾的三字词不是人名。
_NOT_NAME_ENDINGS = frozenset(
    "县市区镇乡村路街站店院馆厂局部会法费款金税证卡人性者书堂信感员率度期车机器品量力权制"
)


def _values(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


class _Names(Struct, frozen=True):
    """常见的姓氏、常见的名字用字、确知的普通词。"""

    surnames: frozenset[str]
    given: frozenset[str]
    ordinary: frozenset[str]


def _is_name(word: str, tag: str, names: _Names) -> bool:
    """词典里标成人名、姓氏和名字用字又都常见的词；少见的多半是普通词标错了。"""
    if not tag.startswith("nr") or word in names.ordinary or word[0] not in names.surnames:
        return False
    if len(word) == LONGEST_WORD - 1 and word[-1] in _NOT_NAME_ENDINGS:
        return False
    return len(word) > 1 and all(character in names.given for character in word[1:])


def derive(dictionary: Path, ordinary: frozenset[str]) -> str:
    """返回词表全文：每行是代价（负自然对数的十倍）、词性的头一个字母、这一类的词。"""
    own = frozenset(word for line in _values("kept_words.txt") for word in line.split())
    names = _Names(
        frozenset(c for line in _values("surnames.txt")[:-1] for c in line.split()[1]),
        frozenset(c for line in _values("given_characters.txt")[:2] for c in line.split()[1]),
        own | ordinary,
    )
    entries = [line.split() for line in dictionary.read_text(encoding="utf-8").splitlines()]
    total = sum(int(frequency) for _, frequency, _ in entries)
    by_kind: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word, frequency, tag in entries:
        if not all("\u4e00" <= c <= "\u9fff" for c in word) or len(word) > LONGEST_WORD:
            continue
        if int(frequency) < LEAST_FREQUENCY and len(word) > 1 and word not in own:
            continue
        if not _is_name(word, tag, names):
            cost = round(10 * math.log(total / max(1, int(frequency))))
            by_kind[cost, "n" if tag.startswith("nr") else tag[0].lower()].append(word)
    head = (
        "# 由 jieba 0.42.1 的 dict.txt（MIT，作者 Sun Junyi）筛出，见 scripts/derive_lexicon.py。\n"
    )
    lines = (f"{cost} {tag} {' '.join(sorted(w))}\n" for (cost, tag), w in sorted(by_kind.items()))
    return head + "".join(lines)


def main() -> int:
    """命令行入口：参数是 jieba 的 dict.txt 和一份普通词表（每行一词）。"""
    parser = Parser(prog="python3 scripts/derive_lexicon.py", description=__doc__ or "")
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("ordinary", type=Path)
    arguments = parser.parse_args()
    ordinary = frozenset(arguments.ordinary.read_text(encoding="utf-8").split())
    text = derive(arguments.dictionary, ordinary)
    (DATA / "lexicon.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
