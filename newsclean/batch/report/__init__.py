"""A report on many articles: one page of figures, pictures and samples, out of what `newsclean batch` wrote."""
