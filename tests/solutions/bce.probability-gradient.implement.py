import numpy as np


def gradient(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (1 - y) / (1 - p) - y / p
