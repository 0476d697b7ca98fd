import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { en } from '../../admin/i18n/en/index.js';
import { browserLanguage } from '../../admin/i18n/language.js';
import { zh } from '../../admin/i18n/zh/index.js';

const root = join(import.meta.dirname, '../..');

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, text] of leaves(value, at)) found.set(inner, text);
  }
  return found;
}

const english = leaves(en);
const chinese = leaves(zh);
const variables = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

const sources = readdirSync(join(root, 'admin'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(i18n|api\/generated)\//.test(name))
  .map((name) => readFileSync(join(root, 'admin', name), 'utf8'))
  .join('\n');

describe('catalogues', () => {
  test('both have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('no text is empty, and Chinese texts are Chinese', () => {
    const own = [...chinese].filter(([key]) => !key.startsWith('ra.') && key !== 'app.switchLanguage');
    expect(own.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text)).map(([key]) => key)).toEqual([]);
    expect([...english].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null')).toEqual([]);
  });

  test('a translation names only what the original names', () => {
    const strange = [...chinese].filter(([key, text]) => {
      const known = variables(english.get(key) ?? '');
      return variables(text).some((name) => !known.includes(name) && name !== '%{smart_count}');
    });
    expect(strange).toEqual([]);
  });

  test('every key that the panel uses is there', () => {
    const prefix = [...new Set([...english.keys()].map((key) => key.split('.')[0]))].join('|');
    const used = [...sources.matchAll(new RegExp(`['"\`]((?:${prefix})(?:\\.\\w+)+)['"\`]`, 'g'))].map(
      ([, key]) => key ?? '',
    );
    expect(used.length).toBeGreaterThan(300);
    expect([...new Set(used)].filter((key) => !english.has(key) && key !== 'app.switchLanguage')).toEqual([]);
  });

  test('every value of an enum that the panel shows, and every error code, has its word', () => {
    const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
    const missing = Object.keys(en.enums).flatMap((name) => {
      const type = schema.getType(name);
      if (!isEnumType(type)) return [`${name} is no enum of the API`];
      return type
        .getValues()
        .flatMap(({ name: value }) => (english.has(`enums.${name}.${value}`) ? [] : [`enums.${name}.${value}`]));
    });
    const codes = schema.getType('UserErrorCode');
    const errors = isEnumType(codes) ? codes.getValues().map(({ name }) => `errors.${name}`) : [];
    expect([...missing, ...errors.filter((key) => !english.has(key))]).toEqual([]);
  });

  test('the language is the first of the browser that the panel speaks, else Chinese', () => {
    expect(browserLanguage(['fr-FR', 'en-US', 'zh-CN'])).toBe('en');
    expect(browserLanguage(['zh-TW', 'en'])).toBe('zh');
    expect(browserLanguage(['de'])).toBe('zh');
  });
});
