import { SegmentValueType as Type } from '../../../schema/segments/enums.js';
import { normalizeEmail, normalizePhone } from '../../customers/contact.js';
import { age, birthday, flag, instant, list, normalText, text, whole } from '../rules/asking.js';
import { listed } from '../rules/beside.js';
import { type FieldRows, NOT_KNOWN, OPERATORS, profile } from './field-row.js';
import { CHANNELS, GENDERS, LOCALES } from './labels.js';
import { consents, identities } from './rows.js';

/** Who the customer is (A1–A4). */
export const PROFILE = {
  NAME: {
    label: ['姓名', 'Name'],
    type: Type.TEXT,
    operators: OPERATORS.text,
    ask: text(profile('name')),
    none: NOT_KNOWN,
  },
  GENDER: {
    label: ['性别', 'Gender'],
    type: Type.CODE,
    operators: OPERATORS.code,
    ask: text(profile('gender')),
    options: GENDERS,
    none: NOT_KNOWN,
  },
  BIRTHDAY: {
    label: ['生日', 'Birthday'],
    type: Type.DAY,
    operators: OPERATORS.birthday,
    ask: birthday(profile('birthday')),
    none: NOT_KNOWN,
  },
  BIRTHDAY_MONTH: {
    label: ['生日月份', 'Month of birth'],
    type: Type.NUMBER,
    operators: OPERATORS.band,
    ask: whole((q) => `extract(month from ${q.profile('birthday')})`),
    none: NOT_KNOWN,
  },
  AGE: {
    label: ['年龄', 'Age'],
    type: Type.NUMBER,
    operators: OPERATORS.someNumber,
    ask: age(profile('birthday')),
    unit: ['岁', 'years'],
    none: NOT_KNOWN,
  },
  CITY: {
    label: ['城市', 'City'],
    type: Type.TEXT,
    operators: OPERATORS.text,
    ask: text(profile('city')),
    none: NOT_KNOWN,
    suggest: 'select distinct city as value from customer',
  },
  LOCALE: {
    label: ['语言', 'Language'],
    type: Type.CODE,
    operators: OPERATORS.everyCode,
    ask: text(profile('locale')),
    options: LOCALES,
  },
  REGISTERED_ON: {
    label: ['注册', 'Registered'],
    type: Type.DAY,
    operators: OPERATORS.day,
    ask: instant(profile('registered_at')),
  },
  TAGS: {
    label: ['标签', 'Tags'],
    type: Type.TAG,
    operators: OPERATORS.tags,
    ask: list(profile('tags')),
    none: ['没有标签', 'No tags'],
    suggest: 'select distinct unnest(tags) as value from customer',
  },
  INTERESTS: {
    label: ['兴趣', 'Interests'],
    type: Type.TAG,
    operators: OPERATORS.tags,
    ask: list(profile('interests')),
    none: NOT_KNOWN,
    suggest: 'select distinct unnest(interests) as value from customer',
  },
  PREFERRED_CHANNEL: {
    label: ['偏好渠道', 'Preferred channel'],
    type: Type.CODE,
    operators: OPERATORS.code,
    ask: text(profile('preferred_channel')),
    options: CHANNELS,
    none: ['没有偏好', 'No preference'],
  },
  CONSENT: {
    label: ['已同意用途', 'Consent given to'],
    type: Type.TAG,
    operators: OPERATORS.tags,
    ask: listed({ rows: consents, shown: 'k.purpose' }),
    none: ['从未同意，或已撤回', 'Never given, or withdrawn'],
    suggest: 'select distinct purpose as value from customer_consent',
  },
  SOURCE: {
    label: ['来源', 'Source'],
    type: Type.TAG,
    operators: OPERATORS.tags,
    ask: listed({ rows: identities('source'), shown: 'i.source' }),
    none: ['没有来源账号', 'No account anywhere'],
    suggest: `select distinct source as value from customer_identity where source not like 'erased:%'`,
  },
  EXTERNAL_ID: {
    label: ['来源账号', 'Account in a source'],
    type: Type.TAG,
    operators: OPERATORS.tags,
    ask: listed({ rows: identities('external_id'), shown: 'i.external_id' }),
    none: ['没有来源账号', 'No account anywhere'],
  },
  HAS_PHONE: {
    label: ['有手机号', 'Has a phone number'],
    type: Type.FLAG,
    operators: OPERATORS.flag,
    ask: flag((q) => `${q.profile('phone')} is not null`),
  },
  HAS_EMAIL: {
    label: ['有邮箱', 'Has an e-mail address'],
    type: Type.FLAG,
    operators: OPERATORS.flag,
    ask: flag((q) => `${q.profile('email')} is not null`),
  },
  PHONE: {
    label: ['手机号', 'Phone number'],
    type: Type.TEXT,
    operators: OPERATORS.text,
    ask: normalText(profile('phone'), (value) => normalizePhone(value) ?? value),
    none: NOT_KNOWN,
    contact: true,
  },
  EMAIL: {
    label: ['邮箱', 'E-mail address'],
    type: Type.TEXT,
    operators: OPERATORS.text,
    ask: normalText(
      (q) => `lower(${q.profile('email')})`,
      (value) => (normalizeEmail(value) ?? value).toLowerCase(),
    ),
    none: NOT_KNOWN,
    contact: true,
  },
} satisfies FieldRows;
