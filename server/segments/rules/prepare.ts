import type { SegmentRule } from '../../../schema/segments/rules.js';
import { may } from '../../access/authorize.js';
import type { Caller } from '../../access/principal.js';
import type { App } from '../../app.js';
import type { LocalDate } from '../../calendar/days.js';
import { AppError, UserInputFailure } from '../../graphql/errors.js';
import { InputCheck } from '../../graphql/validate.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import { checkRules } from './check.js';
import { factsOf, type RuleFacts } from './facts.js';
import { checkNested, isConfidential, loadNested, type NestedSegment } from './nested.js';
import { conditionsIn } from './tree.js';

/** Rules that were found sound, with all that they are judged by. */
export interface Prepared {
  rules: SegmentRule;
  facts: RuleFacts;
}

/** Checks rules and finds the segments they name; throws UserInputFailure with paths below `field`. */
export async function soundRules(
  app: App,
  rules: SegmentRule,
  field: string,
  selfId?: string,
): Promise<{ rules: SegmentRule; segments: Map<string, NestedSegment> }> {
  const clean = checkRules(rules, field);
  const segments = await loadNested(app, clean);
  const check = new InputCheck();
  checkNested(conditionsIn(clean, field), segments, check, selfId);
  check.done();
  return { rules: clean, segments };
}

/** Checks rules and reads what they are judged by; throws UserInputFailure. */
export async function prepare(
  app: App,
  rules: SegmentRule,
  asOf: LocalDate | null,
  field = 'rules',
): Promise<Prepared> {
  const sound = await soundRules(app, rules, field);
  return { rules: sound.rules, facts: await factsOf(app, asOf, sound.segments) };
}

/** Throws FORBIDDEN, with each rule that asks, unless the caller may know the contact data that rules ask about (A4). */
export function authorizeRules(
  caller: Caller,
  rules: SegmentRule,
  segments: ReadonlyMap<string, NestedSegment>,
  field: string,
): void {
  if (may(caller.principal, 'CUSTOMER_REVEAL')) {
    return;
  }
  const faults = conditionsIn(rules, field).flatMap(({ condition, path }) => {
    if (CATALOGUE[condition.field].contact) {
      return [`${path}.field`];
    }
    const ids = condition.field === 'SEGMENT' ? (condition.ids ?? []) : [];
    return ids.flatMap((id, i) => (isConfidential(id, segments) ? [`${path}.ids.${i}`] : []));
  });
  if (faults.length > 0) {
    const message = 'You may not ask about contact data (CUSTOMER_REVEAL).';
    throw new AppError('FORBIDDEN', message, {
      field: faults[0],
      userErrors: faults.map((path) => ({ field: path, code: 'FORBIDDEN', message })),
    });
  }
}

/** For queries, which have no payload to tell it in: what the caller can mend, as BAD_USER_INPUT with `userErrors`. */
export async function asQuery<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserInputFailure) {
      const { userErrors, message } = error;
      throw new AppError('BAD_USER_INPUT', message, { field: userErrors[0]?.field ?? null, userErrors });
    }
    throw error;
  }
}
