import { hash, randomUUID } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { unauthenticated } from '../graphql/errors.js';
import type { StaffPrincipal } from './principal.js';

/** The issuer of the tokens that this server signs for staff. */
export const STAFF_ISSUER = 'liuke';
const ALGORITHM = 'HS256';
const ACCESS_MINUTES = 10;
/** How many verified access tokens are remembered, as long as they last. */
const REMEMBERED = 2_000;

/** What a token is good for; one kind is never accepted as the other. */
type Audience = 'liuke-access' | 'liuke-refresh';

/** What a staff token names. */
export interface StaffToken {
  staffId: string;
  sessionId: string;
}

/** Signs and checks the tokens of staff sessions with the company's own secret. */
export class StaffTokens {
  /** Access tokens whose signature held, by their hash; the session behind each is looked up every time. */
  readonly #verified = new LRUCache<string, { named: StaffToken; until: number }>({ max: REMEMBERED });

  constructor(private readonly app: App) {}

  /** A token for API calls: short, because it is not looked up by itself but by its session. */
  async access(of: StaffToken): Promise<{ accessToken: string; expiresAt: Date }> {
    const expiresAt = new Date(this.app.clock.now().getTime() + ACCESS_MINUTES * 60_000);
    return { accessToken: await this.#sign('liuke-access', of, expiresAt), expiresAt };
  }

  /** A token for the refresh cookie. Signed, so that every one ever issued for a session is recognised as such. */
  refresh(of: StaffToken, expiresAt: Date): Promise<string> {
    return this.#sign('liuke-refresh', of, expiresAt);
  }

  /** Whom a refresh token was issued to, whether or not it is still the current one; undefined when not ours or over. */
  async readRefresh(token: string): Promise<StaffToken | undefined> {
    return this.#read('liuke-refresh', token);
  }

  /** The member of staff behind an access token, as the database knows them now; throws UNAUTHENTICATED. */
  async principalOf(token: string): Promise<StaffPrincipal> {
    const named = await this.#named(token);
    const principal = named && (await this.#current(named));
    if (!principal) {
      throw unauthenticated('Your session has ended. Sign in again.');
    }
    return principal;
  }

  async #named(token: string): Promise<StaffToken | undefined> {
    const key = hash('sha256', token, 'base64');
    const known = this.#verified.get(key);
    if (known) {
      return known.until > this.app.clock.now().getTime() ? known.named : undefined;
    }
    const named = await this.#read('liuke-access', token);
    if (named) {
      this.#verified.set(key, { named, until: (decodeJwt(token).exp as number) * 1000 });
    }
    return named;
  }

  /** Role and status count as they are now, not as they were when the token was signed. */
  async #current({ staffId, sessionId }: StaffToken): Promise<StaffPrincipal | undefined> {
    const [row] = await this.app.db.hot.rows<Pick<StaffPrincipal, 'name' | 'role'>>(
      'staff_of_session',
      `select s.name, s.role from staff_session x join staff s on s.id = x.staff_id
        where x.id = $1 and x.staff_id = $2 and x.revoked_at is null and x.expires_at > $3 and s.status = 'ACTIVE'`,
      [sessionId, staffId, this.app.clock.now()],
    );
    return row && { kind: 'staff', id: staffId, sessionId, ...row };
  }

  async #sign(audience: Audience, { staffId, sessionId }: StaffToken, expiresAt: Date): Promise<string> {
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(STAFF_ISSUER)
      .setAudience(audience)
      .setSubject(staffId)
      .setJti(randomUUID())
      .setIssuedAt(this.app.clock.now())
      .setExpirationTime(expiresAt)
      .sign(await this.#secret());
  }

  async #read(audience: Audience, token: string): Promise<StaffToken | undefined> {
    try {
      const { payload } = await jwtVerify(token, await this.#secret(), {
        algorithms: [ALGORITHM],
        issuer: STAFF_ISSUER,
        audience,
        requiredClaims: ['exp', 'sub', 'sid'],
        currentDate: this.app.clock.now(),
      });
      const named = { staffId: String(payload.sub), sessionId: String(payload.sid) };
      return isId(named.staffId) && isId(named.sessionId) ? named : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        return undefined;
      }
      throw error;
    }
  }

  async #secret(): Promise<Uint8Array> {
    const { secrets } = await this.app.company.settings();
    if (!secrets.session) {
      throw new Error('company_setting.secrets.session is missing');
    }
    return Buffer.from(secrets.session, 'base64url');
  }
}
