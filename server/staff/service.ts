import type { StaffCreateInput, StaffUpdateInput } from '../../schema/staff/inputs.js';
import type { StaffListArgs } from '../../schema/staff/lists.js';
import { authorize, permissionsOf } from '../access/authorize.js';
import type { Action } from '../access/permissions.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Context } from '../graphql/context.js';
import { DEMO_STAFF, type DemoStaff } from './demo.js';
import { list } from './list.js';
import { type SessionRow, staffSessionsLoader } from './loaders.js';
import { create, update } from './manage.js';
import { STAFF_COLUMNS, type StaffRow } from './rows.js';

/** Use cases of the company's people; passwords and sessions have their own services. */
export class StaffService {
  constructor(private readonly app: App) {}

  list = (caller: Caller, args: StaffListArgs) => list(this.app, caller, args);
  create = (caller: Caller, input: StaffCreateInput) => create(this.app, caller, input);
  update = (caller: Caller, input: StaffUpdateInput) => update(this.app, caller, input);

  async get(caller: Caller, id: string): Promise<StaffRow | null> {
    authorize(caller.principal, 'STAFF_READ');
    return isId(id) ? this.#row(id) : null;
  }

  /** Who is asking, when it is a member of staff. */
  async viewer({ principal }: Caller): Promise<{ staff: StaffRow | null; permissions: Action[] } | null> {
    if (principal.kind !== 'staff') {
      return null;
    }
    return { staff: await this.#row(principal.id), permissions: permissionsOf(principal) };
  }

  /** The open sessions of a person: one's own, or anybody's for those who read about staff. */
  async sessionsOf(context: Context, staffId: string): Promise<SessionRow[]> {
    const { principal } = context;
    if (principal.kind !== 'staff' || principal.id !== staffId) {
      authorize(principal, 'STAFF_READ');
    }
    return context.loaders.get(staffSessionsLoader).load(staffId);
  }

  /** The sign-ins that a demo offers to everybody; none on a server or for a company that is not a demo. */
  async demoSignIns(): Promise<readonly DemoStaff[]> {
    return (await this.app.company.playsDemo()) ? DEMO_STAFF : [];
  }

  async #row(id: string): Promise<StaffRow | null> {
    const [row] = await this.app.db.rows<StaffRow>(`select ${STAFF_COLUMNS} from staff s where s.id = $1`, [id]);
    return row ?? null;
  }
}
