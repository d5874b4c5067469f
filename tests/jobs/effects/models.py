from django.db import models


class Ask(models.Model):
    """The change that asks for work, in one transaction with it."""

    number = models.IntegerField()


class Effect(models.Model):
    """What the work did: one row for each ask, never more."""

    number = models.IntegerField()
    at = models.DateTimeField(auto_now_add=True)
