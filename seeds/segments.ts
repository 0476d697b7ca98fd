import { SegmentKind } from '../schema/segments/segment-enums.js';
import type { Caller } from '../server/access/principal.js';
import type { App } from '../server/app.js';
import { TEMPLATES } from '../server/segments/templates.js';

/** What the demo's marketing has made of the templates, with its own words. */
const OWN = [
  {
    template: 'second_purchase',
    name: '复购培育',
    description: '首单后一个月内还没有第二单的客户',
    playbook: {
      goal: '30 天内完成第二单',
      actions: ['首单 7 天后发二次购买券', '第 14 天推荐搭配商品', '第 21 天提醒券将到期'],
    },
  },
  {
    template: 'high_value_at_risk',
    name: '高消费流失预警',
    description: '消费前 20% 但两个月没有下单',
    playbook: { goal: '挽留高消费客户', actions: ['客服电话回访，询问原因', '赠送专属权益', '一周后复核是否回购'] },
  },
  {
    template: 'frequent_gone_quiet',
    name: '常客沉寂',
    description: '购买频率高、最近一个月没有购买',
    playbook: { goal: '找回购买节奏', actions: ['发送回归券', '推荐常购品类的新品'] },
  },
  {
    template: 'birthday_soon',
    name: '本周寿星',
    description: '一周内过生日的活跃客户',
    playbook: { goal: '生日关怀', actions: ['生日当天发送祝福与生日礼'] },
  },
];

/** Marketing at work with segments: makes some, sharpens one, freezes one, while everybody's comings and goings are counted. */
export class SegmentWork {
  #made = false;
  #sharpened = false;

  constructor(
    private readonly app: App,
    private readonly marketer: Caller,
  ) {}

  /** What happens on one of the demo's days, so many days ago. */
  async day(daysAgo: number): Promise<void> {
    if (!this.#made) {
      await this.#make();
    }
    if (!this.#sharpened && daysAgo <= 20) {
      await this.#sharpen();
    }
    await this.#count();
    if (daysAgo === 0) {
      await this.#freeze();
    }
  }

  async #make(): Promise<void> {
    this.#made = true;
    for (const { template, ...words } of OWN) {
      const { rules } = TEMPLATES.find(({ code }) => code === template)!;
      await this.app.savedSegments.create(this.marketer, {
        ...words,
        kind: SegmentKind.DYNAMIC,
        rules,
        idempotencyKey: `demo-${template}`,
      });
    }
  }

  /** Quiet regulars after 21 days already: a second version. */
  async #sharpen(): Promise<void> {
    this.#sharpened = true;
    const { id, version } = await this.#find('常客沉寂');
    const { rules } = TEMPLATES.find(({ code }) => code === 'frequent_gone_quiet')!;
    const sooner = structuredClone(rules);
    sooner.rules![1]!.condition!.numbers = [21, 60];
    const note = '30 天太晚：回购率在第三周后明显下降';
    await this.app.savedSegments.update(this.marketer, { id, version, rules: sooner, note });
  }

  async #freeze(): Promise<void> {
    const { id } = await this.#find('高消费流失预警');
    const input = { id, name: '回访名单', idempotencyKey: 'demo-list' };
    await this.app.savedSegments.freeze(this.marketer, input);
  }

  async #find(name: string): Promise<{ id: string; version: number }> {
    const [row] = await this.app.db.rows<{ id: string; version: number }>(
      'select id, version from segment where name = $1',
      [name],
    );
    return row!;
  }

  async #count(): Promise<void> {
    for (const { id } of await this.app.db.rows<{ id: string }>('select id from segment order by name')) {
      await this.app.jobs.run('segments.refresh', { id });
    }
  }
}
