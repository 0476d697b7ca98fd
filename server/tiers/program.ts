import type { BenefitFilter } from '../../schema/benefits/benefit.js';
import type { PageArgs } from '../../schema/common/connection.js';
import { ProgramStatus } from '../../schema/tiers/enums.js';
import type {
  ProgramDraftCreateInput,
  ProgramDraftDiscardInput,
  ProgramDraftUpdateInput,
  ProgramImpactInput,
  ProgramPublishInput,
  ProgramRollbackInput,
} from '../../schema/tiers/program-inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { searchText } from '../graphql/validate.js';
import { createDraft, discardDraft, updateDraft } from './drafts.js';
import { overviewOf } from './overview.js';
import { impactOfDraft, publishDraft, rollBack } from './publish.js';
import {
  type BenefitConfig,
  loadPublished,
  PROGRAM_TABLES,
  type PublishedProgram,
  type TierConfig,
} from './published.js';
import { findVersion, listVersions, type VersionRow } from './versions.js';

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

  /** One version; the one in force and the draft have readers of their own. */
  async version(caller: Caller, id: string): Promise<VersionRow | null> {
    authorize(caller.principal, 'PROGRAM_READ');
    return findVersion(this.app.db, { id });
  }

  /** The version in force, also while customers are still being moved to what it gives. */
  async inForce(caller: Caller): Promise<VersionRow | null> {
    return this.version(caller, (await this.published()).versionId);
  }

  /** The draft, if there is one. */
  async draft(caller: Caller): Promise<VersionRow | null> {
    authorize(caller.principal, 'PROGRAM_READ');
    return findVersion(this.app.db, { status: ProgramStatus.DRAFT });
  }

  /** All versions, newest first. */
  versions(caller: Caller, page: PageArgs) {
    authorize(caller.principal, 'PROGRAM_READ');
    return listVersions(this.app.db, page);
  }

  /** Begins a draft. */
  async createDraft(caller: Caller, input: ProgramDraftCreateInput) {
    return { programVersion: await createDraft(this.app, caller, input) };
  }

  /** Saves parts of the draft. */
  async updateDraft(caller: Caller, input: ProgramDraftUpdateInput) {
    return { programVersion: await updateDraft(this.app, caller, input) };
  }

  /** Throws the draft away. */
  async discardDraft(caller: Caller, { id }: ProgramDraftDiscardInput) {
    await discardDraft(this.app, caller, id);
    return {};
  }

  /** What the draft would do to all customers. */
  async impact(caller: Caller, input: ProgramImpactInput) {
    return { impact: await impactOfDraft(this.app, caller, input) };
  }

  /** Puts the draft in force. */
  async publish(caller: Caller, input: ProgramPublishInput) {
    return { programVersion: await publishDraft(this.app, caller, input) };
  }

  /** Puts an earlier version's content in force again. */
  async rollback(caller: Caller, input: ProgramRollbackInput) {
    return { programVersion: await rollBack(this.app, caller, input) };
  }

  /** The programme at a glance. */
  async overview(caller: Caller) {
    authorize(caller.principal, 'PROGRAM_READ');
    return overviewOf(this.app);
  }
}
