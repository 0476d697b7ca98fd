import type { Dataset } from '../dataset/company.js';
import type { Bench } from './bench.js';

/** Works on a copy of a measured company, which is dropped afterwards: for what writes. */
export async function withCopy<T>(bench: Bench, { database }: Dataset, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = 'bench_copy';
  bench.say(`copying ${database}`);
  await bench.cluster.run('postgres', [
    `drop database if exists ${copy} with (force)`,
    `create database ${copy} template ${database} strategy file_copy`,
  ]);
  try {
    return await work(copy);
  } finally {
    await bench.cluster.run('postgres', [`drop database ${copy} with (force)`]);
  }
}
