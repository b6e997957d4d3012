"""日期与金额的中文写法。"""

from datetime import date


def day_text(day: date) -> str:
    """2025年3月1日。"""
    return f"{day.year}年{day.month}月{day.day}日"


def yuan_text(yuan: int) -> str:
    """1200元；不加千分号，同一站点一致（GB/T 15835）。"""
    return f"{yuan}元"
