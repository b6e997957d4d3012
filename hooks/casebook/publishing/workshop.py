"""一次构建的作坊：上次的结果、人手、计时。先在这里检查，再由 `run` 出版。"""

import os
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from casebook.inspection import Crew, Inspection, Place, inspect_all
from casebook.memory.cache import Cache
from casebook.memory.files import Files
from casebook.memory.version import code_version
from casebook.source.reading import fingerprint
from casebook.timing import Clock
from casebook.vault import Vault
from casebook.workforce import Workforce


class Workshop(Struct, frozen=True):
    """检查与出版共用的东西。"""

    cache: Cache
    workforce: Workforce = field(default_factory=Workforce)
    clock: Clock = field(default_factory=Clock)

    def inspect(
        self, data: Place, documents: Place | None, today: date | None, vault: Vault | None
    ) -> Inspection:
        """检查数据目录与手写页面：没有变的文件不再读；查完就记下，出不出版都算数。"""
        with self.cache.open() as opened, self.clock.stage("检查（合计）"):
            files = opened.store.trusted(lambda: Files(opened.store, self.cache.trusting))
            crew = Crew(files, self.workforce, self.clock)
            inspection = inspect_all(data, documents, today, vault, crew)
            opened.store.commit()
        return inspection


def workshop_for(root: Path, data: Path, documents: Path) -> Workshop:
    """这台机器上的作坊：上次的结果放在 `root` 的 `.cache/site` 里，每个数据目录一份。

    CASEBOOK_CACHE 另定放在哪里；CASEBOOK_NO_CACHE 非空则从头做；CI=true 时不信文件的大小和时间。
    """
    folder = Path(os.environ.get("CASEBOOK_CACHE") or root / ".cache" / "site")
    own = fingerprint(f"{data.resolve()}\0{documents.resolve()}".encode())
    cache = Cache(folder / own, code_version(), trusting=os.environ.get("CI") != "true")
    if os.environ.get("CASEBOOK_NO_CACHE"):
        cache.clear()
    return Workshop(cache, Workforce.of_this_machine())
