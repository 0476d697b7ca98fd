import type { App } from '../app.js';

/** Use cases of customer profiles (A1–A4). */
export class CustomerService {
  constructor(readonly app: App) {}
}
