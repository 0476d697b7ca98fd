import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { en } from '../../admin/i18n/en/index.js';
import { ApiScope, StaffRole } from '../../schema/staff/enums.js';
import { goTo, type PanelTest, settled, startPanel } from '../support/browser.js';
import { makeCustomer } from '../support/factories.js';
import { adminToken, asAdmin } from './support.js';

let panel: PanelTest;
let page: Page;
beforeAll(async () => {
  panel = await startPanel();
  ({ page } = await panel.openAs(StaffRole.ADMIN, { language: 'en' }));
  // A busy machine is no failure.
  page.setDefaultTimeout(120_000);
}, 300_000);
afterAll(() => panel?.close());

/** Fills the reason in the dialog that is open, and sends it. */
async function giveReason(button: string) {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=reason]').fill('asked on the phone');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

async function statusOf(customerId: string): Promise<string> {
  const [row] = await panel.t.app.db.rows<{ status: string }>('select status from customer where id = $1', [
    customerId,
  ]);
  return row!.status;
}

test('an API key is made with every scope there is, its secret works and is shown once', async () => {
  await goTo(page, '/apiKeys');
  await page.getByRole('button', { name: 'New API key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=name]').fill('warehouse');
  for (const scope of Object.values(ApiScope)) {
    await dialog.getByLabel(en.enums.ApiScope[scope], { exact: true }).check();
  }
  await dialog.getByRole('button', { name: 'Create' }).click();
  const secret = await dialog.getByLabel('Secret').inputValue();
  const { data } = await panel.t.client(secret)('{ customers { totalCount } }');
  expect(data.customers.totalCount).toBe(0);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await settled(page);
  await page.getByText('warehouse').waitFor();
  expect(await page.content()).not.toContain(secret);
  const kept = await panel.t.app.db.rows<{ scopes: string[] }>(`select scopes from api_key where name = 'warehouse'`);
  expect(kept[0]!.scopes.toSorted()).toEqual(Object.values(ApiScope).toSorted());
}, 240_000);

test('A1: two profiles of one person are merged, and taken apart again', async () => {
  const [one, other] = [
    await makeCustomer(panel.t.app, { phone: '13800001111', name: 'Li Na' }),
    await makeCustomer(panel.t.app, { phone: '13800001111', name: 'Li Nana' }),
  ];
  await goTo(page, `/customers/${one.id}/show`);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await giveReason('Merge');
  await page.getByText('Merged from').waitFor();
  expect(await statusOf(other.id)).toBe('MERGED');
  await page.getByRole('button', { name: 'Undo merge' }).click();
  await giveReason('Confirm');
  await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
  expect(await statusOf(other.id)).toBe('ACTIVE');
}, 240_000);

test('A4: a person is erased at their wish', async () => {
  const { id } = await makeCustomer(panel.t.app, { phone: '13800002222', name: 'Wang Lei' });
  await goTo(page, `/customers/${id}/show`);
  await page.getByText('Wang Lei').first().waitFor();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await giveReason('Erase');
  await page.getByText('Wang Lei').first().waitFor({ state: 'detached' });
  expect(await statusOf(id)).toBe('ERASED');
}, 240_000);

test('V6: an earlier version of the programme is put in force again', async () => {
  const { program } = await asAdmin(panel.t, '{ program { id number } }');
  const { programDraftCreate } = await asAdmin(
    panel.t,
    'mutation { programDraftCreate { programVersion { id version } userErrors { code } } }',
  );
  const publish = `mutation ($input: ProgramPublishInput!) { programPublish(input: $input) { userErrors { code } } }`;
  await asAdmin(panel.t, publish, { input: programDraftCreate.programVersion });
  await panel.t.app.jobs.drain();
  await goTo(page, `/program/versions/${program.id}`);
  await page.getByRole('button', { name: 'Roll back to this' }).click();
  await giveReason('Roll back to this');
  await panel.t.app.jobs.drain();
  const after = await asAdmin(panel.t, '{ program { number status rollbackOf { id } } }');
  expect(after.program).toEqual({ number: program.number + 2, status: 'PUBLISHED', rollbackOf: { id: program.id } });
}, 240_000);

test('an import is stopped, goes on where it was, and comes to its end', async () => {
  const body = new FormData();
  const rows = 'number,placedAt,quantity,unitPrice,customerId,sku,name\nT-1,2026-01-02 10:00,2,19.90,u1,A1,Cup\n';
  body.append('file', new Blob([rows], { type: 'text/csv' }), 'till.csv');
  const headers = { authorization: `Bearer ${await adminToken(panel.t)}` };
  const uploaded = await fetch(`${panel.t.url}/uploads`, { method: 'POST', headers, body });
  const { uploadId } = (await uploaded.json()) as { uploadId: string };
  const mapping = rows
    .split('\n')[0]!
    .split(',')
    .map((column) => ({ field: column === 'customerId' ? 'customerExternalId' : column, column }));
  const start = `mutation ($input: ImportStartInput!) { importStart(input: $input) { import { id } userErrors { field code } } }`;
  const { importStart } = await asAdmin(panel.t, start, {
    input: { uploadId, kind: 'ORDERS', source: 'till', mapping },
  });
  await goTo(page, `/imports/${importStart.import.id}/show`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await panel.t.app.jobs.drain();
  await page.getByText('Finished', { exact: true }).first().waitFor();
  const orders = await panel.t.app.db.rows('select number from orders');
  expect(orders).toEqual([{ number: 'T-1' }]);
}, 240_000);
