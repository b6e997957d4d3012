"""读搜索索引的小程序：与 docs/assets/search.js 同样的办法，只为测试；记下每次用了多少字节。"""

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casebook.search.folding import fold, pairs, shard_of
from casebook.search.postings import read_numbers

MOST_GRAMS = 7
STANDING = 4
RELATED = 3
OFTEN, PURE, CUE = 2, 0.25, 0.5
SHORT = 6
Place = tuple[int, int]


def content_of(script: bytes) -> Any:
    """`casebookSearch.words("1f",{...})` 里最后一个参数。"""
    text = script.decode("utf-8").strip()
    inside = text[text.index("(") + 1 : -1]
    decoder = json.JSONDecoder()
    first, end = decoder.raw_decode(inside)
    return json.loads(inside[end + 1 :]) if end < len(inside) else first


@dataclass(slots=True)
class Reader:
    """`files` 是网站里的文件；`spent` 是这次搜索取用的压缩后字节数。"""

    files: Mapping[str, bytes]
    spent: int = 0
    taken: set[str] = field(default_factory=set)
    start: dict[str, Any] = field(default_factory=dict)
    read: dict[str, tuple[int, Any]] = field(default_factory=dict)

    def search(self, query: str, shown: int = 3) -> list[str]:
        """排在最前的几个地址；也算上显示这几条要取的字节。"""
        self.spent, self.taken = 0, set()
        self.start = self._take("search/start.js")
        topics = self.topics("".join(self.parts(query)))
        if not topics and not self.exact(query) and self._may_be_misspelt(query):
            query = self._heard(query) or query
            topics = self.topics(query)
        scores: dict[str, float] = defaultdict(float)
        for address, score in self._scored(self.wanted(query)).items():
            scores[address] += score
        for address, covered in self.cued(query, topics).items():
            scores[address] += 12 * covered
        for address in self._related("".join(self.parts(query))):
            scores[address] += RELATED
        standing = self._standing()
        for address in standing & scores.keys():
            scores[address] *= STANDING
        ranked = sorted(scores, key=lambda address: (-scores[address], address))[:shown]
        for address in ranked:
            self._take(f"search/pages/{address.removesuffix('.html')}.js")
        return ranked

    def exact(self, query: str) -> set[str]:
        """含有全部词条的地址：原文里有这几个字的一定在内。"""
        self.start = self._take("search/start.js")
        everywhere = [set(self._places(self._posting(gram)[0])) for gram in self.wanted(query)]
        found = set.intersection(*everywhere) if everywhere else set()
        return {self._address(place) for place in found}

    def parts(self, query: str) -> list[str]:
        """按标点、空格分开的几段。"""
        return [part for part in map(fold, _split(query)) if part]

    def wanted(self, query: str) -> list[str]:
        """要查的词条：去掉虚词；太多就隔一个取一个。"""
        kept = [piece for part in self.parts(query) for piece in self._without_fillers(part)]
        grams = list(dict.fromkeys(g for piece in kept for g in _grams(piece)))
        if len(grams) > MOST_GRAMS:
            grams = grams[::2]
        return grams[:MOST_GRAMS]

    def topics(self, whole: str) -> dict[str, float]:
        """每件事的说法盖住了问话里几个字；差一两个字的也算一部分。"""
        asked = set(pairs(whole))
        found = {}
        for topic in self.start["topics"]:
            covered = max((_cover(say, whole, asked) for say in topic["says"]), default=0.0)
            if covered:
                found[topic["address"]] = covered
        return found

    def cued(self, query: str, topics: Mapping[str, float]) -> dict[str, float]:
        """再加上单字的线索：一件事的说法里常用、别的事不常用的字（“烧”“卖”“盖”）。"""
        kept = {
            letter
            for part in self.parts(query)
            for piece in self._without_fillers(part)
            for letter in piece
        }
        found = defaultdict(float, topics)
        for letter in kept:
            counts = {
                topic["address"]: sum(letter in say for say in topic["says"])
                for topic in self.start["topics"]
            }
            total = sum(counts.values())
            for address, count in counts.items():
                if count >= OFTEN and count / total >= PURE:
                    found[address] += CUE * count / total
        return found

    def _may_be_misspelt(self, query: str) -> bool:
        """短的才照读音再认：长话里的字已经够认出是哪件事，不值得再取读音表。"""
        kept = "".join(piece for part in self.parts(query) for piece in self._without_fillers(part))
        return len(kept) <= SHORT or not self.cued(query, {})

    def _heard(self, query: str) -> str | None:
        """照读音认出来的说法，取最长的；平舌翘舌、前后鼻音不分。"""
        rows = self._take("search/sounds.js").split(" ")
        sounds = {
            letter: _plain(row[:-count])
            for row in rows
            for count in [sum(not one.isascii() for one in row)]
            for letter in row[-count:]
        }

        def spoken(text: str) -> str:
            return "".join(sounds.get(letter, letter) for letter in text)

        heard = _plain(spoken("".join(self.parts(query))))
        says = [say for topic in self.start["topics"] for say in topic["says"] if len(say) > 1]
        return max((say for say in says if spoken(say) in heard), key=len, default=None)

    def _related(self, whole: str) -> set[str]:
        """说的正是某个案由时，这个案由的全部文章。"""
        meant = (
            topic["matter"]
            for topic in self.start["topics"]
            if topic["matter"] and any(say in whole for say in topic["says"])
        )
        texts = [self._take(f"search/matters/{matter}.js") for matter in meant]
        return {self._address(place) for text in texts for place in self._places(text)}

    def _without_fillers(self, part: str) -> list[str]:
        pieces = [part]
        for filler in self.start["fillers"]:
            pieces = [smaller for piece in pieces for smaller in piece.split(filler)]
        return [piece for piece in pieces if len(piece) > 1] or [part]

    def _standing(self) -> set[str]:
        """长期有用的页（指南、手写页、年度报告），不随案件增减。"""
        return {
            f"{group['stem']}{name}.html"
            for group in self.start["groups"]
            for name in group.get("names", ())
        }

    def _scored(self, grams: Iterable[str]) -> dict[str, float]:
        count = self.start["count"]
        scores: dict[str, float] = defaultdict(float)
        for gram in grams:
            whole, titled = self._posting(gram)
            places = list(self._places(whole))
            weight = math.log(1 + count / len(places)) if places else math.log(1 + count)
            for place in places:
                scores[self._address(place)] += weight
            for place in self._places(titled):
                scores[self._address(place)] += 2 * weight
        return scores

    def _posting(self, gram: str) -> tuple[str, str]:
        shard = shard_of(gram, self.start["shards"])
        words = self._take(f"search/words/{shard:x}.js")
        whole, _, titled = words.get(gram, "").partition(" ")
        return whole, titled

    def _places(self, text: str) -> Iterable[Place]:
        return ((g, number) for g, numbers in read_numbers(text).items() for number in numbers)

    def _address(self, place: Place) -> str:
        group, number = self.start["groups"][place[0]], place[1]
        name = str(number).zfill(group["digits"]) if group["digits"] else group["names"][number]
        return f"{group['stem']}{name}.html"

    def _take(self, address: str) -> Any:
        if address not in self.read:
            script = self.files[address]
            self.read[address] = len(gzip.compress(script, 9)), content_of(script)
        size, content = self.read[address]
        self.spent += 0 if address in self.taken else size
        self.taken.add(address)
        return content


def _split(query: str) -> list[str]:
    spaced = "".join(letter if letter.isalnum() else " " for letter in query)
    return spaced.split()


def _plain(sound: str) -> str:
    return re.sub("([aei]n)g", r"\1", re.sub("([zcs])h", r"\1", sound))


def _grams(piece: str) -> list[str]:
    return list(pairs(piece)) if len(piece) > 1 else [piece]


def _cover(say: str, whole: str, asked: set[str]) -> float:
    if say in whole:
        return len(say)
    own = list(pairs(say))
    shared = sum(pair in asked for pair in own)
    return shared / 2 if own and shared / len(own) >= 0.5 else 0.0
