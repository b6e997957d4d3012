"""待办写成表格和日历文件：Excel 打得开的 CSV，手机日历收得下的 ICS；同样的记录总得到同样的字节。"""

import csv
import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from casebook.agenda import Task

HEADINGS = ("情况", "期限", "种类", "什么事", "文件", "依据")
REMIND_BEFORE = timedelta(days=3)


def as_rows(tasks: Iterable[Task], today: date) -> list[tuple[str, ...]]:
    """表格的各行，次序与 `HEADINGS` 相同。"""
    return [
        (
            task.urgency(today),
            task.due.isoformat() if task.due else "",
            task.kind,
            task.what,
            task.path,
            task.source,
        )
        for task in tasks
    ]


def as_csv(tasks: Iterable[Task], today: date) -> bytes:
    """CSV，带 BOM，Windows 的 Excel 双击就能打开。"""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(as_rows(tasks, today))
    return text.getvalue().encode("utf-8-sig")


def as_calendar(tasks: Iterable[Task], today: date, name: str) -> bytes:
    """ICS，每件有期限的待办占一天，提前三天提醒。"""
    calendar = Calendar()
    calendar.add("prodid", "-//casebook//agenda//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for task in tasks:
        if task.due is not None:
            calendar.add_component(_event(task, task.due, today))
    return bytes(calendar.to_ical())


def _event(task: Task, due: date, today: date) -> Event:
    event = Event()
    identity = hashlib.sha256(f"{task.path}\0{task.kind}".encode()).hexdigest()[:24]
    event.add("uid", f"{identity}@casebook")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", f"{task.kind}：{task.what}")
    event.add("description", f"{task.path}\n{task.source}".strip())
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -REMIND_BEFORE)
    alarm.add("description", task.what)
    event.add_component(alarm)
    return event
