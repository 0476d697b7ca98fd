import { randomBytes } from 'node:crypto';
import { StaffRole } from '../../schema/staff/enums.js';
import { hashPassword } from '../access/password.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { DEMO_STAFF } from './demo.js';

/** The sign-in that the launcher prints once. */
export interface FirstSignIn {
  email: string;
  password: string;
}

/** Makes the first admin with a generated password; in a demo company one person per role with a known one instead. */
export async function makeFirstStaff(tx: Transaction, now: Date, options: { demo: boolean }): Promise<FirstSignIn> {
  if (options.demo) {
    const hashes = await Promise.all(DEMO_STAFF.map(({ password }) => hashPassword(password)));
    for (const [i, person] of DEMO_STAFF.entries()) {
      await insert(tx, now, person, hashes[i]!);
    }
    return DEMO_STAFF[0]!;
  }
  const admin = {
    email: 'admin@liuke.local',
    name: '管理员',
    role: StaffRole.ADMIN,
    password: randomBytes(15).toString('base64url'),
  };
  await insert(tx, now, admin, await hashPassword(admin.password));
  return { email: admin.email, password: admin.password };
}

interface NewPerson {
  email: string;
  name: string;
  role: StaffRole;
}

async function insert(tx: Transaction, now: Date, { email, name, role }: NewPerson, hash: string): Promise<void> {
  await tx.run('insert into staff (id, email, name, role, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)', [
    newId(),
    email,
    name,
    role,
    hash,
    now,
  ]);
}
