"""带着上次的结果检查：没有变的文件不再读；检查完就记下，出不出版都算数。"""

from datetime import date

from casebook.inspection import Crew, Inspection, Place, inspect_all
from casebook.memory.cache import Cache
from casebook.memory.files import Files
from casebook.memory.store import Store, StoreDamaged
from casebook.vault import Vault


def inspect_with_memory(
    data: Place, documents: Place | None, today: date | None, vault: Vault | None, cache: Cache
) -> Inspection:
    """检查数据目录与手写页面，用上、也更新 `cache` 里记得的结果。"""
    with cache.open() as opened:
        files = _recall(opened.store, cache.trusting)
        inspection = inspect_all(data, documents, today, vault, Crew(files))
        opened.store.commit()
    return inspection


def _recall(store: Store, trusting: bool) -> Files:
    try:
        return Files(store, trusting)
    except StoreDamaged:
        store.wipe()
        return Files(store, trusting)
