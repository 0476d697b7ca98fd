import { UserErrorCode } from '../../schema/common/user-error.js';
import { StaffStatus } from '../../schema/staff/enums.js';
import type { StaffChangePasswordInput, StaffResetPasswordInput, StaffSignInInput } from '../../schema/staff/inputs.js';
import { Staff } from '../../schema/staff/staff.js';
import { authorizeStaff } from '../access/authorize.js';
import { GUESSES, type Guess } from '../access/guessing.js';
import { hashPassword, verifyPassword } from '../access/password.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { fail, notFound } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { refuseDemoAccount } from './demo-accounts.js';
import { lockStaff } from './manage.js';
import { checkEmail, checkNewPassword, MAX_PASSWORD } from './rules.js';
import type { SessionTokens } from './sessions.js';

/** What passwords are for: signing in, and being changed. */
export class SignInService {
  constructor(private readonly app: App) {}

  /** Opens a session. Unknown, disabled and mistyped get one answer after the same time; too many are locked out. */
  async signIn(caller: Caller, input: StaffSignInInput): Promise<SessionTokens> {
    const check = new InputCheck();
    const email = checkEmail(check, 'email', input.email);
    check.range('password', input.password.length, 1, MAX_PASSWORD);
    check.done();
    const guess = { account: email.toLowerCase(), ip: caller.origin.ip };
    await this.#refuseGuessing(caller, guess);
    const found = await this.#byEmail(email);
    const right = await verifyPassword(input.password, found?.passwordHash);
    if (!found || !right || found.status !== StaffStatus.ACTIVE) {
      return fail(null, UserErrorCode.WRONG_CREDENTIALS, 'E-mail or password is wrong.');
    }
    await this.app.guessing.succeeded(guess);
    return this.app.db.transaction((tx) => this.app.sessions.open(tx, found.id, caller.origin));
  }

  /** Changes the caller's own password, which ends their other sessions. */
  async changePassword(caller: Caller, input: StaffChangePasswordInput): Promise<{ staff: Staff }> {
    const self = authorizeStaff(caller.principal, 'OWN_ACCOUNT');
    const { email, passwordHash } = await this.app.db.em().findOneOrFail(Staff, self.id);
    await refuseDemoAccount(this.app, email, 'newPassword');
    const check = new InputCheck();
    checkNewPassword(check, 'newPassword', input.newPassword, email);
    check.done();
    const guess = { account: email.toLowerCase(), ip: caller.origin.ip };
    await this.#refuseGuessing(caller, guess);
    if (!(await verifyPassword(input.currentPassword.slice(0, MAX_PASSWORD), passwordHash))) {
      return fail('currentPassword', UserErrorCode.WRONG_CREDENTIALS, 'This is not your password.');
    }
    await this.app.guessing.succeeded(guess);
    return this.#replace(caller, 'staffChangePassword', self.id, input.newPassword, self.sessionId);
  }

  /** Gives somebody a new password, which ends all their sessions. */
  async resetPassword(caller: Caller, input: StaffResetPasswordInput): Promise<{ staff: Staff }> {
    authorizeStaff(caller.principal, 'STAFF_MANAGE');
    const staff = isId(input.id) ? await this.app.db.em().findOne(Staff, input.id) : null;
    if (!staff) {
      throw notFound('member of staff');
    }
    await refuseDemoAccount(this.app, staff.email, 'newPassword');
    const check = new InputCheck();
    checkNewPassword(check, 'newPassword', input.newPassword, staff.email);
    check.done();
    return this.#replace(caller, 'staffResetPassword', staff.id, input.newPassword);
  }

  async #replace(caller: Caller, action: string, staffId: string, password: string, keep?: string) {
    const passwordHash = await hashPassword(password);
    return this.app.db.transaction(async (tx) => {
      const staff = await lockStaff(tx, staffId);
      staff.passwordHash = passwordHash;
      await tx.em.flush();
      await this.app.sessions.end(tx, 'PASSWORD_CHANGED', { staffId, ...(keep ? { except: keep } : {}) });
      await this.app.audit.record(tx, caller, { action, subjectType: 'Staff', subjectId: staffId });
      return { staff };
    });
  }

  async #byEmail(email: string): Promise<Pick<Staff, 'id' | 'status' | 'passwordHash'> | undefined> {
    const [found] = await this.app.db.rows<Pick<Staff, 'id' | 'status' | 'passwordHash'>>(
      'select id, status, password_hash as "passwordHash" from staff where lower(email) = lower($1)',
      [email],
    );
    return found;
  }

  async #refuseGuessing(caller: Caller, guess: Guess): Promise<void> {
    const { lockedUntil, locksAccount } = await this.app.guessing.attempt(guess);
    if (locksAccount) {
      const after = { account: guess.account, attempts: GUESSES.account, until: lockedUntil };
      await this.app.db.transaction((tx) =>
        this.app.audit.record(tx, caller, { action: 'staffLockOut', subjectType: 'Staff', after }),
      );
    }
    if (lockedUntil) {
      fail(null, UserErrorCode.LOCKED_OUT, `Too many attempts. Try again after ${lockedUntil.toISOString()}.`);
    }
  }
}
