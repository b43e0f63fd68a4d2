using Revitalization.Domain.Funds;

namespace Revitalization.Silo.Funds;

public static class FundNames
{
    /// <summary>资金来源 as documents name it.</summary>
    public static string Of(FundSource source) => source switch
    {
        FundSource.Central => "中央衔接资金",
        FundSource.Province => "省级衔接资金",
        FundSource.City => "市级衔接资金",
        FundSource.County => "县级衔接资金",
        FundSource.EastWest => "东西部协作资金",
        FundSource.Counterpart => "对口帮扶资金",
        FundSource.Integrated => "涉农整合资金",
        FundSource.Donation => "社会捐赠资金",
        FundSource.Designated => "定点帮扶资金",
        FundSource.Pool => "收益资金池",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "A source that was never defined."),
    };
}
