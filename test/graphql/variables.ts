import { type GraphQLSchema, getNamedType, isEnumType, Kind, type OperationDefinitionNode, typeFromAST } from 'graphql';
import type { App } from '../../server/app.js';

type Variables = Record<string, unknown>;

/** Where the id of each query's root field comes from. */
const ID_SOURCES: Record<string, string> = {
  customer: 'select id from customer where id in (select customer_id from tier_move) order by id limit 3',
  order: 'select id from orders order by id limit 2',
  import: 'select id from import_job order by id limit 2',
  programVersion: 'select id from program_version order by created_at limit 3',
  levelVersion: 'select id from level_version order by created_at limit 3',
  segment: `select id from segment where built_in in ('active', 'churned') or kind = 'LIST' order by id limit 3`,
  staffMember: 'select id from staff order by id limit 2',
  auditEntry: 'select id from audit_entry order by id limit 2',
};
const CODES = 'select code as id from redemption order by code limit 2';
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Values worth trying, by type. */
const SAMPLES: Record<string, unknown[]> = {
  DateTime: ['2025-12-01T00:00:00Z'],
  LocalDate: ['2025-12-31', '2026-03-01'],
  CustomerFilter: [
    { stages: ['ACTIVE', 'CHURNED'] },
    { noTier: true, spendMin: '100.00' },
    { q: '王', birthdayMonth: 3 },
    { valueSegments: ['HIGH_VALUE', 'OTHER'] },
  ],
  OrderFilter: [{ status: 'PLACED', anonymous: false }, { placedSince: '2025-01-01T00:00:00Z' }],
  BenefitGrantFilter: [{ origin: 'MANUAL' }, { status: 'ACTIVE' }, { customerId: 'nonsense' }],
  RedemptionFilter: [{ status: 'COMMITTED' }, { since: '2025-06-01T00:00:00Z', until: '2030-01-01T00:00:00Z' }],
  TierMoveFilter: [{ direction: 'UP' }],
  StaffFilter: [{ role: 'ADMIN' }],
  AuditFilter: [{ action: 'customerReveal' }],
};

/** Sound variables for an operation: all defaults, each list argument, every order, filters, real and unknown ids. */
export async function soundVariables(
  app: App,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Promise<Variables[]> {
  const root = rootField(operation);
  const ids = async (sql: string | undefined) =>
    sql ? (await app.db.rows<{ id: string }>(sql)).map(({ id }) => id) : [];
  let cases: Variables[] = [{}];
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const named = getNamedType(typeFromAST(schema, type as never));
    const required = type.kind === Kind.NON_NULL_TYPE;
    const values = isEnumType(named)
      ? named.getValues().map((value) => value.name)
      : name === 'id'
        ? [...(await ids(ID_SOURCES[root])), NOBODY, 'nonsense']
        : name === 'segmentId'
          ? [...(await ids(ID_SOURCES.segment)), NOBODY]
          : named?.name === 'SegmentOverlapInput'
            ? [{ ids: await ids(ID_SOURCES.segment) }, { ids: [NOBODY] }]
            : name === 'code'
              ? [...(await ids(CODES)), 'NOPE']
              : name === 'first'
                ? [3]
                : name === 'offset'
                  ? [1]
                  : (SAMPLES[named?.name ?? ''] ?? []);
    cases = required
      ? values.flatMap((value) => cases.map((one) => ({ ...one, [name]: value })))
      : [...cases, ...values.map((value) => ({ ...cases[0], [name]: value }))];
  }
  return cases;
}

/** Values that no variable of ours takes, one wrong variable at a time, and a variable that nobody asked for. */
export function unsoundVariables(operation: OperationDefinitionNode): Variables[] {
  const odd = [null, 0, 101, 1.5, 2 ** 31, '3', true, ['x'], { nope: 1 }];
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return [{ nobodyAskedForThis: 1 }, ...names.flatMap((name) => odd.map((value) => ({ [name]: value })))];
}

export function rootField({ selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : '';
}
