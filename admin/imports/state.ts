/** Whether an import is still on its way, so that the page keeps asking. */
export const isRunning = (status: string): boolean => ['WAITING', 'QUEUED', 'PENDING', 'RUNNING'].includes(status);

/** Whether an import stopped before its end and can go on from where it was. */
export const isResumable = (status: string): boolean => ['CANCELLED', 'FAILED', 'STOPPED'].includes(status);
