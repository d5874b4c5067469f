"""The pieces of the web server: what comes in, what goes out, what is refused at the door."""
