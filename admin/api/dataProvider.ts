import type { DataProvider, GetListParams, GetManyParams } from 'ra-core';
import { HttpError } from 'ra-core';
import buildGraphQLProvider from 'ra-data-graphql';
import { buildQuery } from './buildQuery.js';
import { client } from './client.js';
import { errorKey, readableError } from './errors.js';

// react-query is the only cache.
const uncached = () => ({ fetchPolicy: 'no-cache' as const });
const graphql = buildGraphQLProvider({
  client,
  buildQuery,
  introspection: false,
  query: uncached,
  mutation: uncached,
});

/** The same method, whose failures carry a translation key and a status. */
function readable<A extends unknown[], T>(method: (...args: A) => Promise<T>) {
  return async (...args: A): Promise<T> => {
    try {
      return await method(...args);
    } catch (error) {
      throw readableError(error);
    }
  };
}

const getOne = readable(async (resource: string, params: { id: unknown }) => {
  const answer = await graphql.getOne(resource, params as never);
  if (!answer.data) throw new HttpError(errorKey('NOT_FOUND'), 404);
  return answer;
});

/** The API gives no more than this many rows at once. */
const PAGE_CAP = 100;

const getPage = readable(graphql.getList);

/** A list page; an export asks for more than the cap and gets it page by page, each from the cursor of the last. */
async function getList(resource: string, params: GetListParams & { signal?: AbortSignal }) {
  const wanted = params.pagination?.perPage ?? 25;
  if (wanted <= PAGE_CAP) return getPage(resource, params);
  const first = await getPage(resource, { ...params, pagination: { page: 1, perPage: PAGE_CAP } });
  const data = [...first.data];
  for (let page = 2, last = first; last.pageInfo?.hasNextPage && data.length < wanted; page += 1) {
    last = await getPage(resource, { ...params, pagination: { page, perPage: PAGE_CAP } });
    data.push(...last.data);
  }
  return { ...first, data: data.slice(0, wanted) };
}

/** react-admin's door to the API: reads and simple forms. Everything with a meaning of its own goes through useIntent. */
export const dataProvider = {
  ...graphql,
  getList,
  getOne,
  getMany: async (resource: string, params: GetManyParams) => ({
    data: await Promise.all(params.ids.map(async (id) => (await getOne(resource, { id })).data)),
  }),
  getManyReference: readable(graphql.getManyReference),
  create: readable(graphql.create),
  update: readable(graphql.update),
} as unknown as DataProvider;
