import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useChangeWords } from '../../levels/useChangeWords.js';
import { useFormat } from '../../ui/useFormat.js';
import { CustomerLink, TierName } from '../../ui/values.js';
import type { TimelineNode } from './Timeline.js';

/** An event in one line, and what there is to add. */
export function useTimelineText(item: TimelineNode): { title: ReactNode; detail?: ReactNode } {
  const translate = useTranslate();
  const { money, number, text } = useFormat();
  const changes = useChangeWords();
  const { order, pointsEntry, tierMove, redemption, grant, note, merge, consent, levelChange, events } = item;
  if (order) {
    const link = (
      <Link component={RouterLink} to={`/orders/${order.id}/show`}>
        {order.source} {order.number}
      </Link>
    );
    return {
      title: (
        <>
          {link} · {money(order.amount, order.currency)}
        </>
      ),
      detail: order.status === 'PLACED' ? undefined : translate(`enums.OrderStatus.${order.status}`),
    };
  }
  if (pointsEntry) {
    const sign = pointsEntry.points > 0 ? '+' : '';
    const kind = translate(`enums.PointsEntryKind.${pointsEntry.kind}`);
    const left = translate('customers.balanceAfter', { points: number(pointsEntry.balanceAfter) });
    return { title: `${kind} ${sign}${number(pointsEntry.points)} · ${left}`, detail: pointsEntry.reason };
  }
  if (tierMove) {
    return {
      title: (
        <>
          <TierName tier={tierMove.from} /> → <TierName tier={tierMove.to} />
        </>
      ),
      detail: [translate(`enums.TierMoveCause.${tierMove.cause}`), tierMove.reason].filter(Boolean).join(' · '),
    };
  }
  if (redemption) {
    const status = translate(`enums.RedemptionStatus.${redemption.status}`);
    return {
      title: `${text(redemption.benefit.name)} × ${redemption.quantity}`,
      detail: `${redemption.code} · ${status}`,
    };
  }
  if (grant) {
    const origin = translate(`enums.GrantOrigin.${grant.origin}`);
    return {
      title: `${text(grant.benefit.name)} × ${grant.quantity}`,
      detail: [origin, grant.reason].filter(Boolean).join(' · '),
    };
  }
  if (note) return { title: note.author?.name ?? '', detail: note.body };
  if (merge) return { title: <CustomerLink customer={merge.merged} />, detail: merge.reason };
  if (consent) {
    const answer = translate(consent.granted ? 'customers.consentYes' : 'customers.consentNo');
    return { title: `${consent.purpose}: ${answer}`, detail: consent.documentVersion };
  }
  if (levelChange) return { title: changes.moved(levelChange), detail: changes.why(levelChange) };
  if (events) return { title: `${translate(`enums.EventKind.${events.kind}`)} × ${number(events.count)}` };
  return { title: translate(`enums.TimelineKind.${item.kind}`) };
}
