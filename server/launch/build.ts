import { writeFile } from 'node:fs/promises';
import { root } from '../root.js';
import { contractFile, freshContract, operationsGenerator } from './contract.js';
import { explain, LaunchFailure } from './failure.js';
import { buildPanel } from './panel.js';
import { Progress } from './progress.js';
import { run } from './run-child.js';

const progress = new Progress();

/** What `npm run build` can make; the server is compiled already when this runs. */
const targets: Record<string, () => Promise<void>> = {
  panel: () => progress.step('panel', () => buildPanel()),
  schema: () => progress.step('schema/schema.graphql', async () => writeFile(contractFile, await freshContract())),
  operations: () =>
    progress.step('typed operations', async () => {
      const { code, output } = await run(process.execPath, [operationsGenerator], { cwd: root });
      if (code !== 0) throw new LaunchFailure(output);
    }),
};

try {
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : ['panel']) {
    const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
    if (!target) throw new LaunchFailure(`There is no target ${name}; there are ${Object.keys(targets).join(', ')}.`);
    await target();
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
