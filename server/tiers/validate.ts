import { BenefitKind } from '../../schema/benefits/enums.js';
import type { LocalizedText } from '../../schema/common/localized-text.js';
import { MAX_MONEY } from '../../schema/common/scalars.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { QualificationMeasure } from '../../schema/tiers/enums.js';
import { InputCheck } from '../graphql/validate.js';
import type { ProgramBenefitContent, ProgramContent, ProgramTierContent } from './content.js';
import type { ProgramSettings } from './published.js';
import { thresholdOf } from './rules.js';

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const COLOR = /^#[0-9A-Fa-f]{6}$/;
const MAX_INT = 2_147_483_647;

/** Refuses content that could not work, each fault at its dotted field (V6); gives it back with its texts trimmed. */
export function checkContent(content: ProgramContent): ProgramContent {
  const check = new InputCheck();
  checkSettings(check, content.settings);
  const tiers = checkTiers(check, content);
  const benefits = checkBenefits(check, content);
  check.done();
  return { settings: content.settings, tiers, benefits };
}

function checkSettings(check: InputCheck, settings: ProgramSettings): void {
  const { measure, pointsPerUnit } = settings;
  check.range('settings.windowMonths', settings.windowMonths, 1, 60);
  check.range('settings.graceDays', settings.graceDays, 0, 365);
  check.range('settings.pointsPerUnit', pointsPerUnit, 0, 1000);
  if (measure === QualificationMeasure.POINTS && pointsPerUnit === 0) {
    check.add('settings.pointsPerUnit', UserErrorCode.OUT_OF_RANGE, 'Tiers by points need points to be earned.');
  }
  if (settings.pointsExpireMonths !== null) {
    check.range('settings.pointsExpireMonths', settings.pointsExpireMonths, 1, 120);
  }
  check.range('settings.pointsReminderDays', settings.pointsReminderDays, 0, 180);
  check.range('settings.reservationMinutes', settings.reservationMinutes, 1, 1440);
}

function checkTiers(check: InputCheck, { tiers, settings }: ProgramContent): ProgramTierContent[] {
  if (tiers.length < 1 || tiers.length > 20) {
    check.add(
      'tiers',
      tiers.length === 0 ? UserErrorCode.REQUIRED : UserErrorCode.OUT_OF_RANGE,
      'Between 1 and 20 tiers.',
    );
    return tiers;
  }
  const measured = settings.measure === QualificationMeasure.SPEND ? 'spendThreshold' : 'pointsThreshold';
  return tiers.map((tier, i) => {
    const at = `tiers.${i}`;
    check.range(`${at}.spendThreshold`, tier.spendThreshold, 0, MAX_MONEY);
    check.range(`${at}.pointsThreshold`, tier.pointsThreshold, 0, MAX_INT);
    const below = tiers[i - 1];
    if (below && thresholdOf({ settings }, tier) <= thresholdOf({ settings }, below)) {
      check.add(`${at}.${measured}`, UserErrorCode.OUT_OF_RANGE, 'It must be more than that of the tier below.');
    }
    return {
      ...tier,
      code: checkCode(check, at, tier.code, tiers.slice(0, i)),
      name: checkTexts(check, `${at}.name`, tier.name, { min: 1, max: 40 }),
      color: check.text(`${at}.color`, tier.color, { min: 1, max: 7, pattern: COLOR }),
    };
  });
}

function checkBenefits(check: InputCheck, { benefits, tiers }: ProgramContent): ProgramBenefitContent[] {
  if (benefits.length > 200) {
    check.add('benefits', UserErrorCode.OUT_OF_RANGE, 'At most 200 benefits.');
    return benefits;
  }
  const tierCodes = new Set(tiers.map(({ code }) => code.trim()));
  return benefits.map((benefit, i) => {
    const at = `benefits.${i}`;
    if (benefit.quota !== null) {
      check.range(`${at}.quota`, benefit.quota, 1, 100_000);
    }
    if (benefit.stock !== null) {
      check.range(`${at}.stock`, benefit.stock, 0, MAX_INT);
    }
    check.range(`${at}.unitCost`, benefit.unitCost, 0, MAX_MONEY);
    if (benefit.validFrom && benefit.validUntil && benefit.validFrom >= benefit.validUntil) {
      check.add(`${at}.validUntil`, UserErrorCode.OUT_OF_RANGE, 'It must end after it begins.');
    }
    checkValue(check, at, benefit);
    checkTierCodes(check, at, benefit.tierCodes, tierCodes);
    return {
      ...benefit,
      code: checkCode(check, at, benefit.code, benefits.slice(0, i)),
      name: checkTexts(check, `${at}.name`, benefit.name, { min: 1, max: 60 }),
      terms: checkTexts(check, `${at}.terms`, benefit.terms, { max: 2000 }),
      howToUse: checkTexts(check, `${at}.howToUse`, benefit.howToUse, { max: 1000 }),
    };
  });
}

/** What a benefit's value may be, by its kind (V3). */
function checkValue(check: InputCheck, at: string, { kind, value, redeemable }: ProgramBenefitContent): void {
  const bounds = VALUES[kind] ?? { min: 0, max: 1_000_000_000, required: false };
  if (value !== null) {
    check.range(`${at}.value`, value, bounds.min, bounds.max);
  } else if (bounds.required) {
    check.add(`${at}.value`, UserErrorCode.REQUIRED, 'This kind of benefit needs a value.');
  }
  if (kind === BenefitKind.POINTS_MULTIPLIER && redeemable) {
    check.add(`${at}.redeemable`, UserErrorCode.INVALID, 'It applies to every order by itself.');
  }
}

const VALUES: Partial<Record<BenefitKind, { min: number; max: number; required: boolean }>> = {
  [BenefitKind.DISCOUNT]: { min: 0.01, max: 100, required: true },
  [BenefitKind.POINTS_MULTIPLIER]: { min: 1, max: 100, required: true },
};

function checkTierCodes(check: InputCheck, at: string, codes: string[], known: ReadonlySet<string>): void {
  codes.forEach((code, i) => {
    if (!known.has(code)) {
      check.add(`${at}.tierCodes.${i}`, UserErrorCode.NOT_FOUND, 'There is no such tier in this version.');
    } else if (codes.indexOf(code) !== i) {
      check.add(`${at}.tierCodes.${i}`, UserErrorCode.TAKEN, 'This tier is named twice.');
    }
  });
}

function checkCode(check: InputCheck, at: string, code: string, earlier: { code: string }[]): string {
  const text = check.text(`${at}.code`, code, { min: 1, max: 40, pattern: CODE });
  if (earlier.some((one) => one.code.trim() === text)) {
    check.add(`${at}.code`, UserErrorCode.TAKEN, 'Each code may stand once.');
  }
  return text;
}

function checkTexts(
  check: InputCheck,
  at: string,
  text: LocalizedText,
  rule: { min?: number; max: number },
): LocalizedText {
  return { zh: check.text(`${at}.zh`, text.zh, rule), en: check.text(`${at}.en`, text.en, rule) };
}
