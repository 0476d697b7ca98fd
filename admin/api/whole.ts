/**
 * For the query of a single record: keeps react-admin from showing the shorter record of a list in its place, which
 * lacks most of what a profile shows.
 */
export const WHOLE = { meta: { whole: true } };
