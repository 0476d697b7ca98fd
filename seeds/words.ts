/** What the demo's people are made of. Surnames and given names with their pinyin, for e-mail addresses. */

const pairs = (text: string): [string, string][] =>
  text.split(' ').map((pair) => {
    const [word = '', pinyin = ''] = pair.split(':');
    return [word, pinyin];
  });

/** By how common they are. */
export const SURNAMES = pairs(
  '王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun 马:ma 朱:zhu 胡:hu 郭:guo 何:he ' +
    '高:gao 林:lin 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song 唐:tang 许:xu 韩:han 冯:feng 邓:deng 曹:cao 彭:peng 曾:zeng 肖:xiao ' +
    '田:tian 董:dong 袁:yuan 潘:pan 于:yu 蒋:jiang 蔡:cai 余:yu 杜:du 叶:ye 程:cheng 苏:su 魏:wei 吕:lv 丁:ding 任:ren 沈:shen ' +
    '姚:yao 卢:lu 姜:jiang 崔:cui 钟:zhong 谭:tan 陆:lu 汪:wang 范:fan 金:jin 石:shi 欧阳:ouyang 上官:shangguan 司马:sima',
);

export const WOMENS_NAMES = pairs(
  '芳:fang 静:jing 丽:li 敏:min 婷:ting 雪:xue 晓燕:xiaoyan 佳怡:jiayi 雨桐:yutong 欣悦:xinyue 梦洁:mengjie 思琪:siqi 诗涵:shihan ' +
    '梓萱:zixuan 雅琴:yaqin 慧玲:huiling 美玲:meiling 小红:xiaohong 玉兰:yulan 秀英:xiuying 可欣:kexin 若曦:ruoxi 语嫣:yuyan 紫薇:ziwei ' +
    '晨:chen 琳:lin 娜:na 倩:qian 莹:ying 颖:ying 璐:lu 薇:wei 蓉:rong 露:lu 子涵:zihan 依诺:yinuo 佩:pei 春梅:chunmei 海燕:haiyan',
);

export const MENS_NAMES = pairs(
  '伟:wei 强:qiang 磊:lei 军:jun 勇:yong 杰:jie 涛:tao 明:ming 超:chao 鹏:peng 浩然:haoran 子轩:zixuan 宇航:yuhang 俊杰:junjie ' +
    '志强:zhiqiang 建国:jianguo 文博:wenbo 天佑:tianyou 一鸣:yiming 嘉豪:jiahao 博文:bowen 家辉:jiahui 海涛:haitao 国庆:guoqing ' +
    '立新:lixin 晓东:xiaodong 斌:bin 凯:kai 峰:feng 亮:liang 刚:gang 旭:xu 晨阳:chenyang 泽宇:zeyu 瑞:rui 健:jian 成:cheng',
);

/** With how many of the customers live there, roughly. */
export const CITIES = [
  ['上海', 12],
  ['北京', 11],
  ['杭州', 9],
  ['广州', 8],
  ['深圳', 8],
  ['成都', 7],
  ['南京', 5],
  ['苏州', 5],
  ['武汉', 5],
  ['重庆', 5],
  ['西安', 4],
  ['宁波', 3],
  ['长沙', 3],
  ['青岛', 3],
  ['厦门', 2],
  ['天津', 2],
  ['郑州', 2],
  ['福州', 2],
  ['昆明', 1],
  ['哈尔滨', 1],
  ['大连', 1],
  ['绍兴', 1],
].map(([city, weight]) => ({ city: city as string, weight: weight as number }));

export const INTERESTS = [
  '茶饮',
  '咖啡',
  '烘焙',
  '家居',
  '香氛',
  '护肤',
  '母婴',
  '户外',
  '瑜伽',
  '数码',
  '阅读',
  '园艺',
];

export const TAGS = [
  '团购客户',
  '送礼多',
  '价格敏感',
  '爱晒单',
  '企业采购',
  '老客推荐',
  '对花粉过敏',
  '周末收货',
  '要发票',
];

export const NOTES = [
  '来电咨询茶叶储存方法，已发图文说明。',
  '希望快递放门卫处，不要打电话。',
  '反馈上次礼盒外包装有压痕，已补寄手提袋。',
  '孕期，避免推荐含咖啡因的产品。',
  '企业年会采购意向约两万元，下月联系。',
  '喜欢龙井和白茶，对熟普不感兴趣。',
  '要求开具电子发票，抬头已登记。',
  '评价很高，愿意参加新品试用。',
  '对积分到期时间有疑问，已解释规则。',
  '收件地址换到新公司，请核对后再发货。',
  '反映物流慢，已与承运商核实并致歉。',
  '推荐两位朋友注册，注意感谢。',
];
