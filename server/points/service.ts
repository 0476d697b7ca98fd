import type { App } from '../app.js';

/** The points ledger (V2). */
export class PointsService {
  constructor(readonly app: App) {}
}
