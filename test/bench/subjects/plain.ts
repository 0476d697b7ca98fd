/**
 * L, the plain limit: bare node:http and node-postgres, one prepared statement an answer, the JSON built in SQL.
 * `/nested`, `/list` and `/perks` take their parameters from the query string; `/perks-checked` takes the member from
 * the bearer token, whose signature, issuer, audience and lifetime it checks on every request. `/sql` prepares and runs the
 * statement that it is sent.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { beSubject } from '../support/subject.js';

const pool = new pg.Pool({ connectionString: process.env.BENCH_APP_URL!, max: Number(process.env.BENCH_POOL ?? 10) });
/** For the large sets of `/sql`, as Liuke has it for its own. */
const large = new pg.Pool({ connectionString: process.env.BENCH_APP_URL!, max: 3, options: '-c work_mem=64MB' });
const issuer = JSON.parse(process.env.BENCH_ISSUER!) as { issuer: string; audience: string; publicKey: string };
const key = createPublicKey(issuer.publicKey);
const now = new Date(process.env.BENCH_NOW!);

const statement = (name: string) => ({
  name,
  text: readFileSync(join(import.meta.dirname, 'plain', `${name}.sql`), 'utf8'),
});
const statements = {
  perks: statement('perks'),
  nested: statement('nested'),
  list: statement('list'),
  ingest: statement('ingest'),
  'ingest-without-levels': statement('ingest-without-levels'),
};

async function body(name: keyof typeof statements, values: unknown[]): Promise<string> {
  const { rows } = await pool.query<{ body: string }>({ ...statements[name], values });
  return rows[0]!.body;
}

async function one(text: string): Promise<string> {
  const name = createHash('sha1').update(text).digest('hex');
  const { rows } = await large.query<{ body: string }>({ name, text });
  return rows[0]!.body;
}

/** Whose token it is; throws when it does not hold. */
function subjectOf(authorization: string): string {
  const token = authorization.slice('Bearer '.length);
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  const claims = JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, end), 'base64url').toString());
  const sound = claims.iss === issuer.issuer && claims.aud === issuer.audience && claims.exp * 1000 > now.getTime();
  if (!sound || !verify('sha256', Buffer.from(token.slice(0, end)), key, signature)) {
    throw new Error('this token does not hold');
  }
  return claims.sub;
}

async function answerTo({ url, headers }: IncomingMessage, received: () => Promise<string>): Promise<string> {
  const [path, query] = url!.slice(1).split('?') as [string, string | undefined];
  switch (path) {
    case 'perks-checked':
      return body('perks', [subjectOf(headers.authorization!), now]);
    case 'ingest':
    case 'ingest-without-levels':
      return body(path, [await received(), now, `${now.getUTCFullYear()}-01-01`]);
    case 'sql':
      return one(await received());
    default:
      return body(path as keyof typeof statements, JSON.parse(decodeURIComponent(query!)));
  }
}

const server = createServer(async (request, response) => {
  try {
    const answer = await answerTo(request, () => text(request));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  } catch (error) {
    const message = String(error);
    response.writeHead(500, { 'content-length': Buffer.byteLength(message) });
    response.end(message);
  }
});

server.listen(0, '127.0.0.1', () => beSubject({ port: (server.address() as AddressInfo).port }));
