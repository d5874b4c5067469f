"""The kinds of knowledge pages."""

from wiki.models.articles import Article
from wiki.models.cases import ClinicalCase
from wiki.models.regulations import Edition, Regulation, RegulationClass, Replacement

__all__ = ["Article", "ClinicalCase", "Edition", "Regulation", "RegulationClass", "Replacement"]
