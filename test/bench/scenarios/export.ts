import { deepStrictEqual } from 'node:assert';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { withCopy } from '../support/copy.js';
import { median } from '../support/measure.js';
import { watchMemory } from '../support/memory.js';
import { ask } from '../support/once.js';
import { ratioGoal, type Section } from '../support/report.js';

const CREATE = `mutation { segmentCreate(input: { name: "Bench: everybody", rules: { join: ALL, rules: [] } }) {
  segment { id } userErrors { field message } } }`;
const START = `mutation Start($input: SegmentExportStartInput!) { segmentExportStart(input: $input) {
  export { id } userErrors { field message } } }`;
const STATE = 'query State($id: ID!) { segmentExport(id: $id) { status rows total bytes url error } }';

interface Made {
  segmentCreate: { segment: { id: string } };
}
interface Started {
  segmentExportStart: { export: { id: string } };
}
interface State {
  segmentExport: { status: string; rows: number; total: number; bytes: number; url: string; error: string | null };
}

/** X: everybody to a file in the background, and the file fetched; the server's memory over that time. */
export async function run(bench: Bench): Promise<Section[]> {
  const dataset = await bench.dataset();
  return withCopy(bench, dataset, (copy) =>
    withSubjects(bench, copy, ['liuke'], async ({ liuke }) => {
      const headers = { authorization: `Bearer ${liuke.ready.secrets!.admin}` };
      const { segmentCreate } = (await ask<Made>(liuke, { query: CREATE }, headers)).data;
      // What was enqueued by that is done first, so that only the export is watched.
      await liuke.ask({ command: 'work' });
      const export_ = async () => {
        const input = { segmentId: segmentCreate.segment.id, contacts: 'MASKED', idempotencyKey: 'bench' };
        const { data } = await ask<Started>(liuke, { query: START, variables: { input } }, headers);
        await liuke.ask({ command: 'work' });
        const variables = { id: data.segmentExportStart.export.id };
        return (await ask<State>(liuke, { query: STATE, variables }, headers)).data.segmentExport;
      };
      const made = await timed(() => watchMemory(liuke.pid, export_));
      const { status, rows, bytes, url, error } = made.result.result;
      deepStrictEqual({ status, rows, error }, { status: 'DONE', rows: dataset.customers, error: null });
      const fetched = await timed(() => watchMemory(liuke.pid, () => download(liuke, url, headers)));
      deepStrictEqual(fetched.result.result, { bytes, lines: rows + 1 });
      const line = (name: string, { seconds, result: { megabytes } }: Timed<{ megabytes: number[] }>) => [
        name,
        seconds.toFixed(1),
        Math.round(rows / seconds).toLocaleString('en'),
        ...quarters(megabytes).map((value) => value.toFixed(0)),
        Math.max(...megabytes).toFixed(0),
      ];
      const growth = (megabytes: number[]) => {
        const [, second, , fourth] = quarters(megabytes);
        return fourth! / second!;
      };
      return [
        {
          title: `X · export of ${rows.toLocaleString('en')} members, ${(bytes / 2 ** 20).toFixed(0)} MB`,
          notes: ['Memory: what the one server process, which also does the work in the background, had resident.'],
          columns: ['', 'seconds', 'rows/s', 'MB 1st quarter', '2nd', '3rd', '4th', 'peak'],
          rows: [line('made', made), line('fetched', fetched)],
          goals: [
            ratioGoal('memory while made, 4th quarter to 2nd (flat)', growth(made.result.megabytes), { most: 1.2 }),
            ratioGoal('memory while fetched, 4th quarter to 2nd (flat)', growth(fetched.result.megabytes), {
              most: 1.2,
            }),
          ],
        },
      ];
    }),
  );
}

/** Fetches a file without keeping it. */
async function download({ ready }: Subject, url: string, headers: Record<string, string>) {
  const response = await fetch(`http://127.0.0.1:${ready.port}${url}`, { headers });
  if (!response.ok) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  let bytes = 0;
  let lines = 0;
  for await (const chunk of response.body!) {
    bytes += chunk.length;
    lines += Buffer.from(chunk).toString('latin1').split('\n').length - 1;
  }
  return { bytes, lines };
}

interface Timed<T> {
  result: T;
  seconds: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

/** The medians of each quarter of the time. */
function quarters(values: number[]): number[] {
  return [0, 1, 2, 3].map((n) =>
    median(values.slice(Math.floor((values.length * n) / 4), Math.max(1, Math.floor((values.length * (n + 1)) / 4)))),
  );
}
