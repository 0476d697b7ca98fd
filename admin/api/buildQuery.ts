import type { DocumentNode } from '@apollo/client/core';
import { CREATE, GET_LIST, GET_MANY_REFERENCE, GET_ONE, UPDATE } from 'ra-core';
import type { BuildQueryFactory } from 'ra-data-graphql';
import { listKey, pageVariables, rememberEnd } from './cursors.js';
import { accepted, type UserErrorLike } from './errors.js';
import { RESOURCES, type ResourceOperations } from './resources.js';

interface Connection {
  nodes: object[];
  totalCount?: number | null;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor?: string | null };
}
type Payload = { userErrors: UserErrorLike[] } & Record<string, unknown>;
interface Answer {
  data: { list: Connection; one: object | null; payload: Payload };
}
interface Params {
  id?: string;
  data?: Record<string, unknown>;
  filter?: Record<string, unknown>;
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: string };
  target?: string;
  previousData?: Record<string, unknown>;
}

/** A filter without the fields nobody filled in: the API's filters are typed and know no empty string. */
export function cleanFilter(filter: Record<string, unknown> = {}): Record<string, unknown> | undefined {
  const kept = Object.entries(filter).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && !value.length),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** `{ field: 'stats.spend', order: 'DESC' }` as the API's enum value, or undefined where the list has no such order. */
export function orderByOf(operations: ResourceOperations, sort?: { field: string; order: string }): string | undefined {
  const name = sort && operations.orders?.[sort.field];
  return name ? `${name}_${sort.order}` : undefined;
}

/** The named entries of a filter, and the others. */
function partition(filter: Record<string, unknown>, names: string[]) {
  const entries = Object.entries(filter);
  return {
    own: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    rest: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
  };
}

function listQuery(resource: string, operations: ResourceOperations, params: Params) {
  const { page = 1, perPage = 25 } = params.pagination ?? {};
  const own = params.target ? { ...params.filter, [params.target]: params.id } : params.filter;
  const shaped = operations.filter ? operations.filter(own ?? {}) : own;
  const lifted = operations.lifted ?? [];
  const { own: apart, rest } = partition(shaped ?? {}, lifted);
  const filter = cleanFilter(rest);
  const orderBy = orderByOf(operations, params.sort);
  const key = listKey(resource, apart, filter, orderBy, perPage);
  return {
    query: operations.list,
    variables: {
      ...apart,
      ...pageVariables(key, page, perPage),
      ...(filter && { filter }),
      ...(orderBy && { orderBy }),
    },
    parseResponse: ({ data }: Answer) => {
      const list = operations.connection ? (operations.connection(data as never) as Connection) : data.list;
      rememberEnd(key, page, list.pageInfo.endCursor);
      const { hasNextPage, hasPreviousPage } = list.pageInfo;
      return {
        data: list.nodes,
        total: list.totalCount ?? undefined,
        pageInfo: { hasNextPage, hasPreviousPage: hasPreviousPage || page > 1 },
      };
    },
  };
}

function writeQuery(document: DocumentNode | undefined, input: unknown, what: string) {
  if (!document) throw new Error(`The panel has no operation to ${what}.`);
  return {
    query: document,
    variables: { input },
    parseResponse: ({ data }: Answer) => {
      const { userErrors: _none, ...things } = accepted(data.payload);
      return { data: Object.values(things).find((thing) => thing !== null) };
    },
  };
}

/**
 * The whole of our conventions for ra-data-graphql: lists are connections under the alias `list`, single things come
 * under `one`, mutations answer a `payload` with `userErrors`. Which document serves which resource is a table.
 */
export const buildQuery: BuildQueryFactory = () => (kind, resource, params: Params) => {
  const operations = RESOURCES[resource];
  if (!operations) throw new Error(`The panel knows no resource ${resource}.`);
  const built = (() => {
    if (kind === GET_LIST || kind === GET_MANY_REFERENCE) return listQuery(resource, operations, params);
    if (kind === GET_ONE && operations.one) {
      const parseResponse = ({ data }: Answer) => ({ data: data.one });
      return { query: operations.one, variables: { id: params.id }, parseResponse };
    }
    if (kind === CREATE) return writeQuery(operations.create, params.data, `create ${resource}`);
    if (kind === UPDATE) {
      const input = operations.updateInput?.(params.data ?? {}) ?? params.data;
      return writeQuery(operations.update, input, `change ${resource}`);
    }
    throw new Error(`The panel has no operation ${kind} for ${resource}.`);
  })();
  return built as ReturnType<ReturnType<BuildQueryFactory>>;
};
