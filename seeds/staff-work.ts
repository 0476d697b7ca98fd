import { BenefitKind, GrantOrigin } from '../schema/benefits/enums.js';
import { ContactField } from '../schema/customers/enums.js';
import { StaffRole } from '../schema/staff/enums.js';
import type { Caller } from '../server/access/principal.js';
import type { App } from '../server/app.js';
import { newId } from '../server/database/id.js';
import { UserInputFailure } from '../server/graphql/errors.js';
import type { BenefitConfig } from '../server/tiers/published.js';
import type { Person } from './people.js';
import type { Random } from './random.js';
import { NOTES } from './words.js';

/** Somebody of the demo's people, as the database knows them at the moment. */
interface Member {
  person: Person;
  id: string;
  tierCode: string | null;
  points: number;
}

/** Liuke itself, when it gives something by rule. */
const SYSTEM: Caller = {
  principal: { kind: 'job', name: 'demo' },
  origin: { ip: '127.0.0.1', userAgent: undefined, requestId: 'demo' },
};

const COMPENSATIONS = ['物流延误致歉', '商品破损补偿', '客服响应超时致歉', '发错规格补偿'];
const CAMPAIGNS = ['春茶节老客回馈', '会员日加赠', '二次购买礼'];
const TIER_REASONS = ['服务补救：连续两次发错货', '企业采购大客户', '创始会员终身礼遇'];

/** What the demo's people at work do with customers; all of it through the services, as from the panel. */
export class StaffWork {
  readonly #callers = new Map<StaffRole, Caller>();
  #key = 0;
  /** Who was a customer when the office last looked: the till goes by that. */
  #members: Member[] = [];

  private constructor(
    private readonly app: App,
    private readonly random: Random,
    private readonly people: Person[],
  ) {}

  /** Finds who works here; where a role has nobody, the admin does its work. */
  static async begin(app: App, random: Random, people: Person[]): Promise<StaffWork> {
    const work = new StaffWork(app, random, people);
    const staff = await app.db.rows<{ id: string; name: string; role: StaffRole }>(
      `select id, name, role from staff where status = 'ACTIVE' order by role = 'ADMIN' desc, created_at, id`,
    );
    for (const role of Object.values(StaffRole)) {
      const { id, name } = staff.find((one) => one.role === role) ?? staff[0]!;
      work.#callers.set(role, {
        principal: { kind: 'staff', id, name, role, sessionId: newId() },
        origin: { ip: '127.0.0.1', userAgent: 'demo', requestId: 'demo' },
      });
    }
    return work;
  }

  as(role: StaffRole): Caller {
    return this.#callers.get(role)!;
  }

  /**
   * What the office does after a push: notes, compensations, campaigns, points spent. All at once, since it is
   * many people's work; what chance decides is decided before.
   */
  async office(daysAgo: number): Promise<void> {
    const { random, app } = this;
    this.#members = await this.members();
    const some = this.picker();
    const agent = this.as(StaffRole.SERVICE_AGENT);
    const work: Promise<unknown>[] = [];
    for (const { id } of some(3)) {
      work.push(app.customers.addNote(agent, { id, body: random.pick(NOTES) }));
    }
    for (const member of some(2)) {
      work.push(this.grant(agent, member, GrantOrigin.COMPENSATION, random.pick(COMPENSATIONS), 90));
    }
    for (const member of some(1)) {
      work.push(this.grant(SYSTEM, member, GrantOrigin.SYSTEM, '注册满周年', 30));
    }
    for (const member of some(4, ({ tierCode }) => tierCode !== null)) {
      work.push(this.grant(this.as(StaffRole.MARKETING), member, GrantOrigin.CAMPAIGN, random.pick(CAMPAIGNS), 45));
    }
    if (daysAgo % 10 === 0) {
      for (const member of some(1)) {
        work.push(this.grant(this.as(StaffRole.SERVICE_MANAGER), member, GrantOrigin.MANUAL, '老客关怀', null));
        work.push(this.reveal(member));
      }
    }
    for (const { id: customerId } of some(3, ({ points }) => points >= 800)) {
      const points = random.int(2, 7) * 100;
      work.push(app.points.spend(agent, { customerId, points, reason: '积分换购', idempotencyKey: this.key() }));
    }
    await Promise.all(work);
  }

  /** One day's redemptions at the till; those of today are partly only reserved yet. */
  async till(count: number, today: boolean): Promise<void> {
    const { random } = this;
    const some = this.picker();
    const usable = await this.usableByTier();
    const work: Promise<unknown>[] = [];
    for (const [n, member] of some(count, ({ tierCode }) => tierCode !== null).entries()) {
      const benefit = random.pick(usable.get(member.tierCode!)!);
      work.push(this.redeem(member, benefit.id, { reserveOnly: today && n < 3, reverse: random.chance(0.06) }));
    }
    await Promise.all(work);
  }

  /** Picks members of the moment by chance; a small demo has one of each. */
  private picker(): (count: number, which?: (member: Member) => boolean) => Member[] {
    return (count, which = () => true) =>
      this.random.some(this.#members.filter(which), this.people.length < 1_000 ? 1 : count);
  }

  /** A perk's use at the till: reserved only, done, or done and reversed. */
  private async redeem(
    member: Member,
    benefitId: string,
    how: { reserveOnly: boolean; reverse: boolean },
  ): Promise<void> {
    const { app } = this;
    const agent = this.as(StaffRole.SERVICE_AGENT);
    const input = { customerId: member.id, benefitId, quantity: 1, idempotencyKey: this.key() };
    try {
      if (how.reserveOnly) {
        await app.benefits.reserve(agent, input);
        return;
      }
      const { redemption } = await app.benefits.redeem(agent, input);
      if (how.reverse) {
        const manager = this.as(StaffRole.SERVICE_MANAGER);
        const reversal = { id: redemption.id, reason: '客户取消，退回权益' };
        await app.benefits.settle(manager, 'redemptionReverse', reversal);
      }
    } catch (error) {
      // Somebody who comes again may have used up the month's quota.
      if (!(error instanceof UserInputFailure)) {
        throw error;
      }
    }
  }

  /** Tiers given by hand, one of them for life. */
  async grantTiers(): Promise<void> {
    const { tiers } = await this.app.program.published();
    const members = this.random.some(
      (await this.members()).filter(({ tierCode }) => tierCode !== tiers.at(-1)!.code),
      TIER_REASONS.length * 2,
    );
    for (const [n, member] of members.entries()) {
      await this.app.tiers.grant(this.as(StaffRole.SERVICE_MANAGER), {
        customerId: member.id,
        tierId: tiers.at(n % 2 === 0 ? -1 : -2)!.id,
        reason: TIER_REASONS[n % TIER_REASONS.length]!,
        endsAt: n === 2 ? null : new Date(this.app.clock.now().getTime() + (20 + 40 * n) * 86_400_000),
      });
    }
  }

  /** Profiles of one person put together, one of them in error. */
  async merge(pairs: [Person, Person][]): Promise<void> {
    const manager = this.as(StaffRole.SERVICE_MANAGER);
    const ids = new Map((await this.members()).map(({ person, id }) => [person.index, id]));
    for (const [n, [survivor, merged]] of pairs.entries()) {
      const [survivorId, mergedId] = [ids.get(survivor.index)!, ids.get(merged.index)!];
      const { merge } = await this.app.customers.merge(manager, { survivorId, mergedId, reason: '电话核实为同一人' });
      if (n === pairs.length - 1) {
        await this.app.customers.revertMerge(manager, { mergeId: merge.id, reason: '核实有误：两人共用一个手机号' });
      }
    }
  }

  /** Two customers had their data deleted. */
  async erase(people: Person[]): Promise<void> {
    const ids = new Map((await this.members()).map(({ person, id }) => [person.index, id]));
    for (const { index } of people) {
      await this.app.customers.erase(this.as(StaffRole.ADMIN), {
        id: ids.get(index)!,
        reason: '客户来函要求删除个人信息',
      });
    }
  }

  /** A programme draft that is being worked on: gold becomes harder to reach, silver gets a discount. */
  async draft(): Promise<void> {
    const caller = this.as(StaffRole.MARKETING);
    const { programVersion: draft } = await this.app.program.createDraft(caller, {});
    const { tiers, benefits } = draft.content;
    await this.app.program.updateDraft(caller, {
      id: draft.id,
      version: draft.version,
      note: '下季度方案：金卡门槛上调，九五折下放到银卡',
      tiers: tiers.map((tier) => ({ ...tier, spendThreshold: tier.code === 'gold' ? 600_000 : tier.spendThreshold })),
      benefits: benefits.map(({ validFrom, validUntil, ...benefit }) => ({
        ...benefit,
        validFrom: validFrom ? new Date(validFrom) : null,
        validUntil: validUntil ? new Date(validUntil) : null,
        tierCodes: benefit.code === 'member_discount' ? ['silver', ...benefit.tierCodes] : benefit.tierCodes,
      })),
    });
  }

  /** The demo's people who are in use now, in their own order: ids differ from demo to demo, and must not decide anything. */
  private async members(): Promise<Member[]> {
    const rows = await this.app.db.rows<{
      source: string;
      externalId: string;
      id: string;
      tierCode: string;
      points: number;
    }>(
      `select i.source, i.external_id as "externalId", c.id, t.code as "tierCode", s.points_balance as points
         from customer c join customer_identity i on i.customer_id = c.id join customer_stats s on s.customer_id = c.id
         left join tier t on t.id = s.tier_id where c.status = 'ACTIVE'`,
    );
    const known = new Map(rows.map((row) => [`${row.source} ${row.externalId}`, row]));
    return this.people.flatMap((person) => {
      const row = known.get(`${person.source} ${person.externalId}`);
      return row ? [{ person, id: row.id, tierCode: row.tierCode, points: row.points }] : [];
    });
  }

  /** What a member can use at the till, by the tier's code; gifts come by their own grants. */
  private async usableByTier(): Promise<Map<string, BenefitConfig[]>> {
    const { benefitsOfTier, tiers } = await this.app.program.published();
    const usable = (id: string) =>
      benefitsOfTier.get(id)!.filter(({ redeemable, kind }) => redeemable && kind !== BenefitKind.BIRTHDAY_GIFT);
    return new Map(tiers.map(({ id, code }) => [code, usable(id)]));
  }

  private async grant(caller: Caller, member: Member, origin: GrantOrigin, reason: string, days: number | null) {
    const { benefits } = await this.app.program.published();
    await this.app.benefits.grant(caller, {
      customerId: member.id,
      benefitId: benefits.find(({ code }) => code === 'apology_coupon')!.id,
      quantity: 1,
      reason,
      origin,
      startsAt: null,
      endsAt: days === null ? null : new Date(this.app.clock.now().getTime() + days * 86_400_000),
      idempotencyKey: this.key(),
    });
  }

  private async reveal({ id }: Member): Promise<void> {
    const fields = [ContactField.PHONE];
    await this.app.customers.reveal(this.as(StaffRole.SERVICE_MANAGER), { id, fields, reason: '电话回访' });
  }

  private key(): string {
    return `demo-${++this.#key}`;
  }
}
