import numpy as np


def info_nce(positives, similarities, temperature=0.1):
    z = similarities / temperature
    z = z - z.max(axis=1, keepdims=True)
    log_total = np.log(np.exp(z).sum(axis=1))
    return np.mean(log_total - z[np.arange(len(z)), positives])
