import type { Viewer } from '../../schema/staff/session.js';
import type { Staff } from '../../schema/staff/staff.js';
import { Staff as StaffEntity } from '../../schema/staff/staff.js';
import { permissionsOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { DEMO_STAFF, type DemoStaff } from './demo.js';

/** Use cases of the company's people. */
export class StaffService {
  constructor(private readonly app: App) {}

  /** Who is asking, when it is a member of staff. */
  async viewer({ principal }: Caller): Promise<Viewer | null> {
    if (principal.kind !== 'staff') {
      return null;
    }
    const staff: Staff = await this.app.db.em().findOneOrFail(StaffEntity, principal.id);
    return { staff, permissions: permissionsOf(principal) };
  }

  /** The sign-ins that a demo offers to everybody; none on a server or for a company that is not a demo. */
  async demoSignIns(): Promise<readonly DemoStaff[]> {
    const { demo } = await this.app.company.settings();
    return demo && this.app.config.demo ? DEMO_STAFF : [];
  }
}
