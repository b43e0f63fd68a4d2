using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Which files a list shows; every part is optional. Without a step it shows those in a procedure or monitored.</summary>
/// <param name="Region">Any level, within or above the caller's scope.</param>
/// <param name="Colour">As the county's pack names it, such as <c>yellow</c>.</param>
/// <param name="Step">Of <see cref="MonitoringTerms.Steps"/>; <c>idle</c> lists those that were cleared or dismissed.</param>
/// <param name="Cadre">Account of who answers for the household.</param>
/// <param name="Wanted">The colour asks for a cadre who is not named yet.</param>
/// <param name="Limit">1–200.</param>
/// <param name="Late">A kind of limit, such as <c>visit</c>: the files that are late with it, whatever else they owe.</param>
public sealed record MonitoringFilter(
    string? Region = null, string? Colour = null, int? Severity = null, string? Kind = null, string? Step = null, bool? Overdue = null,
    string? Cadre = null, bool? Wanted = null, string? Cursor = null, int? Limit = null, string? Late = null)
{
    public const int LimitMost = 200;

    /// <summary>The first parameter that says what no list knows.</summary>
    public (Enum Refusal, string Field)? Broken()
    {
        if (Limit is < 1 or > LimitMost) return (QueryRefusal.LimitOutOfRange, "limit");
        if (Requests.Cursor.Read(Cursor, 2) is null) return (QueryRefusal.CursorInvalid, "cursor");
        if (Severity is < 1 or > 3) return (QueryRefusal.FilterUnknown, "severity");
        if (Kind is { } kind && !MonitoringTerms.Kinds.ContainsKey(kind)) return (QueryRefusal.FilterUnknown, "kind");
        if (Step is { } step && !MonitoringTerms.Steps.ContainsKey(step)) return (QueryRefusal.FilterUnknown, "step");
        if (Late is { } late && !MonitoringTerms.Deadlines.ContainsKey(late)) return (QueryRefusal.FilterUnknown, "late");
        if (Colour is { Length: 0 or > 40 }) return (QueryRefusal.FilterUnknown, "colour");
        return Cadre is { Length: 0 or > 100 } ? (QueryRefusal.FilterUnknown, "cadre") : null;
    }
}
