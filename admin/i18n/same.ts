/** The same tree of keys with other texts: what a translation of a catalogue must be. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
