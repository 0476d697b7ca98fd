/** An article of the demo shop; the price in minor units. */
export interface Article {
  sku: string;
  name: string;
  category: string;
  price: number;
  /** How often it is bought, relative to the others. */
  weight: number;
}

const article = (sku: string, name: string, category: string, yuan: number, weight: number): Article => ({
  sku,
  name,
  category,
  price: Math.round(yuan * 100),
  weight,
});

/** What the demo shop sells. */
export const CATALOGUE: readonly Article[] = [
  article('TEA-001', '西湖龙井 明前特级 100g', '茶叶', 268, 6),
  article('TEA-002', '安溪铁观音 清香型 250g', '茶叶', 128, 8),
  article('TEA-003', '福鼎白茶 寿眉饼 350g', '茶叶', 188, 6),
  article('TEA-004', '云南普洱 熟茶 357g', '茶叶', 158, 5),
  article('TEA-005', '茉莉花茶 浓香 200g', '茶叶', 69, 9),
  article('TEA-006', '祁门红茶 礼罐 150g', '茶叶', 168, 5),
  article('TEA-007', '冷泡茶包 四味 20袋', '茶叶', 49.9, 12),
  article('TEA-101', '岁时茶礼 双罐礼盒', '礼盒', 398, 4),
  article('TEA-102', '大师手作 龙井礼盒', '礼盒', 1280, 1),
  article('GFT-201', '中秋茶点礼盒', '礼盒', 298, 3),
  article('WAR-001', '青瓷盖碗 三才杯', '茶具', 138, 5),
  article('WAR-002', '紫砂壶 西施 200ml', '茶具', 680, 1.5),
  article('WAR-003', '便携旅行茶具 一壶两杯', '茶具', 159, 5),
  article('WAR-004', '耐热玻璃公道杯', '茶具', 45, 7),
  article('WAR-005', '竹制茶盘 小号', '茶具', 218, 2.5),
  article('WAR-006', '保温杯 316不锈钢 480ml', '茶具', 129, 6),
  article('SNK-001', '苏式绿豆糕 8枚', '茶点', 36, 10),
  article('SNK-002', '手工雪花酥 蔓越莓 300g', '茶点', 42, 10),
  article('SNK-003', '临安山核桃仁 250g', '茶点', 78, 8),
  article('SNK-004', '冻干草莓脆 60g', '茶点', 29.9, 11),
  article('SNK-005', '桂花藕粉 15袋', '茶点', 55, 7),
  article('SNK-006', '每日坚果 30包', '茶点', 139, 7),
  article('HOM-001', '香薰蜡烛 白茶 180g', '家居', 88, 6),
  article('HOM-002', '棉麻茶席 30×180cm', '家居', 65, 4),
  article('HOM-003', '无火香薰 桂花 120ml', '家居', 108, 5),
  article('HOM-004', '真丝枕套 一对', '家居', 328, 2),
  article('HOM-005', '陶瓷花器 素白', '家居', 98, 3),
  article('CAR-001', '绿茶洁面乳 120ml', '护肤', 79, 7),
  article('CAR-002', '白茶保湿精华 30ml', '护肤', 239, 4),
  article('CAR-003', '茶籽护手霜 三支装', '护肤', 59, 8),
  article('CAR-004', '抹茶面膜 10片', '护肤', 89, 7),
];
