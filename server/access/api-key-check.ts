import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiScope } from '../../schema/staff/enums.js';
import type { App } from '../app.js';
import { unauthenticated } from '../graphql/errors.js';
import type { SystemPrincipal } from './principal.js';

const KEY = /^lk_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
/** How exact last_used_at is, in milliseconds: not every request should write a row. */
const USE_NOTED_EVERY = 60_000;

interface StoredKey {
  id: string;
  name: string;
  secretHash: Buffer;
  scopes: ApiScope[];
  lastUsedAt: Date | null;
}

/** Checks API keys of other systems: `lk_<prefix>_<secret>`, of which only the secret's hash is kept. */
export class ApiKeyCheck {
  constructor(private readonly app: App) {}

  /** The system behind a key; throws UNAUTHENTICATED for unknown, revoked and expired ones alike. */
  async principalOf(key: string): Promise<SystemPrincipal> {
    const [, prefix, secret] = KEY.exec(key) ?? [];
    const stored = prefix && (await this.#valid(prefix));
    if (!stored || !timingSafeEqual(stored.secretHash, sha256(secret!))) {
      throw unauthenticated('This API key is not valid, or no longer.');
    }
    await this.#noteUse(stored);
    return { kind: 'system', apiKeyId: stored.id, name: stored.name, scopes: new Set(stored.scopes) };
  }

  async #valid(prefix: string): Promise<StoredKey | undefined> {
    const [stored] = await this.app.db.hot.rows<StoredKey>(
      'api_key_by_prefix',
      `select id, name, secret_hash as "secretHash", scopes, last_used_at as "lastUsedAt" from api_key
        where prefix = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
      [prefix, this.app.clock.now()],
    );
    return stored;
  }

  async #noteUse({ id, lastUsedAt }: StoredKey): Promise<void> {
    const now = this.app.clock.now();
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY) {
      await this.app.db.rows('update api_key set last_used_at = $2 where id = $1', [id, now]);
    }
  }
}

/** A new key: what its owner gets to see once, and what is kept. */
export function newKey(): { key: string; prefix: string; secretHash: Buffer } {
  const prefix = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { key: `lk_${prefix}_${secret}`, prefix, secretHash: sha256(secret) };
}

/** Enough for a secret of 256 random bits: there is nothing to guess, so nothing to slow down. */
function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
