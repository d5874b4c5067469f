"""A page as PDF or Word. `sheet` says what a copy shows its reader, `running` has it drawn in a confined process,
`copies` keeps it for whoever asked.

`child`, `tidying`, `pdf` and `word` run in that process: no Django, no database, no network.
"""
