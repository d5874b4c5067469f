import secrets

from django.db import models


def new_number() -> int:
    """A number that was never there: what was remembered in a transaction that failed is never found again."""
    return secrets.randbelow(2**31)


class Version(models.Model):
    """A number that becomes another whenever something many processes keep in memory has changed.

    Read with every request, so what a process remembers under it is right everywhere at once.
    """

    ACCESS = "access"  # units, audiences, scopes: whatever moves many people's rights
    MODULES = "modules"  # module links and navigation
    PAGES = "pages"  # where pages stand, what they are called, who reads them, whether they are live

    name = models.CharField(max_length=20, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return f"{self.name} {self.number}"

    @classmethod
    def bump(cls, name):
        """Call it in the transaction of the change."""
        if not cls.objects.filter(name=name).update(number=new_number()):
            cls.objects.get_or_create(name=name, defaults={"number": new_number()})

    @classmethod
    def current(cls, name):
        return cls.objects.filter(name=name).values_list("number", flat=True).first() or 0
