import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventKind } from '../../schema/events/enums.js';
import { ImportKind } from '../../schema/imports/enums.js';
import { EVENT_REASONS } from '../../server/imports/events/reasons.js';
import { suggestMapping } from '../../server/imports/fields.js';
import { readColumns } from '../../server/imports/preview.js';
import { root } from '../../server/root.js';
import { upload } from '../imports/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';

const PAGE = readFileSync(join(root, 'docs', 'events.md'), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)![1]!;

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('the push of the page is taken as it stands there, and known when it comes again', async () => {
  const variables = JSON.parse(block('json'));
  const { data } = await execute(t.app, asJob, block('graphql'), variables);
  expect(data.eventsIngest.counts).toEqual({ created: 2, unchanged: 0, rejected: 0 });
  const again = await execute(t.app, asJob, block('graphql'), variables);
  expect(again.data.eventsIngest.counts).toEqual({ created: 0, unchanged: 2, rejected: 0 });
});

test('the file of the page is imported as it stands there', async () => {
  const uploadId = await upload(t, block('csv'), 'clicks.csv');
  const mapping = suggestMapping(ImportKind.EVENTS, await readColumns(t.app, `upload:${uploadId}`));
  expect(mapping).toHaveLength(7);
  const options = { source: 'web', timeZone: 'Asia/Shanghai' };
  const { import: job } = await t.app.imports.start(asJob, { uploadId, kind: ImportKind.EVENTS, mapping, ...options });
  await t.app.jobs.drain();
  const { counts } = (await t.app.imports.get(asJob, job.id))!;
  expect(counts).toMatchObject({ events: 2, rejectedLines: 0, balanced: true });
});

test('every kind of event and every reason to reject a line stands on the page', () => {
  const named = [...Object.values(EventKind), ...Object.keys(EVENT_REASONS)];
  expect(named.filter((name) => !PAGE.includes(`\`${name}\``))).toEqual([]);
});
