"""本机的密匣：台账里的真实信息只留下带密钥的摘要，够用来认出它，不够用来还原它。"""

from casebook.vault.known import KnownValues
from casebook.vault.store import Vault

__all__ = ["KnownValues", "Vault"]
