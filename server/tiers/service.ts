import type { App } from '../app.js';

/** Tiers of customers: qualification, moves, grants by hand (V1, V5). */
export class TierService {
  constructor(readonly app: App) {}
}
