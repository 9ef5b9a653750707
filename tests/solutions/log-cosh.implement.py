import numpy as np


def log_cosh(y_true, y_pred):
    a = np.abs(y_true - y_pred)
    return a + np.log1p(np.exp(-2 * a)) - np.log(2)
