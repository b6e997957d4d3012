"""把全部文章写成搜索索引的各份文件。同样的文章总得到同样的字节；改一篇只动几份。"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from casebook.search.documents import Document
from casebook.search.folding import fold, pairs_of, shard_of
from casebook.search.numbering import Numbering
from casebook.search.postings import write_numbers
from casebook.search.sounds import sound_table
from casebook.search.topics import FILLERS, Topic

SMALLEST, LARGEST = 128, 4096
"""最少、最多分成几份。"""
PER_SHARD = 2
"""平均几篇文章添一份，一份压缩后约一两千字节。"""

File = tuple[str, bytes]
Places = Mapping[int, Sequence[int]]


def shards_for(count: int) -> int:
    """这么多篇文章分成几份，是 2 的幂；篇数翻一番才会变。"""
    shards = SMALLEST
    while shards * PER_SHARD < count and shards < LARGEST:
        shards *= 2
    return shards


def write_index(
    documents: Sequence[Document], topics: Sequence[Topic], hotline: str
) -> Iterator[File]:
    """全部文件（地址，内容）。`hotline` 是什么也没找到时请人打的电话。"""
    ordered = sorted(documents, key=lambda document: document.address)
    numbering = Numbering.of(document.address for document in ordered)
    places = {one.address: numbering.place(one.address) for one in ordered}
    by_place = sorted(ordered, key=lambda document: places[document.address])
    shards = shards_for(len(ordered))
    yield _call(
        "start",
        {
            "shards": shards,
            "count": len(ordered),
            "groups": numbering.record(),
            "topics": [topic.record() for topic in topics],
            "fillers": FILLERS,
            "hotline": hotline,
        },
    )
    yield _call("sounds", sound_table())
    yield from _words(by_place, places, shards)
    yield from _matters(by_place, places)
    for document in ordered:
        yield page_file(document)


def page_file(document: Document) -> File:
    """一篇的标题、标签与全文，显示结果时才取。"""
    stem = document.address.removesuffix(".html")
    content = {
        "title": document.title,
        "label": document.label,
        "lines": document.lines,
    }
    return _script(f"search/pages/{stem}.js", "page", document.address, content)


def grams_of(document: Document) -> tuple[set[str], set[str]]:
    """（全文里的两字，标题与别名里的两字和单字）。"""
    head = pairs_of(document.head)
    return pairs_of(document.lines) | head, head | set(fold("".join(document.head)))


def _words(
    by_place: Iterable[Document], places: Mapping[str, tuple[int, int]], shards: int
) -> Iterator[File]:
    """按词条分好的编号；`by_place` 已按编号排好，所以各串自然递增。"""
    whole: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    titled: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for document in by_place:
        group, number = places[document.address]
        everything, head = grams_of(document)
        for gram in everything:
            whole[gram][group].append(number)
        for gram in head:
            titled[gram][group].append(number)
    contents: list[dict[str, str]] = [{} for _ in range(shards)]
    for gram in sorted(whole.keys() | titled.keys()):
        marked = f" {write_numbers(titled[gram])}" if gram in titled else ""
        numbers = write_numbers(whole.get(gram, {}))
        contents[shard_of(gram, shards)][gram] = numbers + marked
    for shard, content in enumerate(contents):
        yield _script(f"search/words/{shard:x}.js", "words", f"{shard:x}", content)


def _matters(by_place: Iterable[Document], places: Mapping[str, tuple[int, int]]) -> Iterator[File]:
    numbers: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for document in by_place:
        group, number = places[document.address]
        for matter in document.matters:
            numbers[matter][group].append(number)
    for matter in sorted(numbers):
        text = write_numbers(numbers[matter])
        yield _script(f"search/matters/{matter}.js", "matter", matter, text)


def _call(receiver: str, content: Any) -> File:
    return f"search/{receiver}.js", f"casebookSearch.{receiver}({_json(content)})\n".encode()


def _script(address: str, receiver: str, key: str, content: Any) -> File:
    return address, f"casebookSearch.{receiver}({_json(key)},{_json(content)})\n".encode()


def _json(value: Any) -> str:
    """不含换行、可以原样放进脚本的 JSON。"""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
