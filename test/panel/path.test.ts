import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../schema/staff/enums.js';
import { goTo, type PanelTest, settled, startPanel } from '../support/browser.js';
import { apiKey, customerToken } from '../support/tokens.js';
import { asAdmin } from './support.js';

let panel: PanelTest;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  ({ page } = await panel.openAs(StaffRole.ADMIN, { language: 'en' }));
}, 120_000);
afterAll(() => panel?.close());

const HOME =
  '{ me { tier { code } progress { next { code } } perks { id remaining benefit { id code redeemable } } } }';
const REDEEM = `mutation ($input: BenefitRedeemInput!) {
  benefitRedeem(input: $input) { redemption { code status } userErrors { field code } } }`;

const thisYear = () => panel.t.clock.now().toISOString().slice(0, 4);

/** An order of ¥700: enough for the silver tier as this test configures it, not as it was. */
const FILE = () =>
  `order number,order date,qty,unit price,customer id,sku,name\nA-1,${thisYear()}-01-05 10:00,2,350.00,lina,S1,羊绒围巾\nA-2,never,1,9.00,lina,S2,茶杯\n`;

test('the whole path: configure, publish, import, the member sees tier and perks, redeems, the panel shows it', async () => {
  const ingest = 'mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) { counts { created } } }';
  await asAdmin(panel.t, ingest, { input: { source: 'app', customers: [{ externalId: 'lina', name: '李娜' }] } });

  // Configure: silver from ¥600 in a draft. A wrong threshold is said at its field first.
  await goTo(page, '/program');
  await page.getByRole('button', { name: 'Edit as draft' }).click();
  const threshold = page.locator('input[name="tiers.0.spendThreshold"]');
  await threshold.fill('999999');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.locator('.MuiFormHelperText-root.Mui-error').first().waitFor();
  await threshold.fill('600');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Everything is saved').waitFor();

  // Impact, then publish.
  await page.getByRole('tab', { name: 'Impact and publishing' }).click();
  await page.getByRole('button', { name: 'Compute impact' }).click();
  await page.getByText('From tier to tier').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/program\/versions\//);
  await panel.t.app.jobs.drain();
  await page.getByText('In force', { exact: true }).waitFor();

  // Import the order history.
  await goTo(page, '/imports/create');
  const csv = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE()) };
  await page.locator('input[type=file]').setInputFiles(csv);
  await page.locator('input[name=source]').fill('app');
  await page.getByRole('button', { name: 'Start the import' }).click();
  await page.waitForURL(/imports\/.*\/show/);
  await panel.t.app.jobs.drain();
  await page.getByText('Finished', { exact: true }).first().waitFor();
  await page.getByText('The date is not readable').first().waitFor();

  // The member's app: the tier, the perks, a redemption.
  const app = panel.t.client(await customerToken(panel.t, 'lina'));
  const { data } = await app(HOME);
  expect(data.me.tier.code).toBe('silver');
  const perk = data.me.perks.find((one: { benefit: { redeemable: boolean } }) => one.benefit.redeemable);
  const redeemed = await app(REDEEM, { input: { benefitId: perk.benefit.id, quantity: 1, idempotencyKey: 'path-1' } });
  expect(redeemed.data.benefitRedeem.userErrors).toEqual([]);
  const { code } = redeemed.data.benefitRedeem.redemption;

  // The panel shows it: in the list of redemptions, and in the member's profile with the tier and why.
  await goTo(page, '/redemptions');
  await page.getByText(code, { exact: true }).waitFor();
  await page.getByRole('link', { name: '李娜' }).first().click();
  await page.getByRole('heading', { level: 1, name: '李娜' }).waitFor();
  await page.getByText(code, { exact: false }).first().waitFor();
  await page.getByRole('tab', { name: 'Tier history' }).click();
  await settled(page);
  expect(await page.getByRole('tabpanel').textContent()).toContain('Silver');
}, 120_000);

test('V4: a redemption is reversed from the list, with a reason, and the member may redeem again', async () => {
  await goTo(page, '/redemptions');
  await page.getByRole('button', { name: 'Reverse' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Wrong article');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Reversed', { exact: true }).waitFor();
});

test('A4: contacts are masked until somebody says why, and the audit log keeps who and why', async () => {
  const ingest = 'mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) { counts { created } } }';
  const people = [{ externalId: 'wang', name: '王伟', phone: '13812345678' }];
  const system = panel.t.client(await apiKey(panel.t));
  await system(ingest, { input: { source: 'app', customers: people } });
  await goTo(page, '/customers');
  await page.getByText('王伟').click();
  await page.getByText('138****5678').first().waitFor();
  await page.getByRole('button', { name: 'Reveal' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Called back');
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  await page.getByText('13812345678').waitFor();
  await goTo(page, '/auditEntries');
  await page.getByText('Called back').waitFor();
});

test('V1: a tier is granted by hand and taken back', async () => {
  await goTo(page, '/customers');
  await page.getByText('王伟').click();
  await page.getByRole('button', { name: 'Grant tier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await page.getByRole('option', { name: 'Gold' }).click();
  await dialog.locator('input[name=reason]').fill('Service recovery');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Granted by hand:').waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').locator('input[name=reason]').fill('Mistake');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Granted by hand:').waitFor({ state: 'detached' });
});
