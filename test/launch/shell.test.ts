import { Readable, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { builtIn } from '../../server/launch/shell.js';

async function shell(text: string): Promise<{ code: number; output: string }> {
  let output = '';
  const sink = new Writable({
    write(chunk, _, done) {
      output += chunk;
      done();
    },
  });
  const url = (process.env.TEST_OWNER_URL ?? '').replace('/liuke?', '/postgres?');
  return { code: await builtIn(url, Readable.from([text]), sink), output };
}

test('the built-in shell prints a table per statement, which may take several lines', async () => {
  const { code, output } = await shell("select 1 as one,\n null as none, 'x' as long_name;\n");
  expect(output).toBe('one | none | long_name\n----+------+----------\n1   |      | x        \n(1 rows)\n');
  expect(code).toBe(0);
});

test('it says what is wrong, goes on, and ends with 1 when the last statement failed', async () => {
  const { code, output } = await shell('selec 1;\nselect 2 as two;\nselect nothing;');
  expect(output).toMatch(/syntax error at or near "selec"[\s\S]*2 {2}\n[\s\S]*column "nothing" does not exist/);
  expect(code).toBe(1);
});
