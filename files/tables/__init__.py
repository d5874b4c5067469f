"""Tables that people bring and take away: Excel workbooks and CSV, read without believing anything in them."""
