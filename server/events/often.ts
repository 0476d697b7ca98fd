import type { App } from '../app.js';
import type { Often } from './frequent.js';

/** What "interacts often" means now (S4, ⚙). */
export async function oftenOf(_app: App): Promise<Often> {
  return { logins: 4, days: 28 };
}
