"""For the administrator who lost the authenticator and all recovery codes, when nobody else can reset it."""

from django.core.management.base import BaseCommand, CommandError

from org import logins, second_step


class Command(BaseCommand):
    help = "取消一个人的第二步验证；下次登录时重新设置。"

    def add_arguments(self, parser):
        parser.add_argument("number", help="工号")
        parser.add_argument("--reason", default="在服务器上执行", help="原因，写入审计记录")

    def handle(self, *args, number, reason, **options):
        person = logins.find(number)
        if person is None:
            raise CommandError(f"没有工号是 {number} 的人。")
        second_step.reset(person, by=None, reason=reason)
        self.stdout.write(f"{person} 的第二步验证已取消，登录也已全部退出。")
