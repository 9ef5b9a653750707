import numpy as np


def poisson_nll(y, z):
    return np.sum(np.exp(z) - y * z)
