"""Mathematics as the program reads, computes, sets and transforms it; knows no loss."""
