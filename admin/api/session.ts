/** The staff session of this tab: the access token lives in memory only, the refresh token in an http-only cookie. */

interface Session {
  token: string;
  /** When the access token ends, in milliseconds since 1970; 0 when unknown. */
  expiresAt: number;
}

let session: Session | null = null;
let refreshing: Promise<boolean> | null = null;

/** How long before its end a token is already renewed, in milliseconds. */
const EARLY = 15_000;

/** The access token, or null when nobody has signed in. */
export const accessToken = (): string | null => session?.token ?? null;

/** Whether the token is missing or about to end. */
export const needsRefresh = (now = Date.now()): boolean =>
  session === null || (session.expiresAt > 0 && session.expiresAt - EARLY < now);

/** Keeps what a sign-in or a refresh answered. */
export function keepSession(token: string, expiresAt: string | null | undefined): void {
  session = { token, expiresAt: expiresAt ? Date.parse(expiresAt) : 0 };
}

/** Forgets the access token; the cookie is the server's to clear. */
export function dropSession(): void {
  session = null;
}

/**
 * Renews the access token, once however many requests ask at the same time: the refresh token rotates, and a second
 * use of the old one would look like theft.
 */
export function refreshOnce(refresh: () => Promise<boolean>): Promise<boolean> {
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}
