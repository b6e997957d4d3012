"""读写文件没有成的原因，一律用中文说；系统自己的说法在有的电脑上是英文。"""

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已经有同名的文件，或者路径中间有一段是文件",
    errno.EISDIR: "这是一个文件夹，要写文件名",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.EACCES: "没有权限，或正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读，不能写",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超过了磁盘的限额",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出了毛病",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EINVAL: "文件名里有不能用的符号",
    errno.EBUSY: "正被别的程序使用",
    errno.ELOOP: "快捷方式绕成了圈",
}


def reason(error: OSError) -> str:
    """一句原因，不带文件名；少见的照系统的说法。"""
    return _REASONS.get(error.errno or 0) or error.strerror or "磁盘或文件出了毛病"
