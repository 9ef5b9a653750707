import numpy as np


def kl(p, q):
    return np.sum(p * np.log(np.maximum(p, 1e-12) / np.maximum(q, 1e-12)), axis=1)


def js(p, q):
    m = (p + q) / 2
    return (kl(p, m) + kl(q, m)) / 2
