import numpy as np


def weighted_bce(y, z, pos_weight=2.0):
    return np.mean(pos_weight * y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))
