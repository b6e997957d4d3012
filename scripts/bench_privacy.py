"""隐私检查的基准：`python3 scripts/bench_privacy.py [--peers]`。

测试句子在 scripts/privacy_texts/test_*.txt，训练只用 tuning_*.txt，两边没有同一个模板；
姓名和号码都是现造的。本仓库自己的案件与页面也当作无姓名文字检查，但开发时拿它们看过误报，
所以单列一行。各份盲测文本的来历和用法见 blind_texts.py。
加 `--peers` 时在临时环境里装 jieba、jionlp、thulac，同样的文本跑一遍。
"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import json
import os
import random
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from blind_texts import Blind, blind, blind_files
from cli import Parser
from name_corpus import marked, sentences
from privacy_disguises import FOR_ANY, FOR_NUMBERS
from privacy_forms import crossed
from privacy_negatives import hard_negative
from privacy_numbers import CODES, NUMBERS

from casebook.privacy import Guard

PEERS = ("jieba", "jionlp", "thulac")
SEED = 20261123
NAMED_ROUNDS, CLEAN_ROUNDS, PASSAGE, CROSSED = 6, 16, 8, 20_000
Spans = list[tuple[int, int]]
Detector = Callable[[list[str]], list[Spans]]


class Labelled(Struct, frozen=True):
    """一段文字，与其中应当找到的位置。"""

    text: str
    spans: frozenset[tuple[int, int]]


def named(name: str, seed: int) -> list[Labelled]:
    """含姓名的句子；训练用的姓氏分布压平过，这里按实际占比。"""
    return [Labelled(s.text, s.names) for s in sentences(name, seed, NAMED_ROUNDS, flatten=1.0)]


def written(name: str) -> list[Labelled]:
    """姓名写死在句中的文件。"""
    return [Labelled(sentence.text, sentence.names) for sentence in marked(name)]


def passages(parts: list[Labelled]) -> list[Labelled]:
    """几句连成一段。"""
    joined = []
    for first in range(0, len(parts), PASSAGE):
        text, spans = "", set()
        for part in parts[first : first + PASSAGE]:
            spans |= {(start + len(text), end + len(text)) for start, end in part.spans}
            text += part.text + "\n"
        joined.append(Labelled(text, frozenset(spans)))
    return joined


def numbers() -> Iterator[tuple[str, Labelled]]:
    """每种号码、每种伪装、每个句子各一例。"""
    rng = random.Random(SEED)
    for group, disguises in ((NUMBERS, FOR_NUMBERS), (CODES, FOR_ANY)):
        for kind, make, frames in group:
            for disguise in disguises.values():
                for frame in frames:
                    hidden = disguise(make(rng), rng)
                    start = frame.index("{}")
                    span = frozenset({(start, start + len(hidden))})
                    yield kind, Labelled(frame.replace("{}", hidden), span)


def own_pages() -> list[Labelled]:
    """本仓库的案件、指南与页面。"""
    paths = [*(ROOT / "cases_data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    return [Labelled(path.read_text(encoding="utf-8"), frozenset()) for path in sorted(paths)]


def blind_sets() -> dict[str, list[Labelled]]:
    """盲测文本；都是开发时看过、照着改过的，只算调过的成绩。"""
    titles = {
        "township": "镇街",
        "court": "裁判",
        "anonymised": "已隐名",
        "villages": "村名",
        "identifiers": "号码",
        "negatives": "难例",
    }
    return {
        f"盲测调过·{titles[name]}·{folder}": list(map(_labelled, blind(f"{folder}/{name}")))
        for name, folder in sorted((path.stem, path.parent.name) for path in blind_files())
    }


def _labelled(part: Blind) -> Labelled:
    return Labelled(part.text, part.spans)


def test_sets() -> dict[str, list[Labelled]]:
    """各组测试文本。"""
    rng = random.Random(SEED)
    by_kind: dict[str, list[Labelled]] = {}
    for kind, sample in numbers():
        by_kind.setdefault(f"号码·{kind}", []).append(sample)
    court = named("test_court.txt", 2)
    clean = sentences("test_clean.txt", 3, CLEAN_ROUNDS, flatten=1.0)
    return {
        "姓名·镇街案例": named("test_town.txt", 1),
        "姓名·裁判文书": court,
        "姓名·裁判文书成段": passages(court),
        "姓名·没见过的句子": written("test_unseen.txt"),
        "姓名·没见过的段落（像词的姓名）": written("test_unseen_passages.txt"),
        **blind_sets(),
        **by_kind,
        "无姓名·自编": [Labelled(sentence.text, frozenset()) for sentence in clean],
        "无姓名·本站页面": own_pages(),
        "号码·称呼×写法×伪装交叉": [
            Labelled(text, frozenset({span})) for _, text, span in crossed(SEED, CROSSED)
        ],
        "难例·三千个": [Labelled(hard_negative(rng), frozenset()) for _ in range(3000)],
    }


def ours(texts: list[str]) -> list[Spans]:
    """本项目的隐私门。"""
    guard = Guard(public_numbers=frozenset({"12345", "12348"}))
    return [[(f.start, f.end) for f in guard.find(text)] for text in texts]


def _install_peers(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "-q", "setuptools<81", *PEERS]
    subprocess.run(command, check=True)
    return python


def peer(python: Path, name: str) -> Detector:
    """同类工具，在自己的环境里跑。"""

    def detect(texts: list[str]) -> list[Spans]:
        command = [str(python), str(Path(__file__).with_name("privacy_peer.py")), name]
        lines = "".join(json.dumps(text) + "\n" for text in texts)
        result = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        answers = [line[6:] for line in result.stdout.splitlines() if line.startswith("SPANS ")]
        return [[tuple(span) for span in json.loads(answer)] for answer in answers]

    return detect


def _caught(span: tuple[int, int], found: Spans) -> bool:
    """遮住一半以上就算找到，与常用的评分办法一致。"""
    covered = {at for start, end in found for at in range(max(start, span[0]), min(end, span[1]))}
    return 2 * len(covered) >= span[1] - span[0]


def _row(name: str, samples: list[Labelled], found: list[Spans], seconds: float) -> str:
    total = sum(len(sample.spans) for sample in samples)
    size = sum(len(sample.text) for sample in samples)
    pairs = list(zip(samples, found, strict=True))
    hits = [[_caught(span, spans) for span in sample.spans] for sample, spans in pairs]
    caught = sum(map(sum, hits))
    exact = sum(len(sample.spans & set(spans)) for sample, spans in pairs)
    alarms = sum(
        not any(start < end_ and start_ < end for start_, end_ in sample.spans)
        for sample, spans in pairs
        for start, end in spans
    )
    whole = sum(all(hit) for hit in hits if hit)
    recall = f"{caught / total:.4f} ({caught}/{total})" if total else "—"
    return (
        f"| {name} | {len(samples)} | {size} | {recall} | "
        f"{f'{exact / total:.4f}' if total else '—'} | "
        f"{f'{whole / sum(map(bool, hits)):.4f}' if total else '—'} | "
        f"{alarms} | {alarms / size * 10_000:.2f} | {size / max(seconds, 0.01):,.0f} |"
    )


def _cpu_seconds() -> float:
    """本进程与子进程用掉的处理器时间；机器忙时墙上时钟不可比。"""
    return sum(os.times()[:4])


def report(title: str, detect: Detector, sets: dict[str, list[Labelled]]) -> None:
    """打印一个工具在各组上的结果。"""
    print(f"\n## {title}\n")
    print("| 组 | 段 | 字 | 召回 | 位置全准 | 整段无漏 | 误报 | 每万字误报 | 字/处理器秒 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    detect(["热身：张某在村东。"])
    for name, samples in sets.items():
        started = _cpu_seconds()
        found = detect([sample.text for sample in samples])
        print(_row(name, samples, found, _cpu_seconds() - started), flush=True)


def main() -> int:
    """命令行入口。"""
    parser = Parser(prog="python3 scripts/bench_privacy.py", description=__doc__ or "")
    parser.add_argument("--peers", action="store_true", help="连同 jieba、jionlp、thulac 一起比")
    arguments = parser.parse_args()
    sets = test_sets()
    report("本项目", ours, sets)
    if arguments.peers:
        with tempfile.TemporaryDirectory() as folder:
            python = _install_peers(Path(folder))
            for name in PEERS:
                report(f"{name}（速度含启动）", peer(python, name), sets)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
