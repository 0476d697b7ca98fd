import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { BUILT_INS } from './built-in-texts.js';
import { insertSegment } from './create.js';
import { lockDefinitions } from './definition.js';

const SET_UP: Caller = {
  principal: { kind: 'job', name: 'setup' },
  origin: { ip: '', userAgent: undefined, requestId: '' },
};

/** Makes those built-in segments that the company has never had; what somebody edited, renamed or archived stays as it is. */
export async function installBuiltIns(app: App, tx: Transaction): Promise<void> {
  await lockDefinitions(tx);
  const known = await tx.rows<{ code: string }>('select built_in as code from segment where built_in is not null');
  const codes = new Set(known.map(({ code }) => code));
  for (const { code, name, description, goal, actions, rules } of BUILT_INS) {
    if (codes.has(code)) {
      continue;
    }
    await insertSegment(app, tx, SET_UP, {
      name: await freeName(tx, name.join(' ')),
      description: description.join(' / '),
      kind: SegmentKind.DYNAMIC,
      playbook: { goal: goal.join(' / '), actions: actions.map((action) => action.join(' / ')) },
      rules,
      confidential: false,
      builtIn: code,
      key: null,
      hash: null,
    });
  }
}

/** The name, or where a segment of the company's own has it already, the name with a mark. */
async function freeName(tx: Transaction, name: string): Promise<string> {
  const taken = await tx.row('select 1 from segment where lower(name) = lower($1) and archived_at is null', [name]);
  return taken ? `${name} (Liuke)` : name;
}
