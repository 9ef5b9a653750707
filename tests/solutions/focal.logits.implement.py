import numpy as np


def focal(y, z, gamma=2.0):
    m = (2 * y - 1) * z
    return np.exp(-gamma * np.logaddexp(0, m)) * np.logaddexp(0, -m)
