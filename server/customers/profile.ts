import { LockMode } from '@mikro-orm/core';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { Customer } from '../../schema/customers/customer.js';
import { ContactField, CustomerStatus } from '../../schema/customers/enums.js';
import type {
  CustomerNoteAddInput,
  CustomerRevealInput,
  CustomerTagInput,
  CustomerUpdateInput,
  ProfileInput,
} from '../../schema/customers/inputs.js';
import { CustomerNote } from '../../schema/customers/note.js';
import { authorizeStaff } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound, versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { maskedChanges } from './audited.js';
import { checkLabels, checkProfile, MAX_LABELS } from './profile-input.js';

/** The customer, locked, for changing; merged and erased profiles cannot be changed. */
export async function lockActive(tx: Transaction, id: string, field = 'id'): Promise<Customer> {
  const customer = isId(id) && (await tx.em.findOne(Customer, id, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!customer) {
    throw notFound('customer');
  }
  if (customer.status !== CustomerStatus.ACTIVE) {
    fail(field, UserErrorCode.CONFLICT, 'This profile was merged into another one or deleted.');
  }
  return customer;
}

/** Changes profile fields; staff with CUSTOMER_EDIT. */
export async function update(app: App, caller: Caller, input: CustomerUpdateInput): Promise<{ customer: Customer }> {
  authorizeStaff(caller.principal, 'CUSTOMER_EDIT');
  return { customer: await save(app, caller, 'customerUpdate', input.id, input.version, input) };
}

/** Writes a checked profile if nobody has saved in between; the log gets the changes without clear contact data. */
export async function save(
  app: App,
  caller: Caller,
  action: string,
  customerId: string,
  version: number,
  input: ProfileInput,
): Promise<Customer> {
  const check = new InputCheck();
  const patch = checkProfile(input, check, companyDay(app.clock.now(), (await app.company.settings()).timeZone));
  check.done();
  return app.db.transaction(async (tx) => {
    const customer = await lockActive(tx, customerId);
    if (customer.version !== version) {
      throw versionConflict(customer.version);
    }
    const changes = maskedChanges(customer, patch);
    if (changes) {
      Object.assign(customer, patch, { updatedAt: app.clock.now() });
      await tx.em.flush();
      await app.audit.record(tx, caller, { action, subjectType: 'Customer', subjectId: customer.id, ...changes });
    }
    return customer;
  });
}

/** Adds and removes tags; does not need a version, since tags of two people do not collide. */
export async function tag(app: App, caller: Caller, input: CustomerTagInput): Promise<{ customer: Customer }> {
  authorizeStaff(caller.principal, 'CUSTOMER_EDIT');
  const check = new InputCheck();
  const add = checkLabels('add', input.add, check);
  const remove = new Set(input.remove?.map((label) => label.trim()));
  check.done();
  const customer = await app.db.transaction(async (tx) => {
    const customer = await lockActive(tx, input.id);
    const before = customer.tags;
    const after = [...new Set([...before, ...add])].filter((label) => !remove.has(label));
    if (after.length > MAX_LABELS) {
      fail('add', UserErrorCode.OUT_OF_RANGE, `At most ${MAX_LABELS} tags.`);
    }
    if (after.join('\n') !== before.join('\n')) {
      customer.tags = after;
      customer.updatedAt = app.clock.now();
      await tx.em.flush();
      await app.audit.record(tx, caller, {
        action: 'customerTag',
        subjectType: 'Customer',
        subjectId: customer.id,
        before: { tags: before },
        after: { tags: after },
      });
    }
    return customer;
  });
  return { customer };
}

/** Writes a note under the author's name; the log knows that, not the text, which goes with the customer's data (A4). */
export async function addNote(
  app: App,
  caller: Caller,
  input: CustomerNoteAddInput,
): Promise<{ customer: Customer; note: CustomerNote }> {
  const author = authorizeStaff(caller.principal, 'CUSTOMER_EDIT');
  const check = new InputCheck();
  const body = check.text('body', input.body, { min: 1, max: 2_000 });
  check.done();
  return app.db.transaction(async (tx) => {
    const customer = await lockActive(tx, input.id);
    const note = tx.em.create(CustomerNote, {
      id: newId(),
      customerId: customer.id,
      body,
      authorId: author.id,
      createdAt: app.clock.now(),
    });
    await tx.em.flush();
    await app.audit.record(tx, caller, {
      action: 'customerNoteAdd',
      subjectType: 'Customer',
      subjectId: customer.id,
      after: { noteId: note.id },
    });
    return { customer, note };
  });
}

/** Gives clear contact data to those whose work needs it; who, why and which field is in the log before they see it (A4). */
export async function reveal(
  app: App,
  caller: Caller,
  input: CustomerRevealInput,
): Promise<{ phone: string | null; email: string | null }> {
  authorizeStaff(caller.principal, 'CUSTOMER_REVEAL');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 2, max: 500 });
  if (input.fields.length === 0) {
    check.add('fields', UserErrorCode.REQUIRED, 'Say what to show.');
  }
  check.done();
  const fields = [...new Set(input.fields)];
  return app.db.transaction(async (tx) => {
    const customer = isId(input.id) && (await tx.em.findOne(Customer, input.id));
    if (!customer) {
      throw notFound('customer');
    }
    await app.audit.record(tx, caller, {
      action: 'customerReveal',
      subjectType: 'Customer',
      subjectId: customer.id,
      after: { fields },
      reason,
    });
    return {
      phone: fields.includes(ContactField.PHONE) ? customer.phone : null,
      email: fields.includes(ContactField.EMAIL) ? customer.email : null,
    };
  });
}
