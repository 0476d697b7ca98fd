import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** Widest column that the built-in shell prints, in characters. */
const widest = 60;

/** An SQL prompt on the database: psql when it is installed, otherwise a small one of our own. */
export async function shell(connectionString: string): Promise<number> {
  const installed = spawnSync('psql', ['--version']).status === 0;
  return installed ? psql(connectionString) : builtIn(connectionString);
}

function psql(connectionString: string): Promise<number> {
  const child = spawn('psql', [connectionString], { stdio: 'inherit' });
  // Ctrl-C in psql cancels a statement; it must not end the database below it.
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

/** Reads statements that end with a semicolon until end of input or `\q`. Returns 1 when the last one failed. */
export async function builtIn(
  connectionString: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const terminal = (input as NodeJS.ReadStream).isTTY === true;
  const prompt = createInterface({ input, output: terminal ? output : undefined, prompt: 'liuke=# ' });
  let statement = '';
  let failed = false;
  if (terminal) prompt.prompt();
  for await (const line of prompt) {
    if (line.trim() === '\\q') break;
    statement += `${line}\n`;
    if (/;\s*$/.test(line)) {
      failed = !(await execute(client, statement, output));
      statement = '';
    }
    prompt.setPrompt(statement.trim() ? 'liuke-# ' : 'liuke=# ');
    if (terminal) prompt.prompt();
  }
  prompt.close();
  if (statement.trim()) failed = !(await execute(client, statement, output));
  await client.end();
  return failed ? 1 : 0;
}

async function execute(client: pg.Client, sql: string, output: NodeJS.WritableStream): Promise<boolean> {
  try {
    const results = [await client.query({ text: sql, rowMode: 'array' })].flat();
    for (const result of results) output.write(`${table(result)}\n`);
    return true;
  } catch (error) {
    output.write(`${(error as Error).message}\n`);
    return false;
  }
}

function table({ fields, rows, command, rowCount }: pg.QueryArrayResult): string {
  if (fields.length === 0) return `${command} ${rowCount ?? ''}`.trim();
  const cells = [fields.map((field) => field.name), ...rows.map((row) => row.map(text))];
  const widths = fields.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | '));
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('-+-'));
  return `${lines.join('\n')}\n(${rows.length} rows)`;
}

function text(value: unknown): string {
  if (value === null) return '';
  const plain =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const line = plain.replaceAll('\n', '⏎');
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}
