"""What files do on their own."""

from files import cleaning
from jobs import every


@every(minutes=10, name="files.purge_loose")
def purge_loose():
    cleaning.purge_loose()
