import numpy as np


def gradient(same, distance, margin=1.0):
    pull = 2 * distance
    push = -2 * np.maximum(0, margin - distance)
    return np.where(same == 1, pull, push)
