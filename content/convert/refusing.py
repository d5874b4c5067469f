"""Why a file is not converted, in codes: who shows them finds the words."""

CODES = (
    # What it is.
    "empty",
    "unknown",  # no kind that we know
    "macros",  # Word with programs in it
    "encrypted",  # opens with a password only
    "old_xml",  # Word 2003's XML
    "web_archive",  # .mht
    "not_text",  # says it is text, and is in no encoding that we know
    # What is wrong with it.
    "cut_off",  # truncated or damaged
    "too_large",
    "packed_too_well",  # a bomb
    "members",  # too many files in one
    "bad_name",  # leads out of the folder it is unpacked in
    "strange_packing",
    "doctype",  # entities of its own
    # What only reading it shows (content.convert.word.package).
    "not_zip",
    "no_document",
    "no_part",
    "not_xml",
    "damaged",
    "too_deep",
    "too_many_paragraphs",
    "too_many_cells",
    "too_many_rows",
    "no_office",  # an old format, and no LibreOffice here to read it
    # How the attempt ended.
    "too_much",  # time or memory
    "broken",  # a mistake of ours, most likely
)


class Refused(Exception):
    """`code` is one of CODES; `detail` is for operators."""

    def __init__(self, code, detail=""):
        super().__init__(f"{code} {detail}".strip())
        self.code, self.detail = code, str(detail)
