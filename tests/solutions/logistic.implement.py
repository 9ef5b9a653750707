import numpy as np


def logistic(y, s):
    return np.mean(np.logaddexp(0, -y * s))
