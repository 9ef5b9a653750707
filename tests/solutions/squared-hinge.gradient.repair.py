import numpy as np


def gradient(y, s):
    return -2 * y * np.maximum(0, 1 - y * s)
