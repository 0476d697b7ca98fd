import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { root } from '../../../server/root.js';
import type { Measured } from './measure.js';

/** A table with its heading and what must be known to read it. */
export interface Section {
  title: string;
  notes: string[];
  columns: string[];
  rows: string[][];
  /** What the house wants, and whether this run reached it. */
  goals: Goal[];
}

export interface Goal {
  what: string;
  wanted: string;
  got: string;
  reached: boolean;
}

/** A goal that a ratio is at least (or, with `most`, at most) some number. */
export function ratioGoal(what: string, ratio: number, wanted: { least?: number; most?: number }): Goal {
  const { least, most } = wanted;
  const reached = (least === undefined || ratio >= least) && (most === undefined || ratio <= most);
  return { what, wanted: least === undefined ? `≤ ${most} ×` : `≥ ${least} ×`, got: `${ratio.toFixed(2)} ×`, reached };
}

/** Rows of a side-by-side measurement, each with its ratio to the first. */
export function comparison(measured: Measured[]): { columns: string[]; rows: string[][] } {
  const base = measured[0]!;
  return {
    columns: ['', 'requests/s', `× ${base.name}`, 'CPU µs/request', 'p50 ms', 'p99 ms'],
    rows: measured.map((one) => [
      one.name,
      Math.round(one.perSecond).toLocaleString('en'),
      (one.perSecond / base.perSecond).toFixed(2),
      one.cpu.toFixed(0),
      one.p50.toFixed(1),
      one.p99.toFixed(1),
    ]),
  };
}

/** When a run took place, of what, and how long it took. */
export function thisRun(rounds: string): string {
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}; ${rounds}.`;
}

/** Where a run took place. */
export function machine(postgres: string, cores: string): string[] {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgres}`,
    cores,
  ];
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** A section as Markdown. */
export function markdown({ title, notes, columns, rows, goals }: Section): string {
  const table = (head: string[], lines: string[][]) => {
    const widths = head.map((cell, i) => Math.max(...[head, ...lines].map((line) => (line[i] ?? cell).length), 3));
    const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
    return [line(head), line(widths.map((width) => '-'.repeat(width))), ...lines.map(line)].join('\n');
  };
  const parts = [`## ${title}`, ...notes, table(columns, rows)];
  if (goals.length > 0) {
    const lines = goals.map(({ what, wanted, got, reached }) => [what, wanted, got, reached ? 'reached' : 'missed']);
    parts.push(table(['goal', 'wanted', 'this run', ''], lines));
  }
  return `${parts.join('\n\n')}\n`;
}
