"""What the editor in the browser says, in the language of the person (frontend/editor/words.js)."""

from django.utils.translation import gettext_lazy as _

from content.together import tools

LINE = {
    "connecting": _("正在连接…"),
    "ready": _("已连接，写的字自动保存"),
    "saving": _("正在保存…"),
    "saved": _("已保存 {at}"),
    "offline": _("连接断开，文字只在本页，连上后自动保存"),
    "read_only": _("只能看"),
    "closed": _("已断开"),
    "gone": _("这一页不在了"),
    "no_line": _("多人编辑没有连上"),
    "no_line_why": _(
        "这台电脑的网络可能挡住了实时连接。可以改用简单编辑：一个人写，保存时和别人的修改合并。页面还在继续尝试连接。"
    ),
    "refused": _("刚写的文字没有保存"),
    "closed_why": _("请重新载入这一页。"),
    "closed_4401": _("登录已经过期。请在新的标签页登录，再回到这里重新连接，文字还在。"),
    "closed_4403": _("您现在不能改这一页。要改请找维护人。"),
    "closed_4404": _("这一页已经移走或删除，或者您不能再看它。"),
    "closed_4409": _("这一页的文字在服务器上重新整理过。"),
    "closed_4413": _("这一页太大了，装不下这次修改。"),
    "closed_4426": _("编辑器已经更新。"),
    "copy_first": _("请先复制还没保存的文字，再重新载入。"),
    "act_plain": _("用简单编辑"),
    "act_draft": _("看草稿"),
    "act_library": _("回到知识库"),
    "act_sign_in": _("去登录"),
    "act_again": _("重新连接"),
    "act_reload": _("重新载入"),
    "act_copy": _("复制未保存的文字"),
    "copied": _("已复制"),
}
PAGE = {
    "body": _("正文"),
    "people": _("{count} 人正在编辑：{names}"),
    "people_short": _("{count} 人在编辑"),
    "neighbour": _("{name} 正在用简单编辑写这一页，保存时会和这里的文字合并。"),
    "not_saved_yet": _("还有文字没有保存，请等连接恢复后再试。"),
    "value_missing": _("这一项必填，请填写。"),
    "value_wrong": _("这一项填得不对，请改正。"),
    "value_kept": _("改好以前不保存，别人看到的仍是“{kept}”。"),
    "value_stops": _("“{label}”：{why}"),
    "no_answer": _("没有连上服务器，请再试一次。"),
}


def words() -> dict[str, str]:
    return {**tools.words(), **{name: str(words) for name, words in {**LINE, **PAGE, **tools.words()}.items()}}
