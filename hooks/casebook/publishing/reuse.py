"""留用：哪些页、哪些工序没有变，不必再做；变了的，完好的旧文件照样留着。"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from casebook.book import Book
from casebook.memory.pages import Finished, Output, Pages
from casebook.pages.drafts import Draft
from casebook.publishing.products import Job
from casebook.publishing.shelf import Shelf
from casebook.publishing.stages import File, Stage


def jobs_for(
    drafts: Sequence[Draft], common: str, pages: Pages, holds: Callable[[Output], bool]
) -> list[Job]:
    """要写的页：取决于全部记录的总要写；其余看指纹，和写成的文件还在不在（`holds`）。"""
    jobs = []
    for draft in drafts:
        finished = pages.finished.get(draft.address)
        key = digest_of(common, *(draft.inputs or ()))
        if draft.inputs is None or not _done(finished, key, holds):
            jobs.append(Job(draft, key, _intact(finished, holds)))
    return jobs


def carry_out(stage: Stage, pages: Pages, shelf: Shelf) -> None:
    """做一道工序，没有变就不做；能在上次的文件上改，就只改变了的。"""
    finished = pages.finished.get(stage.address)
    amendment = stage.amendment
    basis = amendment.basis if amendment else ""
    key = f"{basis}.{digest_of(*stage.inputs)}"
    if _done(finished, key, shelf.holds):
        return
    known = _intact(finished, shelf.holds)
    if amendment and finished and _may_amend(finished, basis, known):
        outputs = {**known, **_put(amendment.files(shelf.read), shelf, known)}
    else:
        outputs = _put(stage.files(), shelf, known)
    pages.add([Finished(stage.address, key, tuple(outputs.values()))])


def digest_of(*parts: str) -> str:
    """几段文字合起来的指纹。"""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def foundation(book: Book) -> list[str]:
    """每页都可能用到的东西的指纹：本镇资料、今天、法规、工作日历、词语、有哪些案由。"""
    return [
        repr(book.town),
        book.today.isoformat(),
        *(statute.source.digest for statute in book.register.loaded),
        *(plan.source.digest for plan in book.plans),
        *(f"{matter.path} {matter.value.name}" for matter in book.matters),
        repr(book.words),
    ]


def _may_amend(finished: Finished, basis: str, known: Mapping[str, Output]) -> bool:
    """上次的根据与现在相同，上次的文件一个也没有坏。"""
    return finished.key.startswith(f"{basis}.") and len(known) == len(finished.outputs)


def _put(files: Iterable[File], shelf: Shelf, known: Mapping[str, Output]) -> dict[str, Output]:
    """放上架；与完好的旧文件相同的不动。"""
    return {name: shelf.put(name, data, known.get(name)) for name, data in files}


def _done(finished: Finished | None, key: str, holds: Callable[[Output], bool]) -> bool:
    """指纹没变，写成的文件也都还在。"""
    if finished is None or finished.key != key:
        return False
    return all(map(holds, finished.outputs))


def _intact(finished: Finished | None, holds: Callable[[Output], bool]) -> dict[str, Output]:
    """上次写成而且完好的文件。"""
    outputs = finished.outputs if finished else ()
    return {output.name: output for output in outputs if holds(output)}
