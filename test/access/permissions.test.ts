import { expect, test } from '@jest/globals';
import { ApiScope, StaffRole } from '../../schema/staff/enums.js';
import { authorize, may, permissionsOf } from '../../server/access/authorize.js';
import { ACTIONS, type Action } from '../../server/access/permissions.js';
import type { Principal } from '../../server/access/principal.js';

/**
 * Who may do what, as the business wants it: a letter per role (Admin, service Manager, service Agent, Marketing,
 * anaLyst), the scope of other systems, and whether customers may for themselves.
 */
const WANTED: Record<Action, string> = {
  CUSTOMER_READ: 'AMGKL CUSTOMERS_READ',
  CUSTOMER_EDIT: 'AMGK',
  CUSTOMER_REVEAL: 'AMG',
  CUSTOMER_MERGE: 'AM',
  CUSTOMER_ERASE: 'A',
  CUSTOMER_INGEST: 'A CUSTOMERS_WRITE',
  ORDER_READ: 'AMGKL CUSTOMERS_READ',
  ORDER_INGEST: 'A ORDERS_WRITE',
  EVENT_INGEST: 'A EVENTS_WRITE',
  IMPORT_RUN: 'AK',
  IMPORT_READ: 'AKL',
  PROGRAM_READ: 'AMGKL',
  PROGRAM_EDIT: 'AK',
  PROGRAM_PUBLISH: 'A',
  SEGMENT_READ: 'AMGKL SEGMENTS_READ',
  SEGMENT_EDIT: 'AKL',
  SEGMENT_EXPORT: 'AKL',
  LEVEL_READ: 'AMGKL',
  LEVEL_EDIT: 'AK',
  LEVEL_PUBLISH: 'AK',
  TIER_GRANT: 'AM',
  POINTS_ADJUST: 'AM',
  POINTS_SPEND: 'AMG PERKS_WRITE',
  PERK_READ: 'AMGKL PERKS_READ',
  PERK_GRANT: 'AMGK PERKS_WRITE',
  PERK_REDEEM: 'AMG PERKS_WRITE customer',
  PERK_REVERSE: 'AM PERKS_WRITE',
  ME: 'customer',
  OWN_ACCOUNT: 'AMGKL',
  STAFF_READ: 'AM',
  STAFF_MANAGE: 'A',
  API_KEY_MANAGE: 'A',
  AUDIT_READ: 'A',
  COMPANY_EDIT: 'A',
};

const LETTERS: Record<StaffRole, string> = {
  [StaffRole.ADMIN]: 'A',
  [StaffRole.SERVICE_MANAGER]: 'M',
  [StaffRole.SERVICE_AGENT]: 'G',
  [StaffRole.MARKETING]: 'K',
  [StaffRole.ANALYST]: 'L',
};

const staff = (role: StaffRole): Principal => ({ kind: 'staff', id: 'x', name: 'x', role, sessionId: 'x' });
const system = (...scopes: ApiScope[]): Principal => ({
  kind: 'system',
  apiKeyId: 'x',
  name: 'x',
  scopes: new Set(scopes),
});
const customer: Principal = { kind: 'customer', source: 'app', subject: 'x' };

test('the permission table is what the business wants', () => {
  const actual = Object.fromEntries(
    ACTIONS.map((action) => {
      const roles = Object.values(StaffRole).filter((role) => may(staff(role), action));
      const scopes = Object.values(ApiScope).filter((scope) => may(system(scope), action));
      return [
        action,
        [roles.map((role) => LETTERS[role]).join(''), ...scopes, may(customer, action) ? 'customer' : '']
          .filter(Boolean)
          .join(' '),
      ];
    }),
  );
  expect(actual).toEqual(WANTED);
});

test('nobody and a key without scopes may do nothing, Liuke itself everything', () => {
  expect(permissionsOf({ kind: 'anonymous' })).toEqual([]);
  expect(permissionsOf(system())).toEqual([]);
  expect(permissionsOf({ kind: 'job', name: 'x' })).toEqual(ACTIONS);
});

test('who is nobody is told to sign in, who is somebody is told no', () => {
  expect(() => authorize({ kind: 'anonymous' }, 'ME')).toThrow(
    expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } }),
  );
  expect(() => authorize(staff(StaffRole.ADMIN), 'ME')).toThrow(
    expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }),
  );
});
