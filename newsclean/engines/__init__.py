"""Where one machine ends: the same cleaning inside of Spark and datatrove, which are loaded only when they are used."""
