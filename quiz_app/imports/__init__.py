"""What others have written, taken over: flashcards of Anki."""
