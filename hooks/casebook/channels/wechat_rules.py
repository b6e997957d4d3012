"""公众号正文的全部规矩，和按规矩查一篇正文。

真编辑器没人能在这里连上，每次发版照 docs/staff/wechat-checklist.md 手工过一遍。
"""

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from casebook.channels import wechat_structure as structure
from casebook.channels import wechat_styles as styles
from casebook.channels.markup import Document, join_blocks, read_blocks
from casebook.channels.wechat_rule import WechatRule

RULES: tuple[WechatRule, ...] = (
    styles.font_family,
    styles.important,
    styles.text_align,
    styles.fixed_width,
    styles.fixed_height,
    styles.line_height,
    styles.gradient,
    styles.readable,
    styles.absent,
    styles.css_property,
    structure.preformatted,
    structure.nesting,
    structure.picture_width,
    structure.size,
    structure.empty,
    structure.link,
    structure.attribute,
    structure.tag,
    structure.picture_host,
    structure.native_list,
    structure.table,
    structure.headline,
    structure.first_slice,
    structure.flat,
    structure.self_styled,
    structure.expansion,
)


def find_faults(html: str) -> Iterator[tuple[WechatRule, str]]:
    """正文里违反的规矩和毛病所在；一处也没有就是合规。"""
    blocks = read_blocks(html)
    found = [fault for block in blocks for fault in _in_block(block)]
    body = join_blocks(html, blocks)
    found += ((index, place) for index, rule in _WHOLE for place in rule.check(body))
    for index, place in sorted(found, key=itemgetter(0)):
        yield RULES[index], place


_WHOLE = [(index, rule) for index, rule in enumerate(RULES) if rule.whole]
_BLOCKWISE = [(index, rule) for index, rule in enumerate(RULES) if not rule.whole]


def _in_block(block: Document) -> tuple[tuple[int, str], ...]:
    """一块的毛病：第几条规矩、毛病所在。"""
    return (_judge if block.has_data else _remembered_judgement)(block)


def _judge(block: Document) -> tuple[tuple[int, str], ...]:
    return tuple((index, place) for index, rule in _BLOCKWISE for place in rule.check(block))


_remembered_judgement = lru_cache(maxsize=4096)(_judge)
