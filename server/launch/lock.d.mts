/** What is known about the live process that holds a lock. */
export interface Holder {
  pid: number;
  /** The process's start time, in the system's own form. */
  started: string;
  [more: string]: unknown;
}

/** A lock that this process holds. */
export interface FileLock {
  /** Replaces what others read in the lock file. */
  update(info: Record<string, unknown>): void;
  release(): void;
}

export function processStart(pid: number): string;
export function makeFolders(path: string, mode?: number): void;
export function holder(file: string): Holder | undefined;
export function tryLock(file: string, info?: Record<string, unknown>): FileLock | undefined;
export function withFileLock<T>(file: string, doing: string, work: () => Promise<T>): Promise<T>;
