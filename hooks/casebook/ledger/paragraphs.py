"""本室的数据文件：空行隔开的几段，每段几行；井号开头的是说明。"""

from pathlib import Path


def read_paragraphs(name: str) -> list[list[str]]:
    """各段的各行。"""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    paragraphs = [paragraph.split("\n") for paragraph in text.strip().split("\n\n")]
    kept = [[line for line in lines if not line.startswith("#")] for lines in paragraphs]
    return [lines for lines in kept if lines]
