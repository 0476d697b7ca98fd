import type { Context } from '../graphql/context.js';
import { payload, type UserErrorShape } from '../graphql/errors.js';
import type { SessionTokens } from '../staff/sessions.js';

const NAME = 'liuke_refresh';

/** The refresh token that the request brought. */
export function refreshTokenOf(context: Context): string | undefined {
  return context.http?.request.cookies[NAME];
}

/** Answers with a session's access token and puts its refresh token where no script can read it. */
export async function answerWithCookie(
  context: Context,
  work: () => Promise<SessionTokens>,
): Promise<Omit<SessionTokens, 'cookie'> & { userErrors: UserErrorShape[] }> {
  const { cookie, ...answer } = await payload(work);
  if (cookie) {
    setCookie(context, cookie.token, cookie.expiresAt);
  }
  return answer;
}

/** Takes the refresh token away. */
export function dropCookie(context: Context): void {
  setCookie(context, '', new Date(0));
}

function setCookie({ http }: Context, value: string, expires: Date): void {
  http?.reply.setCookie(NAME, value, {
    path: '/graphql',
    httpOnly: true,
    sameSite: 'strict',
    secure: http.request.protocol === 'https',
    expires,
  });
}
