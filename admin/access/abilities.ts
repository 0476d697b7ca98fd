import type { Permission } from '../api/generated/operations.js';

type Abilities = Partial<Record<'list' | 'show' | 'edit' | 'create' | 'export', Permission>>;

/**
 * Which permission of the API each screen needs. It only decides what is shown: the API decides what is done.
 */
export const ABILITIES: Record<string, Abilities> = {
  customers: { list: 'CUSTOMER_READ', show: 'CUSTOMER_READ', edit: 'CUSTOMER_EDIT', export: 'CUSTOMER_READ' },
  orders: { list: 'ORDER_READ', show: 'ORDER_READ', export: 'ORDER_READ' },
  segments: {
    list: 'SEGMENT_READ',
    show: 'SEGMENT_READ',
    edit: 'SEGMENT_EDIT',
    create: 'SEGMENT_EDIT',
    export: 'SEGMENT_READ',
  },
  segmentMembers: { list: 'SEGMENT_READ' },
  program: { list: 'PROGRAM_READ', show: 'PROGRAM_READ', edit: 'PROGRAM_EDIT', create: 'PROGRAM_EDIT' },
  levels: { list: 'LEVEL_READ', edit: 'LEVEL_EDIT' },
  tierMoves: { list: 'PROGRAM_READ', export: 'PROGRAM_READ' },
  benefitGrants: { list: 'PERK_READ', create: 'PERK_GRANT', export: 'PERK_READ' },
  redemptions: { list: 'PERK_READ', export: 'PERK_READ' },
  imports: { list: 'IMPORT_READ', show: 'IMPORT_READ', create: 'IMPORT_RUN', export: 'IMPORT_READ' },
  staff: { list: 'STAFF_READ', show: 'STAFF_READ', edit: 'STAFF_MANAGE', create: 'STAFF_MANAGE', export: 'STAFF_READ' },
  apiKeys: { list: 'API_KEY_MANAGE', create: 'API_KEY_MANAGE', export: 'API_KEY_MANAGE' },
  auditEntries: { list: 'AUDIT_READ', show: 'AUDIT_READ', export: 'AUDIT_READ' },
  company: { list: 'PROGRAM_READ', edit: 'COMPANY_EDIT' },
};

/** Whether somebody with these permissions is shown this screen. */
export function mayOpen(permissions: readonly Permission[], resource: string, action: string): boolean {
  const needed = ABILITIES[resource]?.[action as keyof Abilities];
  return needed !== undefined && permissions.includes(needed);
}
