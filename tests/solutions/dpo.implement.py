import numpy as np


def dpo(y, d, beta=0.1):
    return np.mean(np.logaddexp(0, -beta * y * d))
