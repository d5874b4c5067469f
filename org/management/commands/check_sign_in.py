"""Ask the identity services, as they are set up, whether they would let people in."""

import requests
from allauth.socialaccount.providers.feishu.client import FeishuOAuth2Client
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from org import elsewhere

NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


class Command(BaseCommand):
    help = "检查统一身份认证和飞书登录的设置。"

    def handle(self, *args, **options):
        if not settings.ELSEWHERE:
            self.stdout.write("没有打开其他登录方式。打开它们的环境变量：HZH_OIDC_URL、HZH_FEISHU_APP_ID。")
        checks = {elsewhere.SSO: self.check_openid_connect, elsewhere.FEISHU: self.check_feishu}
        for key in settings.ELSEWHERE:
            try:
                checks[key]()
            except (requests.RequestException, ValueError) as error:
                raise CommandError(f"{elsewhere.what_is_wrong(error, key)}（{error}）") from None

    def check_openid_connect(self):
        address = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"]
        address = address if "/.well-known/" in address else f"{address}/.well-known/openid-configuration"
        answer = requests.get(address, timeout=10)
        answer.raise_for_status()
        missing = [name for name in NEEDED if name not in answer.json()]
        if missing:
            raise CommandError(f"{address} 缺少 {'、'.join(missing)}，它可能不是 OpenID Connect 服务。")
        self.stdout.write(f"统一身份认证：能连上。工号取自 {settings.OIDC_NUMBER_CLAIM}。")
        self.stdout.write(f"  请在那里登记回调地址：{settings.SITE_URL}/accounts/oidc/sso/login/callback/")

    def check_feishu(self):
        app = settings.SOCIALACCOUNT_PROVIDERS["feishu"]["APPS"][0]
        values = {"app_id": app["client_id"], "app_secret": app["secret"]}
        answer = requests.post(FeishuOAuth2Client.app_access_token_url, data=values, timeout=10)
        answer.raise_for_status()
        if "app_access_token" not in answer.json():
            raise CommandError(f"飞书不接受应用编号和密钥：{answer.json().get('msg', '')}（HZH_FEISHU_*）")
        self.stdout.write("飞书：能连上，应用编号和密钥正确。请确认应用已开通“获取用户受雇信息”权限。")
        self.stdout.write(f"  请在飞书开放平台登记回调地址：{settings.SITE_URL}/accounts/feishu/login/callback/")
