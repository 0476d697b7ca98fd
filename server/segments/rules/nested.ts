import { UserErrorCode } from '../../../schema/common/user-error.js';
import { SegmentField } from '../../../schema/segments/field.js';
import type { SegmentCondition, SegmentRule } from '../../../schema/segments/rules.js';
import type { App } from '../../app.js';
import type { InputCheck } from '../../graphql/validate.js';
import { asksContact, conditionsIn, type Located, MAX_NESTING, usedSegments } from './tree.js';

/** Conditions after every segment has been put in place of its name, at most. */
const MAX_CONDITIONS = 1000;

/** A segment that rules name. */
export interface NestedSegment {
  id: string;
  name: string;
  /** What it is made of now; null: a list. */
  rules: SegmentRule | null;
  /** A list that was made by rules over contact data (A4). */
  confidential: boolean;
}

/** Every segment that a tree names, and those that these name, by id; missing ones are left out. */
export async function loadNested(app: App, rules: SegmentRule): Promise<Map<string, NestedSegment>> {
  const found = new Map<string, NestedSegment>();
  let wanted = usedSegments(rules);
  for (let level = 0; wanted.length > 0 && level <= MAX_NESTING; level++) {
    // Not over the pool: transactions ask too.
    const rows = await app.db.hot.rows<NestedSegment>(
      'segments in rules',
      `select g.id, g.name, v.rules, g.confidential from segment g
         join segment_version v on v.segment_id = g.id and v.number = g.current_version
        where g.id = any($1::uuid[])`,
      [wanted],
    );
    for (const row of rows) {
      found.set(row.id, row);
    }
    const named = rows.flatMap((row) => (row.rules ? usedSegments(row.rules) : []));
    wanted = [...new Set(named)].filter((id) => !found.has(id));
  }
  return found;
}

/** Notes segments that do not exist, that contain themselves or `selfId`, that go too deep or make the tree too large. */
export function checkNested(
  conditions: Located[],
  segments: ReadonlyMap<string, NestedSegment>,
  check: InputCheck,
  selfId: string | undefined,
): void {
  const shapes = new Shapes(segments);
  let total = 0;
  for (const { condition, path } of conditions) {
    total += 1;
    for (const [i, id] of named(condition).entries()) {
      const shape = shapes.of(id, selfId ? [selfId] : []);
      if ('code' in shape) {
        check.add(`${path}.ids.${i}`, shape.code, shape.message);
        continue;
      }
      total += shape.conditions;
      if (shape.height > MAX_NESTING) {
        check.add(`${path}.ids.${i}`, UserErrorCode.TOO_LONG, TOO_DEEP);
      } else if (total > MAX_CONDITIONS) {
        check.add(
          `${path}.ids.${i}`,
          UserErrorCode.TOO_LONG,
          `With all segments in it, at most ${MAX_CONDITIONS} conditions.`,
        );
        return;
      }
    }
  }
}

const TOO_DEEP = `At most ${MAX_NESTING} segments inside each other.`;
const named = ({ field, ids }: SegmentCondition) => (field === SegmentField.SEGMENT ? (ids ?? []) : []);

/** How many segments lie inside each other, and how many conditions all of it comes to. */
interface Shape {
  height: number;
  conditions: number;
}

/** What is wrong with a segment. */
interface Fault {
  code: UserErrorCode;
  message: string;
}

/** Follows segments into segments, each once, however often they are named. */
class Shapes {
  readonly #known = new Map<string, Shape | Fault>();

  constructor(private readonly segments: ReadonlyMap<string, NestedSegment>) {}

  of(id: string, above: string[]): Shape | Fault {
    if (above.includes(id)) {
      return { code: UserErrorCode.CONFLICT, message: 'A segment cannot contain itself, nor one that contains it.' };
    }
    if (above.length > MAX_NESTING) {
      return { code: UserErrorCode.TOO_LONG, message: TOO_DEEP };
    }
    const shape = this.#known.get(id) ?? this.#find(id, above);
    this.#known.set(id, shape);
    return shape;
  }

  #find(id: string, above: string[]): Shape | Fault {
    const segment = this.segments.get(id);
    if (!segment) {
      return { code: UserErrorCode.NOT_FOUND, message: 'There is no such segment.' };
    }
    const shape: Shape = { height: 1, conditions: 1 };
    for (const { condition } of segment.rules ? conditionsIn(segment.rules) : []) {
      shape.conditions += 1;
      for (const inner of named(condition)) {
        const found = this.of(inner, [...above, id]);
        if ('code' in found) {
          return found;
        }
        shape.height = Math.max(shape.height, found.height + 1);
        shape.conditions += found.conditions;
      }
    }
    return shape;
  }
}

/** Whether being in a segment tells contact data, by its own rules or those of one inside it (A4). */
export function isConfidential(
  id: string,
  segments: ReadonlyMap<string, NestedSegment>,
  seen = new Set<string>(),
): boolean {
  const segment = segments.get(id);
  if (!segment || seen.has(id)) {
    return false;
  }
  seen.add(id);
  const { rules, confidential } = segment;
  return (
    confidential ||
    (rules !== null && (asksContact(rules) || usedSegments(rules).some((one) => isConfidential(one, segments, seen))))
  );
}
