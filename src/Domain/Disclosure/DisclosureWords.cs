using System.Diagnostics;

namespace Revitalization.Domain.Disclosure;

/// <summary>Reasons and sums in Chinese, for the county's officer. Name no value.</summary>
public static class DisclosureWords
{
    /// <summary>Stands in a rest's name between its total and what is taken off; codes hold hyphens of their own.</summary>
    public const string Less = " - ";

    public static string Of(DisclosureReason reason) => reason switch
    {
        DisclosureReason.None => "公布",
        DisclosureReason.SmallCount => "数值小于公布门槛",
        DisclosureReason.FewHouseholds => "涉及的农户数小于公布门槛",
        DisclosureReason.Complementary => "防止由合计推算其他不公布的数值",
        DisclosureReason.Dominance => "少数农户在金额中占比过高",
        DisclosureReason.HiddenBefore => "以前的发布没有公布，数值没有变化或变化很小",
        DisclosureReason.RatioOfHidden => "比值的一项没有公布",
        _ => throw new UnreachableException($"No words for {reason}."),
    };

    public static string Of(SumKind kind) => kind switch
    {
        SumKind.Regions => "等于所辖各地之和",
        SumKind.Classes => "等于各分类之和",
        SumKind.Rest => "减去其中数即为其余",
        SumKind.Link => "与另一处统计的同一群农户相等",
        SumKind.Periods => "由各季度得出",
        SumKind.People => "不少于其户数",
        _ => throw new UnreachableException($"No words for {kind}."),
    };
}
