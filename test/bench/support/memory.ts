import { readFileSync } from 'node:fs';

const EVERY = 250;

/** What a process had resident while it was watched. */
export interface Watched<T> {
  result: T;
  /** In MB, a reading every quarter of a second; none where /proc is not to be had. */
  megabytes: number[];
}

/** Watches the memory of a process while work is under way. */
export async function watchMemory<T>(pid: number, work: () => Promise<T>): Promise<Watched<T>> {
  const megabytes: number[] = [];
  const read = () => megabytes.push(...residentMegabytes(pid, 'VmRSS'));
  read();
  const timer = setInterval(read, EVERY);
  try {
    return { result: await work(), megabytes };
  } finally {
    clearInterval(timer);
  }
}

/** What a process has resident now (`VmRSS`), or the most it ever had (`VmHWM`); empty where it cannot be read. */
export function residentMegabytes(pid: number, field: 'VmRSS' | 'VmHWM'): number[] {
  try {
    const found = new RegExp(`${field}:\\s*(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? [Number(found[1]) / 1024] : [];
  } catch {
    return [];
  }
}
