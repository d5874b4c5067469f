"""The settings LibreOffice starts with: no macros, nothing fetched, nothing asked. The folder is thrown away after."""

OPTIONS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": True,
        "BlockUntrustedRefererLinks": True,
        "DisableActiveContent": True,
    },
    "Office.Common/Misc": {"FirstRun": False},
    "Office.Common/Save/Document": {"CreateBackup": False},
    "Office.Recovery/AutoSave": {"Enabled": False},
    "Office.Java/VirtualMachine": {"Enable": False},
    "Office.Writer/Content/Update": {"Link": 2, "Field": False, "Chart": False},  # 2: never
    "Office.Calc/Content/Update": {"Link": 2},
    "Inet/Settings": {  # a proxy that nobody runs
        "ooInetProxyType": 2,
        **{f"ooInet{kind}ProxyName": "127.0.0.1" for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": 9 for kind in ("HTTP", "HTTPS", "FTP")},
    },
}


def write(folder, build):
    user = folder / "user"
    (user / "extensions").mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_xcu(), "utf-8")
    if build:
        (user / "extensions" / "buildid").write_text(build, "utf-8")


def _xcu():
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>"
        for path, options in OPTIONS.items()
        for name, value in options.items()
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
