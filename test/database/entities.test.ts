import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

interface Column {
  table_name: string;
  column_name: string;
  nullable: boolean;
}

test('every column that an entity names exists, and may be null exactly when the entity says so', async () => {
  const columns = await t.app.db.rows<Column>(
    `select table_name, column_name, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
  );
  const nullable = new Map(columns.map((one) => [`${one.table_name}.${one.column_name}`, one.nullable]));
  const wrong: string[] = [];
  for (const meta of t.app.db.em().getMetadata().getAll().values()) {
    for (const property of Object.values(meta.properties)) {
      for (const field of property.persist === false ? [] : (property.fieldNames ?? [])) {
        const name = `${meta.tableName}.${field}`;
        if (!nullable.has(name)) {
          wrong.push(`${name} is missing`);
        } else if (nullable.get(name) !== (property.nullable ?? false)) {
          wrong.push(`${name} nullable: ${nullable.get(name)} in the database`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(t.app.db.em().getMetadata().getAll().size).toBeGreaterThan(0);
});
