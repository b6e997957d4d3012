"""给别的程序用的：订阅（Atom、JSON Feed）和开放数据（CSV、JSON、xlsx、datapackage.json）。"""
