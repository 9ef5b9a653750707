import numpy as np


def huber(y_true, y_pred, delta=1.0):
    r = np.abs(y_true - y_pred)
    return np.where(r <= delta, r**2 / 2, delta * (r - delta / 2))
