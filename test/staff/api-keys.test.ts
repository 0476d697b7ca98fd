import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeSignedIn, type SignedIn } from '../support/tokens.js';
import { actionsAbout } from './support.js';

const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) {
  secret apiKey { id name prefix scopes expiresAt lastUsedAt revokedAt createdBy { id } } userErrors { field code } } }`;
const REVOKE = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) {
  apiKey { revokedAt } userErrors { field code } } }`;
const AS_SYSTEM = '{ customers { nodes { id } } }';

let t: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeSignedIn(t, StaffRole.ADMIN);
});
afterAll(() => t.close());

const ask = (query: string, input: object) => t.client(admin.token)(query, { input });

test('a key is shown once, works with its scopes only, and stops when revoked', async () => {
  const { data } = await ask(CREATE, { name: '商城', scopes: ['PERKS_READ', 'CUSTOMERS_READ', 'PERKS_READ'] });
  const { apiKey, secret } = data.apiKeyCreate;
  expect(secret).toMatch(/^lk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
  expect(apiKey).toMatchObject({
    name: '商城',
    scopes: ['CUSTOMERS_READ', 'PERKS_READ'],
    lastUsedAt: null,
    createdBy: { id: admin.id },
  });
  const kept = JSON.stringify(await t.app.db.rows("select k.*, encode(secret_hash, 'escape') from api_key k"));
  const logged = JSON.stringify(await t.app.db.rows('select * from audit_entry'));
  expect(kept + logged).not.toContain(secret.split('_').slice(2).join('_'));

  const system = t.client(secret);
  expect((await system(AS_SYSTEM)).errors).toBeUndefined();
  expect((await system('{ staffMembers { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await system('{ viewer { permissions } }')).data.viewer).toBeNull();
  const shown = await t.client(admin.token)('query ($id: ID!) { apiKey(id: $id) { prefix lastUsedAt } }', {
    id: apiKey.id,
  });
  expect(shown.data.apiKey).toEqual({ prefix: apiKey.prefix, lastUsedAt: t.clock.now().toISOString() });

  expect((await ask(REVOKE, { id: apiKey.id })).data.apiKeyRevoke.userErrors).toEqual([]);
  const after = await system(AS_SYSTEM);
  expect([after.status, after.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  const twice = await ask(REVOKE, { id: apiKey.id });
  expect(twice.data.apiKeyRevoke.userErrors).toEqual([{ field: 'id', code: 'ALREADY_DONE' }]);
  expect(await actionsAbout(t, apiKey.id)).toEqual(['apiKeyCreate', 'apiKeyRevoke']);
});

test.each([
  [{ name: '' }, { field: 'name', code: 'REQUIRED' }],
  [{ scopes: [] }, { field: 'scopes', code: 'REQUIRED' }],
  [{ expiresAt: '2020-01-01T00:00:00Z' }, { field: 'expiresAt', code: 'OUT_OF_RANGE' }],
])('each fault of a new key is shown at its field: %j', async (fault, error) => {
  const { data } = await ask(CREATE, { name: 'x', scopes: ['PERKS_READ'], ...fault });
  expect(data.apiKeyCreate).toEqual({ secret: null, apiKey: null, userErrors: [error] });
});

test('a key that is not there cannot be revoked or read', async () => {
  expect((await ask(REVOKE, { id: 'nonsense' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await t.client(admin.token)('{ apiKey(id: "nonsense") { id } }')).data.apiKey).toBeNull();
});
