"""在项目环境里运行一条命令的模块：run_command.py 模块名 参数……（由 manage.py 调用）。"""

import errno
import os
import signal
import sys
import traceback
from importlib import import_module
from pathlib import Path

import cli
from environment import CACHE
from processes import INTERRUPTED
from saved_patterns import saved_patterns

BROKEN_PIPE = 141
UNWRITABLE = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EIO, errno.ENOTDIR)
}
"""磁盘满了、超了限额、不让写、要写的地方不是文件夹。"""


def main(argv: list[str]) -> int:
    """导入 argv[0] 这个模块并调用它的 main，返回退出码；Ctrl+C 和管道断开都安静地结束。"""
    cli.use_safe_output()
    signal.signal(signal.SIGTERM, _exit_on_signal)
    try:
        with saved_patterns(CACHE / "patterns" / argv[0]):
            return int(import_module(argv[0]).main(argv[1:]))
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # 例如 check | head：对方已不再读
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        if os.environ.get("CASEBOOK_DEBUG"):
            raise
        print(describe_accident(error, argv[0]), file=sys.stderr)
        return 1


def describe_accident(error: Exception, module: str) -> str:
    """程序自己出错时的话。只说哪一类、在哪一行，不带可能含有数据的出错内容。"""
    if isinstance(error, OSError) and error.errno in UNWRITABLE:
        from casebook.failures import reason  # 只有出了毛病才要它

        return (
            f"写不进磁盘：{reason(error)}（{error.filename or '不知道哪个文件'}）。\n"
            "请看看磁盘是否已满、文件夹是否可写，然后再运行一次；原来的网站和数据都没有动。"
        )
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name} 第 {last.lineno} 行"
    return (
        f"程序自己出了错：{type(error).__name__}（{where}）。\n"
        f"数据没有动。请把这两行和用的命令（{module}）告诉维护者；"
        "维护者可设 CASEBOOK_DEBUG=1 再运行，看完整的经过。"
    )


def _exit_on_signal(number: int, _frame: object) -> None:
    """收到结束信号时像普通退出一样收尾，临时文件才有机会清掉；再来的信号不打断收尾。"""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
