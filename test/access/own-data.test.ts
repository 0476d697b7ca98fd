import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { StaffRole } from '../../schema/staff/enums.js';
import type { App } from '../../server/app.js';
import { buildSchema } from '../../server/graphql/schema.js';
import { asked, given, type Member, makeMember } from '../benefits/support.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import type { TestClient } from '../support/http.js';
import { customerToken } from '../support/tokens.js';

const schema = buildSchema({} as App);

/** What no customer may see, wherever the graph leads: what the company pays and counts, and who works there. */
const SECRETS = [
  'Benefit.unitCost',
  'Benefit.stockUsed',
  'Tier.memberCount',
  'Redemption.cost',
  'BenefitGrant.grantedBy',
  'TierGrant.grantedBy',
];

/** The types of which a customer sees anything; whoever adds one here says so on purpose. */
const OPEN_TYPES = [
  'Benefit',
  'BenefitGrant',
  'BenefitGrantConnection',
  'BenefitGrantEdge',
  'Customer',
  'CustomerIdentity',
  'CustomerStats',
  'LocalizedText',
  'Me',
  'Membership',
  'MyTier',
  'Notification',
  'NotificationConnection',
  'NotificationEdge',
  'OrderConnection',
  'PageInfo',
  'Perk',
  'PointsAccount',
  'PointsEntry',
  'PointsEntryConnection',
  'PointsEntryEdge',
  'Redemption',
  'RedemptionConnection',
  'RedemptionEdge',
  'TierGrant',
  'TierMove',
  'TierMoveConnection',
  'TierMoveEdge',
];

let t: TestApp;
let member: Member;
let client: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  const manager = await makeStaff(t.app, StaffRole.SERVICE_MANAGER);
  member = await makeMember(t, 'gold', '1990-03-20');
  const { id: customerId } = member;
  await t.app.benefits.grant(manager, await given(t, customerId, 'apology_coupon', { quantity: 3 }));
  await t.app.benefits.redeem(member.caller, await asked(t, 'apology_coupon'));
  await t.app.benefits.redeem(member.caller, await asked(t, 'free_shipping'));
  await t.app.customers.addNote(manager, { id: customerId, body: 'difficult' });
  const diamond = (await t.app.program.published()).tiers.at(-1)!;
  await t.app.tiers.grant(manager, { customerId, tierId: diamond.id, reason: 'sorry', endsAt: null });
  await t.app.points.adjust(manager, { customerId, points: 900, reason: 'sorry', idempotencyKey: 'p' });
  client = t.client(await customerToken(t, member.externalId));
});
afterAll(() => t.close());

type Field = GraphQLField<unknown, unknown>;

/** One way through the graph: the fields from the root on. */
interface Way {
  fields: Field[];
  /** The last step, like Tier.benefits. */
  step: string;
}

/** A way over each field that can be reached from `me`, by the shortest way to its type. */
function ways(): Way[] {
  const found: Way[] = [];
  const reached = new Set<string>();
  const queue: Field[][] = [[schema.getQueryType()!.getFields().me!]];
  for (let fields = queue.shift(); fields; fields = queue.shift()) {
    const type = getNamedType(fields.at(-1)!.type);
    if (!isObjectType(type) || reached.has(type.name)) {
      continue;
    }
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some(isRequiredArgument)) {
        found.push({ fields: [...fields, field], step: `${type.name}.${field.name}` });
        queue.push([...fields, field]);
      }
    }
  }
  return found;
}

/** What a way leads to for the customer: the values found there, or the code of the refusal. */
async function follow(fields: Field[]): Promise<{ values: unknown[]; codes: string[] }> {
  const isLeaf = !isObjectType(getNamedType(fields.at(-1)!.type));
  const query = fields.reduceRight((inner, { name }, i) => {
    const selection = inner || (isLeaf && i === fields.length - 1 ? '' : '__typename');
    return selection ? `${name} { ${selection} }` : name;
  }, '');
  const { data, errors } = await client(`{ ${query} }`);
  const codes = (errors ?? []).map(({ extensions }) => String(extensions.code));
  return {
    codes: [...new Set(codes)],
    values: valuesAt(
      data,
      fields.map(({ name }) => name),
    ),
  };
}

function valuesAt(data: unknown, path: string[]): unknown[] {
  if (data === null || data === undefined) {
    return [];
  }
  if (Array.isArray(data)) {
    return data.flatMap((one) => valuesAt(one, path));
  }
  const [name, ...rest] = path;
  return name === undefined ? [data] : valuesAt((data as Record<string, unknown>)[name], rest);
}

test('a customer sees nothing of what the company pays and counts, and nobody who works there, wherever the graph leads', async () => {
  const every = ways();
  let tried = 0;
  for (const secret of SECRETS) {
    const [type, name] = secret.split('.') as [string, string];
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    for (const { fields, step } of every.filter(({ fields }) => getNamedType(fields.at(-1)!.type).name === type)) {
      const { values, codes } = await follow([...fields, field]);
      expect({ step, secret, values }).toEqual({ step, secret, values: [] });
      const { values: parents, codes: closed } = await follow(fields);
      expect({ step, secret, codes }).toEqual({ step, secret, codes: parents.length > 0 ? ['FORBIDDEN'] : closed });
      tried += parents.length > 0 ? 1 : 0;
    }
  }
  expect(tried).toBeGreaterThan(12);
});

test('every field that a customer reaches answers for them or is closed, none breaks', async () => {
  const seen = new Set<string>();
  for (const { fields, step } of ways()) {
    const { values, codes } = await follow(fields);
    expect({ step, codes: codes.filter((code) => code !== 'FORBIDDEN') }).toEqual({ step, codes: [] });
    if (values.length > 0) {
      seen.add(step.split('.')[0]!);
    }
  }
  expect([...seen].sort()).toEqual(OPEN_TYPES);
  const { values } = await follow(ways().find(({ step }) => step === 'TierMove.actor')!.fields);
  expect(values).toEqual([]);
});
