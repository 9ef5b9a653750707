import numpy as np


def preference_loss(y, d):
    return np.mean(np.logaddexp(0, -y * d))
