from django.urls import path, re_path

from org.views import account, preferences, sessions, signin

app_name = "org"
urlpatterns = [
    path("accounts/login/", signin.SignInView.as_view(), name="sign_in"),
    path("accounts/slip/", signin.sign_in_by_slip, name="slip"),
    path("accounts/demo/", signin.sign_in_as_demo, name="demo"),
    path("accounts/elsewhere/<slug:key>/", signin.go_elsewhere, name="elsewhere"),
    path("accounts/oidc/sso/login/callback/", signin.come_from_elsewhere, {"key": "sso"}),
    path("accounts/feishu/login/callback/", signin.come_from_elsewhere, {"key": "feishu"}),
    path("accounts/2fa/authenticate/", signin.SecondStepView.as_view()),
    path("accounts/2fa/totp/activate/", signin.SetUpView.as_view()),
    path("accounts/own-password/", account.own_password, name="own_password"),
    # allauth's own doors that lead nowhere here: sign-up, mails and phones kept in its tables, linked accounts
    re_path(r"^accounts/(?:signup|email|confirm-email|3rdparty|social|(?:oidc/[^/]+|feishu)/login)/", signin.closed),
    path("me/sessions/", sessions.sessions, name="sessions"),
    path("me/sessions/others/", sessions.end_other_sessions, name="end_other_sessions"),
    path("me/sessions/<slug:handle>/", sessions.end_session, name="end_session"),
    path("me/sign-ins/<int:pk>/", sessions.answer, name="answer_sign_in"),
    path("me/awake/", sessions.awake, name="awake"),
    path("me/mail/", account.mail, name="mail"),
    path("me/mail/code/", account.mail_code, name="mail_code"),
    path("me/preferences/", preferences.preferences, name="preferences"),
]
