import type { GraphQLResolveInfo } from 'graphql';
import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type {
  MeConsentSetInput,
  MeEraseInput,
  MeNotificationsReadInput,
  MeUpdateInput,
} from '../../schema/me/inputs.js';
import { authorizeCustomer } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { fail, notFound } from '../graphql/errors.js';
import { readPage } from '../graphql/read-page.js';
import { HomeReader } from './home.js';
import type { HomeView } from './home-view.js';
import { wantsOf } from './wants.js';

/** A message as a plain row. */
export interface NotificationRow {
  id: string;
  kind: string;
  data: object;
  at: Date;
  readAt: Date | null;
}

/** What the customer's own app asks for (V4, V5, A4). */
export class MeService {
  readonly #home: HomeReader;

  constructor(readonly app: App) {
    this.#home = new HomeReader(app);
  }

  /** Whoever asks, with as much as `info` selects; null for everybody who is not a customer with a profile. */
  me({ principal }: Caller, info: GraphQLResolveInfo): Promise<HomeView | null> | null {
    return principal.kind === 'customer' ? this.#home.load(principal, wantsOf(info)) : null;
  }

  /** Messages, newest first. */
  notifications(customerId: string, page: PageArgs): Promise<Page<NotificationRow>> {
    return readPage<NotificationRow>(
      this.app.db,
      {
        columns: 'n.id, n.kind, n.data, n.at, n.read_at as "readAt"',
        from: 'notification n',
        conditions: ['n.customer_id = $1'],
        params: [customerId],
        keys: [
          { sql: 'n.at', type: 'timestamptz', descending: true },
          { sql: 'n.id', type: 'uuid', descending: true },
        ],
      },
      page,
    );
  }

  /** Changes the own profile; VERSION_CONFLICT when it was changed in between. */
  async update(caller: Caller, input: MeUpdateInput): Promise<object> {
    await this.app.customers.updateProfile(caller, await this.#own(caller), input);
    return {};
  }

  /** Answers one purpose of processing (A4). */
  async setConsent(caller: Caller, input: MeConsentSetInput): Promise<object> {
    await this.app.customers.setConsent(caller, await this.#own(caller), input);
    return {};
  }

  /** Deletes the own data for good (A4). */
  async erase(caller: Caller, { confirm }: MeEraseInput): Promise<{ erased: boolean }> {
    const id = await this.#own(caller);
    if (confirm !== 'ERASE') {
      fail('confirm', UserErrorCode.INVALID, 'Send the word ERASE.');
    }
    await this.app.customers.eraseOwn(caller, id);
    return { erased: true };
  }

  /** Marks own messages as read; ids that are not theirs change nothing. */
  async readNotifications(caller: Caller, { ids }: MeNotificationsReadInput): Promise<object> {
    const customerId = await this.#own(caller);
    if (ids.length > 100) {
      fail('ids', UserErrorCode.OUT_OF_RANGE, 'At most 100 at a time.');
    }
    await this.app.db.rows(
      'update notification set read_at = $3 where id = any($1::uuid[]) and customer_id = $2 and read_at is null',
      [ids.filter(isId), customerId, this.app.clock.now()],
    );
    return {};
  }

  async #own(caller: Caller): Promise<string> {
    const id = await this.app.customers.idOf(authorizeCustomer(caller.principal));
    if (id === null) {
      throw notFound('customer');
    }
    return id;
  }
}
