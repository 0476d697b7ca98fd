import type { App } from '../app.js';

/** What the customer's own app asks for (V4, V5, A4). */
export class MeService {
  constructor(readonly app: App) {}
}
