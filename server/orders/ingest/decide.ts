import { IngestStatus } from '../../../schema/common/ingest.js';
import type { PreparedOrder } from './prepared.js';

/** What is known of an order already. */
export interface KnownOrder {
  id: string;
  number: string;
  customerId: string | null;
  hash: string;
  updatedAt: Date;
  baseNet: number;
}

/** What a batch of orders comes to, each number once. */
export interface OrderDecisions {
  /** By the row's place in the batch. */
  statuses: Map<number, IngestStatus>;
  /** The last accepted version of each new order. */
  created: PreparedOrder[];
  /** The last accepted version of each known order whose content changes. */
  updated: { known: KnownOrder; row: PreparedOrder }[];
  /** Known orders of which only a newer moment of change was learnt. */
  confirmed: { known: KnownOrder; updatedAt: Date }[];
}

interface State {
  known: KnownOrder | undefined;
  hash: string;
  updatedAt: Date;
  accepted: PreparedOrder | undefined;
}

/** Takes the rows one after the other, as if each had come alone: retries, late and repeated pushes find their fate. */
export function decideOrders(rows: PreparedOrder[], knownOrders: KnownOrder[]): OrderDecisions {
  const states = new Map<string, State>();
  for (const known of knownOrders) {
    states.set(known.number, { known, hash: known.hash, updatedAt: known.updatedAt, accepted: undefined });
  }
  const statuses = new Map<number, IngestStatus>();
  for (const row of rows) {
    const state = states.get(row.number);
    if (!state) {
      states.set(row.number, { known: undefined, hash: row.hash, updatedAt: row.updatedAt, accepted: row });
      statuses.set(row.index, IngestStatus.CREATED);
    } else {
      statuses.set(row.index, accept(state, row));
    }
  }
  return { statuses, ...sorted(states) };
}

function accept(state: State, row: PreparedOrder): IngestStatus {
  if (row.hash === state.hash) {
    if (row.updatedAt > state.updatedAt) {
      state.updatedAt = row.updatedAt;
    }
    return IngestStatus.UNCHANGED;
  }
  if (row.updatedAt < state.updatedAt) {
    return IngestStatus.STALE;
  }
  state.hash = row.hash;
  state.updatedAt = row.updatedAt;
  state.accepted = row;
  return IngestStatus.UPDATED;
}

function sorted(states: Map<string, State>): Omit<OrderDecisions, 'statuses'> {
  const decisions: Omit<OrderDecisions, 'statuses'> = { created: [], updated: [], confirmed: [] };
  for (const { known, hash, updatedAt, accepted } of states.values()) {
    if (accepted && !known) {
      decisions.created.push({ ...accepted, updatedAt });
    } else if (accepted && known && hash !== known.hash) {
      decisions.updated.push({ known, row: { ...accepted, updatedAt } });
    } else if (known && updatedAt > known.updatedAt) {
      decisions.confirmed.push({ known, updatedAt });
    }
  }
  return decisions;
}
