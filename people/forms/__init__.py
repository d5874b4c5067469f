"""Forms of the directory, the staff screens and the roles."""
