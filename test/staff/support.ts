import { StaffRole } from '../../schema/staff/enums.js';
import { hashPassword } from '../../server/access/password.js';
import type { TestApp } from '../support/app.js';
import type { GraphQLAnswer } from '../support/http.js';
import { makeSignedIn, type SignedIn } from '../support/tokens.js';

export const PASSWORD = 'correct horse battery';
export const SIGN_IN = `mutation ($input: StaffSignInInput!) {
  staffSignIn(input: $input) { accessToken expiresAt staff { id email } userErrors { field code } } }`;
export const VIEWER = '{ viewer { staff { id sessions { current ip userAgent } } permissions } }';
const REFRESH = 'mutation { sessionRefresh { accessToken userErrors { code } } }';

/** A member of staff who can sign in with PASSWORD. */
export async function makePerson(t: TestApp, role = StaffRole.ADMIN): Promise<SignedIn> {
  const person = await makeSignedIn(t, role);
  await t.app.db.rows('update staff set password_hash = $2 where id = $1', [person.id, await hashPassword(PASSWORD)]);
  return person;
}

export const signIn = (t: TestApp, email: string, password = PASSWORD) =>
  t.client()(SIGN_IN, { input: { email, password } });

export const refresh = (t: TestApp, token: string) => t.client()(REFRESH, {}, { cookie: `liuke_refresh=${token}` });

export const cookieOf = ({ headers }: GraphQLAnswer<unknown>): string => headers.get('set-cookie') ?? '';

/** The refresh token that an answer put into the cookie, or ''. */
export const tokenIn = (answer: GraphQLAnswer<unknown>): string =>
  /liuke_refresh=([^;]*)/.exec(cookieOf(answer))?.[1] ?? '';

export const minutes = (t: TestApp, n: number) => t.clock.advanceDays(n / 1440);

/** What the audit log tells of somebody, in order. */
export async function actionsAbout(t: TestApp, id: string): Promise<string[]> {
  const sql = 'select action from audit_entry where subject_id = $1 order by at, id';
  return (await t.app.db.rows<{ action: string }>(sql, [id])).map(({ action }) => action);
}
