"""法规登记册在表单里只看不改：一部法的版本、罚则和条文，各从哪天到哪天有效，和该去哪里改。"""

from pathlib import PurePosixPath

from flask import Flask, render_template

from casebook.book import Book
from casebook.desk.record_views import Answer, Views
from casebook.desk.workspace import NoSuchRecord
from casebook.law.provisions import Citation
from casebook.law.statutes import Statute


def add_routes(app: Flask, views: Views) -> None:
    """登记网址。"""

    @app.get("/statutes/<id_>")
    def statute(id_: str) -> Answer:
        book = views.workspace.inspect().book
        for loaded in book.register.loaded if book else ():
            if book and PurePosixPath(loaded.path).stem == id_:
                return _page(loaded.value, id_, book)
        raise NoSuchRecord(id_)


def _page(statute: Statute, id_: str, book: Book) -> str:
    register = book.register
    return render_template(
        "desk/statute.html.j2",
        id=id_,
        statute=statute,
        rules=[rule for rule in register.rules if rule.statute is statute],
        short=register.short,
        articles=[(Citation("", *one.key).provision, one) for one in statute.articles],
        today=book.today,
    )
