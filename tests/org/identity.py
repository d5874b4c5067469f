"""A small real OpenID Connect provider, and Feishu's three addresses, on a port of this machine."""

import json
import threading
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Signs in whoever comes as `self.claims`; `self.broken` names an address that answers with nonsense."""

    client_id, secret = "hongzhihui", "a-secret-of-the-provider"

    def __init__(self):
        self.claims = {"sub": "u-1", "preferred_username": "QY10874"}
        self.employee = {"open_id": "ou_1", "name": "林小满", "employee_no": "QY10874"}
        self.broken = ""
        self.grants = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def configuration(self, values):
        return 200, {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, values):
        code = f"code-{len(self.grants)}"
        self.grants[code] = values.get("code_challenge", "")
        return 302, f"{values['redirect_uri']}?{urlencode({'code': code, 'state': values['state']})}"

    def token(self, values):
        if (values.get("client_id"), values.get("client_secret")) != (self.client_id, self.secret):
            return 401, {"error": "invalid_client"}
        challenge = urlsafe_b64encode(sha256(values.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        if self.grants.pop(values["code"], None) != challenge:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        told = {"iss": self.url, "aud": self.client_id, "iat": now, "exp": now + 60, **self.claims}
        token = jwt.encode(told, KEY, algorithm="RS256", headers={"kid": "one"})
        return 200, {"access_token": "access-1", "token_type": "Bearer", "id_token": token}

    def userinfo(self, values):
        return 200, self.claims

    def feishu_app(self, values):
        if (values.get("app_id"), values.get("app_secret")) != (self.client_id, self.secret):
            return 200, {"code": 10014, "msg": "app secret invalid"}
        return 200, {"code": 0, "app_access_token": "app-1"}

    def feishu_token(self, values):
        return 200, {"code": 0, "data": {"access_token": "access-1"}}

    def feishu_user(self, values):
        return 200, {"code": 0, "data": self.employee}

    def answer(self, path, values):
        answers = {
            "/.well-known/openid-configuration": self.configuration,
            "/authorize": self.authorize,
            "/token": self.token,
            "/userinfo": self.userinfo,
            "/feishu/app": self.feishu_app,
            "/feishu/token": self.feishu_token,
            "/feishu/user": self.feishu_user,
        }
        if path == self.broken:
            return 200, "<html>Welcome to the hospital</html>"
        return answers[path](values) if path in answers else (404, "not here")

    def _handler(provider):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                self.reply(*provider.answer(parts.path, _plain(parts.query)))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                values = json.loads(body) if body.startswith("{") else _plain(body)
                self.reply(*provider.answer(self.path, values))

            def reply(self, status, what):
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", what)
                    what = ""
                kind, text = ("text/html", what) if isinstance(what, str) else ("application/json", json.dumps(what))
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *args):
                pass

        return Handler


def _plain(query):
    return {name: values[0] for name, values in parse_qs(query).items()}
