"""公众号的标题与摘要：摘要取自记录，只取完整的句子，绝不截断。"""

import re

from casebook.channels.edition import Edition

TITLE_BY_API = 32
TITLE_BY_HAND = 64
DIGEST_LIMIT = 120
BODY_LIMIT = 20_000
SOURCE_LIMIT = 1024
AUTHOR_LIMIT = 16
PICTURE_DATA = re.compile(r'data:image/[^"]+')
HOSTED = "https://mmbiz.qpic.cn/" + "x" * 100
"""图床网址大致的长短。"""


def body_length(html: str) -> int:
    """公众号正文连标签的字数；图的数据进了公众号就换成图床的网址，按网址的长短算。"""
    return len(PICTURE_DATA.sub(HOSTED, html) if "data:" in html else html)


def digest(edition: Edition) -> str:
    """120 字以内的摘要；记录的摘要太长时取放得下的前几句，一句也放不下则为空。"""
    return whole_sentences(edition.article.description, DIGEST_LIMIT)


def whole_sentences(text: str, limit: int) -> str:
    """放得下的前几个整句，引号里的句号不算句末。"""
    if len(text) <= limit:
        return text
    kept = ""
    for sentence in re.findall(r"(?:“[^”]*”|[^。！？])+[。！？]?", text):
        if len(kept) + len(sentence) > limit:
            break
        kept += sentence
    return kept
