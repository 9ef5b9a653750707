import numpy as np


def epsilon_insensitive(y_true, y_pred, epsilon=0.1):
    return np.mean(np.maximum(0, np.abs(y_true - y_pred) - epsilon))
