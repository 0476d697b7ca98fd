import { useTranslate } from 'ra-core';
import type { ImportOneQuery } from '../api/generated/operations.js';
import { Fact, Facts, Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';

type Job = NonNullable<ImportOneQuery['one']>;

/** The counts that each kind of file has. */
const NUMBERS = {
  ORDERS: [
    'lines',
    'orders',
    'ordersUnchanged',
    'reversals',
    'customers',
    'anonymousLines',
    'rejectedLines',
    'duplicateLines',
    'skippedLines',
  ],
  EVENTS: ['lines', 'events', 'eventsUnchanged', 'rejectedLines'],
} as const;

/** What became of every line: nothing of the file is unaccounted for. */
export function ImportCounts({ job }: { job: Job }) {
  const translate = useTranslate();
  const { number, money, minute } = useFormat();
  const { counts } = job;
  const numbers = NUMBERS[job.kind];
  const amounts = job.kind === 'ORDERS';
  return (
    <Section title="imports.counts">
      <Facts columns={4}>
        {numbers.map((name) => (
          <Fact key={name} label={`imports.count.${name}`}>
            {number(counts[name])}
          </Fact>
        ))}
        {amounts ? <Fact label="imports.count.amount">{money(counts.amount, job.options.currency)}</Fact> : null}
        <Fact label="imports.startedAt">{minute(job.startedAt)}</Fact>
        <Fact label="imports.finishedAt">{minute(job.finishedAt)}</Fact>
        <Fact label="imports.mapping" wide>
          {job.mapping
            .map((one) => `${translate(`imports.fields.${one.field}`, { _: one.field })} ← ${one.column}`)
            .join(' · ')}
        </Fact>
      </Facts>
    </Section>
  );
}
