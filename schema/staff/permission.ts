import { registerEnumType } from 'type-graphql';
import { ACTIONS, type Action } from '../../server/access/permissions.js';

/** The actions of the permission table as an enum of the API. */
export const Permission = Object.fromEntries(ACTIONS.map((action) => [action, action])) as { [A in Action]: A };
export type Permission = Action;

registerEnumType(Permission, { name: 'Permission', description: 'Something that may be done, if one may.' });
