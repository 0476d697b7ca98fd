import { UserErrorCode } from '../../schema/common/user-error.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type {
  SegmentFreezeInput,
  SegmentListAddInput,
  SegmentListRemoveInput,
} from '../../schema/segments/segment-inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { isId } from '../database/id.js';
import { Params } from '../database/params.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck, isStorable } from '../graphql/validate.js';
import { currentVersion, findForChange, readSegment, refuseArchived } from './change.js';
import { isConfidential, refuseConfidential } from './confidential.js';
import { checkKey, insertSegment, madeBefore } from './create.js';
import { checkName, lockDefinitions, requestHash } from './definition.js';
import { notePoint } from './membership.js';
import type { SegmentRow } from './saved-rows.js';
import { listRule } from './scope.js';

const MAX_IDS = 10_000;

/** Makes a new list of a segment's members, now or as of a day; later they stay, whatever the rules say. */
export async function freezeSegment(
  app: App,
  caller: Caller,
  input: SegmentFreezeInput,
): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  const check = new InputCheck();
  const name = checkName(check, input.name);
  const key = checkKey(check, input.idempotencyKey);
  check.done();
  const asOf = input.asOf ?? null;
  const hash = requestHash({ freeze: input.id, name, asOf });
  const { timeZone } = await app.company.settings();
  return app.db.transaction(async (tx) => {
    await lockDefinitions(tx);
    const earlier = await madeBefore(tx, caller, key, hash);
    if (earlier) {
      return { segment: earlier };
    }
    const source = await findForChange(tx, input.id);
    const confidential = await isConfidential(tx, source.id);
    refuseConfidential(caller, confidential);
    if (asOf && source.kind === SegmentKind.LIST) {
      fail('asOf', UserErrorCode.INVALID, 'A list has no past.');
    }
    const { rules } = await currentVersion(tx, source);
    const day = asOf ?? companyDay(app.clock.now(), timeZone);
    const list = await insertSegment(app, tx, caller, {
      name,
      description: source.description,
      kind: SegmentKind.LIST,
      playbook: source.playbook,
      rules: null,
      confidential,
      sourceId: source.id,
      note: `${source.name} v${source.currentVersion}, ${day}`,
      key,
      hash,
    });
    const params = new Params();
    const slot = params.add(list.id, 'uuid');
    const members = await app.segments.membersSql(rules ?? listRule(source.id), params, { asOf });
    await tx.run("set local work_mem = '64MB'");
    const count = await tx.run(
      `insert into segment_membership (segment_id, customer_id) select ${slot}, customer_id from (${members}) m`,
      params.values,
    );
    await recount(app, tx, list.id, { members: count, entered: 0, left: 0 });
    await app.audit.record(tx, caller, {
      action: 'segmentFreeze',
      subjectType: 'Segment',
      subjectId: list.id,
      after: { name, from: source.id, fromVersion: source.currentVersion, asOf: day, members: count },
    });
    return { segment: await readSegment(tx, list.id) };
  });
}

/** Puts customers on a list; ids that lead to nobody in use are given back. */
export async function addToList(app: App, caller: Caller, input: SegmentListAddInput) {
  authorize(caller.principal, 'SEGMENT_EDIT');
  const externalIds = [...new Set(input.externalIds?.map((id) => id.trim()).filter(Boolean))];
  const customerIds = [...new Set(input.customerIds)];
  const check = new InputCheck();
  check.range('externalIds', externalIds.length, 0, MAX_IDS);
  check.range('customerIds', customerIds.length, 0, MAX_IDS);
  const source = check.text('source', input.source ?? '', { max: 50 });
  if (externalIds.length > 0 && !source) {
    check.add('source', UserErrorCode.REQUIRED, 'Say which source these ids belong to.');
  }
  if (externalIds.length + customerIds.length === 0) {
    check.add('externalIds', UserErrorCode.REQUIRED, 'Name at least one customer.');
  }
  check.done();
  return app.db.transaction(async (tx) => {
    const list = await lockList(tx, caller, input.id);
    const byExternal = await resolveExternal(tx, source, externalIds);
    const active = await activeAmong(tx, customerIds);
    const found = [...new Set([...byExternal.values(), ...active])];
    const added = await tx.run(
      `insert into segment_membership (segment_id, customer_id, entered_at)
       select $1, id, $3 from unnest($2::uuid[]) as x (id) order by id
       on conflict (segment_id, customer_id) where left_at is null do nothing`,
      [list.id, found, app.clock.now()],
    );
    await recount(app, tx, list.id, { members: (list.members ?? 0) + added, entered: added, left: 0 });
    await app.audit.record(tx, caller, {
      action: 'segmentListAdd',
      subjectType: 'Segment',
      subjectId: list.id,
      after: { asked: externalIds.length + customerIds.length, added },
    });
    const unknown = [
      ...externalIds.filter((id) => !byExternal.has(id)),
      ...customerIds.filter((id) => !active.has(id.toLowerCase())),
    ];
    return { segment: await readSegment(tx, list.id), added, removed: 0, unknown };
  });
}

/** Takes customers off a list; who is not on it is passed over. */
export async function removeFromList(app: App, caller: Caller, input: SegmentListRemoveInput) {
  authorize(caller.principal, 'SEGMENT_EDIT');
  const check = new InputCheck();
  check.range('customerIds', input.customerIds.length, 1, MAX_IDS);
  check.done();
  return app.db.transaction(async (tx) => {
    const list = await lockList(tx, caller, input.id);
    const removed = await tx.run(
      `update segment_membership set left_at = $3
        where segment_id = $1 and customer_id = any($2::uuid[]) and left_at is null`,
      [list.id, input.customerIds.filter(isId), app.clock.now()],
    );
    await recount(app, tx, list.id, { members: Math.max(0, (list.members ?? 0) - removed), entered: 0, left: removed });
    await app.audit.record(tx, caller, {
      action: 'segmentListRemove',
      subjectType: 'Segment',
      subjectId: list.id,
      after: { asked: input.customerIds.length, removed },
    });
    return { segment: await readSegment(tx, list.id), added: 0, removed, unknown: [] };
  });
}

/** The list, locked, so that its counts add up. */
async function lockList(tx: Transaction, caller: Caller, id: string): Promise<SegmentRow> {
  const list = await findForChange(tx, id);
  refuseArchived(list);
  if (list.kind !== SegmentKind.LIST) {
    fail('id', UserErrorCode.INVALID, 'Who is in this segment follows from its rules: freeze it to a list first.');
  }
  // What adding and removing answer tells who was on it.
  refuseConfidential(caller, await isConfidential(tx, list.id));
  return list;
}

async function recount(
  app: App,
  tx: Transaction,
  id: string,
  found: { members: number; entered: number; left: number },
): Promise<void> {
  const now = app.clock.now();
  const { timeZone } = await app.company.settings();
  await notePoint(tx, id, companyDay(now, timeZone), found);
  await tx.run('update segment set members = $2, refreshed_at = $3, updated_at = $3 where id = $1', [
    id,
    found.members,
    now,
  ]);
}

/** Customers in use by what a source calls them; of those who were merged, the profile that they went into. */
async function resolveExternal(tx: Transaction, source: string, externalIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ externalId: string; id: string }>(
    `select i.external_id as "externalId", c.id from customer_identity i join customer c on c.id = i.customer_id
      where i.source = $1 and i.external_id = any($2::text[]) and c.status = 'ACTIVE'`,
    [source, externalIds.filter(isStorable)],
  );
  return new Map(rows.map(({ externalId, id }) => [externalId, id]));
}

async function activeAmong(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(
    `select id from customer where id = any($1::uuid[]) and status = 'ACTIVE'`,
    [ids.filter(isId)],
  );
  return new Set(rows.map(({ id }) => id));
}
