"""GraphiQL, for development: a page to try the API by hand, whose files are all served from here."""
