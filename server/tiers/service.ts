import type { App } from '../app.js';
import { type QualificationPeriod, windowOf } from './window.js';

/** Tiers of customers: qualification, moves, grants by hand (V1, V5). */
export class TierService {
  constructor(readonly app: App) {}

  /** The days over which spend or points count at an instant under the programme in force (V1). */
  async qualificationWindow(now: Date): Promise<QualificationPeriod> {
    const [{ settings }, { timeZone }] = await Promise.all([
      this.app.program.published(),
      this.app.company.settings(),
    ]);
    return windowOf(settings, now, timeZone);
  }
}
