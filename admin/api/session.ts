/** The staff session of this tab: the access token lives in memory only, the refresh token in an http-only cookie. */

let token: string | null = null;
let refreshing: Promise<boolean> | null = null;

/** The access token, or null when nobody has signed in. */
export const accessToken = (): string | null => token;

/** Keeps the token that a sign-in or a refresh answered. */
export function keepSession(accessToken: string): void {
  token = accessToken;
}

/** Forgets the access token; the cookie is the server's to clear. */
export function dropSession(): void {
  token = null;
}

/**
 * Renews the access token, once however many requests ask at the same time: the refresh token rotates, and a second
 * use of the old one would look like theft. When to renew is the server's word (a refused request) and not this
 * machine's clock, which may be wrong.
 */
export function refreshOnce(refresh: () => Promise<boolean>): Promise<boolean> {
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}
