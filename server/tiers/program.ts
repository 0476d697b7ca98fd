import type { App } from '../app.js';
import { loadPublished, PROGRAM_TABLES, type PublishedProgram } from './published.js';

/** The programme's versions: drafts, impact, publishing, rollback (V6). */
export class ProgramService {
  constructor(private readonly app: App) {
    app.configuration.onChange((table) => {
      if (table !== 'program' && (table === '*' || PROGRAM_TABLES.includes(table))) {
        app.configuration.forget('program');
      }
    });
  }

  /** The programme in force, from memory; fresh as soon as the database has announced a change. */
  published(): Promise<PublishedProgram> {
    return this.app.configuration.get('program', () => loadPublished(this.app));
  }
}
