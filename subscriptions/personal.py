"""What must not stand in a text for all: numbers of people, their telephones, numbers of patients."""

import re

PERSONAL = re.compile(
    r"(?<!\d)\d{17}[\dXx](?!\d)"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)"
    r"|(?:住院|门诊|病历|病案|就诊)号[：:]?\s*是?\s*[A-Za-z]?\d{4,}"
)
