import type { App } from '../app.js';
import type { SetUpResult } from '../setup.js';

/** The first admin's generated password, in words; undefined in a demo and on later starts. */
export function firstSignIn({ admin }: SetUpResult, demo: boolean): string | undefined {
  if (!admin || demo) return undefined;
  return `  The first admin: ${admin.email}  password: ${admin.password}\n  It is shown only now: sign in and change it.`;
}

/** How to sign in, for the end of a start. */
export async function howToSignIn(app: App, setUp: SetUpResult): Promise<string> {
  const people = await app.staff.demoSignIns();
  if (people.length === 0)
    return firstSignIn(setUp, false) ?? '  Sign in with the e-mail address and password of your staff account.';
  const widest = Math.max(...people.map(({ email }) => email.length));
  const rows = people.map(({ email, password, role }) => `    ${email.padEnd(widest)}  ${password}  (${role})`);
  return `  This is a demo. Sign in as\n${rows.join('\n')}`;
}
