"""运行子进程：标准输入输出原样相通，退出码原样传回，Ctrl+C 不留下没人管的子进程。"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

INTERRUPTED = 130
GRACE_SECONDS = 5.0


def run(command: Sequence[str], env: Mapping[str, str], cwd: Path | None = None) -> int:
    """运行到结束，返回退出码；被信号结束时按惯例返回 128 + 信号号码。

    终端里的 Ctrl+C 父子都收得到：先等子进程自己收尾，等不来再请它结束，然后照常抛出。
    """
    with subprocess.Popen(command, env=dict(env), cwd=cwd) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE_SECONDS)
            raise
        finally:
            process.terminate()
    return code if code >= 0 else 128 - code


def become(command: Sequence[str], env: Mapping[str, str]) -> int:
    """让另一个程序接替本进程；Windows 没有真正的接替，就等它结束再传回退出码。"""
    if os.name != "nt":
        os.execve(command[0], list(command), dict(env))
    return run(command, env)
