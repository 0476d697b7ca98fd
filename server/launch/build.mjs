/** Compiles server/, schema/ and seeds/ with SWC into dist/: only the files that changed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';

const folders = ['server', 'schema', 'seeds'];
const compiled = new Set(['.ts', '.mts']);

const hash = (data) => createHash('sha256').update(data).digest('base64url').slice(0, 22);

async function sources(root) {
  const found = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (
        entry.isFile() &&
        !/\.d\.m?ts$/.test(entry.name) &&
        !entry.name.startsWith('.') &&
        entry.name !== 'Dockerfile'
      )
        found.push(relative(root, join(entry.parentPath, entry.name)));
  }
  return found.sort();
}

/** A half-written file must never be seen, not even by another process that builds at the same time. */
async function write(file, data) {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, data);
  await rename(draft, file);
}

async function previous(manifestFile, key) {
  try {
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
    return manifest.key === key ? manifest.files : {};
  } catch {
    return {};
  }
}

async function compile(root, dist, path, text, options) {
  const { transform } = await import('@swc/core');
  const target = join(dist, path.replace(/ts$/, 'js'));
  const { code, map } = await transform(text, {
    ...options,
    swcrc: false,
    configFile: false,
    filename: path,
    sourceFileName: relative(dirname(target), join(root, path)),
  });
  const name = target.slice(target.lastIndexOf('/') + 1);
  if (map) await write(`${target}.map`, map);
  await write(target, map ? `${code}\n//# sourceMappingURL=${name}.map\n` : code);
}

function unwritable(dist, code) {
  const line = `Cannot write below ${dist} (${code}): make the folder writable for this user.`;
  return Object.assign(new Error(line), { oneLine: line });
}

/**
 * Brings dist/ up to date. Other files than TypeScript (SQL, seeds' data) are copied.
 * Returns the paths that were written or removed; throws with `oneLine` when a source does not parse.
 */
export async function build(root, log = (line) => process.stdout.write(`${line}\n`)) {
  const started = Date.now();
  const dist = join(root, 'dist');
  const manifestFile = join(dist, '.build.json');
  const config = await readFile(join(root, '.swcrc'), 'utf8');
  const { $schema: _, ...options } = JSON.parse(config);
  const lock = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).dependencies['@swc/core'];
  const key = hash(`${config} ${lock}`);
  const before = await previous(manifestFile, key);
  const files = {};
  const changed = [];
  const broken = [];

  await Promise.all(
    (await sources(root)).map(async (path) => {
      const data = await readFile(join(root, path));
      files[path] = hash(data);
      if (before[path] === files[path]) return;
      changed.push(path);
      try {
        if (compiled.has(extname(path))) await compile(root, dist, path, data.toString('utf8'), options);
        else await write(join(dist, path), data);
      } catch (error) {
        if (error.syscall) throw unwritable(dist, error.code);
        broken.push(`${path}: ${error.message.split('\n\nCaused by')[0].trim()}`);
      }
    }),
  );
  if (broken.length)
    throw Object.assign(new Error(broken.join('\n')), { oneLine: `Cannot compile\n${broken.join('\n')}` });
  for (const path of Object.keys(before).filter((known) => !(known in files))) {
    changed.push(path);
    const target = join(dist, compiled.has(extname(path)) ? path.replace(/ts$/, 'js') : path);
    await rm(target, { force: true });
    await rm(`${target}.map`, { force: true });
  }
  if (changed.length) {
    await write(manifestFile, JSON.stringify({ key, files }));
    log(`  ✓ server compiled (${changed.length} files) ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  return changed;
}
