"""The first step: what the scraper wrote, laid out as a page of blocks. It owns every quirk of form."""
