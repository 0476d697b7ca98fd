import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { markdown, type Section } from './report.js';

/** What is kept of a run. */
export interface Results {
  /** Of the machine. */
  head: string[];
  /** A line about the run, kept with each of its tables. */
  when: string;
  sections: Section[];
  /** Of all scenarios, in the order of their tables. */
  letters: string[];
}

/**
 * Keeps tables in a file: each takes the place of those of its heading's letter, others stay, and so does what was written
 * by hand below.
 */
export function keepResults(file: string, { head, when, sections, letters }: Results): void {
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const letterOf = (text: string) => /^## (\w) · /.exec(text)?.[1];
  const measured = sections.map((section) => markdown({ ...section, notes: [when, ...section.notes] }));
  const now = new Set(measured.map(letterOf));
  const tables = [...before.filter((text) => letterOf(text) && !now.has(letterOf(text))), ...measured];
  const place = (text: string) => letters.indexOf(letterOf(text)!);
  const parts = [
    ['# Numbers', ...head.map((line) => `- ${line}`)].join('\n'),
    ...tables.sort((a, b) => place(a) - place(b)),
    ...before.filter((text) => !letterOf(text)),
  ];
  writeFileSync(file, `${parts.map((part) => part.trim()).join('\n\n')}\n`);
}
