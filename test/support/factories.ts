import { createHash } from 'node:crypto';
import type { StaffRole } from '../../schema/staff/enums.js';
import type { Caller } from '../../server/access/principal.js';
import type { App } from '../../server/app.js';
import { newId } from '../../server/database/id.js';
import { callerAs } from './app.js';

/** A customer made for a test, with the identity that its tokens and orders refer to. */
export interface MadeCustomer {
  id: string;
  source: string;
  externalId: string;
}

export interface CustomerSketch {
  source: string;
  externalId: string;
  name: string;
  gender: 'FEMALE' | 'MALE' | 'OTHER';
  birthday: string;
  phone: string;
  email: string;
  city: string;
  tags: string[];
  status: 'ACTIVE' | 'MERGED' | 'ERASED';
  registeredAt: Date | string;
}

let serial = 0;

/** An active customer with an identity and empty figures. */
export async function makeCustomer(app: App, sketch: Partial<CustomerSketch> = {}): Promise<MadeCustomer> {
  const id = newId();
  const source = sketch.source ?? 'app';
  const externalId = sketch.externalId ?? `u-${++serial}`;
  const now = app.clock.now();
  await app.db.transaction(async (tx) => {
    await tx.run(
      `insert into customer (id, name, gender, birthday, phone, email, city, tags, status, registered_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        id,
        sketch.name ?? `客户${serial}`,
        sketch.gender ?? null,
        sketch.birthday ?? null,
        sketch.phone ?? null,
        sketch.email ?? null,
        sketch.city ?? null,
        sketch.tags ?? [],
        sketch.status ?? 'ACTIVE',
        sketch.registeredAt ?? now,
        now,
      ],
    );
    await tx.run('insert into customer_stats (customer_id) values ($1)', [id]);
    await tx.run(
      'insert into customer_identity (source, external_id, customer_id, created_at) values ($1, $2, $3, $4)',
      [source, externalId, id, now],
    );
  });
  return { id, source, externalId };
}

/** A member of staff with a role, as a caller of services; signing in over HTTP is `signIn` in tokens.ts. */
export async function makeStaff(app: App, role: StaffRole | `${StaffRole}`): Promise<Caller & { staffId: string }> {
  const id = newId();
  const name = `${role} ${++serial}`;
  await app.db.rows(
    `insert into staff (id, email, name, role, password_hash, created_at) values ($1, $2, $3, $4, 'none', $5)`,
    [id, `staff-${serial}@example.com`, name, role, app.clock.now()],
  );
  const caller = callerAs({ kind: 'staff', id, name, role: role as StaffRole, sessionId: newId() });
  return { ...caller, staffId: id };
}

export interface OrderSketch {
  customerId: string | null;
  number: string;
  source: string;
  /** Minor units of the company's currency. */
  amount: number;
  placedAt: Date | string;
}

/** An order row and nothing else: figures, points and tiers are what its own services make of it. */
export async function makeOrderRow(app: App, sketch: Partial<OrderSketch> = {}): Promise<string> {
  const id = newId();
  const number = sketch.number ?? `N-${++serial}`;
  const amount = sketch.amount ?? 10_000;
  await app.db.rows(
    `insert into orders (id, source, number, customer_id, placed_at, currency, amount, base_amount, base_net,
                         content_hash, source_updated_at, created_at)
     values ($1, $2, $3, $4, $5, 'CNY', $6, $6, $6, $7, $8, $8)`,
    [
      id,
      sketch.source ?? 'app',
      number,
      sketch.customerId ?? null,
      sketch.placedAt ?? app.clock.now(),
      amount,
      createHash('sha256').update(number).digest(),
      app.clock.now(),
    ],
  );
  return id;
}
