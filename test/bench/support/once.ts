import type { Subject } from './bench.js';

/** A GraphQL answer. */
export interface Answer<T> {
  data: T;
  errors?: { message: string }[];
}

/** Asks a GraphQL server once, for comparing answers; throws when it answers with errors. */
export async function ask<T = unknown>(
  { ready }: Subject,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(`http://127.0.0.1:${ready.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer<T>;
  if (answer.errors || !response.ok) {
    throw new Error(`${response.status} ${JSON.stringify(answer.errors ?? answer)}`);
  }
  return answer;
}

/** Asks the plain server once. */
export async function askPlain(
  { ready }: Subject,
  path: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${ready.port}${path}`, { headers });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}
