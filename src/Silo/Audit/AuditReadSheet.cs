using System.Globalization;
using Revitalization.Contracts.Audit;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Audit;

/// <summary>The list of reads (查阅记录) as a sheet.</summary>
internal static class AuditReadSheet
{
    public static readonly IReadOnlyList<SheetColumn<AuditReadView>> Columns =
    [
        new("时间", read => read.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), new("账号", read => read.Account),
        new("做了什么", read => AuditTerms.Said(read)), new("户", read => read.Household), new("地区代码", read => read.Region), new("地区", read => read.RegionName),
        new("查到户数", read => read.Found?.ToString(CultureInfo.InvariantCulture)),
    ];
}
