using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Which reports a list shows; every part is optional.</summary>
/// <param name="Region">Where it was received, at any level.</param>
/// <param name="Field">As in <see cref="AidTerms.Fields"/>; <paramref name="State"/> and <paramref name="Form"/> alike.</param>
/// <param name="Silent">The county has let its day to answer pass.</param>
/// <param name="Shared">Another report names the same paper or file.</param>
/// <param name="Limit">1–200.</param>
public sealed record AidReportFilter(
    string? Partnership = null, string? Region = null, int? Year = null, string? State = null, string? Field = null, string? Form = null, bool? Silent = null,
    bool? Shared = null, string? Cursor = null, int? Limit = null)
{
    /// <summary>The first parameter that says what no list knows.</summary>
    public (Enum Refusal, string Field)? Broken()
    {
        if (Limit is < 1 or > Requests.Cursor.LimitMax) return (QueryRefusal.LimitOutOfRange, "limit");
        if (Requests.Cursor.Read(Cursor, 2) is null) return (QueryRefusal.CursorInvalid, "cursor");
        if (State is { } state && !AidTerms.States.ContainsKey(state)) return (QueryRefusal.FilterUnknown, "state");
        if (Field is { } field && !AidTerms.Fields.ContainsKey(field)) return (QueryRefusal.FilterUnknown, "field");
        if (Form is { } form && !AidTerms.Forms.ContainsKey(form)) return (QueryRefusal.FilterUnknown, "form");
        if (Region is { } region && (region.Length is < 2 or > 12 || !region.All(char.IsAsciiDigit))) return (QueryRefusal.RegionNotFound, "region");
        return Year is < 1979 or > 2100 ? (QueryRefusal.FilterUnknown, "year") : null;
    }

    /// <summary>As a condition on <c>aid_reports r</c>, the sender's reach first.</summary>
    internal AidCondition Condition(Sender by, DateOnly today)
    {
        var condition = AidReach.Reports(by);
        if (Partnership is { } partnership) condition = condition.With("r.partnership=@partnership", ("partnership", partnership));
        if (Region is { } region) condition = Within(condition, "r.recipient", region);
        if (Year is { } year) condition = condition.With("r.year=@year", ("year", (long)year));
        if (State is { } state) condition = condition.With("r.state=@state", ("state", state));
        if (Field is { } field) condition = condition.With("r.field=@field", ("field", field));
        if (Form is { } form) condition = condition.With("r.form=@form", ("form", form));
        if (Silent is { } silent)
            condition = condition.With(silent ? "r.answer_due_on<@today" : "(r.answer_due_on IS NULL OR r.answer_due_on>=@today)", ("today", PersonFields.Day(today)));
        return Shared is { } shared ? condition.With($"{(shared ? "" : "NOT ")}{AidReportRows.IsShared}") : condition;
    }

    /// <summary>Partnership, region and year as a condition on <c>aid_cells c</c>: all that totals and boards are asked by.</summary>
    internal AidCondition Cells(Sender by)
    {
        var condition = AidReach.Cells(by);
        if (Partnership is { } partnership) condition = condition.With("c.partnership=@partnership", ("partnership", partnership));
        if (Region is { } region) condition = Within(condition, "c.recipient", region);
        return Year is { } year ? condition.With("c.year=@year", ("year", (long)year)) : condition;
    }

    private static AidCondition Within(AidCondition condition, string column, string region)
    {
        var (sql, values) = ScopeFilter.Of([RegionNames.Significant(region)], column, "region");
        return condition.With(sql, values);
    }
}
