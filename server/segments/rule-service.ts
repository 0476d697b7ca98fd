import { UserErrorCode } from '../../schema/common/user-error.js';
import type {
  SegmentCountInput,
  SegmentSampleInput,
  SegmentWhy,
  SegmentWhyInput,
} from '../../schema/segments/count.js';
import type { SegmentSuggestion } from '../../schema/segments/enums.js';
import type { SegmentField } from '../../schema/segments/field.js';
import type { SegmentFieldInfo } from '../../schema/segments/field-info.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { LocalDate } from '../calendar/days.js';
import type { CustomerRow } from '../customers/rows.js';
import { isId } from '../database/id.js';
import type { Params } from '../database/params.js';
import type { Context } from '../graphql/context.js';
import { fail, notFound } from '../graphql/errors.js';
import { type Compiled, compile } from './rules/compile.js';
import { type CountOptions, countMembers, type LazyCount } from './rules/count.js';
import { fieldInfos } from './rules/field-info.js';
import { isConfidential, loadNested } from './rules/nested.js';
import { asQuery, authorizeRules, type Prepared, prepare, soundRules } from './rules/prepare.js';
import { sampleMembers } from './rules/sample.js';
import type { Focus } from './rules/statement.js';
import { suggestions } from './rules/suggestions.js';
import { asksContact, usedSegments } from './rules/tree.js';
import { whyMember } from './rules/why.js';

type Asker = Pick<Context, 'principal' | 'origin' | 'signal'>;

/** At the end of which day everybody is judged; null or left out: now. */
interface Day {
  asOf?: LocalDate | null;
}

/** Rules of segments (S7): what can be asked, and asking it. */
export class SegmentRuleService {
  constructor(readonly app: App) {}

  /** The field catalogue. */
  fields(caller: Caller): SegmentFieldInfo[] {
    authorize(caller.principal, 'SEGMENT_READ');
    return fieldInfos(caller.principal);
  }

  /** Values in use, to choose from. */
  fieldValues(caller: Asker, field: SegmentField, of: SegmentSuggestion, q: string, first: number): Promise<string[]> {
    authorize(caller.principal, 'SEGMENT_READ');
    return suggestions(this.app, field, of, q, first, caller.signal);
  }

  /** How many customers rules find. */
  count(caller: Asker, { rules, asOf, exact }: SegmentCountInput): Promise<LazyCount> {
    return asQuery(async () => {
      const prepared = await this.#ask(caller, rules, asOf);
      return countMembers(this.app, prepared, { exact: exact === true, signal: caller.signal });
    });
  }

  /** Some of the customers whom rules find. */
  sample(caller: Asker, { rules, asOf, first }: SegmentSampleInput): Promise<CustomerRow[]> {
    return asQuery(async () => {
      const prepared = await this.#ask(caller, rules, asOf);
      return sampleMembers(this.app, prepared, first, caller.signal);
    });
  }

  /** Why a customer is in or out. */
  why(caller: Asker, { rules, segmentId, customerId, asOf }: SegmentWhyInput): Promise<SegmentWhy> {
    return asQuery(async () => {
      authorize(caller.principal, 'SEGMENT_READ');
      if (!rules === !segmentId) {
        fail(rules ? 'segmentId' : 'rules', UserErrorCode.INVALID, 'Either rules or a segment.');
      }
      const asked = rules ?? (await this.#rulesOf(segmentId!));
      const prepared = await this.#ask(caller, asked, asOf);
      if (!isId(customerId)) {
        throw notFound('customer');
      }
      return whyMember(this.app, prepared, customerId, caller.signal);
    });
  }

  /**
   * Checks rules for saving and gives them with nothing in them but what counts. Throws UserInputFailure with paths below
   * `field`, and FORBIDDEN where they ask what the caller may not know; `selfId` may not be among their segments.
   */
  async check(
    caller: Caller,
    rules: SegmentRule,
    field = 'rules',
    options: { selfId?: string } = {},
  ): Promise<SegmentRule> {
    const sound = await soundRules(this.app, rules, field, options.selfId);
    authorizeRules(caller, sound.rules, sound.segments, field);
    return sound.rules;
  }

  /** Whether rules tell contact data, themselves or by a segment that they name (A4). */
  async needsReveal(rules: SegmentRule): Promise<boolean> {
    const segments = await loadNested(this.app, rules);
    return asksContact(rules) || usedSegments(rules).some((id) => isConfidential(id, segments));
  }

  /** How many customers rules find, whoever asks. */
  async countRules(rules: SegmentRule, { asOf, ...options }: Day & CountOptions = {}): Promise<LazyCount> {
    return countMembers(this.app, await prepare(this.app, rules, asOf ?? null), options);
  }

  /** A select of the `customer_id` of every customer in use whom rules find, each once. */
  async membersSql(rules: SegmentRule, params: Params, { asOf }: Day = {}): Promise<string> {
    const { rules: sound, facts } = await prepare(this.app, rules, asOf ?? null);
    const { from, where, person } = compile(sound, facts, { params });
    return `select ${person} as customer_id from ${from} where ${where}`;
  }

  /**
   * Those whom rules find as tables and condition of a larger statement: `s` are their figures, `c`, when asked for,
   * their profiles. With `each` what lies beside a customer is looked up customer by customer: right for a page of
   * many, in the order of an index; wrong for a count.
   */
  async matching(
    rules: SegmentRule,
    params: Params,
    { asOf, focus = 'all', profile = false }: Day & { focus?: Extract<Focus, 'all' | 'each'>; profile?: boolean } = {},
  ): Promise<Compiled> {
    const { rules: sound, facts } = await prepare(this.app, rules, asOf ?? null);
    return compile(sound, facts, { params, focus, figures: true, profile });
  }

  async #ask(caller: Caller, rules: SegmentRule, asOf: LocalDate | null | undefined): Promise<Prepared> {
    authorize(caller.principal, 'SEGMENT_READ');
    if (asOf && (asOf < '1970-01-01' || asOf > '2200-12-31')) {
      fail('asOf', UserErrorCode.OUT_OF_RANGE, 'Between the years 1970 and 2200.');
    }
    const prepared = await prepare(this.app, rules, asOf ?? null);
    authorizeRules(caller, prepared.rules, prepared.facts.segments, 'rules');
    return prepared;
  }

  /** The rules of a saved segment; a list is whoever is on it. */
  async #rulesOf(segmentId: string): Promise<SegmentRule> {
    const byId: SegmentRule = {
      condition: { field: 'SEGMENT' as SegmentField, operator: 'IN' as never, ids: [segmentId] },
    };
    const segment = isId(segmentId) ? (await loadNested(this.app, byId)).get(segmentId) : undefined;
    if (!segment) {
      throw notFound('segment');
    }
    return segment.rules ?? byId;
  }
}
