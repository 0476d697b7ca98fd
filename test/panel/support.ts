import { readFileSync } from 'node:fs';
import { StaffRole } from '../../schema/staff/enums.js';
import type { TestApp } from '../support/app.js';
import type { Anything } from '../support/http.js';
import { signIn } from '../support/tokens.js';

/** Names that would run in a careless panel. */
export const HOSTILE = ['<img src=x onerror="window.pwned=1">', 'javascript:window.pwned=1', '=HYPERLINK("http://x")'];

/** What of a small living company the screens are opened on. */
export interface Company {
  customerId: string;
  orderId: string;
  versionId: string;
  levelVersionId: string;
  importId: string;
  staffId: string;
  auditId: string;
}

const daysAgo = (t: TestApp, days: number) => new Date(t.clock.now().getTime() - days * 86_400_000).toISOString();

/** A token of an admin, renewed by making another one. */
export const adminToken = (t: TestApp) => signIn(t, StaffRole.ADMIN);

/** Runs one operation as an admin and fails on any error, thrown or answered. */
export async function asAdmin(t: TestApp, query: string, variables: object = {}): Promise<Anything> {
  const { data, errors } = await t.client(await adminToken(t))(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  for (const payload of Object.values(data as Record<string, { userErrors?: unknown[] } | null>)) {
    if (payload?.userErrors?.length) throw new Error(JSON.stringify(payload.userErrors));
  }
  return data;
}

/** Uploads a file as an admin and imports it to its end; the import's id. */
export async function importFile(t: TestApp, name: string, content: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([content], { type: 'text/csv' }), name);
  const headers = { authorization: `Bearer ${await adminToken(t)}` };
  const { uploadId } = (await (await fetch(`${t.url}/uploads`, { method: 'POST', headers, body })).json()) as {
    uploadId: string;
  };
  const preview =
    'query ($input: ImportPreviewInput!) { importPreview(input: $input) { suggestedMapping { field column } } }';
  const { importPreview } = await asAdmin(t, preview, { input: { uploadId } });
  const start =
    'mutation ($input: ImportStartInput!) { importStart(input: $input) { import { id } userErrors { field code } } }';
  const input = { uploadId, kind: 'ORDERS', source: 'till', mapping: importPreview.suggestedMapping };
  const { importStart } = await asAdmin(t, start, { input });
  await t.app.jobs.drain();
  return importStart.import.id;
}

/** Customers (three with hostile names), orders, redemptions, grants, an import with rejects: every screen is alive. */
export async function fillCompany(t: TestApp): Promise<Company> {
  const people = Array.from({ length: 30 }, (_, at) => ({
    externalId: `u${at}`,
    name: HOSTILE[at] ?? `王小明${at}`,
    phone: at % 9 === 4 ? '13800001234' : `1390000${1000 + at}`,
    email: `user${at}@example.com`,
    city: '上海',
    tags: at % 3 === 0 ? ['老客户'] : [],
    registeredAt: daysAgo(t, 300),
  }));
  const ingestPeople =
    'mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) { counts { created } } }';
  await asAdmin(t, ingestPeople, { input: { source: 'shop', customers: people } });
  const orders = people.flatMap(({ externalId }, at) =>
    [2, 20, 70].map((days) => ({
      number: `SO-${at}-${days}`,
      customerExternalId: externalId,
      placedAt: daysAgo(t, days),
      currency: 'CNY',
      amount: `${400 * ((at % 8) + 1)}.00`,
      lines: [{ sku: 'A1', name: '羊绒围巾', category: '服饰', quantity: 1, unitPrice: `${400 * ((at % 8) + 1)}.00` }],
    })),
  );
  const ingestOrders = 'mutation ($input: OrdersIngestInput!) { ordersIngest(input: $input) { counts { created } } }';
  await asAdmin(t, ingestOrders, { input: { source: 'shop', orders } });
  await t.app.jobs.drain();
  const list =
    '{ customers(first: 5, orderBy: SPEND_DESC) { nodes { id perks { remaining benefit { id redeemable } } } } }';
  const { customers } = await asAdmin(t, list);
  const [first] = customers.nodes;
  const redeem =
    'mutation ($input: BenefitRedeemInput!) { benefitRedeem(input: $input) { userErrors { field code } } }';
  for (const { id, perks } of customers.nodes) {
    const perk = perks.find(({ benefit }: Anything) => benefit.redeemable);
    if (perk)
      await asAdmin(t, redeem, { input: { customerId: id, benefitId: perk.benefit.id, idempotencyKey: `r-${id}` } });
  }
  const grant = 'mutation ($input: BenefitGrantInput!) { benefitGrant(input: $input) { userErrors { field code } } }';
  const { benefits } = await asAdmin(t, '{ benefits { id } }');
  const given = {
    customerId: first.id,
    benefitId: benefits[0].id,
    quantity: 2,
    reason: '服务补偿',
    origin: 'COMPENSATION',
  };
  await asAdmin(t, grant, { input: { ...given, idempotencyKey: 'g-1' } });
  const keyCreate =
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { userErrors { field code } } }';
  await asAdmin(t, keyCreate, { input: { name: '商城', scopes: ['ORDERS_WRITE'] } });
  const header = 'number,placedAt,quantity,unitPrice,customerId,sku,name\n';
  const importId = await importFile(
    t,
    '收银.csv',
    `${header}T-1,2026-01-02 10:00,2,19.90,u1,A1,保温杯\nT-2,never,1,5.00,u1,A1,=1+1\n`,
  );
  const found = await asAdmin(
    t,
    '{ orders(first: 1) { nodes { id } } program { id } levels { id } staffMembers(first: 1) { nodes { id } } auditEntries(first: 1) { nodes { id } } }',
  );
  return {
    customerId: first.id,
    orderId: found.orders.nodes[0].id,
    versionId: found.program.id,
    levelVersionId: found.levels.id,
    importId,
    staffId: found.staffMembers.nodes[0].id,
    auditId: found.auditEntries.nodes[0].id,
  };
}

/** Every screen of the panel by its path. */
export function screensOf(company: Company): Record<string, string> {
  return {
    home: '/',
    customers: '/customers',
    profile: `/customers/${company.customerId}/show`,
    'profile form': `/customers/${company.customerId}`,
    orders: '/orders',
    order: `/orders/${company.orderId}/show`,
    programme: '/program',
    draft: '/program/draft',
    versions: '/program/versions',
    version: `/program/versions/${company.versionId}`,
    'RFM matrix': '/levels/rfm',
    'RFM matrix of another day': '/levels/rfm?asOf=2020-01-01&colour=spend&monetary=1',
    lifecycle: '/levels/lifecycle',
    'lifecycle of bands by month': '/levels/lifecycle?kind=RECENCY&per=MONTH',
    thresholds: '/levels/rules',
    'thresholds draft': '/levels/rules/draft',
    'thresholds versions': '/levels/rules/versions',
    'thresholds version': `/levels/rules/versions/${company.levelVersionId}`,
    grants: '/benefitGrants',
    redemptions: '/redemptions',
    'tier moves': '/tierMoves',
    imports: '/imports',
    'new import': '/imports/create',
    import: `/imports/${company.importId}/show`,
    staff: '/staff',
    'new colleague': '/staff/create',
    colleague: `/staff/${company.staffId}`,
    'API keys': '/apiKeys',
    'audit log': '/auditEntries',
    'audit entry': `/auditEntries/${company.auditId}/show`,
    company: '/company',
    account: '/account',
  };
}

/** The text of a downloaded file. */
export const textOf = (path: string): string => readFileSync(path, 'utf8');
