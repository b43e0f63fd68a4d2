namespace Revitalization.Domain.Funds;

/// <summary>资金来源: kept apart, never one pot (DOMAIN 7).</summary>
public enum FundSource
{
    Central = 1,     // 中央衔接资金
    Province = 2,    // 省级衔接资金
    City = 3,        // 市级衔接资金
    County = 4,      // 县级衔接资金
    EastWest = 5,    // 东西部协作资金
    Counterpart = 6, // 对口帮扶资金
    Integrated = 7,  // 涉农整合资金
    Donation = 8,    // 社会捐赠
    Designated = 9,  // 定点帮扶资金
    Pool = 10,       // 收益资金池
}

/// <summary>Names of funds: source, year and county (资金).</summary>
public readonly record struct FundKey(FundSource Source, int Year, string County)
{
    /// <summary>As it stands in addresses and streams: <c>510821-2022-east-west</c>.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{County}-{Year}-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Source.ToString())}");
}
