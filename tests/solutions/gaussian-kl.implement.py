import numpy as np


def gaussian_kl(mu, logvar):
    return (mu**2 + np.exp(logvar) - 1 - logvar) / 2
