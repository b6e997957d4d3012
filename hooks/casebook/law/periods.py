"""以自然日、月、年计的期间：满几个月、几年是哪一天。"""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """满几个月的那一天；那个月没有这一日时取月末（《民法典》第二百零二条）。"""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """满几年的那一天。"""
    return months_after(day, 12 * years)
