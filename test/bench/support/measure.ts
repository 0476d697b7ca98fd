import type { RoundResult } from './load.js';
import type { Child } from './processes.js';
import type { CpuTime } from './subject.js';

/** One of the servers measured side by side. */
export interface Contestant {
  name: string;
  port: number;
  process: Child;
  /** Whole HTTP requests, sent in turn. */
  requests: string[];
  /** Whether every request is sent once before anything is measured, e.g. so that every token has been seen. */
  rehearse?: boolean;
  /** Done before each round, e.g. making the server forget. */
  before?: () => Promise<unknown>;
  /** At most this many requests a round. */
  count?: number;
}

/** A contestant's medians over all rounds. */
export interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  /** The longest that any answer took. */
  worst: number;
  /** Microseconds of the server process's CPU per request. */
  cpu: number;
}

export interface MeasureOptions {
  load: Child;
  rounds: number;
  seconds: number;
  connections: number;
}

/**
 * Lets all contestants warm up, then measures them in turn (B C A, C A B, …), so that a slow minute hits all alike and
 * none is always the one that finds a round's data cold.
 */
export async function measure(contestants: Contestant[], options: MeasureOptions): Promise<Measured[]> {
  const results = contestants.map(() => [] as (RoundResult & { cpu: number })[]);
  for (let round = -1; round < options.rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const i = (turn + round + 1) % contestants.length;
      const contestant = contestants[i]!;
      const result = await runRound(contestant, options, round);
      if (result.failure) {
        throw new Error(`${contestant.name}: ${result.failure.slice(0, 2000)}`);
      }
      if (round >= 0) {
        results[i]!.push(result);
      }
    }
  }
  return contestants.map(({ name }, i) => ({
    name,
    perSecond: median(results[i]!.map(({ perSecond }) => perSecond)),
    p50: median(results[i]!.map(({ p50 }) => p50)),
    p99: median(results[i]!.map(({ p99 }) => p99)),
    worst: Math.max(...results[i]!.map(({ worst }) => worst)),
    cpu: median(results[i]!.map(({ cpu }) => cpu)),
  }));
}

async function runRound(contestant: Contestant, options: MeasureOptions, round: number) {
  const { port, requests, process: server, count = Number.POSITIVE_INFINITY } = contestant;
  await contestant.before?.();
  const before = await server.ask<CpuTime>({ command: 'cpu' });
  const result = await options.load.ask<RoundResult>({
    key: `${contestant.name} ${port}`,
    ...(round < 0 ? { requests } : {}),
    round: {
      port,
      connections: options.connections,
      seconds: round < 0 ? Math.max(3, options.seconds) : options.seconds,
      from: Math.floor((requests.length * (round + 1)) / (options.rounds + 1)),
      count,
    },
  });
  const after = await server.ask<CpuTime>({ command: 'cpu' });
  const cpu = (after.user + after.system - before.user - before.system) / Math.max(1, result.requests);
  return { ...result, cpu };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A whole HTTP/1.1 request as it goes over the wire; an object is sent as JSON. */
export function httpRequest(path: string, headers: Record<string, string>, body?: object | string): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const lines = Object.entries(body === undefined ? headers : { 'content-type': 'application/json', ...headers });
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(text)}\r\n`;
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: bench\r\n${head}${length}\r\n${body === undefined ? '' : text}`;
}

/** A GraphQL operation as a whole HTTP request. */
export function graphqlRequest(body: object, headers: Record<string, string> = {}): string {
  return httpRequest('/graphql', headers, body);
}
