import numpy as np


def gaussian_nll(y, mu, var=1.0):
    return np.mean(np.log(var) + (y - mu) ** 2 / var) / 2
