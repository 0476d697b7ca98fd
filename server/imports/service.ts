import type { App } from '../app.js';

/** Use cases of file imports. */
export class ImportService {
  constructor(readonly app: App) {}
}
