import type { App } from '../app.js';

/** Use cases of orders and their reversals, as other systems push them (S6). */
export class OrderService {
  constructor(readonly app: App) {}
}
