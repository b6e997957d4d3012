"""训练与基准用的句子：把自编的句子模板填上现造的姓名。随机数都有固定的种子。"""

import math
import random
import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from coined_places import business, street, village
from msgspec import Struct

from casebook.privacy.gazetteer import district_places
from casebook.privacy.lexicon import base_costs, read_lines, word_classes
from casebook.privacy.name_tables import (
    RARE_GIVEN_COST,
    common_surnames,
    given_costs,
    surname_costs,
)

TEXTS = Path(__file__).resolve().parent / "privacy_texts"
_SLOT = re.compile(r"\{(\w)\}")
_ANY_WORD = re.compile(r"\{[NVAD]\}")
_MARKED = re.compile(r"⟦([^⟧]*)⟧")
_MASKED = re.compile(
    rf"[{common_surnames()}]某(?:某|[甲乙丙丁]|\d)?(?![\u4e00-\u9fff]?[镇村区县店厂])"
)
_MASKS = ("某", "某某", "某甲", "某乙", "某1", "女士", "先生", "**")
_OFFICES = ("镇综合执法大队", "宝坻区司法局", "市场监管所", "派出所", "镇人民政府", "区城管委")
_COMPANIES = ("某建筑公司", "某物业公司", "某烧烤店", "某农业合作社", "某律师事务所")
_MATTERS = ("露天焚烧秸秆", "占道经营", "占用消防通道", "露天烧烤", "私搭乱盖", "违停广告车")

# 随便取一个常用词：名词、动词、形容词、副词。
_WORD_SLOTS = {"N": "n", "V": "v", "A": "a", "D": "d"}
_RARE_GIVEN = (
    "垚祎喆彧旻昶晗曌淏湫滟烜珒琸甯皙睿祐禛翊翾芠茗莀菀蔺褀诩赟逯邈郦钶铄阗雎韫颀飏馡骉鸢黛龢"
)


class Sentence(Struct, frozen=True):
    """一句话和其中姓名的位置。"""

    text: str
    names: frozenset[tuple[int, int]]


def _words(letters: str) -> tuple[list[str], list[float]]:
    """这些词性的常用词与取用的比重；压平过，不然总是那几个。"""
    costs, classes = base_costs(), word_classes()
    words = sorted(w for w, c in classes.items() if c in letters and costs[w] < 118)
    words = [word for word in words if len(word) > 1]
    return words, list(accumulate(math.exp(-costs[word] / 20) for word in words))


def _namelike_words() -> list[str]:
    """以姓氏开头的普通词，两三个字：高明、白雪、程序、何时、满江红。"""
    costs, surnames, classes = base_costs(), surname_costs(), word_classes()
    words = (w for w in costs if len(w) in (2, 3) and 84 <= costs[w] < 142)
    words = (
        w
        for w in words
        if w[-1] not in "人者证法费员率类们"
        and surnames.get(w[0], 99) < 95
        and classes.get(w, "n") in "natsvzd"
    )
    return sorted(w for w in words if len(w) == 2 or given_costs().get(w[2], 99) < 71)


def _likelihood(word: str) -> float:
    """这个词被拿来作姓名的比重：白云多，毛衣少。"""
    given = [given_costs().get(character, RARE_GIVEN_COST) for character in word[1:]]
    return math.exp(-sum(given) / len(given) / 15)


def _given_words() -> list[str]:
    """可以整个拿来作名字的两字词：建设、石头、为民。"""
    costs, classes, given = base_costs(), word_classes(), given_costs()
    words = (w for w in costs if len(w) == 2 and 90 <= costs[w] < 142)
    words = (w for w in words if classes.get(w, "n") in "natsvz")
    return sorted(w for w in words if max(given.get(c, 99) for c in w) < 90)


class Maker:
    """按种子造姓名、日期、金额，填进模板。"""

    def __init__(self, seed: int, flatten: float = 2.5, wordlike: float = 0.0) -> None:
        self._random = random.Random(seed)
        costs = surname_costs()
        self._surnames = sorted(costs)
        # 训练时压平，让少见的姓也有足够的例子；`flatten` 为 1 时按实际占比。
        self._shares = list(accumulate(math.exp(-costs[s] / 10 / flatten) for s in self._surnames))
        self._given = [line.split()[1] for line in read_lines("given_characters.txt")]
        self._places = sorted(district_places())
        self._words = {slot: _words(letters) for slot, letters in _WORD_SLOTS.items()}
        self._namelike = _namelike_words()
        self._likely = list(accumulate(map(_likelihood, self._namelike)))
        self._acts = [word for line in read_lines("human_words.txt") for word in line.split()]
        self._given_words = _given_words()
        self._wordlike = wordlike

    def name(self) -> str:
        """一个现造的姓名：约四分之一单名，少数叠字。"""
        surname = self._random.choices(self._surnames, cum_weights=self._shares)[0]
        if self._random.random() < self._wordlike / 2:
            return surname + self._random.choice(self._given_words)
        if self._random.random() < 0.05:
            return surname + self._character() * 2
        count = 1 if self._random.random() < 0.28 else 2
        return surname + "".join(self._character() for _ in range(count))

    def _character(self) -> str:
        tier = self._random.choices([0, 1, 2, 3, 4], [0.58, 0.23, 0.11, 0.05, 0.03])[0]
        return self._random.choice([*self._given, _RARE_GIVEN][tier])

    def _surname(self) -> str:
        return self._random.choices(self._surnames, cum_weights=self._shares)[0]

    def _coined(self) -> str:
        """以姓氏开头、像姓名的两三个字。"""
        count = 1 if self._random.random() < 0.7 else 2
        return self._surname()[:1] + "".join(self._character() for _ in range(count))

    def masked(self) -> str:
        """一个已经隐去名字的写法。"""
        surname = self._random.choices(self._surnames, cum_weights=self._shares)[0]
        return surname[:1] + self._random.choice(_MASKS)

    def _fill(self, slot: str) -> str:
        pick = self._random.randint
        fillers: dict[str, Callable[[], str]] = {
            "n": self.name,
            "m": self.masked,
            "v": lambda: self._random.choice(self._places),
            "z": lambda: village(self._random, self._surname(), self._character()),
            "p": lambda: street(self._random, self._coined()),
            "q": lambda: business(self._random, self._coined()),
            "H": lambda: self._random.choice(self._acts),
            "w": lambda: self._random.choice(self._namelike),
            "d": lambda: f"{pick(2015, 2026)}年{pick(1, 12)}月{pick(1, 28)}日",
            "t": lambda: f"{pick(0, 23)}时" + self._random.choice(["", f"{pick(1, 59)}分", "左右"]),
            "y": lambda: str(pick(5, 2000) * 10),
            "a": lambda: self._random.choice(_MATTERS),
            "o": lambda: self._random.choice(_OFFICES),
            "c": lambda: self._random.choice(_COMPANIES),
        }
        if slot in self._words:
            words, shares = self._words[slot]
            return self._random.choices(words, cum_weights=shares)[0]
        return fillers[slot]()

    def fill(self, template: str) -> Sentence:
        """填好一个模板，记下姓名的位置。"""
        # 左右是随便填的词时看不出说的是人，不拿像普通词的姓名去填。
        definite = _ANY_WORD.search(template) is None
        text, names, at = "", set(), 0
        for match in _SLOT.finditer(template):
            text += template[at : match.start()]
            slot = match[1]
            if slot == "n" and definite and self._random.random() < self._wordlike:
                value = self._random.choices(self._namelike, cum_weights=self._likely)[0]
            else:
                value = self._fill(slot)
            if slot == "n":
                names.add((len(text), len(text) + len(value)))
            text += value
            at = match.end()
        return Sentence(text + template[at:], frozenset(names))


def templates(name: str) -> list[str]:
    """一个模板文件里的各行，去掉说明。"""
    lines = (TEXTS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def sentences(
    name: str, seed: int, rounds: int, flatten: float = 2.5, wordlike: float = 0.0
) -> Iterator[Sentence]:
    """把模板文件的每一行各填 `rounds` 遍；`flatten`、`wordlike`（像词的姓名的比例）见 Maker。"""
    yield from filled(templates(name), seed, rounds, flatten, wordlike)


def unmasked(name: str) -> list[str]:
    """隐名的文字里，写着张某、李某甲的地方改成姓名的空位：同样的左右文，换成真名就该找到。"""
    return [_MASKED.sub("{n}", line) for line in templates(name) if _MASKED.search(line)]


def filled(
    lines: list[str], seed: int, rounds: int, flatten: float = 2.5, wordlike: float = 0.0
) -> Iterator[Sentence]:
    """把这些模板各填 `rounds` 遍。"""
    maker = Maker(seed, flatten, wordlike)
    for _ in range(rounds):
        yield from map(maker.fill, lines)


def marked(name: str) -> Iterator[Sentence]:
    """姓名写死在句中、用⟦⟧标出的文件：每行一段，去掉标记，记下姓名的位置。"""
    for line in templates(name):
        text, names, at = "", set(), 0
        for match in _MARKED.finditer(line):
            text += line[at : match.start()]
            names.add((len(text), len(text) + len(match[1])))
            text += match[1]
            at = match.end()
        yield Sentence(text + line[at:], frozenset(names))
