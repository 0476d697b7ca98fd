/**
 * The fields that answer to everybody: a bad credential does not stop a request for these alone, since a panel with
 * an expired token must still be able to sign in. Nobody signed in may ask for them, and for nothing else.
 */
export const OPEN_FIELDS: Record<'query' | 'mutation' | 'subscription', readonly string[]> = {
  query: ['company', 'demoSignIns', '__typename'],
  mutation: ['staffSignIn', 'sessionRefresh', 'staffSignOut', '__typename'],
  subscription: [],
};

/** Fields that say by null that nobody of their kind is asking. */
export const OWN_FIELDS: readonly string[] = ['viewer', 'me'];
