import type { ImportStatus } from '../api/generated/operations.js';

/** Whether an import is still on its way, so that the page keeps asking. */
export const isRunning = (status: ImportStatus): boolean => status === 'READY' || status === 'RUNNING';

/** Whether an import stopped before its end and can go on from where it was. */
export const isResumable = (status: ImportStatus): boolean => status === 'CANCELLED' || status === 'FAILED';
