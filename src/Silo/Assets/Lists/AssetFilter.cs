using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Assets.Lists;

/// <summary>Which assets a list shows; every part is optional.</summary>
/// <param name="Class">Of <see cref="AssetTerms.Classes"/>; <paramref name="State"/> and <paramref name="Condition"/> alike.</param>
/// <param name="Partnership">What its money became.</param>
/// <param name="Due">Its inspection is overdue, or is not.</param>
/// <param name="Limit">1–200.</param>
public sealed record AssetFilter(
    string? Region = null, string? Class = null, string? Project = null, string? Partnership = null, string? State = null, string? Condition = null, bool? Due = null,
    string? Cursor = null, int? Limit = null)
{
    /// <summary>The first parameter that says what no list knows, or what is not the sender's.</summary>
    public (Enum Refusal, string Field)? Refused(Sender by)
    {
        if (Limit is < 1 or > Requests.Cursor.LimitMax) return (QueryRefusal.LimitOutOfRange, "limit");
        if (Requests.Cursor.Read(Cursor, 2) is null) return (QueryRefusal.CursorInvalid, "cursor");
        if (Class is { } kind && !AssetTerms.Classes.ContainsKey(kind)) return (QueryRefusal.FilterUnknown, "class");
        if (State is { } state && !AssetTerms.States.ContainsKey(state)) return (QueryRefusal.FilterUnknown, "state");
        if (Condition is { } condition && !AssetTerms.Conditions.ContainsKey(condition)) return (QueryRefusal.FilterUnknown, "condition");
        return ProjectFilter.RegionRefused(Region, by);
    }

    /// <summary>As a condition on <c>assets a</c> of <c>projects p</c>, the sender's reach first.</summary>
    internal AidCondition Where(Sender by, DateOnly today)
    {
        var where = ProjectReach.Assets(by);
        if (Region is { } region)
        {
            var within = ProjectReach.Within([RegionNames.Significant(region)], "a.region", "region");
            where = where.With(within.Sql, within.Values);
        }
        if (Class is { } kind) where = where.With("a.class=@class", ("class", kind));
        if (Project is { } project) where = where.With("a.project=@project", ("project", project));
        if (Partnership is { } partnership)
        {
            var became = ProjectReach.Became([partnership], "of");
            where = where.With(became.Sql, became.Values);
        }
        if (State is { } state) where = where.With("a.state=@state", ("state", state));
        if (Condition is { } condition) where = where.With("a.condition=@condition", ("condition", condition));
        return Due is { } due ? where.With(due ? "a.due_on<@today" : "(a.due_on IS NULL OR a.due_on>=@today)", ("today", PersonFields.Day(today))) : where;
    }
}
