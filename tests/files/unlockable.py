"""files.confined.office on a machine whose kernel we do not know."""

import platform

from files.confined import office

platform.machine = lambda: "vax"
if __name__ == "__main__":
    office.main()
