import type { App } from '../app.js';

/** Perks: grants, redemptions, quotas and stock (V3, V4). */
export class BenefitService {
  constructor(readonly app: App) {}
}
