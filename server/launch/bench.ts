import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.js';
import { explain } from './failure.js';

/** `npm run bench`: the benchmarks live with the tests and are run as they are written. */
const folder = join(root, 'test', 'bench');

if (existsSync(folder)) {
  await import(pathToFileURL(join(folder, 'support', 'resolve.mjs')).href);
  const { main } = (await import(pathToFileURL(join(folder, 'main.ts')).href)) as {
    main(args: string[]): Promise<void>;
  };
  await main(process.argv.slice(2)).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exit(1);
    },
  );
} else {
  process.stderr.write('The benchmarks are not part of this copy: clone the repository.\n');
  process.exit(1);
}
