import { ApiScope, StaffRole } from '../../schema/staff/enums.js';

const { ADMIN, SERVICE_MANAGER: MANAGER, SERVICE_AGENT: AGENT, MARKETING, ANALYST } = StaffRole;
const EVERYBODY = [ADMIN, MANAGER, AGENT, MARKETING, ANALYST];

/** Who may do one thing: staff by role, other systems by scope, a customer for their own account. */
interface Rule {
  staff: StaffRole[];
  system?: ApiScope;
  customer?: true;
}

/** The permission table: every action of the API, and who may do it. Services ask it; nothing else decides. */
export const PERMISSIONS = {
  CUSTOMER_READ: { staff: EVERYBODY, system: ApiScope.CUSTOMERS_READ },
  CUSTOMER_EDIT: { staff: [ADMIN, MANAGER, AGENT, MARKETING] },
  CUSTOMER_REVEAL: { staff: [ADMIN, MANAGER, AGENT] },
  CUSTOMER_MERGE: { staff: [ADMIN, MANAGER] },
  CUSTOMER_ERASE: { staff: [ADMIN] },
  CUSTOMER_INGEST: { staff: [ADMIN], system: ApiScope.CUSTOMERS_WRITE },
  ORDER_READ: { staff: EVERYBODY, system: ApiScope.CUSTOMERS_READ },
  ORDER_INGEST: { staff: [ADMIN], system: ApiScope.ORDERS_WRITE },
  EVENT_INGEST: { staff: [ADMIN], system: ApiScope.EVENTS_WRITE },
  IMPORT_RUN: { staff: [ADMIN, MARKETING] },
  IMPORT_READ: { staff: [ADMIN, MARKETING, ANALYST] },
  PROGRAM_READ: { staff: EVERYBODY },
  PROGRAM_EDIT: { staff: [ADMIN, MARKETING] },
  PROGRAM_PUBLISH: { staff: [ADMIN] },
  LEVEL_READ: { staff: EVERYBODY },
  LEVEL_EDIT: { staff: [ADMIN, MARKETING] },
  LEVEL_PUBLISH: { staff: [ADMIN, MARKETING] },
  SEGMENT_READ: { staff: EVERYBODY, system: ApiScope.SEGMENTS_READ },
  SEGMENT_EDIT: { staff: [ADMIN, MARKETING, ANALYST] },
  SEGMENT_EXPORT: { staff: [ADMIN, MARKETING, ANALYST] },
  TIER_GRANT: { staff: [ADMIN, MANAGER] },
  POINTS_ADJUST: { staff: [ADMIN, MANAGER] },
  POINTS_SPEND: { staff: [ADMIN, MANAGER, AGENT], system: ApiScope.PERKS_WRITE },
  PERK_READ: { staff: EVERYBODY, system: ApiScope.PERKS_READ },
  PERK_GRANT: { staff: [ADMIN, MANAGER, AGENT, MARKETING], system: ApiScope.PERKS_WRITE },
  PERK_REDEEM: { staff: [ADMIN, MANAGER, AGENT], system: ApiScope.PERKS_WRITE, customer: true },
  PERK_REVERSE: { staff: [ADMIN, MANAGER], system: ApiScope.PERKS_WRITE },
  ME: { staff: [], customer: true },
  OWN_ACCOUNT: { staff: EVERYBODY },
  STAFF_READ: { staff: [ADMIN, MANAGER] },
  STAFF_MANAGE: { staff: [ADMIN] },
  API_KEY_MANAGE: { staff: [ADMIN] },
  AUDIT_READ: { staff: [ADMIN] },
  COMPANY_EDIT: { staff: [ADMIN] },
} satisfies Record<string, Rule>;

/** The name of an action in the permission table. */
export type Action = keyof typeof PERMISSIONS;

/** Every action, for the API's enum of permissions. */
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** The rule of one action. */
export function ruleOf(action: Action): Rule {
  return PERMISSIONS[action];
}
