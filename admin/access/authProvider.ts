import type { AuthProvider } from 'ra-core';
import { ask, tell } from '../api/ask.js';
import { client, refreshSession } from '../api/client.js';
import { SignInDocument, SignOutDocument, ViewerDocument, type ViewerQuery } from '../api/generated/operations.js';
import { accessToken, dropSession, keepSession } from '../api/session.js';
import { mayOpen } from './abilities.js';

type Viewer = NonNullable<ViewerQuery['viewer']>;

let viewer: Promise<Viewer> | null = null;

/** Who is signed in and what they may do, asked once per session. */
function whoIsIt(): Promise<Viewer> {
  viewer ??= ask(ViewerDocument)
    .then((answer) => {
      if (!answer.viewer) throw new Error('errors.UNAUTHENTICATED');
      return answer.viewer;
    })
    .catch((error) => {
      viewer = null;
      throw error;
    });
  return viewer;
}

/** Whether there is a session, after a reload by its refresh cookie. */
const hasSession = async (): Promise<boolean> => accessToken() !== null || refreshSession().catch(() => false);

function forget(): void {
  viewer = null;
  dropSession();
  void client.clearStore();
}

/** Staff sign-in for react-admin: password, then a short token in memory and a rotating refresh cookie. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    viewer = null;
    const answer = await tell(SignInDocument, { input: { email, password } });
    if (answer.accessToken) keepSession(answer.accessToken);
  },
  logout: async () => {
    if (accessToken()) await tell(SignOutDocument).catch(() => undefined);
    forget();
  },
  checkAuth: async () => {
    if (await hasSession()) return;
    throw { message: false };
  },
  checkError: async (error: { status?: number }) => {
    if (error?.status !== 401) return;
    forget();
    throw { message: 'errors.UNAUTHENTICATED' };
  },
  getIdentity: async () => {
    const { staff } = await whoIsIt();
    return { id: staff?.id ?? '', fullName: staff?.name ?? '', email: staff?.email, role: staff?.role };
  },
  // A reloaded page has no token yet when the menu asks; no session must not be taken for no permissions.
  getPermissions: async () => ((await hasSession()) ? (await whoIsIt()).permissions : []),
  canAccess: async ({ action, resource }) => mayOpen((await whoIsIt()).permissions, resource, action),
};
