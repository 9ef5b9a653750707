import numpy as np


def contrastive(same, distance, margin=1.0):
    return same * distance**2 + (1 - same) * np.maximum(0, margin - distance) ** 2
