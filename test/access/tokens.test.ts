import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { base64url, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { StaffRole } from '../../schema/staff/enums.js';
import { identify } from '../../server/access/identify.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeSignedIn } from '../support/tokens.js';

const ISSUER = 'https://id.example.com';
const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const other = await generateKeyPair('RS256');

/** The identity provider: its keys, and how often they were asked for. */
let keys: object[];
let fetched = 0;
let broken = false;
let server: Server;
let t: TestApp;

beforeAll(async () => {
  keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  server = createServer((_request, response) => {
    fetched++;
    response.writeHead(broken ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  t = await createTestApp({
    customerTokens: { issuer: ISSUER, audience: 'liuke-app', jwksUrl, algorithms: ['RS256'], source: 'app' },
  });
});
afterAll(async () => {
  await t.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => t.clock.set(TEST_NOW));

const now = () => Math.floor(t.clock.now().getTime() / 1000);
const sound = (): JWTPayload => ({ iss: ISSUER, aud: 'liuke-app', sub: 'u1', exp: now() + 3600 });
const signed = (claims: JWTPayload, key = privateKey, header: object = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
const who = (token: string) => identify(t.app, `Bearer ${token}`);
const refused = { extensions: { code: 'UNAUTHENTICATED' } };

test("a customer's token is checked with the published keys, which are fetched once", async () => {
  for (const sub of ['u1', 'u2', '会员 3']) {
    expect(await who(await signed({ ...sound(), sub }))).toEqual({ kind: 'customer', source: 'app', subject: sub });
  }
  expect(await who(await signed({ ...sound(), aud: ['shop', 'liuke-app'] }))).toMatchObject({ kind: 'customer' });
  expect(fetched).toBe(1);
});

test.each<[string, (claims: JWTPayload) => JWTPayload]>([
  ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example.com' })],
  ['no issuer', ({ iss: _, ...claims }) => claims],
  ['another audience', (claims) => ({ ...claims, aud: 'shop' })],
  ['no audience', ({ aud: _, ...claims }) => claims],
  ['no expiry', ({ exp: _, ...claims }) => claims],
  ['expired', (claims) => ({ ...claims, exp: now() - 6 })],
  ['not valid yet', (claims) => ({ ...claims, nbf: now() + 6 })],
  ['no subject', ({ sub: _, ...claims }) => claims],
  ['an empty subject', (claims) => ({ ...claims, sub: '' })],
  ['a subject with a NUL', (claims) => ({ ...claims, sub: 'a\0b' })],
  ['an endless subject', (claims) => ({ ...claims, sub: 'x'.repeat(201) })],
  ['the staff issuer', (claims) => ({ ...claims, iss: 'liuke' })],
  ['the demo issuer, where there is no demo', (claims) => ({ ...claims, iss: 'liuke-demo' })],
])("a customer's token is refused: %s", async (_what, change) => {
  await expect(who(await signed(change(sound())))).rejects.toMatchObject(refused);
});

test('a token expires by the second while it is remembered', async () => {
  const token = await signed({ ...sound(), exp: now() + 60 });
  await who(token);
  t.clock.advanceDays(59 / 86_400);
  expect(await who(token)).toMatchObject({ subject: 'u1' });
  t.clock.advanceDays(10 / 86_400);
  await expect(who(token)).rejects.toMatchObject(refused);
});

test('a signature of another key, a changed payload or none at all is refused', async () => {
  await expect(who(await signed(sound(), other.privateKey))).rejects.toMatchObject(refused);
  const [header, , signature] = (await signed(sound())).split('.');
  const payload = base64url.encode(JSON.stringify({ ...sound(), sub: 'u2' }));
  await expect(who(`${header}.${payload}.${signature}`)).rejects.toMatchObject(refused);
  await expect(who(`${header}.${payload}.`)).rejects.toMatchObject(refused);
});

test('alg none is refused, for customers and for staff', async () => {
  await expect(who(new UnsecuredJWT(sound()).encode())).rejects.toMatchObject(refused);
  const { id, sessionId } = await makeSignedIn(t, StaffRole.ADMIN);
  const staff = { iss: 'liuke', aud: 'liuke-access', sub: id, sid: sessionId, exp: now() + 60 };
  await expect(who(new UnsecuredJWT(staff).encode())).rejects.toMatchObject(refused);
});

test('HS256 with the public key as its secret is refused', async () => {
  const secret = await exportSPKI(publicKey);
  for (const claims of [sound(), { ...sound(), iss: 'liuke', aud: 'liuke-access', sid: 'x' }]) {
    const head = `${base64url.encode('{"alg":"HS256","kid":"k1"}')}.${base64url.encode(JSON.stringify(claims))}`;
    const forged = `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
    await expect(who(forged)).rejects.toMatchObject(refused);
  }
});

test('an algorithm that is not pinned is refused though the key would do', async () => {
  const pss = await generateKeyPair('PS256');
  keys.push({ ...(await exportJWK(pss.publicKey)), kid: 'pss' });
  const token = await new SignJWT(sound()).setProtectedHeader({ alg: 'PS256', kid: 'pss' }).sign(pss.privateKey);
  await expect(who(token)).rejects.toMatchObject(refused);
});

test("another company's session secret signs no staff token here", async () => {
  const { id, sessionId } = await makeSignedIn(t, StaffRole.ADMIN);
  const forged = new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('liuke')
    .setAudience('liuke-access')
    .setSubject(id)
    .setExpirationTime(now() + 60)
    .sign(Buffer.alloc(32, 1));
  await expect(who(await forged)).rejects.toMatchObject(refused);
});

test('when the identity provider cannot be reached, that is not told as a bad token', async () => {
  const away = await createTestApp({
    customerTokens: {
      issuer: ISSUER,
      audience: 'liuke-app',
      jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
      algorithms: ['RS256'],
      source: 'app',
    },
  });
  broken = true;
  const answer = await away.client(await signed(sound()))('{ me { id } }');
  broken = false;
  await away.close();
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL']);
});
