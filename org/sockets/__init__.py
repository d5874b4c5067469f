"""What every socket of the server process needs: who calls, why a line is closed, threads for the database."""
