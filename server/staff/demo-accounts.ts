import { UserErrorCode } from '../../schema/common/user-error.js';
import type { App } from '../app.js';
import { fail } from '../graphql/errors.js';
import { DEMO_STAFF } from './demo.js';

/** Refuses, at `field`, what would make a sign-in stop working that the sign-in page of a demo offers to everybody. */
export async function refuseDemoAccount(app: App, email: string, field: string): Promise<void> {
  if (DEMO_STAFF.some((offered) => offered.email === email) && (await app.company.playsDemo())) {
    fail(field, UserErrorCode.DEMO_ACCOUNT, 'The sign-in page offers this account to everybody.');
  }
}
