import { createHash } from 'node:crypto';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { StaffStatus } from '../../schema/staff/enums.js';
import { Staff } from '../../schema/staff/staff.js';
import { authorize, authorizeStaff } from '../access/authorize.js';
import type { Caller, Origin, StaffPrincipal } from '../access/principal.js';
import type { StaffToken } from '../access/staff-tokens.js';
import type { App } from '../app.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';

/** How long a session lasts however busy it is; then the password is asked for again. */
const SESSION_DAYS = 14;
/** Tabs that renew at the same moment all bring the same token; later than this it has been stolen. */
const PARALLEL_TABS = 15_000;

/** A session's tokens: one for the answer, one for the cookie (absent: keep the cookie there is). */
export interface SessionTokens {
  sessionId: string;
  staff: Staff;
  accessToken: string;
  expiresAt: Date;
  cookie?: { token: string; expiresAt: Date };
}

/** Why a session ended. */
type EndReason = 'SIGNED_OUT' | 'SIGNED_OUT_EVERYWHERE' | 'THEFT' | 'PASSWORD_CHANGED' | 'DISABLED';

/** Staff sessions: a short access token, renewed with a refresh token that rotates. */
export class SessionService {
  constructor(private readonly app: App) {}

  /** Opens a session for somebody whose password has been checked. */
  async open(tx: Transaction, staffId: string, origin: Origin): Promise<SessionTokens> {
    const now = this.app.clock.now();
    const of: StaffToken = { staffId, sessionId: newId() };
    const cookie = await this.#cookie(of, new Date(now.getTime() + SESSION_DAYS * 86_400_000));
    await tx.run(
      `insert into staff_session (id, staff_id, token_hash, created_at, expires_at, ip, user_agent)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [of.sessionId, staffId, sha256(cookie.token), now, cookie.expiresAt, origin.ip, origin.userAgent?.slice(0, 400)],
    );
    await tx.run('update staff set last_sign_in_at = $2 where id = $1', [staffId, now]);
    const staff = await tx.em.findOneOrFail(Staff, staffId);
    const principal = principalOf(staff, of.sessionId);
    await this.app.audit.record(
      tx,
      { principal, origin },
      { action: 'staffSignIn', subjectType: 'Staff', subjectId: staffId },
    );
    return { sessionId: of.sessionId, staff, ...(await this.app.staffTokens.access(of)), cookie };
  }

  /**
   * Renews the access token and rotates the refresh token. One that was rotated away before betrays that two parties
   * hold the session, so it ends for both; within PARALLEL_TABS it is taken for a second tab and not rotated.
   */
  async refresh(caller: Caller, token: string | undefined): Promise<SessionTokens> {
    const of = token && (await this.app.staffTokens.readRefresh(token));
    const tokens = of && (await this.app.db.transaction((tx) => this.#rotate(tx, caller, of, token)));
    return tokens || fail(null, UserErrorCode.EXPIRED, 'Your session has ended. Sign in again.');
  }

  async #rotate(
    tx: Transaction,
    { origin }: Caller,
    of: StaffToken,
    token: string,
  ): Promise<SessionTokens | undefined> {
    const now = this.app.clock.now();
    const session = await tx.row<{ current: Buffer; previous: Buffer | null; rotatedAt: Date | null; expiresAt: Date }>(
      `select token_hash as current, previous_hash as previous, rotated_at as "rotatedAt", expires_at as "expiresAt"
         from staff_session where id = $1 and staff_id = $2 and revoked_at is null and expires_at > $3 for update`,
      [of.sessionId, of.staffId, now],
    );
    const staff = session && (await tx.em.findOne(Staff, { id: of.staffId, status: StaffStatus.ACTIVE }));
    if (!session || !staff) {
      return undefined;
    }
    const given = sha256(token);
    if (given.equals(session.current)) {
      const cookie = await this.#cookie(of, session.expiresAt);
      await tx.run(
        `update staff_session set token_hash = $2, previous_hash = token_hash, rotated_at = $3 where id = $1`,
        [of.sessionId, sha256(cookie.token), now],
      );
      return { sessionId: of.sessionId, staff, ...(await this.app.staffTokens.access(of)), cookie };
    }
    const justRotated = session.rotatedAt && now.getTime() - session.rotatedAt.getTime() <= PARALLEL_TABS;
    if (justRotated && session.previous?.equals(given)) {
      return { sessionId: of.sessionId, staff, ...(await this.app.staffTokens.access(of)) };
    }
    await this.end(tx, 'THEFT', { sessionId: of.sessionId });
    const holder = { principal: principalOf(staff, of.sessionId), origin };
    await this.app.audit.record(tx, holder, { action: 'staffSessionTheft', subjectType: 'Staff', subjectId: staff.id });
    return undefined;
  }

  /** Ends the session of the request's token, or else of its cookie; without either there is nothing to end. */
  async signOut(caller: Caller, cookie: string | undefined): Promise<void> {
    const { principal } = caller;
    const of =
      principal.kind === 'staff'
        ? { staffId: principal.id, sessionId: principal.sessionId }
        : cookie && (await this.app.staffTokens.readRefresh(cookie));
    if (of) {
      await this.app.db.transaction((tx) => this.end(tx, 'SIGNED_OUT', { sessionId: of.sessionId }));
    }
  }

  /** Ends every session of the caller, or of somebody else when the caller manages staff. */
  async signOutEverywhere(caller: Caller, staffId: string | null | undefined): Promise<object> {
    const self = authorizeStaff(caller.principal, 'OWN_ACCOUNT');
    const id = staffId ?? self.id;
    if (id !== self.id) {
      authorize(self, 'STAFF_MANAGE');
    }
    return this.app.db.transaction(async (tx) => {
      if (!isId(id) || !(await tx.row('select 1 as one from staff where id = $1', [id]))) {
        throw notFound('member of staff');
      }
      await this.end(tx, 'SIGNED_OUT_EVERYWHERE', { staffId: id });
      await this.app.audit.record(tx, caller, {
        action: 'staffSignOutEverywhere',
        subjectType: 'Staff',
        subjectId: id,
      });
      return {};
    });
  }

  /** Ends one session, or all of one person but perhaps one. */
  async end(
    tx: Transaction,
    reason: EndReason,
    which: { sessionId: string } | { staffId: string; except?: string },
  ): Promise<void> {
    const now = this.app.clock.now();
    if ('sessionId' in which) {
      await tx.run(
        'update staff_session set revoked_at = $2, revoked_reason = $3 where id = $1 and revoked_at is null',
        [which.sessionId, now, reason],
      );
    } else {
      await tx.run(
        `update staff_session set revoked_at = $2, revoked_reason = $3
          where staff_id = $1 and revoked_at is null and id is distinct from $4::uuid`,
        [which.staffId, now, reason, which.except ?? null],
      );
    }
  }

  async #cookie(of: StaffToken, expiresAt: Date): Promise<{ token: string; expiresAt: Date }> {
    return { token: await this.app.staffTokens.refresh(of, expiresAt), expiresAt };
  }
}

function principalOf({ id, name, role }: Staff, sessionId: string): StaffPrincipal {
  return { kind: 'staff', id, name, role, sessionId };
}

function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
