import numpy as np


def gradient(y, z):
    return 1 / (1 + np.exp(-z)) - y
