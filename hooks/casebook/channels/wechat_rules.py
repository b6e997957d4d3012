"""公众号正文的全部规矩，和按规矩查一篇正文。

真编辑器没人能在这里连上，每次发版照 docs/staff/wechat-checklist.md 手工过一遍。
"""

from collections.abc import Iterator

from casebook.channels import wechat_structure as structure
from casebook.channels import wechat_styles as styles
from casebook.channels.markup import read_markup
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
    document = read_markup(html)
    for rule in RULES:
        for found in rule.check(document):
            yield rule, found
