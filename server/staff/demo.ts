import { StaffRole } from '../../schema/staff/enums.js';

/** Somebody of the demo company; the sign-in page shows the password. */
export interface DemoStaff {
  email: string;
  name: string;
  role: StaffRole;
  password: string;
}

/** One sign-in per role, in demo companies only. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  demo('admin', '林岚', StaffRole.ADMIN),
  demo('manager', '周明', StaffRole.SERVICE_MANAGER),
  demo('agent', '陈晓', StaffRole.SERVICE_AGENT),
  demo('marketing', '许可', StaffRole.MARKETING),
  demo('analyst', '高远', StaffRole.ANALYST),
];

function demo(account: string, name: string, role: StaffRole): DemoStaff {
  return { email: `${account}@demo.liuke.example`, name, role, password: `liuke-demo-${account}` };
}
