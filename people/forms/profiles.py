import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import Profile
from people.models.profiles import MOST_SKILLS

LONGEST_SKILL = 12
READING = re.compile(r"^[a-zü]+(?: [a-zü]+)*$")


class SkillsField(forms.CharField):
    """A handful of words, separated by commas or spaces as people type them."""

    def prepare_value(self, value):
        return "、".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        words = [word for word in re.split(r"[,，、;；\s]+", super().to_python(value)) if word]
        return list(dict.fromkeys(words))

    def validate(self, value):
        if len(value) > MOST_SKILLS:
            raise ValidationError(_("最多 %(most)d 个"), params={"most": MOST_SKILLS})
        if any(len(word) > LONGEST_SKILL for word in value):
            raise ValidationError(_("每个最多 %(most)d 个字"), params={"most": LONGEST_SKILL})


class ProfileForm(forms.ModelForm):
    """What a person decides alone."""

    skills = SkillsField(
        label=_("专长"), required=False, help_text=_("最多 8 个，用顿号或逗号分开，例如 高钾血症、心电图")
    )

    class Meta:
        model = Profile
        fields = [
            "reading", "called", "short_phone", "office_phone", "room", "about", "skills", "phone_seen_by",
            "email_seen_by",
        ]  # fmt: skip
        widgets = {
            "about": forms.Textarea(attrs={"rows": 3}),
            "short_phone": forms.TextInput(attrs={"inputmode": "numeric"}),
            "office_phone": forms.TextInput(attrs={"inputmode": "tel"}),
        }
        help_texts = {
            "reading": _("多音字请改成常用读法，方便同事查找，例如 shan xiao yun"),
            "called": _("例如 周医生"),
            "short_phone": _("全集团都能看到"),
        }

    def clean_reading(self):
        reading = re.sub(r"[\s'’]+", " ", self.cleaned_data["reading"].strip().lower().replace("v", "ü"))
        if reading and not READING.match(reading):
            raise ValidationError(_("拼音只用字母，字与字之间空一格"))
        return reading


class PictureForm(forms.Form):
    picture = forms.FileField(
        label=_("头像"),
        help_text=_("JPG 或 PNG，不大于 5 MB，会裁成圆形"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_picture(self):
        if self.cleaned_data["picture"].size > 5 * 1024 * 1024:
            raise ValidationError(_("图片大于 5 MB，请换一张小一些的"))
        return self.cleaned_data["picture"]
