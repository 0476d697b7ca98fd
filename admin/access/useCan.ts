import { usePermissions } from 'ra-core';
import type { Permission } from '../api/generated/operations.js';

/** Whether the person signed in has a permission; false while it is not known yet. */
export function useCan(permission: Permission): boolean {
  const { permissions } = usePermissions<Permission[]>();
  return permissions?.includes(permission) ?? false;
}
