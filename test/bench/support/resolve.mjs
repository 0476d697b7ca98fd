/**
 * Lets the benchmarks run as they are written: Node strips their types, `.js` names the `.ts` beside it, and what they
 * take from server/ or schema/ is the compiled code in dist/ that a company would run.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (!/^\.\.?\/.*\.js$/.test(specifier) || !context.parentURL?.startsWith(`${root}test/bench/`)) {
      return next(specifier, context);
    }
    const wanted = new URL(specifier, context.parentURL).href;
    const compiled = wanted.replace(/^(.*?)(server|schema)\//, (path, before, folder) =>
      before === root ? `${root}dist/${folder}/` : path,
    );
    const typed = wanted.replace(/\.js$/, '.ts');
    const found = compiled === wanted && existsSync(fileURLToPath(typed)) ? typed : compiled;
    return next(pathToFileURL(fileURLToPath(found)).href, context);
  },
});
