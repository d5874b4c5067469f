"""The workbench: cards, navigation, module links, page-side slots. Knows no feature by name."""
