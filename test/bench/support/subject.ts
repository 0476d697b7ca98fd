/** What a measured server process says when it is ready. */
export interface SubjectReady {
  port: number;
  /** Tokens and the like that callers need. */
  secrets?: Record<string, string>;
}

/** CPU that a subject has used so far, in microseconds. */
export interface CpuTime {
  user: number;
  system: number;
}

/**
 * Makes this process a measured server: it says that it is ready, answers what the main process asks (its CPU time, and
 * `commands` of its own), and ends on SIGTERM or with the main process.
 */
export function beSubject(ready: SubjectReady, commands: Record<string, () => unknown> = {}): void {
  process.on('message', async ({ command }: { command: string }) => {
    const answer = command === 'cpu' ? process.cpuUsage() : await commands[command]?.();
    process.send?.(answer ?? {});
  });
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready });
}
