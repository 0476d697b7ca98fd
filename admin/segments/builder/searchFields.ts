import type { FieldInfo } from '../types.js';

/** How well a field fits what was typed: 0 is its very name, 1 its beginning, 2 somewhere in it; null does not fit. */
function closeness({ label }: FieldInfo, q: string): number | null {
  const ranks = [label.zh, label.en].map((name) => {
    const at = name.toLowerCase().indexOf(q);
    if (at < 0) return null;
    return name.length === q.length ? 0 : at === 0 ? 1 : 2;
  });
  const found = ranks.filter((rank) => rank !== null);
  return found.length > 0 ? Math.min(...found) : null;
}

/** The fields whose name in either language holds what was typed, groups kept together, the best fit first. */
export function searchFields(fields: readonly FieldInfo[], typed: string): FieldInfo[] {
  const q = typed.trim().toLowerCase();
  if (q === '') return [...fields];
  const fits = new Map(fields.map((info) => [info.field, closeness(info, q)]));
  const rank = (info: FieldInfo) => fits.get(info.field) ?? 3;
  const found = fields.filter((info) => rank(info) < 3);
  const best = (group: string) => Math.min(...found.filter((one) => one.group === group).map(rank));
  const order = [...new Set(found.map(({ group }) => group))].sort((a, b) => best(a) - best(b));
  return order.flatMap((group) => found.filter((one) => one.group === group).sort((a, b) => rank(a) - rank(b)));
}
