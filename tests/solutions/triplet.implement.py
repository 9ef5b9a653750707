import numpy as np


def triplet(positive, negative, margin=1.0):
    return np.mean(np.maximum(0, positive - negative + margin))
