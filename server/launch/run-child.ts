import { type SpawnOptions, spawn } from 'node:child_process';

/** What a child process said and how it ended. */
export interface Ended {
  /** Exit code; 1 also when a signal ended it. */
  code: number;
  /** Standard output and standard error, as they came. */
  output: string;
}

/** Runs a program to its end. With `onOutput` its words are handed on while it runs. */
export async function run(
  command: string,
  args: string[],
  options: SpawnOptions = {},
  onOutput: (chunk: string) => void = () => {},
): Promise<Ended> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      onOutput(chunk);
    });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (exit) => resolve(exit ?? 1));
  });
  return { code, output };
}
