"""直接运行的脚本（基准、拍照、训练）：还没在项目环境里，就换进去再运行一次。只用标准库。"""

import os
import sys

from environment import DEV_LOCK, ROOT, ensure_environment
from installer import EnvironmentProblem
from manage import child_environment
from processes import become


def enter_environment() -> None:
    """保证后面的导入都在项目环境里；已经在了就什么也不做。环境装不成时印出原因并退出。"""
    if os.path.realpath(sys.prefix) == os.path.realpath(ROOT / ".venv"):
        return
    try:
        python = ensure_environment(DEV_LOCK)
    except EnvironmentProblem as problem:
        sys.exit(str(problem))
    sys.exit(become([str(python), *sys.argv], child_environment(os.environ)))
