import type { App } from '../app.js';

/** Use cases of staff, their sessions and API keys. */
export class StaffService {
  constructor(readonly app: App) {}
}
