import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { ApiScope, type StaffRole } from '../../schema/staff/enums.js';
import { newKey } from '../../server/access/api-key-check.js';
import { newId } from '../../server/database/id.js';
import type { TestApp } from './app.js';

const { privateKey, publicKey } = await generateKeyPair('ES256');
const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'test', use: 'sig' }] };

/** The tests' identity provider: its configuration for the app, its key set behind a data: address. */
export const testIssuer = {
  issuer: 'https://id.example.com',
  audience: 'liuke-app',
  jwksUrl: `data:application/json,${encodeURIComponent(JSON.stringify(keys))}`,
  algorithms: ['ES256'],
  source: 'app',
};

/** A customer's token as the company's identity provider would sign it; claims given override the sound ones. */
export function customerToken(t: TestApp, subject: string, claims: JWTPayload = {}): Promise<string> {
  const now = Math.floor(t.clock.now().getTime() / 1000);
  return new SignJWT({
    iss: testIssuer.issuer,
    aud: testIssuer.audience,
    sub: subject,
    iat: now,
    exp: now + 86_400,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'test' })
    .sign(privateKey);
}

/** A member of staff of that role, made for the occasion, with a session. */
export interface SignedIn {
  id: string;
  sessionId: string;
  email: string;
  token: string;
}

/** A cheap hash that no password has. */
const NO_PASSWORD = `$argon2id$v=19$m=8,t=1,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Makes a member of staff without a password and opens a session; the quick way for tests of other things. */
export async function makeSignedIn(t: TestApp, role: StaffRole, name: string = role): Promise<SignedIn> {
  const id = newId();
  const email = `${id}@example.com`;
  const now = t.clock.now();
  const tokens = await t.app.db.transaction(async (tx) => {
    await tx.run(
      `insert into staff (id, email, name, role, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, email, name, role, NO_PASSWORD, now],
    );
    return t.app.sessions.open(tx, id, { ip: '127.0.0.1', userAgent: 'jest', requestId: 'test' });
  });
  return { id, email, token: tokens.accessToken, sessionId: tokens.sessionId };
}

/** An access token of somebody of that role, good for ten minutes of the test's clock. */
export async function signIn(t: TestApp, role: StaffRole): Promise<string> {
  return (await makeSignedIn(t, role)).token;
}

/** An API key of another system. */
export async function apiKey(t: TestApp, scopes: ApiScope[] = Object.values(ApiScope)): Promise<string> {
  const { key, prefix, secretHash } = newKey();
  const [creator] = await t.app.db.rows<{ id: string }>('select id from staff limit 1');
  await t.app.db.rows(
    `insert into api_key (id, name, prefix, secret_hash, scopes, created_by, created_at)
     values ($1, 'shop', $2, $3, $4, $5, $6)`,
    [newId(), prefix, secretHash, scopes, creator!.id, t.clock.now()],
  );
  return key;
}
