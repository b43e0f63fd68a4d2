using Revitalization.Contracts.Commands;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Events;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Audit;

/// <summary>
/// Who touched personal data (审计), as events of the log itself: an answer leaves only after its audit is on disk. Each entry has
/// a stream of its own, so that readers never wait for one another; the log commits them in groups.
/// </summary>
public sealed class AuditTrail(IEventLog log, TimeProvider clock)
{
    public async Task Record(string account, AuditEvent happened, CancellationToken cancellation)
    {
        var id = $"audit/{account}/{RandomKeys.Secret()}";
        await Append(id, id, account, happened, cancellation);
    }

    /// <summary>For an act with an id of its own: repeating it records nothing new.</summary>
    public Task<AppendResult> RecordOnce(string stream, string commandId, string account, AuditEvent happened, CancellationToken cancellation) =>
        Append(stream, commandId, account, happened, cancellation);

    private Task<AppendResult> Append(string stream, string commandId, string account, AuditEvent happened, CancellationToken cancellation)
    {
        var written = EventCatalog.WriteAny(happened);
        return log.Append(
            new(stream, 0, [new(written.Type, written.SchemaVersion, written.Data)], commandId, "audit", account, clock.GetUtcNow()), cancellation);
    }
}

/// <summary>What personal data may be read for (处理目的); part of every audit entry.</summary>
public static class Purposes
{
    /// <summary>日常登记维护: when the caller names none.</summary>
    public const string Register = "register";

    /// <summary>防返贫监测: when the reader of a monitoring file names none.</summary>
    public const string Monitoring = "monitoring";

    public static readonly IReadOnlyList<string> All =
        [Register, Monitoring, "visit", "verification", "review", "measures", "benefits", "correction", "audit", "request-of-the-person"];

    public static QueryRefusal? Broken(string? purpose) =>
        purpose is null || All.Contains(purpose) ? null : QueryRefusal.PurposeUnknown;
}
