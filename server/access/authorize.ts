import { forbidden, unauthenticated } from '../graphql/errors.js';
import { ACTIONS, type Action, ruleOf } from './permissions.js';
import type { CustomerPrincipal, Principal, StaffPrincipal } from './principal.js';

/** Whether the permission table lets this principal do this. */
export function may(principal: Principal, action: Action): boolean {
  const rule = ruleOf(action);
  switch (principal.kind) {
    case 'staff':
      return rule.staff.includes(principal.role);
    case 'system':
      return rule.system !== undefined && principal.scopes.has(rule.system);
    case 'customer':
      return rule.customer === true;
    case 'job':
      return true;
    case 'anonymous':
      return false;
  }
}

/** Throws UNAUTHENTICATED or FORBIDDEN unless the permission table lets this principal do this. */
export function authorize(principal: Principal, action: Action): void {
  if (may(principal, action)) {
    return;
  }
  throw principal.kind === 'anonymous' ? unauthenticated() : forbidden(action);
}

/** The signed-in member of staff, allowed to do this. */
export function authorizeStaff(principal: Principal, action: Action): StaffPrincipal {
  authorize(principal, action);
  if (principal.kind !== 'staff') {
    throw forbidden(action);
  }
  return principal;
}

/** The customer who asks, for what only customers have. */
export function authorizeCustomer(principal: Principal): CustomerPrincipal {
  authorize(principal, 'ME');
  if (principal.kind !== 'customer') {
    throw forbidden('ME');
  }
  return principal;
}

/** All that this principal may do. */
export function permissionsOf(principal: Principal): Action[] {
  return ACTIONS.filter((action) => may(principal, action));
}

/** Who did it, for columns like granted_by: the staff id, or null for customers, systems and jobs. */
export function staffIdOf(principal: Principal): string | null {
  return principal.kind === 'staff' ? principal.id : null;
}
