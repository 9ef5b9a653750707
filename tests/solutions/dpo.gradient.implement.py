import numpy as np


def gradient(y, d, beta=0.1):
    return -beta * y / (1 + np.exp(beta * y * d))
