import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type CompiledOperation, compileOperation } from './compiled.js';
import type { Context } from './context.js';
import { type KnownOperation, knownOperations } from './known.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What browsers, apps, servers and the panel ask for, and the type that Apollo answers with. Others are left to it. */
const ANSWER_TYPES = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
]);

interface Entry {
  known: KnownOperation;
  /** Made at the first call; null when the operation cannot be compiled. */
  run: CompiledOperation | null | undefined;
}

/**
 * The short way for our own published queries: no parsing, no validation, compiled execution. Whatever is not plainly
 * such a query, and whatever does not end in a clean answer, goes Apollo's way, which gives all errors.
 */
export class ExpressLane {
  readonly #schema: GraphQLSchema;
  readonly #entries = new Map<string, Entry>();

  constructor(schema: GraphQLSchema, operations = knownOperations()) {
    this.#schema = schema;
    for (const known of operations) {
      const entry: Entry = { known, run: undefined };
      for (const text of known.texts) {
        this.#entries.set(text, entry);
      }
    }
  }

  /** The answer as JSON; undefined: ask Apollo. */
  async answer(request: FastifyRequest, context: () => Promise<Context>): Promise<string | undefined> {
    const run = this.#operationOf(request);
    if (!run) {
      return undefined;
    }
    const caller = await context();
    const { variables } = request.body as { variables?: Record<string, unknown> | null };
    return caller.refusal ? undefined : run(caller, variables ?? undefined);
  }

  /** The headers of an answer to this request, as Apollo would set them. */
  headersFor({ headers }: FastifyRequest): Record<string, string> {
    return { 'content-type': ANSWER_TYPES.get(headers.accept) ?? JSON_TYPE, 'cache-control': 'no-store' };
  }

  #operationOf({ method, headers, body }: FastifyRequest): CompiledOperation | undefined {
    if (method !== 'POST' || !ANSWER_TYPES.has(headers.accept) || !isPlainOperation(body)) {
      return undefined;
    }
    const entry = this.#entries.get(body.query);
    if (!entry || (body.operationName ?? entry.known.name) !== entry.known.name) {
      return undefined;
    }
    if (entry.run === undefined) {
      entry.run = compileOperation(this.#schema, entry.known.document, entry.known.operation) ?? null;
    }
    return entry.run ?? undefined;
  }
}

interface PlainOperation {
  query: string;
  operationName?: string | null;
  variables?: object | null;
}

const PLAIN_KEYS = new Set(['query', 'operationName', 'variables']);

function isPlainOperation(body: unknown): body is PlainOperation {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return false;
  }
  const { query, operationName, variables } = body as Record<string, unknown>;
  return (
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables))) &&
    Object.keys(body).every((key) => PLAIN_KEYS.has(key))
  );
}
