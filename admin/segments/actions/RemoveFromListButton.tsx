import Remove from '@mui/icons-material/RemoveCircleOutlined';
import { SegmentListRemoveDocument } from '../../api/generated/operations.js';
import { IntentButton } from '../../ui/IntentButton.js';
import type { Member, SegmentRecord } from '../types.js';

/** Takes one customer off a list; putting them back is one upload. */
export function RemoveFromListButton({ segment, customer }: { segment: SegmentRecord; customer: Member }) {
  return (
    <IntentButton
      label="segments.list.remove"
      icon={<Remove />}
      permission="SEGMENT_EDIT"
      variant="text"
      size="small"
      mutation={SegmentListRemoveDocument}
      input={{ id: segment.id, customerIds: [customer.id] }}
    />
  );
}
