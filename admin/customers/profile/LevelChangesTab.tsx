import Timeline from '@mui/icons-material/TimelineOutlined';
import { CustomerLevelChangesDocument } from '../../api/generated/operations.js';
import { useChangeWords } from '../../levels/useChangeWords.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreTable } from '../../ui/MoreTable.js';
import { useFormat } from '../../ui/useFormat.js';
import type { CustomerRecord } from '../types.js';

/** Every change of a stage, value segment or band, and why (S4–S6). */
export function LevelChangesTab({ customer }: { customer: CustomerRecord }) {
  const { localFullDay } = useFormat();
  const { kind, from, to, why } = useChangeWords();
  return (
    <MoreTable
      name="customerLevelChanges"
      query={CustomerLevelChangesDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.levelChanges}
      rowKey={(row) => row.id}
      label="customers.tabs.levels"
      empty={<EmptyState dense icon={<Timeline />} title="customers.empty.levels" hint="customers.empty.levelsHint" />}
      columns={[
        { title: 'levels.day', cell: (row) => localFullDay(row.on) },
        { title: 'levels.kind', cell: kind },
        { title: 'app.from', cell: from },
        { title: 'app.to', cell: to },
        { title: 'levels.whyColumn', cell: why },
      ]}
    />
  );
}
