import numpy as np


def kl(p, q):
    log_ratio = np.log(np.maximum(p, 1e-12)) - np.log(np.maximum(q, 1e-12))
    return np.sum(p * log_ratio, axis=1)
