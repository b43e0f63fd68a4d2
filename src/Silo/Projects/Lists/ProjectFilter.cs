using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Which projects a list shows; every part is optional.</summary>
/// <param name="Region">Any level, within or above the caller's scope.</param>
/// <param name="Stage">Of <see cref="ProjectTerms.Stages"/>; <paramref name="Category"/> alike.</param>
/// <param name="Partnership">What its money became.</param>
/// <param name="Overdue">The limit for the next stage has passed, or has not.</param>
/// <param name="Limit">1–200.</param>
public sealed record ProjectFilter(
    string? Region = null, string? Stage = null, int? Year = null, string? Category = null, string? Partnership = null, bool? Overdue = null,
    string? Cursor = null, int? Limit = null)
{
    /// <summary>The first parameter that says what no list knows, or what is not the sender's.</summary>
    public (Enum Refusal, string Field)? Refused(Sender by)
    {
        if (Limit is < 1 or > Requests.Cursor.LimitMax) return (QueryRefusal.LimitOutOfRange, "limit");
        if (Requests.Cursor.Read(Cursor, 2) is null) return (QueryRefusal.CursorInvalid, "cursor");
        if (Stage is { } stage && !ProjectTerms.Stages.ContainsKey(stage)) return (QueryRefusal.FilterUnknown, "stage");
        if (Category is { } category && !ProjectTerms.Categories.ContainsKey(category)) return (QueryRefusal.FilterUnknown, "category");
        if (Year is < 1979 or > 2100) return (QueryRefusal.FilterUnknown, "year");
        return RegionRefused(Region, by);
    }

    internal static (Enum Refusal, string Field)? RegionRefused(string? region, Sender by)
    {
        if (region is null) return null;
        if (region.Length is < 2 or > 12 || !region.All(char.IsAsciiDigit)) return (QueryRefusal.RegionNotFound, "region");
        return AidReach.Partnerships(by).Length == 0 && !by.Meets(region) ? (AccessRefusal.ScopeElsewhere, "region") : null;
    }

    /// <summary>As a condition on <c>projects p</c>, the sender's reach first.</summary>
    internal AidCondition Condition(Sender by)
    {
        var condition = ProjectReach.Projects(by);
        if (Region is { } region)
        {
            var within = ProjectReach.Within([RegionNames.Significant(region)], "p.region", "region");
            condition = condition.With(within.Sql, within.Values);
        }
        if (Stage is { } stage) condition = condition.With("p.stage=@stage", ("stage", stage));
        if (Year is { } year) condition = condition.With("p.year=@year", ("year", (long)year));
        if (Category is { } category) condition = condition.With("p.category=@category", ("category", category));
        if (Partnership is not { } partnership) return condition;
        var became = ProjectReach.Became([partnership], "of");
        return condition.With(became.Sql, became.Values);
    }
}
