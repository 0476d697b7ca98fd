import { hash } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { App } from '../app.js';
import { unauthenticated } from '../graphql/errors.js';
import { isStorable } from '../graphql/validate.js';
import { DEMO_ALGORITHM, DEMO_AUDIENCE, DEMO_ISSUER } from './demo-issuer.js';
import type { CustomerPrincipal } from './principal.js';

/** How many verified tokens are remembered: some 15 MB, the members who are using the app right now. */
const REMEMBERED = 50_000;
/** For how long at most: a key that the identity provider withdraws stops working after so many milliseconds. */
const REMEMBER_FOR = 5 * 60_000;
/** Clocks of two machines differ a little; in seconds. */
const TOLERANCE = 5;

/** An identity provider that we accept tokens of. */
interface Provider {
  issuer: string;
  audience: string;
  algorithms: string[];
  keys: JWTVerifyGetKey;
}

/** Checks the tokens that customers bring from the company's identity provider. */
export class CustomerTokens {
  readonly #app: App;
  readonly #configured: Provider | undefined;
  #demo: Provider | undefined;
  /** By the token's hash, so that no usable token lies in memory. */
  readonly #verified = new LRUCache<string, { principal: CustomerPrincipal; until: number }>({ max: REMEMBERED });

  constructor(app: App) {
    this.#app = app;
    const { issuer, audience, jwksUrl, algorithms } = app.config.customerTokens;
    if (issuer && audience && jwksUrl) {
      this.#configured = { issuer, audience, algorithms, keys: remoteKeys(jwksUrl) };
    }
  }

  /** Who a token that was checked a moment ago belongs to; saves the signature's check, never outlives the token. */
  remembered(token: string): CustomerPrincipal | undefined {
    const known = this.#verified.get(hash('sha256', token, 'base64'));
    return known && known.until > this.#app.clock.now().getTime() ? known.principal : undefined;
  }

  /** Checks a token of that issuer and says whose it is; throws UNAUTHENTICATED. */
  async principalOf(token: string, issuer: string | undefined): Promise<CustomerPrincipal> {
    const provider = await this.#providerOf(issuer);
    if (!provider) {
      throw unauthenticated('This token comes from an issuer that is not accepted here.');
    }
    const now = this.#app.clock.now();
    const { payload } = await jwtVerify(token, provider.keys, {
      issuer: provider.issuer,
      audience: provider.audience,
      algorithms: provider.algorithms,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: TOLERANCE,
      currentDate: now,
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? unauthenticated('This token is not valid, or no longer.') : error;
    });
    const subject = String(payload.sub);
    if (!subject || subject.length > 200 || !isStorable(subject)) {
      throw unauthenticated("This token's subject cannot name a customer.");
    }
    const principal: CustomerPrincipal = { kind: 'customer', source: this.#app.config.customerTokens.source, subject };
    const until = Math.min((payload.exp as number) * 1000, now.getTime() + REMEMBER_FOR);
    this.#verified.set(hash('sha256', token, 'base64'), { principal, until });
    return principal;
  }

  async #providerOf(issuer: string | undefined): Promise<Provider | undefined> {
    if (this.#configured && issuer === this.#configured.issuer) {
      return this.#configured;
    }
    return issuer === DEMO_ISSUER ? this.#demoProvider() : undefined;
  }

  async #demoProvider(): Promise<Provider | undefined> {
    const keys = await this.#app.demoIssuer.publicKeys();
    this.#demo ??= keys && {
      issuer: DEMO_ISSUER,
      audience: DEMO_AUDIENCE,
      algorithms: [DEMO_ALGORITHM],
      keys: createLocalJWKSet(keys),
    };
    return keys && this.#demo;
  }
}

/** The identity provider's published keys; that they cannot be had is its fault or ours, not the token's. */
function remoteKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
        throw error;
      }
      throw new Error("the identity provider's keys cannot be read", { cause: error });
    }
  };
}
