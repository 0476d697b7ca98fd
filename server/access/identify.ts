import { decodeJwt } from 'jose';
import type { App } from '../app.js';
import { unauthenticated } from '../graphql/errors.js';
import type { Principal } from './principal.js';
import { STAFF_ISSUER } from './staff-tokens.js';

const ANONYMOUS: Principal = { kind: 'anonymous' };
const API_KEY_PREFIX = 'lk_';

/**
 * Who a request comes from, by its Authorization header: an API key by its prefix, a member of staff or a customer by
 * their token's issuer. No header is nobody; a credential that does not hold throws UNAUTHENTICATED.
 */
export async function identify(app: App, authorization: string | undefined): Promise<Principal> {
  if (!authorization) {
    return ANONYMOUS;
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token) {
    throw unauthenticated('The Authorization header must be "Bearer" and a token or API key.');
  }
  if (token.startsWith(API_KEY_PREFIX)) {
    return app.apiKeyCheck.principalOf(token);
  }
  const remembered = app.customerTokens.remembered(token);
  if (remembered) {
    return remembered;
  }
  // The issuer only decides who checks the token; that check covers the issuer again, signed.
  const issuer = issuerOf(token);
  return issuer === STAFF_ISSUER ? app.staffTokens.principalOf(token) : app.customerTokens.principalOf(token, issuer);
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw unauthenticated('This is neither a token nor an API key.');
  }
}
