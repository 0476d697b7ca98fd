import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const { cluster, folder } = globalThis.liukeTest;
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}
