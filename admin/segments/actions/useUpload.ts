import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { tell } from '../../api/ask.js';
import { SegmentListAddDocument } from '../../api/generated/operations.js';
import { batchesOf } from '../listIds.js';

/** How an upload stands. */
export interface Upload {
  done: number;
  total: number;
  added: number;
  unknown: string[];
  /** Translation key of what went wrong; what was sent before it is on the list. */
  error: string | null;
  running: boolean;
}

/** Sends ids to a list, batch by batch. Sending the same again is harmless: whoever is on it stays. */
export function useUpload(segmentId: string) {
  const queryClient = useQueryClient();
  const [upload, setUpload] = useState<Upload | null>(null);
  const stopped = useRef(false);
  const start = useCallback(
    async (ids: readonly string[], source: string) => {
      stopped.current = false;
      let now: Upload = { done: 0, total: ids.length, added: 0, unknown: [], error: null, running: true };
      setUpload(now);
      for (const batch of batchesOf(ids, source)) {
        if (stopped.current) break;
        try {
          const given = { customerIds: batch.customerIds, externalIds: batch.externalIds };
          const answer = await tell(SegmentListAddDocument, {
            input: { id: segmentId, source: source || null, ...given },
          });
          now = {
            ...now,
            done: now.done + batch.customerIds.length + batch.externalIds.length,
            added: now.added + (answer.added ?? 0),
            unknown: [...now.unknown, ...(answer.unknown ?? [])],
          };
        } catch (error) {
          now = { ...now, error: (error as Error).message };
          break;
        } finally {
          setUpload(now);
        }
      }
      setUpload({ ...now, running: false });
      await queryClient.invalidateQueries();
    },
    [segmentId, queryClient],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { upload, start, stop };
}
