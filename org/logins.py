"""What people type to say who they are: employee number, mobile phone or mail."""

import re

from django.contrib.auth import get_user_model

MOBILE = re.compile(r"1[3-9]\d{9}")
SEPARATORS = re.compile(r"[\s\-]")


def phone_of(text):
    """“138 0013 8000” and “+86 13800138000” → “+8613800138000”; None for what is no mobile number."""
    digits = SEPARATORS.sub("", text).removeprefix("+86").removeprefix("0086")
    return f"+86{digits}" if MOBILE.fullmatch(digits) else None


def normal(text):
    """The same for all spellings of one login, whether there is such a person or not."""
    return phone_of(text) or text.strip().casefold()


def find(text):
    """The person with this number, phone or mail, active or not; None for nobody. Two queries at most.

    A number of digits alone is tried as an employee number first, so it may look like a phone.
    """
    text = text.strip()[:254]
    people = get_user_model().objects
    if "@" in text:
        return people.filter(email=text.lower()).first() or people.filter(email__iexact=text).first()
    person = people.filter(number=text.upper()).first()
    phone = phone_of(text)
    if person is None and phone:
        person = people.filter(phone__in=[phone, phone.removeprefix("+86")]).first()
    return person
