import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import type { App } from '../app.js';

export const DEMO_ISSUER = 'liuke-demo';
export const DEMO_AUDIENCE = 'liuke-app';
/** What most identity providers sign with, and the cheapest to check. */
export const DEMO_ALGORITHM = 'RS256';
const HOURS = 1;

/** A fresh key pair for a demo company's secrets, as private JWK in JSON. */
export async function newDemoKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(DEMO_ALGORITHM, { extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg: DEMO_ALGORITHM, kid: 'demo', use: 'sig' });
}

/**
 * Plays the company's identity provider, so that the app can be tried without one. Exists only for a demo company
 * on a server that is not in production; everywhere else it has no keys and its tokens are refused.
 */
export class DemoIssuer {
  constructor(private readonly app: App) {}

  /** The public half, or undefined where there is no demo. */
  async publicKeys(): Promise<JSONWebKeySet | undefined> {
    const key = await this.#key();
    if (!key) {
      return undefined;
    }
    const { kty, n, e, alg, kid, use } = key;
    return { keys: [{ kty, n, e, alg, kid, use } as JWK] };
  }

  /** A token for any subject whatsoever, valid for an hour; undefined where there is no demo. */
  async issue(subject: string): Promise<{ token: string; expiresAt: Date } | undefined> {
    const key = await this.#key();
    if (!key) {
      return undefined;
    }
    const now = this.app.clock.now();
    const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: DEMO_ALGORITHM, kid: key.kid ?? 'demo' })
      .setIssuer(DEMO_ISSUER)
      .setAudience(DEMO_AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(await importJWK(key, DEMO_ALGORITHM));
    return { token, expiresAt };
  }

  async #key(): Promise<JWK | undefined> {
    const { company } = this.app;
    const { demoIssuer } = (await company.settings()).secrets;
    return demoIssuer && (await company.playsDemo()) ? JSON.parse(demoIssuer) : undefined;
  }
}
