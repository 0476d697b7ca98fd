import type { TestApp } from '../support/app.js';
import { customerToken } from '../support/tokens.js';

/** A client that speaks for the customer with that subject. */
export const clientOf = async (t: TestApp, subject: string) => t.client(await customerToken(t, subject));
