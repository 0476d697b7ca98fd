import { parseArgs } from 'node:util';
import { ImportKind } from '../../schema/imports/enums.js';
import { LaunchFailure } from './failure.js';

/** An import as the command line asks for it. */
export interface ImportCommand {
  kind: ImportKind;
  file: string;
  source: string;
  currency: string | undefined;
  timeZone: string | undefined;
  /** Field → column; fields that are not named are recognised by their columns' names. */
  map: Map<string, string>;
}

/** What a file can hold, as the command line calls it. */
const KINDS: Record<string, ImportKind> = { orders: ImportKind.ORDERS, events: ImportKind.EVENTS };

/** Reads `orders FILE [options]` or `events FILE [options]`; null when help is needed. Throws LaunchFailure for what it does not know. */
export function readImportArgs(args: string[]): ImportCommand | null {
  const { values, positionals } = parse(args);
  const [name = '', file, ...rest] = positionals;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined || file === undefined || rest.length > 0) {
    return null;
  }
  const map = new Map<string, string>();
  for (const pair of values.map ?? []) {
    const [field = '', ...column] = pair.split('=');
    if (field === '' || column.length === 0) {
      throw new LaunchFailure(`--map wants field=Column, not ${pair}.`);
    }
    map.set(field, column.join('='));
  }
  const { source, currency, 'time-zone': timeZone } = values;
  return { kind, file, source, currency, timeZone, map };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string', default: 'import' },
        currency: { type: 'string' },
        'time-zone': { type: 'string' },
        map: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new LaunchFailure((error as Error).message);
  }
}
