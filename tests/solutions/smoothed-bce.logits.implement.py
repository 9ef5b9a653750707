import numpy as np


def smoothed_bce(y, z, label_smoothing=0.1):
    y = (1 - label_smoothing) * y + label_smoothing / 2
    return np.mean(np.logaddexp(0, z) - y * z)
