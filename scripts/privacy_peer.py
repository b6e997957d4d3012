"""让同类工具在自己的环境里跑：逐行读 JSON 文本，逐行写出位置。由 bench_privacy.py 调用。"""

import json
import re
import sys
from collections.abc import Callable, Iterator

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
    from jieba import posseg, setLogLevel

    setLogLevel(60)
    tags = frozenset({"nr", "nrt", "nrfg"})
    return lambda text: _from_words(text, ((w.word, w.flag) for w in posseg.cut(text)), tags)


def thulac() -> Callable[[str], Spans]:
    """THULAC 词性标注里的人名。"""
    from thulac import thulac as Thulac  # noqa: N812

    model = Thulac()
    return lambda text: _from_words(text, iter(model.cut(text)), frozenset({"np"}))


def jionlp() -> Callable[[str], Spans]:
    """jionlp 的各种号码抽取，加上它所附 jiojio 词性标注里的人名。"""
    import jiojio
    import jionlp as jio

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
        print("SPANS", json.dumps(find(json.loads(line))), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
