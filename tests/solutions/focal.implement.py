import numpy as np


def focal(y, p, gamma=2.0):
    p_t = np.maximum(np.where(y == 1, p, 1 - p), 1e-12)
    return -np.mean((1 - p_t) ** gamma * np.log(p_t))
