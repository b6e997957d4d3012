"""一次构建的作坊：上次的结果、人手、计时。先在这里检查，再由 `run` 出版。"""

from dataclasses import dataclass, field
from datetime import date

from casebook.inspection import Crew, Inspection, Place, inspect_all
from casebook.memory.cache import Cache
from casebook.memory.files import Files
from casebook.memory.store import Store, StoreDamaged
from casebook.timing import Clock
from casebook.vault import Vault
from casebook.workforce import Workforce


@dataclass(frozen=True, slots=True)
class Workshop:
    """检查与出版共用的东西。"""

    cache: Cache
    workforce: Workforce = field(default_factory=Workforce)
    clock: Clock = field(default_factory=Clock)

    def inspect(
        self, data: Place, documents: Place | None, today: date | None, vault: Vault | None
    ) -> Inspection:
        """检查数据目录与手写页面：没有变的文件不再读；查完就记下，出不出版都算数。"""
        with self.cache.open() as opened, self.clock.stage("检查（合计）"):
            files = _recall(opened.store, self.cache.trusting)
            crew = Crew(files, self.workforce, self.clock)
            inspection = inspect_all(data, documents, today, vault, crew)
            opened.store.commit()
        return inspection


def _recall(store: Store, trusting: bool) -> Files:
    try:
        return Files(store, trusting)
    except StoreDamaged:
        store.wipe()
        return Files(store, trusting)
