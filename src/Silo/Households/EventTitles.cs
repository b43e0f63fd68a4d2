using System.Collections.Frozen;

namespace Revitalization.Silo.Households;

/// <summary>What happened, in Chinese, for histories.</summary>
public static class EventTitles
{
    private static readonly FrozenDictionary<string, string> s_titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["household.registered"] = "登记",
        ["household.profile-changed"] = "户信息变更",
        ["household.village-changed"] = "所在村变更",
        ["household.member-joined"] = "成员增加",
        ["household.member-changed"] = "成员信息变更",
        ["household.member-left"] = "成员减少",
        ["household.head-changed"] = "户主变更",
        ["household.income-recorded"] = "收入填报",
        ["household.split"] = "分户",
        ["household.merged"] = "并入他户",
        ["household.members-absorbed"] = "并户接收成员",
        ["household.entry-corrected"] = "更正",
        ["household.closed"] = "销户",
        ["monitoring.clue-reported"] = "登记线索",
        ["monitoring.clue-withdrawn"] = "撤回线索",
        ["monitoring.clues-dispatched"] = "派发核查",
        ["monitoring.risk-verified"] = "入户核查：发现风险",
        ["monitoring.village-review-agreed"] = "民主评议通过",
        ["monitoring.notice-posted"] = "张贴公示",
        ["monitoring.objection-raised"] = "公示异议",
        ["monitoring.objection-settled"] = "异议处理",
        ["monitoring.notice-closed"] = "公示期满",
        ["monitoring.township-review-agreed"] = "乡镇审核同意",
        ["monitoring.admitted"] = "纳入监测",
        ["monitoring.taken-over"] = "承接在册监测对象",
        ["monitoring.admission-dismissed"] = "不予纳入",
        ["monitoring.cadre-named"] = "指定帮扶联系人",
        ["monitoring.measure-planned"] = "制定帮扶措施",
        ["monitoring.measure-completed"] = "帮扶措施完成",
        ["monitoring.measure-withdrawn"] = "撤回帮扶措施",
        ["monitoring.visit-recorded"] = "走访",
        ["monitoring.visit-withdrawn"] = "撤回走访",
        ["monitoring.check-recorded"] = "集中排查登记",
        ["monitoring.income-target-set"] = "设定增收目标",
        ["monitoring.risk-reassessed"] = "重新研判",
        ["monitoring.clearing-proposed"] = "提出风险消除",
        ["monitoring.continued"] = "继续监测",
        ["monitoring.risk-cleared"] = "风险消除",
        ["monitoring.file-closed"] = "监测档案关闭",
        ["monitoring.file-reopened"] = "监测档案恢复",
        ["village.registered"] = "村登记",
        ["village.profile-changed"] = "村信息变更",
        ["village.dissolved"] = "村撤并",
        ["county.policy-adopted"] = "采用政策包",
        ["county.adoption-end-set"] = "政策包截止日调整",
        ["county.adoption-withdrawn"] = "撤回采用",
        ["account.put"] = "账号设置",
        ["account.password-set"] = "密码设置",
        ["account.api-key-issued"] = "密钥发放",
        ["account.api-key-revoked"] = "密钥撤销",
        ["account.session-started"] = "登录",
        ["account.session-ended"] = "退出",
        ["account.locked"] = "账号锁定",
        ["account.stand-in-named"] = "请假顶岗",
        ["account.stand-in-withdrawn"] = "顶岗提前结束",
        ["audit.personal-data-read"] = "查阅个人信息",
        ["audit.personal-data-searched"] = "检索个人信息",
        ["audit.person-erased"] = "依法删除个人信息",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type itself where another part of the platform wrote the event.</summary>
    public static string Of(string type) => s_titles.GetValueOrDefault(type, type);
}
