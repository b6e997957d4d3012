"""不进仓库的 `私密/` 在哪里：台账的摘要、密钥和列对应都在里面。"""

import os
from pathlib import Path

from environment import ROOT

from casebook.vault import Vault
from casebook.vault.store import FOLDER


def private_folder() -> Path:
    """项目根目录下的 `私密`；环境变量 CASEBOOK_PRIVATE 可另指一处。"""
    return Path(os.environ.get("CASEBOOK_PRIVATE") or ROOT / FOLDER)


def open_vault() -> Vault:
    """本机的密匣。"""
    return Vault(private_folder())
