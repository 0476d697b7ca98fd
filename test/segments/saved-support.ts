import { StaffRole } from '../../schema/staff/enums.js';
import type { TestApp } from '../support/app.js';
import { type CustomerSketch, makeCustomer } from '../support/factories.js';
import type { Anything } from '../support/http.js';
import { makeSignedIn } from '../support/tokens.js';

/** Everybody who has the tag: membership that a test moves at will. */
export const tagged = (tag: string) => ({ condition: { field: 'TAGS', operator: 'HAS_ANY', texts: [tag] } });
/** Everybody in the segment. */
export const inSegment = (id: string) => ({ condition: { field: 'SEGMENT', operator: 'IN', ids: [id] } });
/** Everybody with a phone number that begins like this: contact data. */
export const phoned = (start: string) => ({ condition: { field: 'PHONE', operator: 'STARTS_WITH', texts: [start] } });
export const everybody = { join: 'ALL', rules: [] };

/** Somebody of a role who works over HTTP; signs in anew whenever the clock has moved past the last session's token. */
export class Worker {
  readonly #t: TestApp;
  readonly #role: StaffRole;
  #signedIn: { id: string; token: string; at: number } | undefined;

  constructor(t: TestApp, role: StaffRole | `${StaffRole}`) {
    this.#t = t;
    this.#role = role as StaffRole;
  }

  /** The token, and the person whose it is. */
  async session(): Promise<{ id: string; token: string }> {
    const now = this.#t.clock.now().getTime();
    if (!this.#signedIn) {
      this.#signedIn = { ...(await makeSignedIn(this.#t, this.#role)), at: now };
    } else if (now - this.#signedIn.at > 300_000) {
      const { id } = this.#signedIn;
      const origin = { ip: '127.0.0.1', userAgent: 'jest', requestId: 'test' };
      const tokens = await this.#t.app.db.transaction((tx) => this.#t.app.sessions.open(tx, id, origin));
      this.#signedIn = { id, token: tokens.accessToken, at: now };
    }
    return this.#signedIn;
  }

  /** The whole answer to an operation. */
  async ask(query: string, variables: object = {}) {
    const { token } = await this.session();
    return this.#t.client(token)<Anything>(query, variables);
  }

  /** The data of an operation that has to succeed. */
  async data(query: string, variables: object = {}): Promise<Anything> {
    const { data, errors } = await this.ask(query, variables);
    if (errors) {
      throw new Error(JSON.stringify(errors));
    }
    return data;
  }

  /** The code of the error that an operation ends in. */
  async refusal(query: string, variables: object = {}): Promise<string | undefined> {
    const { errors } = await this.ask(query, variables);
    return errors?.[0]?.extensions.code;
  }

  /** Runs a mutation with an input: its payload. */
  async do(mutation: string, type: string, input: object, fields = SEGMENT): Promise<Anything> {
    const data = await this.data(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { field code message } } }`,
      { input },
    );
    return data[mutation];
  }

  /** Saves a segment that has to be accepted. */
  async segment(name: string, rules: object, more: object = {}): Promise<Anything> {
    const { segment, userErrors } = await this.do('segmentCreate', 'SegmentCreateInput', { name, rules, ...more });
    if (userErrors.length > 0) {
      throw new Error(JSON.stringify(userErrors));
    }
    return segment;
  }

  /** An empty list. */
  list(name: string): Promise<Anything> {
    return this.do('segmentCreate', 'SegmentCreateInput', { name, kind: 'LIST' }).then(({ segment }) => segment);
  }
}

export const SEGMENT = 'segment { id name version archivedAt confidential currentVersion { number } }';

/** The ids of a segment's members, sorted. */
export async function memberIds(worker: Worker, id: string, asOf?: string): Promise<string[]> {
  const { segment } = await worker.data(
    'query ($id: ID!, $asOf: LocalDate) { segment(id: $id) { members(first: 100, asOf: $asOf) { nodes { id } } } }',
    { id, asOf },
  );
  return (segment.members.nodes as { id: string }[]).map((node) => node.id).sort();
}

/** Somebody with tags. */
export async function person(t: TestApp, tags: string[], sketch: Partial<CustomerSketch> = {}): Promise<string> {
  return (await makeCustomer(t.app, { tags, ...sketch })).id;
}

/** Replaces somebody's tags, as if a service had. */
export async function retag(t: TestApp, id: string, tags: string[]): Promise<void> {
  await t.app.db.rows('update customer set tags = $2 where id = $1', [id, tags]);
}
