import numpy as np


def hinge(y, s):
    return np.maximum(0, 1 - y * s)
