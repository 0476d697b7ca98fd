import { type IngestPayload, type IngestResult, IngestStatus } from '../../schema/common/ingest.js';
import type { EventsIngestInput } from '../../schema/events/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { checkBatchSize, ingestPayload, sourceOf } from '../ingest/batch.js';
import { eventTerms } from './months.js';
import { type PreparedEvent, prepareEvent } from './prepare.js';
import { takeEvents } from './take.js';

/** Takes a batch of events; each row finds its own fate. Throws BAD_USER_INPUT for more than 1,000 rows. */
export async function ingestEvents(app: App, caller: Caller, input: EventsIngestInput): Promise<IngestPayload> {
  authorize(caller.principal, 'EVENT_INGEST');
  checkBatchSize('events', input.events);
  const source = sourceOf(input.source);
  const terms = await eventTerms(app);
  const rows: PreparedEvent[] = [];
  const results = input.events.map((event, index): IngestResult => {
    const checked = prepareEvent(event, index, terms);
    if ('row' in checked) {
      rows.push(checked.row);
      return { index, number: event.id, status: IngestStatus.UNCHANGED, errors: [] };
    }
    return { index, number: event.id, status: IngestStatus.REJECTED, errors: checked.errors };
  });
  const write = () =>
    app.db.transaction(async (tx) => {
      const fresh = await takeEvents(app, tx, source, rows);
      const payload = ingestPayload(
        results.map((result) => (fresh.has(result.index) ? { ...result, status: IngestStatus.CREATED } : result)),
      );
      // Staff leave a trace of everything; systems push all day and are known by the rows' source.
      if (caller.principal.kind === 'staff') {
        const after = { source, ...payload.counts };
        await app.audit.record(tx, caller, { action: 'eventsIngest', subjectType: 'event', after });
      }
      return payload;
    });
  return app.events.months.with(
    rows.map(({ at }) => at),
    write,
  );
}
