import numpy as np


def tversky(masks, p, alpha=0.5, beta=0.5):
    hit = np.sum(masks * p, axis=1)
    invented = np.sum((1 - masks) * p, axis=1)
    missed = np.sum(masks * (1 - p), axis=1)
    return 1 - hit / (hit + alpha * invented + beta * missed)
