import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../../server/root.js';
import { makeCompany } from '../dataset/dataset.js';
import type { Bench } from '../support/bench.js';
import { residentMegabytes } from '../support/memory.js';
import type { Goal, Section } from '../support/report.js';

const SLICE = 'seeds/data/online-retail-slice.csv.gz';
const DATABASE = 'bench_import';
/** Options that the known history needs; other files are imported as the command line tool finds them. */
const OPTIONS = ['--source', 'online-retail', '--currency', 'GBP', '--time-zone', 'Europe/London'];
const MEGABYTE_LIMIT = 400;

/** F: the command line import of a whole order history into an empty company, and once more. */
export async function run(bench: Bench): Promise<Section[]> {
  const file = bench.options.file ?? join(root, SLICE);
  if (!existsSync(file)) {
    throw new Error(`There is no ${file}.`);
  }
  await makeCompany(bench.cluster, DATABASE);
  try {
    const url = bench.cluster.url(DATABASE, 'owner');
    bench.say(`importing ${basename(file)}`);
    const first = await importFile(url, file);
    const [rows] = await bench.cluster.rows<{ lines: number; orders: number }>(
      DATABASE,
      `select (select lines_done::int from import_job order by created_at desc limit 1) as lines,
              (select count(*)::int from orders) as orders`,
    );
    bench.say('importing it again');
    const second = await importFile(url, file);
    const lines = rows!.lines;
    const line = (name: string, { seconds, megabytes }: Run) => [
      name,
      seconds.toFixed(1),
      Math.round(lines / seconds).toLocaleString('en'),
      megabytes.toFixed(0),
    ];
    return [
      {
        title: `F · import of ${basename(file)}`,
        notes: [
          `${lines.toLocaleString('en')} lines, ${rows!.orders.toLocaleString('en')} orders; the whole command, from its start to its end.`,
        ],
        columns: ['', 'seconds', 'lines/s', 'peak memory MB'],
        rows: [line('first time', first), line('again (nothing changes)', second)],
        goals: [memoryGoal(Math.max(first.megabytes, second.megabytes))],
      },
    ];
  } finally {
    await bench.cluster.run('postgres', [`drop database ${DATABASE} with (force)`]);
  }
}

function memoryGoal(megabytes: number): Goal {
  return {
    what: 'Peak memory of the process',
    wanted: `< ${MEGABYTE_LIMIT} MB`,
    got: `${megabytes.toFixed(0)} MB`,
    reached: megabytes < MEGABYTE_LIMIT,
  };
}

interface Run {
  seconds: number;
  /** The most memory that the process had resident. */
  megabytes: number;
}

async function importFile(databaseUrl: string, file: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/server/launch/import.js'), 'orders', file, ...OPTIONS], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let megabytes = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    });
  }
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, ...residentMegabytes(child.pid!, 'VmHWM'));
  }, 100);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) {
    throw new Error(`the import failed:\n${output}`);
  }
  return { seconds: (performance.now() - started) / 1000, megabytes };
}
