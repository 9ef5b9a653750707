import numpy as np


def smooth_l1(y_true, y_pred, beta=1.0):
    size = np.abs(y_true - y_pred)
    return np.where(size < beta, size**2 / (2 * beta), size - beta / 2)
