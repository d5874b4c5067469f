"""From what the wire says to what Django reads."""

import sys
from urllib.parse import unquote_to_bytes

from config.http.answers import FileWrapper

UNTRUSTED = frozenset((b"x-forwarded-for", b"x-forwarded-proto", b"x-forwarded-host", b"x-real-ip"))


def client_address(scope, trusted_proxies):
    """Who is asking: the peer, or what the outermost of our own proxies saw."""
    peer = (scope.get("client") or ("127.0.0.1", 0))[0]
    return _hops(scope)[-trusted_proxies] if is_proxied(scope, trusted_proxies) else peer


def is_proxied(scope, trusted_proxies):
    """Whether the request came through all of our own proxies, so that what they say may be believed."""
    return 0 < trusted_proxies <= len(_hops(scope))


def _hops(scope):
    forwarded = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    return [hop.strip() for hop in ",".join(forwarded).split(",") if hop.strip()]


def environ_from(scope, body, length, address, *, trusts_proxy=False):
    server = scope.get("server") or ("localhost", 80)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "SERVER_PROTOCOL": "HTTP/" + scope["http_version"],
        "REMOTE_ADDR": address,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
        "hzh.sends_files": True,
    }
    _add_headers(environ, scope["headers"], trusts_proxy)
    if length:
        environ["CONTENT_LENGTH"] = str(length)
    return environ


def _add_headers(environ, headers, trusts):
    for name, value in headers:
        if b"_" in name or (not trusts and name in UNTRUSTED):
            continue  # X_Real_IP would pass for X-Real-IP
        value = value.decode("latin-1")
        if name == b"content-type":
            environ["CONTENT_TYPE"] = value
        elif name != b"content-length":
            key = "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
            if key in environ:
                value = environ[key] + ("; " if key == "HTTP_COOKIE" else ",") + value
            environ[key] = value
