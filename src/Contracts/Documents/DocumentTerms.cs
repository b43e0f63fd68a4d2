namespace Revitalization.Contracts.Documents;

/// <summary>Terms of documents (政府信息公开) and their Chinese names, in the order shown.</summary>
public static class DocumentTerms
{
    public static readonly IReadOnlyDictionary<string, string> Stages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["registered"] = "已登记", ["returned"] = "退回修改", ["reviewed"] = "已审核", ["published"] = "已公开", ["replaced"] = "已被替代", ["repealed"] = "已废止",
    };

    public static readonly IReadOnlyDictionary<string, string> Validities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unstated"] = "未写明", ["valid"] = "有效", ["superseded"] = "已被替代", ["repealed"] = "废止",
    };

    public static readonly IReadOnlyDictionary<string, string> Certainties = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["missing"] = "未找到", ["guessed"] = "推测", ["likely"] = "可能", ["certain"] = "确定",
    };

    public static readonly IReadOnlyDictionary<string, string> Severities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["error"] = "须处理", ["warning"] = "提示",
    };

    public static readonly IReadOnlyDictionary<string, string> Findings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["title-missing"] = "没有标题", ["issuer-missing"] = "没有发布机构", ["index-number-missing"] = "没有索引号", ["index-number-malformed"] = "索引号格式不正确",
        ["index-organisation-wrong"] = "机构代码校验位不正确", ["index-number-pinyin"] = "索引号为拼音", ["index-region-old"] = "登记地为旧区划代码", ["index-year-differs"] = "索引号年份不一致",
        ["document-number-malformed"] = "发文字号不规范", ["document-number-year-differs"] = "发文字号年份不一致", ["made-missing"] = "没有成文日期", ["made-in-future"] = "成文日期晚于今日",
        ["made-on-holiday"] = "成文于法定节假日", ["made-on-rest-day"] = "成文于休息日", ["published-before-made"] = "发布早于成文", ["published-late"] = "超过二十个工作日",
        ["topic-missing"] = "没有主题分类", ["genre-missing"] = "没有体裁分类", ["validity-unstated"] = "没有写明有效性", ["summary-missing"] = "没有内容概述",
        ["national-id"] = "公民身份号码", ["national-id-like"] = "像公民身份号码", ["mobile-phone"] = "手机号码", ["fixed-phone"] = "座机号码", ["bank-card"] = "银行卡号",
        ["name-with-sensitive-fact"] = "姓名与敏感事项", ["personal-name"] = "像姓名", ["small-count"] = "文中小数", ["small-remainder"] = "相减可得的小数",
        ["small-table-cell"] = "表中小数", ["recoverable-table-cell"] = "由合计可得的隐去数", ["share-differs"] = "占比不符", ["average-differs"] = "平均数不符",
        ["sum-differs"] = "合计不符", ["part-above-whole"] = "分项大于合计", ["attachment-unread"] = "附件未读取", ["too-many"] = "发现过多",
    };
}
