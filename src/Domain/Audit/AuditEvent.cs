namespace Revitalization.Domain.Audit;

/// <summary>A fact about who touched personal data (个人信息处理记录). Names households and members by id, never a person.</summary>
public abstract record AuditEvent;

/// <summary>Somebody read a household's personal data; who and when stand in the log's own columns.</summary>
/// <param name="Household">Or <c>import/{id}</c>, where a sheet was read back.</param>
/// <param name="Purpose">One of the purposes the API lists.</param>
/// <param name="Region">Village of the household as it was read, or county of the sheet: its officers see who read. Null in old entries.</param>
public sealed record PersonalDataRead(string Household, string Purpose, string? Region) : AuditEvent;

/// <summary>Somebody searched for people; what for is personal and does not stand here.</summary>
/// <param name="By">Which fields were searched by, such as <c>national-id</c>.</param>
/// <param name="Region">Where was searched: the region asked for, else what all of the searcher's own have in common.</param>
/// <param name="Found">How many households were shown.</param>
public sealed record PersonalDataSearched(string By, string? Region, int Found) : AuditEvent;

/// <summary>Somebody read unsuppressed figures of the province channel (省级数据); small cells of them may identify people.</summary>
/// <param name="Address">What was asked for, as far as it fits. It names regions, periods and indicators, never a person.</param>
/// <param name="Release">The release that answered; 0 before the first.</param>
public sealed record ProvinceFiguresRead(string Address, int Release) : AuditEvent;

/// <summary>A person's key was dropped for good (依法删除); its stream is <c>person/{person}</c>.</summary>
public sealed record PersonErased(
    Guid Person, string Household, string Member, string LegalBasis, DateOnly RetentionEndedOn) : AuditEvent;
