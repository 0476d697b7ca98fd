import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../schema/staff/enums.js';
import { goTo, type PanelTest, settled, startPanel } from '../support/browser.js';
import { asAdmin, fillCompany, textOf } from './support.js';

let panel: PanelTest;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  await fillCompany(panel.t);
  ({ page } = await panel.openAs(StaffRole.MARKETING, { language: 'en' }));
}, 180_000);
afterAll(() => panel?.close());

const condition = (place: string) => page.getByRole('group', { name: `Condition ${place}`, exact: true });

/** Chooses a field with the keyboard alone, in the picker that has the focus. */
async function pickField(name: string) {
  await page.keyboard.type(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const counted = (count: number) => page.getByText(String(count), { exact: true }).first().waitFor();

test('S7: the path of marketing: build, see the count, save, look at the members, why, export', async () => {
  await goTo(page, '/segments');
  await page.getByRole('link', { name: 'New segment' }).first().click();

  // Build: everybody has three orders of the last ninety days; every eighth spent the same.
  await condition('1').getByLabel('Attribute').focus();
  await pickField('Orders');
  await condition('1').getByLabel('Value').fill('2');
  await counted(30);
  await page.getByRole('button', { name: 'Add condition' }).click();
  await pickField('Spend of all time');
  await condition('2').getByLabel('Amount').fill('6000');
  await counted(14);
  await page.getByText('45.2% of 31 customers').waitFor();
  await page.getByText('Orders at least 2 orders (in the last 90 days)').waitFor();

  // Out of the spenders: a group, undone and redone.
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await counted(14);

  await page.locator('input[name=name]').fill('Good customers');
  await page.locator('textarea[name=actions]').fill('Call them\nInvite them');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByRole('heading', { level: 1, name: 'Good customers' }).waitFor();
  await page.getByText('Invite them').waitFor();

  // Members, and why the first of them is in it.
  await page.getByRole('tab', { name: 'Members' }).click();
  await page.getByText('1–14 of 14').waitFor();
  await page.getByRole('button', { name: 'Why' }).first().click();
  const why = page.getByRole('dialog');
  await why.getByText('Belongs to it').waitFor();
  await why.getByText('This customer: 3').waitFor();
  await page.keyboard.press('Escape');

  // Export: made in the background, masked for marketing, formulas defused.
  await page.getByRole('button', { name: 'Export' }).first().click();
  await page.getByRole('button', { name: 'Make file' }).click();
  await panel.t.app.jobs.drain();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Download' }).click(),
  ]);
  const lines = textOf(await download.path())
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(15);
  expect(lines.slice(1).join('\n')).not.toMatch(/1390000\d{4}/);
  expect(lines.some((line) => /139\*{4}/.test(line))).toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
}, 120_000);

test('S7: an outdated count is cancelled, and a wrong value is said at its condition', async () => {
  await goTo(page, '/segments');
  await goTo(page, '/segments/create');
  const cancelled = page.waitForEvent('requestfailed', {
    predicate: (request) => request.postData()?.includes('SegmentCountOf') ?? false,
  });
  let held = 0;
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('SegmentCountOf') && held++ === 0)
      await new Promise((go) => setTimeout(go, 3000));
    await route.continue().catch(() => undefined);
  });
  await condition('1').getByLabel('Attribute').focus();
  await pickField('Orders of all time');
  const asked = page.waitForRequest((request) => request.postData()?.includes('SegmentCountOf') ?? false);
  await condition('1').getByLabel('Value').fill('1');
  await asked;
  await condition('1').getByLabel('Value').fill('4');
  expect((await cancelled).failure()?.errorText).toContain('ABORTED');
  await counted(0);
  await page.unroute('**/graphql');

  await condition('1').getByLabel('How').click();
  await page.getByRole('option', { name: 'between' }).click();
  await condition('1').getByLabel('From').fill('5');
  await condition('1').getByLabel('To', { exact: true }).fill('2');
  await page.getByText('Some conditions are not right yet').waitFor();
  await condition('1').locator('.MuiFormHelperText-root.Mui-error').first().waitFor();

  // Saving says the same, and works once both an empty condition and the wrong value are mended.
  await page.locator('input[name=name]').fill('Two to nine');
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByText('Complete or delete the marked conditions first').first().waitFor();
  await page.getByRole('button', { name: 'Delete Condition 2' }).click();
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByRole('alert').getByText('Some conditions are not right yet').first().waitFor();
  await condition('1').getByLabel('To', { exact: true }).fill('9');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByRole('heading', { level: 1, name: 'Two to nine' }).waitFor();
}, 60_000);

test('S7: a list is uploaded with its unknown numbers said; a segment that another uses is not archived', async () => {
  await goTo(page, '/segments');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('dialog').locator('input[name=name]').fill('Invited');
  await page.getByRole('button', { name: 'Create list' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invited' }).waitFor();
  await page.getByRole('button', { name: 'Upload customers' }).click();
  const upload = page.getByRole('dialog');
  await upload.getByLabel('Customer numbers').fill('u1\nu2\nnobody');
  await upload.getByLabel('Source').fill('shop');
  await upload.getByRole('button', { name: 'Put on the list' }).click();
  await upload.getByText('2 customers came onto the list').waitFor();
  await upload.getByText('1 number leads to nobody').waitFor();
  await upload.getByRole('button', { name: 'Close' }).click();
  await page.getByText('1–2 of 2').waitFor();

  const id = page.url().match(/segments\/([^/]+)\/show/)?.[1];
  const create = `mutation ($input: SegmentCreateInput!) { segmentCreate(input: $input) { userErrors { field code } } }`;
  const rules = { condition: { field: 'SEGMENT', operator: 'NOT_IN', ids: [id] } };
  await asAdmin(panel.t, create, { input: { name: 'All but the invited', kind: 'DYNAMIC', rules } });
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByText('All but the invited').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByText('Still in use').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  // The profile of a member leads back to the list.
  await page.getByRole('tabpanel').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Invited', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Invited' }).waitFor();
}, 60_000);

test('S7: changed rules make a version that says what changed and can be taken back', async () => {
  await goTo(page, '/segments');
  await page.getByText('Good customers').first().click();
  await page.getByRole('heading', { level: 1, name: 'Good customers' }).waitFor();
  await page.getByRole('link', { name: 'Edit' }).click();
  await condition('2').getByLabel('Amount').fill('9000');
  await counted(3);
  await page.locator('input[name=note]').fill('Fewer of them');
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByRole('tab', { name: 'Versions' }).click();
  const panelOf = page.getByRole('tabpanel');
  await panelOf.getByText('Fewer of them').waitFor();
  await panelOf.locator('del').getByText('6,000').waitFor();
  await panelOf.getByRole('button', { name: /Version 1/ }).click();
  await panelOf.getByRole('button', { name: 'Restore these rules' }).click();
  await panelOf.getByText('Back to version 1').waitFor();
}, 60_000);
