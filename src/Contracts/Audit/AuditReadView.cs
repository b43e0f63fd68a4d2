namespace Revitalization.Contracts.Audit;

/// <summary>
/// Who read whose record (查阅记录): <c>GET /api/audit/reads?region=&amp;household=&amp;account=&amp;from=&amp;until=&amp;cursor=&amp;limit=</c>, newest first. A county
/// account sees reads of its own households and searches in its own region; the audit administrator sees all. Nothing personal stands here.
/// </summary>
/// <param name="Kind"><c>read</c> 查阅 or <c>search</c> 检索.</param>
/// <param name="Household">Of a read; <c>import/…</c> where a whole sheet was read back.</param>
/// <param name="Region">Village of the household when it was read, county of a sheet, or where was searched.</param>
/// <param name="Purpose">Of a read: what it was said to be for.</param>
/// <param name="By">Of a search: <c>national-id</c> or <c>name</c>, never what was typed.</param>
/// <param name="Found">Of a search: how many households were shown.</param>
public sealed record AuditReadView(
    long Seq, DateTimeOffset At, string Account, string Kind, string? Household, string? Region, string? RegionName, string? Purpose, string? By, int? Found);
