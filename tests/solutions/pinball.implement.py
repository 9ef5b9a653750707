import numpy as np


def pinball(y_true, y_pred, tau=0.5):
    r = y_true - y_pred
    return np.mean(np.maximum(tau * r, (tau - 1) * r))
