/**
 * The load generator, in a process of its own. A bare socket per connection, one request at a time on each: the usual
 * generators spend more CPU on a request than the servers measured here, and would be what is measured.
 */
import { connect, type Socket } from 'node:net';

/** One round of load: `connections` sockets send `requests` in turn until the time is up or `count` have been sent. */
export interface Round {
  port: number;
  requests: Buffer[];
  connections: number;
  seconds: number;
  /** Where in `requests` to begin, so that rounds do not repeat each other. */
  from: number;
  count: number;
}

/** What a round measured; latencies in milliseconds. */
export interface RoundResult {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  /** The first answer that was no success, if any. */
  failure: string | undefined;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

interface Script {
  next(): Buffer | undefined;
  answered(ms: number, answer: Buffer): void;
  done(error?: Error): void;
}

class Connection {
  readonly #socket: Socket;
  readonly #script: Script;
  #received: Buffer[] = [];
  #bytes = 0;
  #expected = 0;
  #sentAt = 0;

  constructor(port: number, script: Script) {
    this.#script = script;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => this.#send());
    this.#socket.on('data', (chunk) => this.#read(chunk));
    this.#socket.on('error', (error) => script.done(error));
    this.#socket.on('close', () => script.done());
  }

  #send(): void {
    const request = this.#script.next();
    if (!request) {
      this.#socket.end();
      return;
    }
    this.#sentAt = performance.now();
    this.#socket.write(request);
  }

  #read(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#bytes += chunk.length;
    if (this.#expected === 0) {
      const answer = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
      const end = answer.indexOf(END_OF_HEAD);
      if (end < 0) {
        return;
      }
      const length = /content-length: *(\d+)/i.exec(answer.toString('latin1', 0, end))?.[1];
      if (length === undefined) {
        this.#socket.destroy(new Error(`an answer without content-length: ${answer.toString('latin1', 0, end)}`));
        return;
      }
      this.#expected = end + END_OF_HEAD.length + Number(length);
    }
    if (this.#bytes >= this.#expected) {
      const answer = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
      this.#received = [];
      this.#bytes = 0;
      this.#expected = 0;
      this.#script.answered(performance.now() - this.#sentAt, answer);
      this.#send();
    }
  }
}

function failureIn(answer: Buffer): string | undefined {
  return answer.toString('latin1', 9, 12) !== '200' || answer.includes('"errors":[')
    ? answer.toString('utf8')
    : undefined;
}

async function run({ port, requests, connections, seconds, from, count }: Round): Promise<RoundResult> {
  const latencies: number[] = [];
  let sent = 0;
  let failure: string | undefined;
  const started = performance.now();
  const until = started + seconds * 1000;
  const next = () =>
    sent < count && performance.now() < until && !failure ? requests[(from + sent++) % requests.length] : undefined;
  const answered = (ms: number, answer: Buffer) => {
    latencies.push(ms);
    failure ??= failureIn(answer);
  };
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          new Connection(port, { next, answered, done: (error) => (error ? reject(error) : resolve()) });
        }),
    ),
  );
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    requests: latencies.length,
    perSecond: latencies.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
    failure,
  };
}

const known = new Map<string, Buffer[]>();

interface Message {
  key: string;
  /** Sent with the first round of a key, and kept. */
  requests?: string[];
  rehearse?: boolean;
  round: Omit<Round, 'requests'>;
}

async function work({ key, requests: texts, rehearse, round }: Message): Promise<RoundResult> {
  const requests = texts?.map((text) => Buffer.from(text)) ?? known.get(key) ?? [];
  known.set(key, requests);
  if (rehearse) {
    await run({ ...round, requests, from: 0, count: requests.length, seconds: Number.POSITIVE_INFINITY });
  }
  return run({ ...round, requests });
}

process.on('message', (message: Message) => {
  work(message).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ requests: 0, perSecond: 0, p50: 0, p99: 0, worst: 0, failure: error.message }),
  );
});

process.on('disconnect', () => process.exit(0));
process.send?.({ ready: {} });
