import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import {
  goTo,
  type PanelTest,
  seriousViolations,
  settled,
  sidewaysScroll,
  startPanel,
  type View,
} from '../support/browser.js';
import { asAdmin, fillCompany, HOSTILE } from './support.js';

let panel: PanelTest;
let segmentId: string;
let listId: string;

const CREATE = `mutation ($input: SegmentCreateInput!) {
  segmentCreate(input: $input) { segment { id } userErrors { field code } } }`;
const ADD = 'mutation ($input: SegmentListAddInput!) { segmentListAdd(input: $input) { userErrors { field code } } }';
const EXPORT =
  'mutation ($input: SegmentExportStartInput!) { segmentExportStart(input: $input) { userErrors { field code } } }';

/** A tree with every join, windows, products, kinds, tiers, relative days and a hostile value. */
const RULES = {
  join: 'ALL',
  rules: [
    {
      condition: { field: 'ORDER_COUNT', operator: 'GTE', numbers: [1], window: { last: { amount: 90, unit: 'DAY' } } },
    },
    {
      join: 'ANY',
      rules: [
        { condition: { field: 'LAST_ORDER_ON', operator: 'IN_LAST', relative: { amount: 3, unit: 'MONTH' } } },
        { condition: { field: 'TAGS', operator: 'HAS_ANY', texts: ['老客户', ...HOSTILE] } },
        {
          condition: {
            field: 'ORDER_SPEND',
            operator: 'BETWEEN',
            amounts: ['1', '99999'],
            products: { categories: ['服饰'] },
          },
        },
      ],
    },
    { join: 'NONE', rules: [{ condition: { field: 'EVENT_COUNT', operator: 'GTE', numbers: [5], texts: ['LOGIN'] } }] },
  ],
};

beforeAll(async () => {
  panel = await startPanel();
  await fillCompany(panel.t);
  const create = async (input: object) =>
    (await asAdmin(panel.t, CREATE, { input })).segmentCreate.segment.id as string;
  const playbook = { goal: '留住他们', actions: ['致电', ...HOSTILE] };
  segmentId = await create({ name: HOSTILE[0], description: HOSTILE[2], kind: 'DYNAMIC', rules: RULES, playbook });
  listId = await create({ name: '受邀名单', kind: 'LIST' });
  await asAdmin(panel.t, ADD, { input: { id: listId, source: 'shop', externalIds: ['u1', 'u2', 'nobody'] } });
  await asAdmin(panel.t, EXPORT, { input: { segmentId, idempotencyKey: 'e-1' } });
  await panel.t.app.jobs.drain();
}, 180_000);
afterAll(() => panel?.close());

const screens = (): Record<string, string> => ({
  segments: '/segments',
  'new segment': '/segments/create',
  builder: `/segments/${segmentId}`,
  overview: `/segments/${segmentId}/show`,
  ...Object.fromEntries(
    ['members', 'profile', 'movement', 'overlap', 'versions', 'exports'].map((tab) => [
      tab,
      `/segments/${segmentId}/show?tab=${tab}`,
    ]),
  ),
  'list form': `/segments/${listId}`,
  list: `/segments/${listId}/show?tab=members`,
});

const VIEWS: View[] = [
  { language: 'zh', device: 'desktop', colors: 'light' },
  { language: 'en', device: 'phone', colors: 'dark' },
  { language: 'en', device: 'desktop', colors: 'dark' },
  { language: 'zh', device: 'phone', colors: 'light' },
];

describe.each(VIEWS)('$language on a $device, $colors', (view) => {
  test('every screen of segments opens without an error, fits its window and violates nothing that axe calls serious', async () => {
    const problems: string[] = [];
    const { page } = await panel.openAs(StaffRole.MARKETING, view);
    await settled(page);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
    });
    for (const [name, path] of Object.entries(screens())) {
      await goTo(page, path);
      for (const violation of await seriousViolations(page)) problems.push(`${name}: ${violation}`);
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) problems.push(`${name}: ${sideways} px wider than the window`);
      const alerts = await page.locator('.MuiAlert-standardError, .MuiAlert-colorError').allTextContents();
      problems.push(...alerts.map((text) => `${name}: ${text}`));
    }
    // The drawer over the members.
    await goTo(page, `/segments/${segmentId}/show?tab=members`);
    await page.getByRole('tabpanel').getByText('王小明').last().waitFor();
    const why = page.getByRole('button', { name: /^(Why|原因)$/ });
    await ((await why.count()) > 0 ? why.first() : page.locator('.MuiListItemButton-root').first()).click();
    await page
      .getByRole('dialog')
      .getByRole('status')
      .getByText(/Belongs to it|属于该客群/)
      .waitFor();
    for (const violation of await seriousViolations(page)) problems.push(`why: ${violation}`);
    expect(problems).toEqual([]);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  }, 240_000);
});
