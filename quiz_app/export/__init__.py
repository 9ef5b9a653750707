"""What others read: Anki packages, Jupyter notebooks, tables of questions and of attempts."""
