import { LockMode } from '@mikro-orm/core';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { StaffRole, StaffStatus } from '../../schema/staff/enums.js';
import type { StaffCreateInput, StaffUpdateInput } from '../../schema/staff/inputs.js';
import { Staff } from '../../schema/staff/staff.js';
import { authorize } from '../access/authorize.js';
import { hashPassword } from '../access/password.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { sqlState } from '../database/database.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound, versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { refuseDemoAccount } from './demo-accounts.js';
import { checkEmail, checkNewPassword } from './rules.js';

const UNIQUE_VIOLATION = '23505';
const NAME = { min: 1, max: 100 };

/** Makes a member of staff, who can sign in at once. */
export async function create(app: App, caller: Caller, input: StaffCreateInput): Promise<{ staff: Staff }> {
  authorize(caller.principal, 'STAFF_MANAGE');
  const check = new InputCheck();
  const email = checkEmail(check, 'email', input.email);
  const name = check.text('name', input.name, NAME);
  checkNewPassword(check, 'password', input.password, email);
  check.done();
  const passwordHash = await hashPassword(input.password);
  const { role, locale } = input;
  try {
    return await app.db.transaction(async (tx) => {
      const createdAt = app.clock.now();
      const staff = tx.em.create(Staff, { id: newId(), email, name, role, locale, passwordHash, createdAt });
      await tx.em.flush();
      const after = audited(staff);
      await app.audit.record(tx, caller, { action: 'staffCreate', subjectType: 'Staff', subjectId: staff.id, after });
      return { staff };
    });
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) {
      fail('email', UserErrorCode.TAKEN, 'Somebody else signs in with this e-mail.');
    }
    throw error;
  }
}

/** Changes a member of staff. Nobody changes their own role or status, and the last active admin stays one. */
export async function update(app: App, caller: Caller, input: StaffUpdateInput): Promise<{ staff: Staff }> {
  authorize(caller.principal, 'STAFF_MANAGE');
  const check = new InputCheck();
  const name = input.name == null ? undefined : check.text('name', input.name, NAME);
  check.done();
  return app.db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const staff = await lockStaff(tx, input.id);
    if (staff.version !== input.version) {
      throw versionConflict(staff.version);
    }
    const before = audited(staff);
    staff.name = name ?? staff.name;
    staff.locale = input.locale ?? staff.locale;
    staff.role = input.role ?? staff.role;
    staff.status = input.status ?? staff.status;
    const after = audited(staff);
    const field = (['role', 'status'] as const).find((one) => before[one] !== after[one]);
    if (field) {
      await refuseDemoAccount(app, staff.email, field);
      refuseLosingAdmins(caller, staff.id, field, after, admins);
    }
    await tx.em.flush();
    if (staff.status === StaffStatus.DISABLED) {
      await app.sessions.end(tx, 'DISABLED', { staffId: staff.id });
    }
    const subject = { subjectType: 'Staff', subjectId: staff.id };
    await app.audit.record(tx, caller, { action: 'staffUpdate', ...subject, before, after });
    return { staff };
  });
}

/** The member of staff, locked against changes by others; throws NOT_FOUND. */
export async function lockStaff(tx: Transaction, id: string): Promise<Staff> {
  const staff = isId(id) ? await tx.em.findOne(Staff, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!staff) {
    throw notFound('member of staff');
  }
  return staff;
}

/** The active admins, locked so that two of them cannot take each other's place away at once. */
async function lockAdmins(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select id from staff where role = 'ADMIN' and status = 'ACTIVE' order by id for update`,
  );
  return rows.map(({ id }) => id);
}

function refuseLosingAdmins(
  { principal }: Caller,
  id: string,
  field: 'role' | 'status',
  after: Audited,
  admins: string[],
): void {
  if (principal.kind === 'staff' && principal.id === id) {
    fail(field, UserErrorCode.CONFLICT, 'Nobody changes their own role or status; ask another admin.');
  }
  const staysAdmin = after.role === StaffRole.ADMIN && after.status === StaffStatus.ACTIVE;
  if (!staysAdmin && admins.length === 1 && admins[0] === id) {
    fail(field, UserErrorCode.IN_USE, 'This is the last active admin.');
  }
}

/** What the audit log keeps of a member of staff. */
type Audited = Pick<Staff, 'email' | 'name' | 'role' | 'status' | 'locale'>;

function audited({ email, name, role, status, locale }: Staff): Audited {
  return { email, name, role, status, locale };
}
