"""每种页面都用得着的说明：演示、撤回、电话。"""

from casebook.article.blocks import Hotlines, Line, Notice, Paragraph, paragraph
from casebook.article.inlines import Day, words
from casebook.records.case import Withdrawal
from casebook.records.town import Town


def demonstration_notice() -> Notice:
    """演示记录做成的每一页都有的说明。"""
    return Notice(
        "demonstration",
        "演示案例",
        (paragraph("人物和情节是为演示编写的，不是真实案件，也不对应任何人。"),),
    )


def withdrawal_notice(withdrawal: Withdrawal) -> Notice:
    """撤回公开的说明：日期和理由（《行政处罚法》第四十八条第二款）。"""
    return Notice(
        "withdrawn",
        "本页已撤回",
        (
            Paragraph(words(Day(withdrawal.day), "起，这份处罚信息不再公开。")),
            paragraph(f"撤回理由：{withdrawal.reason}"),
        ),
    )


def hotlines(town: Town, most: int | None = None) -> Hotlines:
    """能直接拨打的电话，最多 `most` 条；本镇电话已知时排在最前。"""
    own = (Line(town.brigade, town.phone, "本镇执法咨询"),) if town.phone else ()
    public = (Line(line.name, line.number, line.purpose) for line in town.hotlines)
    return Hotlines((*own, *public)[:most])
