/** Where progress is written: a terminal shows what is running, a log gets finished lines. */
type Out = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };

/** Prints the steps of a start with their durations. Steps may run side by side. */
export class Progress {
  private readonly running = new Map<string, string>();

  constructor(private readonly out: Out = process.stdout) {}

  /**
   * Runs one step. `work` gets a function that says how far it is. The line `✓ name 0.7 s` is
   * printed when it is done; when it fails `✗ name`, and the error goes on to the caller.
   */
  async step<T>(name: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now();
    this.running.set(name, '');
    if (!this.out.isTTY) this.out.write(`  … ${name}\n`);
    this.draw();
    const say = (detail: string): void => {
      this.running.set(name, detail);
      this.draw();
    };
    try {
      const result = await work(say);
      this.finish(name, '✓', started);
      return result;
    } catch (error) {
      this.finish(name, '✗', started);
      throw error;
    }
  }

  /** Prints a line without disturbing the line of running steps. */
  line(text: string): void {
    this.clear();
    this.out.write(`${text}\n`);
    this.draw();
  }

  private finish(name: string, mark: string, started: number): void {
    this.running.delete(name);
    this.line(`  ${mark} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }

  private clear(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }

  private draw(): void {
    if (!this.out.isTTY || this.running.size === 0) return;
    const steps = [...this.running].map(([name, detail]) => (detail ? `${name} (${detail})` : name));
    this.out.write(`\r\u001b[K  … ${steps.join(' · ')}`);
  }
}
