import { UserErrorCode } from '../../schema/common/user-error.js';
import type { BandRule, FrequencyRule, LevelRules } from '../../schema/levels/rules.js';
import { InputCheck } from '../graphql/validate.js';

const MOST_DAYS = 3_650;
const BANDS = ['recency', 'frequency', 'monetary'] as const;

/** Refuses thresholds that could not work, each fault at its dotted field below `rules`; gives them back as they are kept. */
export function checkRules(rules: LevelRules): LevelRules {
  const check = new InputCheck();
  const { recencyDays, frequency, monetaryShares, newDays, activeDays, dormantDays, often } = rules;
  if (three(check, 'rules.recencyDays', recencyDays)) {
    days(check, 'rules.recencyDays', recencyDays);
    rising(check, 'rules.recencyDays', recencyDays);
  }
  if (three(check, 'rules.frequency', frequency)) {
    checkFrequency(check, frequency);
  }
  if (three(check, 'rules.monetaryShares', monetaryShares)) {
    monetaryShares.forEach((share, i) => {
      if (!(share > 0 && share < 100)) {
        check.add(`rules.monetaryShares.${i}`, UserErrorCode.OUT_OF_RANGE, 'More than 0 and less than 100 percent.');
      }
    });
    rising(check, 'rules.monetaryShares', monetaryShares);
  }
  check.range('rules.newDays', newDays, 1, MOST_DAYS);
  check.range('rules.activeDays', activeDays, 1, MOST_DAYS);
  check.range('rules.dormantDays', dormantDays, 1, MOST_DAYS);
  if (dormantDays <= activeDays) {
    check.add('rules.dormantDays', UserErrorCode.OUT_OF_RANGE, 'It must be more than the days of active customers.');
  }
  check.range('rules.often.logins', often.logins, 1, 31);
  check.range('rules.often.days', often.days, 1, 365);
  if (often.logins > often.days) {
    check.add('rules.often.logins', UserErrorCode.OUT_OF_RANGE, 'There cannot be more days with a login than days.');
  }
  checkBands(check, rules.highValue, rules.midValue);
  check.done();
  return {
    recencyDays,
    frequency: frequency.map((rule) => ({ times: rule.times, days: rule.days })),
    monetaryShares,
    newDays,
    activeDays,
    dormantDays,
    often: { logins: often.logins, days: often.days },
    highValue: bandsOf(rules.highValue),
    midValue: bandsOf(rules.midValue),
    cutoffEvery: rules.cutoffEvery,
  };
}

const bandsOf = ({ recency, frequency, monetary }: BandRule): BandRule => ({ recency, frequency, monetary });

function three(check: InputCheck, field: string, list: readonly unknown[]): boolean {
  if (list.length !== 3) {
    check.add(field, UserErrorCode.INVALID, 'There are three bounds between the four bands.');
  }
  return list.length === 3;
}

function days(check: InputCheck, field: string, list: readonly number[]): void {
  list.forEach((value, i) => {
    check.range(`${field}.${i}`, value, 1, MOST_DAYS);
  });
}

function rising(check: InputCheck, field: string, list: readonly number[]): void {
  list.forEach((value, i) => {
    if (i > 0 && value <= list[i - 1]!) {
      check.add(`${field}.${i}`, UserErrorCode.OUT_OF_RANGE, 'It must be more than the one before.');
    }
  });
}

function checkFrequency(check: InputCheck, rules: readonly FrequencyRule[]): void {
  rules.forEach(({ times, days: within }, i) => {
    check.range(`rules.frequency.${i}.times`, times, 1, 1_000);
    check.range(`rules.frequency.${i}.days`, within, 1, MOST_DAYS);
    const better = rules[i - 1];
    if (better && times * better.days >= better.times * within) {
      check.add(`rules.frequency.${i}.times`, UserErrorCode.OUT_OF_RANGE, 'It must be seldomer than the one before.');
    }
  });
}

function checkBands(check: InputCheck, high: BandRule, mid: BandRule): void {
  for (const band of BANDS) {
    check.range(`rules.highValue.${band}`, high[band], 1, 4);
    check.range(`rules.midValue.${band}`, mid[band], 1, 4);
    if (mid[band] < high[band]) {
      check.add(
        `rules.midValue.${band}`,
        UserErrorCode.OUT_OF_RANGE,
        'It must be no narrower than that of high value.',
      );
    }
  }
}
