"""Word files read and changed as what they are, a zip of XML. Without Django or database: this runs confined."""
