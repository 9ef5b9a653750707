import numpy as np


def kl(p, q):
    q = np.maximum(q, 1e-12)
    return np.mean(np.sum(p * np.log(np.maximum(p, 1e-12) / q), axis=1))
