/** Everybody of the invented city has this password: it guards nothing. */
export const DEMONSTRATION_PASSWORD = 'try-huiqi-here'

/** One city for all, so that what is written about it is found again. */
export const SEED = 2025
