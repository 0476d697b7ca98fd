import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportKind } from '../../schema/imports/enums.js';
import type { App } from '../app.js';
import { loadConfig } from '../config.js';
import { InputCheck } from '../graphql/validate.js';
import { checkOptions, mappingErrors } from '../imports/check.js';
import { ImportFailure } from '../imports/failure.js';
import { suggestMapping } from '../imports/fields.js';
import { readColumns } from '../imports/preview.js';
import type { ImportJobRow } from '../imports/rows.js';
import { fileSize } from '../imports/source.js';
import { LaunchFailure } from './failure.js';
import { help } from './help.mjs';
import { type ImportCommand, readImportArgs } from './import-args.js';
import { reportImport } from './import-report.js';
import { prepareDatabase } from './prepare.js';
import { Progress } from './progress.js';
import { Shutdown } from './shutdown.js';

const shutdown = new Shutdown();
const progress = new Progress();
/** How often the progress line is refreshed, in ms. */
const glance = 500;

async function main(): Promise<number> {
  const command = readImportArgs(process.argv.slice(2));
  if (!command) {
    process.stderr.write(`${help.import}\n`);
    return 2;
  }
  const path = resolve(process.env.INIT_CWD ?? '.', command.file);
  const bytes = await fileSize(path);
  const config = loadConfig(process.env);
  const { database } = await prepareDatabase(config, progress, shutdown, 'join');
  const { App } = await import('../app.js');
  const { ownerUrl, appUrl } = database;
  const app = await shutdown.own(App.open({ config: { ...config, ownerUrl, appUrl, logLevel: 'error' } }), (opened) =>
    opened.close(),
  );
  return importFile(app, command, path, bytes);
}

async function importFile(app: App, command: ImportCommand, path: string, bytes: number): Promise<number> {
  const id = await findOrCreate(app, command, path, bytes);
  const job = () => readJob(app, id);
  const started = performance.now();
  await progress.step(basename(path), async (say) => {
    const timer = setInterval(
      () =>
        void job().then(
          (now) => say(describe(now)),
          () => {},
        ),
      glance,
    );
    try {
      await app.imports.run(id);
    } finally {
      clearInterval(timer);
    }
  });
  const done = await job();
  if (done.status !== 'DONE') {
    throw new LaunchFailure(`The import stopped: ${done.error ?? done.status}\nThe same command goes on with it.`);
  }
  progress.line(reportImport(done, (performance.now() - started) / 1000));
  return done.counts.balanced ? 0 : 1;
}

/** The unfinished import of the same file in the same way, or a new one. */
async function findOrCreate(app: App, command: ImportCommand, path: string, bytes: number): Promise<string> {
  const check = new InputCheck();
  const options = await checkOptions(app, check, command);
  const columns = await readColumns(app, `file:${path}`);
  const suggested = suggestMapping(command.kind, columns).filter(({ field }) => !command.map.has(field));
  const mapping = [...suggested, ...[...command.map].map(([field, column]) => ({ field, column }))];
  const errors = [...check.errors, ...mappingErrors(command.kind, mapping, columns)];
  if (errors.length > 0) {
    throw new LaunchFailure(errors.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  }
  const fileHash = await hashOf(path, JSON.stringify([command.kind, mapping, options]));
  return app.db.transaction(async (tx) => {
    const unfinished = await tx.row<{ id: string }>(
      `update import_job set status = 'READY', stored_path = $2
        where id = (select id from import_job where file_hash = decode($1, 'hex') and status in ('READY', 'RUNNING', 'FAILED')
                     order by created_at desc limit 1)
       returning id`,
      [fileHash, `file:${path}`],
    );
    if (unfinished) {
      progress.line('  An earlier import of this file was interrupted: going on with it.');
      return unfinished.id;
    }
    const job = { kind: command.kind, fileName: basename(path), storedPath: `file:${path}`, mapping, options };
    return app.imports.create(tx, { ...job, bytesTotal: bytes, fileHash });
  });
}

async function hashOf(path: string, manner: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { end: false });
  return hash.update(manner).digest('hex');
}

async function readJob(app: App, id: string): Promise<ImportJobRow> {
  const caller = {
    principal: { kind: 'job', name: 'import' } as const,
    origin: { ip: '', userAgent: undefined, requestId: id },
  };
  return (await app.imports.get(caller, id))!;
}

function describe({ kind, counts, bytesDone, bytesTotal }: ImportJobRow): string {
  const percent = Math.floor((100 * bytesDone) / Math.max(1, bytesTotal));
  const made =
    kind === ImportKind.EVENTS
      ? `${counts.events + counts.eventsUnchanged} events`
      : `${counts.orders + counts.ordersUnchanged} orders`;
  return `${percent} %, ${counts.lines} lines, ${made}`;
}

await shutdown.guard(async () => {
  try {
    await shutdown.stop(await main());
  } catch (error) {
    throw error instanceof ImportFailure ? new LaunchFailure(error.message) : error;
  }
});
