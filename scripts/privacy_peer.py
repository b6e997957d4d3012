"""让同类工具在自己的环境里跑：逐行读 JSON 文本，逐行写出位置。由 bench_privacy.py 调用。"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

Spans = list[tuple[int, int]]
_MASKED = re.compile(r"[某×*＊]")


def _from_words(text: str, words: Iterator[tuple[str, str]], tags: frozenset[str]) -> Spans:
    """按词性取词，顺次对回原文；词前后的位置由累加得出。"""
    spans, at = [], 0
    for word, tag in words:
        start = text.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        if tag in tags and len(word) > 1 and not _MASKED.search(text[start : at + 1]):
            spans.append((start, at))
    return spans


def jieba() -> Callable[[str], Spans]:
    """jieba 词性标注里的人名。"""
    posseg = import_module("jieba.posseg")
    import_module("jieba").setLogLevel(60)
    tags = frozenset({"nr", "nrt", "nrfg"})
    return lambda text: _from_words(text, ((w.word, w.flag) for w in posseg.cut(text)), tags)


def thulac() -> Callable[[str], Spans]:
    """THULAC 词性标注里的人名。"""
    model = import_module("thulac").thulac()
    return lambda text: _from_words(text, iter(model.cut(text)), frozenset({"np"}))


def jionlp() -> Callable[[str], Spans]:
    """jionlp 的各种号码抽取，加上它所附 jiojio 词性标注里的人名。"""
    jiojio, jio = import_module("jiojio"), import_module("jionlp")
    jiojio.init(pos=True)
    extractors = [
        *(jio.extract_phone_number, jio.extract_id_card, jio.extract_email),
        *(jio.extract_motor_vehicle_licence_plate, jio.extract_wechat_id, jio.extract_qq),
    ]

    def find(text: str) -> Spans:
        found = [hit["offset"] for extract in extractors for hit in extract(text, detail=True)]
        names = _from_words(text, iter(jiojio.cut(text)), frozenset({"nr"}))
        return names + [(start, end) for start, end in found]

    return find


def main() -> int:
    """第一个参数是工具名；标准输入每行一段文本，标准输出每行一组位置。"""
    find = {"jieba": jieba, "thulac": thulac, "jionlp": jionlp}[sys.argv[1]]()
    for line in sys.stdin:
        try:
            spans = find(json.loads(line))
        except IndexError:  # jionlp 1.5.31 遇到个别文本会出错，按没找到算。
            spans = []
        print("SPANS", json.dumps(spans), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
