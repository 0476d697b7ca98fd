import type { BenefitFilter } from '../../schema/benefits/benefit.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { searchText } from '../graphql/validate.js';
import {
  type BenefitConfig,
  loadPublished,
  PROGRAM_TABLES,
  type PublishedProgram,
  type TierConfig,
} from './published.js';

/** The programme's versions: drafts, impact, publishing, rollback (V6). */
export class ProgramService {
  constructor(private readonly app: App) {
    app.configuration.onChange((table) => {
      if (table !== 'program' && (table === '*' || PROGRAM_TABLES.includes(table))) {
        app.configuration.forget('program');
      }
    });
  }

  /** The programme in force, from memory; fresh as soon as the database has announced a change. */
  published(): Promise<PublishedProgram> {
    return this.app.configuration.get('program', () => loadPublished(this.app));
  }

  /** Benefits that the filter lets through, by code. */
  async benefits(caller: Caller, filter: BenefitFilter): Promise<BenefitConfig[]> {
    authorize(caller.principal, 'PROGRAM_READ');
    const q = filter.q ? searchText('filter.q', filter.q).toLowerCase() : '';
    const { benefits } = await this.published();
    return benefits.filter(
      ({ code, name, kind, retired }) =>
        [code, name.zh, name.en].some((text) => text.toLowerCase().includes(q)) &&
        (!filter.kind || kind === filter.kind) &&
        (typeof filter.retired !== 'boolean' || retired === filter.retired),
    );
  }

  /** One benefit, also a retired one. */
  async benefit(caller: Caller, id: string): Promise<BenefitConfig | null> {
    authorize(caller.principal, 'PROGRAM_READ');
    return (await this.published()).benefitById.get(id) ?? null;
  }

  /** Benefits in force of a tier. */
  async benefitsOf(tier: TierConfig): Promise<readonly BenefitConfig[]> {
    return (await this.published()).benefitsOfTier.get(tier.id) ?? [];
  }

  /** Tiers in force of a benefit, lowest first. */
  async tiersOf(benefit: BenefitConfig): Promise<TierConfig[]> {
    return (await this.published()).tiers.filter(({ id }) => benefit.tierIds.includes(id));
  }
}
